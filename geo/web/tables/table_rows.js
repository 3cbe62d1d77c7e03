// The static tables follow date and filters: rows that are not kept are hidden, and a
// country's cells are written anew where its standing is another.

import { countryCells, figuresDrawn } from "./country_row.js";
import { attendanceCounts, isTrusted, keepsStatement } from "../rules/filters.js";
import { afterPaint } from "../common/later.js";
import { addStackedTables } from "./stacked_tables.js";

/** What a country's row depends on, beside lists of rows. */
const STANDING = ["status", "strength", "contested", "since", "before", "help", "basis", "old", "replaced"];

const rowKey = (entry, figures) => JSON.stringify([STANDING.map((key) => entry?.[key]), figures]);

/** What belongs to no country, in lists and in the table: each says what it rests on. */
function followUnplaced({ state, record, payload }, isKept) {
  const { date, at, only } = state.get();
  const counts = attendanceCounts(state.get());
  const trusted = isTrusted(record, state.get());
  /** @type {NodeListOf<HTMLElement>} */
  const told = document.querySelectorAll("#unplaced [data-told], tr[data-told]");
  for (const item of told) {
    const { told: id, known, confidence, source } = item.dataset;
    const later = date !== undefined && known > date;
    const dropped = id in payload.statements && !isKept(id);
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

/** The statements that stand in the static text, by id. */
function statementsOf({ record }) {
  /** @type {NodeListOf<HTMLElement>} */
  const nodes = document.querySelectorAll("tr[id^='said-'], [data-told]");
  const ids = new Set([...nodes].map(({ id }) => id.slice("said-".length)));
  const isThere = ({ id }) => ids.has(id);
  return new Map(record.statements.filter(isThere).map((said) => [said.id, said]));
}

function writeRow(/** @type {Words} */ given, tr) {
  const cells = countryCells(given, tr.dataset.row);
  for (const cell of cells) cell.setAttribute("role", "cell");
  tr.replaceChildren(tr.firstElementChild, ...cells);
}

/**
 * Let the tables, and the list of what has no place on the map, follow what is shown.
 * @param {Words & Given<"state" | "record" | "isListed">} given
 */
export function addTableRows(given) {
  const { state, payload } = given;
  /** @type {NodeListOf<HTMLTableRowElement>} */
  const rows = document.querySelectorAll("tr[data-row]");
  const keys = new Map();
  const keyOf = ({ dataset }) =>
    rowKey(payload.countries[dataset.row], figuresDrawn(given, dataset.row));

  function followRow(tr) {
    const { status = "no_data" } = payload.countries[tr.dataset.row] ?? {};
    const key = keyOf(tr);
    tr.hidden = status === "no_data" || !given.isListed(tr.dataset.row);
    if (tr.hidden || key === keys.get(tr)) return;
    keys.set(tr, key);
    writeRow(given, tr);
  }
  const saidIn = statementsOf(given);
  function follow() {
    rows.forEach(followRow);
    const keeps = keepsStatement(given.record, state.get());
    for (const [id, said] of saidIn) {
      const tr = document.getElementById(`said-${id}`);
      if (tr) tr.hidden = !(keeps(said) && given.isListed(said.actor));
    }
    followUnplaced(given, (id) => saidIn.has(id) && keeps(saidIn.get(id)));
  }
  for (const tr of rows) keys.set(tr, keyOf(tr));
  state.follow(["shown", "only"], afterPaint(follow, document.getElementById("table")));
  addStackedTables(given);
}
