// The static tables follow date and filters: rows that are not kept are hidden, and a
// country's cells are written anew where its standing is another.

import { countryCells, figuresDrawn } from "./country_row.js";
import { attendanceCounts, isTrusted } from "../rules/filters.js";
import { afterPaint } from "../common/later.js";
import { addStackedTables } from "./stacked_tables.js";

/** What a country's row depends on. */
function rowKey(entry, figures) {
  const { statements, participations, beside, ...standing } = entry ?? {};
  return JSON.stringify([standing, figures]);
}

/** Hide the statements that are not kept. */
function followStatements({ record }, kept) {
  for (const { id } of record.statements) {
    const row = document.getElementById(`said-${id}`);
    if (row) row.hidden = !kept.has(id);
  }
}

/** What belongs to no country, in lists and in the table: each says what it rests on. */
function followUnplaced({ state, record, payload }, kept) {
  const { date, at, only } = state.get();
  const counts = attendanceCounts(state.get());
  const trusted = isTrusted(record, state.get());
  /** @type {NodeListOf<HTMLElement>} */
  const told = document.querySelectorAll("#unplaced [data-told], tr[data-told]");
  for (const item of told) {
    const { told: id, known, confidence, source } = item.dataset;
    const later = date !== undefined && known > date;
    const dropped = id in payload.statements && !kept.has(id);
    const part = payload.participations[id];
    const elsewhere = at !== undefined && part !== undefined && part.meeting !== at;
    const silent = part !== undefined && (!counts || (only !== undefined && item.matches("tr")));
    item.hidden =
      later || dropped || elsewhere || silent || !trusted({ confidence, source });
  }
  for (const list of document.querySelectorAll("#unplaced ul")) {
    const isBare = !list.querySelector("li:not([hidden])");
    list.previousElementSibling.toggleAttribute("hidden", isBare);
  }
  const isAny = [...told].some((item) => !item.hidden && item.matches("li"));
  const [intro, nothing] = document.querySelectorAll("#unplaced > p");
  intro?.toggleAttribute("hidden", !isAny);
  nothing?.toggleAttribute("hidden", isAny);
}

function writeRow(page, tr) {
  const cells = countryCells(page, tr.dataset.row);
  for (const cell of cells) cell.setAttribute("role", "cell");
  tr.replaceChildren(tr.firstElementChild, ...cells);
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
  const keyOf = ({ dataset }) =>
    rowKey(payload.countries[dataset.row], figuresDrawn(page, dataset.row));

  function followRow(tr) {
    const { status = "no_data" } = payload.countries[tr.dataset.row] ?? {};
    const key = keyOf(tr);
    tr.hidden = status === "no_data" || !page.isListed(tr.dataset.row);
    if (tr.hidden || key === keys.get(tr)) return;
    keys.set(tr, key);
    writeRow(page, tr);
  }
  function follow() {
    const idsOf = (statements) => new Set(statements.map(({ id }) => id));
    rows.forEach(followRow);
    followStatements(page, idsOf(page.listedStatements()));
    followUnplaced(page, idsOf(page.snapshot().statements));
  }
  for (const tr of rows) keys.set(tr, keyOf(tr));
  state.follow(["shown", "only"], afterPaint(follow));
  addStackedTables(page);
}
