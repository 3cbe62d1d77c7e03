// The payload leaves out what is usual, what can be told from a row and what the page
// says already; it is put back here, once, so that no other module needs to know.

import { asTables, tableOf } from "../common/dictionary.js";
import { addColumns } from "./columns.js";

/** The columns of the table of all statements. */
export const STATEMENT_COLUMNS = [
  "date",
  "country",
  "status",
  "figure",
  "conditions",
  "statement",
  "speaker",
  "confidence",
  "source",
];
/** Of rows whose table has no column of sources, as geo/tables/records.py knows. */
export const NO_SOURCE = "no-source";
/** Those that hold what the payload leaves out of a statement. */
const CELLS = {
  text: STATEMENT_COLUMNS.indexOf("statement"),
  speaker: STATEMENT_COLUMNS.indexOf("speaker"),
};

const readJson = (id) => JSON.parse(document.getElementById(id).textContent);

/** @returns {object} the boundaries, as geo/page/arcs.py packs them */
export const readBoundaries = () => readJson("pledgemap-boundaries");

/** @returns {object} the payload; `readTexts` adds what stands further down the page */
export function readPayload() {
  const payload = readJson("pledgemap-data");
  for (const name of ["statements", "participations", "words"]) {
    payload[name] = unpacked(payload[name]);
  }
  payload.texts = textsOf(payload.texts);
  return completed(payload);
}

/**
 * Complete the payload with what stands in the page's own tables: texts, sources.
 * @param {object} payload
 */
export function readTexts(payload) {
  /** @type {NodeListOf<HTMLElement>} */
  const shown = document.querySelectorAll("[data-text]");
  for (const { dataset, lang, textContent } of shown) {
    const told = payload.texts[dataset.text];
    told[lang || document.documentElement.lang] ??= textContent;
    // A page that was saved in another language than it opens in.
    for (const [language, text] of Object.entries(JSON.parse(dataset.opening ?? "{}"))) {
      told[language] ??= text;
    }
  }
  /** @type {NodeListOf<HTMLTableRowElement>} */
  const rows = document.querySelectorAll("tr[id^='said-']");
  for (const row of rows) {
    const said = payload.statements[row.id.slice("said-".length)];
    for (const [key, cell] of Object.entries(CELLS)) {
      if (row.cells[cell].textContent) said[key] ??= row.cells[cell].textContent;
    }
  }
  const entries = [...document.querySelectorAll(".sources > li")];
  payload.sources = tableOf(
    entries.map((entry) => [entry.id.slice("source-".length), sourceOf(entry)]),
  );
}

function sourceOf(entry) {
  // Where no source is named, the entry begins with these words.
  const first = entry.firstElementChild;
  const { t } = entry.querySelector("[data-t^='grade.']").dataset;
  return {
    title: placeOrText(first),
    url: first.getAttribute("href") ?? "",
    publisher: placeOrText(entry.querySelector(".publisher")),
    grade: t.slice("grade.".length),
  };
}

const placeOrText = ({ dataset, textContent }) =>
  dataset.text ? Number(dataset.text) : textContent;

/**
 * A text of the tables as its row has it, for what goes out as data.
 * @param {object} payload
 * @param {number|string} [text] a place among the translated ones, or the text itself
 * @param {string} [lang]
 */
export const originalText = ({ texts }, text, lang = "en") =>
  typeof text === "number" ? texts[text][lang] : text;

/** Records from one list of keys and a list of values a record. */
function unpacked({ keys, rows }) {
  const record = (values) => {
    const one = tableOf();
    values.forEach((value, i) => {
      if (value !== null) one[keys[i]] = value;
    });
    return one;
  };
  return tableOf(Object.entries(rows).map(([id, values]) => [id, record(values)]));
}

/** Each free text by language, from what all of them say in each; 0 is none. */
function textsOf(columns) {
  const texts = [];
  for (const [language, told] of Object.entries(columns)) {
    told.forEach((text, place) => {
      texts[place] ??= tableOf();
      if (text) texts[place][language] = text;
    });
  }
  return texts;
}

/** Put back what a payload leaves out; in what it returns, no object has a prototype. */
export function completed(payload) {
  asTables(payload);
  // Names stand in the order of the countries' codes, and so do the points.
  const countries = Object.keys(payload.points);
  for (const [language, names] of Object.entries(payload.names)) {
    payload.names[language] = tableOf(names.map((name, i) => [countries[i], name]));
  }
  const codes = payload.codes.match(/../g);
  payload.codes = tableOf(countries.map((id, i) => [id, codes[i].trim()]));
  if (payload.rows) addColumns(payload);
  /** @type {Map<string, string[]>} */
  const lists = new Map();
  for (const said of Object.values(payload.statements)) {
    said.speaks_for ??= "own_government";
    said.lang ??= "en";
    if (!lists.has(said.status)) lists.set(said.status, said.status.split(";"));
    said.statuses = lists.get(said.status);
  }
  for (const part of Object.values(payload.participations)) {
    part.kind ??= "country";
    part.occurrence ??= "actual";
    part.roles ??= ["participant"];
  }
  const beside = Object.values(payload.countries).flatMap(
    (entry) => entry.beside ?? [],
  );
  payload.order.statements ??= Object.keys(payload.statements).filter(
    (id) => !beside.includes(id),
  );
  payload.order.participations ??= Object.keys(payload.participations);
  payload.order.governments ??= Object.keys(payload.governments ?? {});
  // How one participant took part is told by its best supported row.
  for (const [meeting, entries] of Object.entries(payload.attendance)) {
    payload.attendance[meeting] = entries.map((entry) => ({
      ...payload.participations[entry.rows[0]],
      ...entry,
    }));
  }
  return payload;
}
