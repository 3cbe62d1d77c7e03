// The static tables follow date and filters: rows that are not kept are hidden, and a
// country's cells are written anew where its standing is another.  Python wrote the same
// cells for the opening state.

import { datedOtherwise } from "./country_text.js";
import { element } from "./dom.js";
import { isTrusted } from "./filters.js";
import { afterPaint } from "./later.js";
import { addStackedTables } from "./stacked_tables.js";
import { translate } from "./translate.js";
import { standingKey } from "./wording.js";

const word = (key) => element("span", { "data-t": key });

/** A source in short, publisher and grade, with a link to its entry in the list. */
function citation(id) {
  const entry = document.getElementById(`source-${id}`);
  const publisher = entry?.querySelector(".publisher")?.textContent ?? id;
  const link = { href: `#source-${id}`, text: publisher };
  const grade = entry?.querySelector("[data-t^='grade.']")?.cloneNode(true);
  return element("span", { class: "source" }, element("a", link), " (", grade, ")");
}

function timeOf({ date, approximate }) {
  const properties = { datetime: date, "data-date": date };
  return element("time", { ...properties, "data-approximate": Boolean(approximate) });
}

function standingCell({ status, strength }) {
  const qualified = ["weak", "attendance"].includes(strength);
  return [word(standingKey({ status, strength })), qualified && [" — ", word(`strength.${strength}`)]];
}

function figureCell(page, marks) {
  return marks.flatMap((mark, i) => {
    const { figure } = page.payload.statements[mark.row];
    const said = datedOtherwise(page, mark);
    return [
      i > 0 && element("br"),
      element("span", { "data-figure": JSON.stringify(figure) }),
      mark.weak && [", ", word("strength.weak")],
      said && [", ", timeOf(said)],
    ];
  });
}

function basisCell({ payload }, [row] = []) {
  const said = payload.statements[row];
  if (said) {
    const text = element("span", { lang: said.text && said.lang, text: said.text });
    return [text, " ", citation(said.source)];
  }
  const part = payload.participations[row];
  if (!part) return [];
  return [
    element("span", { "data-meeting": part.meeting }),
    ", ",
    timeOf(payload.meetings[part.meeting]),
    ", ",
    word(`mode.${part.mode}`),
    ", ",
    word(`occurrence.${part.occurrence}`),
    ". ",
    citation(part.source),
  ];
}

/** What a country's row depends on. */
function rowKey(entry, figures) {
  const { status, strength, basis } = entry ?? {};
  return JSON.stringify([status, strength, basis?.[0], figures]);
}

/** Hide the statements that are not kept. */
function followStatements({ record }, kept) {
  for (const { id } of record.statements) {
    const row = document.getElementById(`said-${id}`);
    if (row) row.hidden = !kept.has(id);
  }
}

/** The list of what has no place on the map: each item says what it rests on. */
function followUnplaced({ state, record, payload }, kept) {
  const { date } = state.get();
  const trusted = isTrusted(record, state.get());
  /** @type {NodeListOf<HTMLElement>} */
  const items = document.querySelectorAll("#unplaced [data-told]");
  for (const item of items) {
    const { told, known, confidence, source } = item.dataset;
    const later = date !== undefined && known > date;
    const dropped = told in payload.statements && !kept.has(told);
    item.hidden = later || dropped || !trusted({ confidence, source });
  }
  for (const list of document.querySelectorAll("#unplaced ul")) {
    const isBare = !list.querySelector("li:not([hidden])");
    list.previousElementSibling.toggleAttribute("hidden", isBare);
  }
}

function writeRow(page, tr, entry, figures) {
  const { statements, participations, meetings } = page.payload;
  const [basis] = entry.basis ?? [];
  const said = statements[basis] ?? meetings[participations[basis]?.meeting];
  const contents = [
    standingCell(entry),
    said ? [timeOf(said)] : [],
    figureCell(page, figures),
    basisCell(page, entry.basis),
  ];
  const cells = contents.map((content) => element("td", { role: "cell" }, content));
  tr.replaceChildren(tr.firstElementChild, ...cells);
  translate(tr, page.payload, page.wording);
}

/**
 * Let the tables, and the list of what has no place on the map, follow what is shown.
 * @param {object} page
 */
export function addTableRows(page) {
  const { state, payload } = page;
  /** @type {NodeListOf<HTMLTableRowElement>} */
  const rows = document.querySelectorAll("tr[data-row]");
  const keys = new Map();
  const figuresOf = (country) =>
    payload.layers
      .flatMap(({ marks = [] }) => marks)
      .filter((mark) => mark.country === country);

  function followRow(tr) {
    const entry = payload.countries[tr.dataset.row];
    const figures = figuresOf(tr.dataset.row);
    const key = rowKey(entry, figures);
    tr.hidden = !entry || entry.status === "no_data";
    if (tr.hidden || key === keys.get(tr)) return;
    keys.set(tr, key);
    writeRow(page, tr, entry, figures);
  }
  function follow() {
    const kept = new Set(state.get().shown.statements.map(({ id }) => id));
    rows.forEach(followRow);
    followStatements(page, kept);
    followUnplaced(page, kept);
  }
  for (const tr of rows) {
    const { row } = tr.dataset;
    keys.set(tr, rowKey(payload.countries[row], figuresOf(row)));
  }
  state.follow(["shown"], afterPaint(follow));
  addStackedTables(page);
}
