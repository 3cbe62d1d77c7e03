// The map's data as tables, for every reader and without any script: countries,
// statements, sources.

import { countryRow, regionRow } from "../tables/country_row.js";
import { element } from "../common/dom.js";
import {
  actorNode, asOfNode, colonNode, dateNode, figureNode, freeText, labelled, wordNode, wordsNode,
} from "../words/labelled.js";
import { newestFirst } from "../rules/partial_dates.js";
import { STATEMENT_COLUMNS } from "../rules/payload.js";

const COUNTRY_COLUMNS = ["country", "status", "date", "figure", "rests_on"];

function tableBox(/** @type {Words} */ given, caption, columns, rows) {
  const say = given.wording.say;
  const head = columns.map((name) => {
    const key = `table.${name}`;
    return element("th", { "scope": "col", "data-t": key, "text": say(key) });
  });
  // A wide table scrolls in a box of its own, which the keyboard must reach.
  const box = { class: "table-box", tabindex: "0", role: "region" };
  const named = [wordNode(given, caption), ". ", wordNode(given, "as_of"), " ", asOfNode(given)];
  return element(
    "div",
    { ...box, "data-t-label": caption, "aria-label": say(caption) },
    element(
      "table",
      {},
      element("caption", {}, named),
      element("thead", {}, element("tr", {}, head)),
      element("tbody", {}, rows),
    ),
  );
}

const folded = (/** @type {Words} */ given, key, content) =>
  element("details", {}, wordNode(given, key, "summary"), content);

/** The ids of records, the newest first; of one day as they stand in the table. */
export const newestIds = (records, ids) =>
  newestFirst(ids.map((id) => ({ id, date: records[id].date }))).map(({ id }) => id);

/**
 * The table of countries and, folded away, that of all statements.
 * @param {Words} given as `stillPage` gives it
 * @param {string[]} placed the rows of those whom the map places in a region
 * @returns {Element[]}
 */
export function dataTables(given, placed) {
  const { payload, wording } = given;
  const countries = Object.keys(payload.countries)
    .filter((id) => payload.countries[id].status !== "no_data")
    .sort((a, b) => wording.compare(wording.actor(a), wording.actor(b)))
    .map((id) => countryRow(given, id));
  const regions = placed.map((id, i) => regionRow(given, id, placed[i - 1]));
  const { large } = payload;
  const statements = newestIds(payload.statements, payload.order.statements)
    .slice(0, large?.tabled)
    .map((id) => statementRow(given, id, payload.statements[id]));
  const all = tableBox(given, "table.statements", STATEMENT_COLUMNS, statements);
  return [
    wordNode(given, "table.title", "h2"),
    tableBox(given, "table.countries", COUNTRY_COLUMNS, [...countries, ...regions]),
    ...(large ? [element("p", {}, labelled(given, "large", "table"))] : []),
    folded(given, "table.show_statements", all),
  ];
}

function statementRow(/** @type {Words} */ given, id, said) {
  const weak = (said.weak ?? []).filter((reason) => reason !== "low_confidence");
  const confidence = said.confidence_said ?? said.confidence;
  const support = [`confidence.${confidence}`, ...weak.map((reason) => `weak.${reason}`)];
  const conditions = (said.conditions ?? []).map((one) => `condition.${one}`);
  const { publisher } = given.payload.sources[said.source];
  const href = `#source-${said.source}`;
  const cells = {
    date: dateNode(given, said, "td"),
    country: actorNode(given, said.actor, "th", { scope: "row" }),
    status: wordsNode(given, said.statuses.map((one) => `status.${one}`), "td"),
    figure: said.figure ? figureNode(given, said.figure, "td") : element("td"),
    conditions: wordsNode(given, conditions, "td"),
    statement: freeText(given, said.text, said.lang, "td"),
    speaker: freeText(given, said.speaker, said.lang, "td"),
    confidence: wordsNode(given, support, "td"),
    source: element("td", {}, freeText(given, publisher, undefined, "a", { href })),
  };
  return element("tr", { id: `said-${id}` }, STATEMENT_COLUMNS.map((name) => cells[name]));
}

/**
 * Every source that a row of the map rests on, with its title and link, folded away.
 * The live page shows the same entry beside each statement.
 */
export function sourceList(/** @type {Words} */ given) {
  const { payload, wording } = given;
  const sources = Object.entries(payload.sources);
  const nameOf = ({ publisher }) => wording.free(publisher).text;
  sources.sort(([, a], [, b]) => wording.compare(nameOf(a), nameOf(b)));
  const items = sources.map(([id, source]) => sourceItem(given, id, source));
  return folded(given, "table.show_sources", element("ul", { class: "sources" }, items));
}

/** @param {Words} given */
function sourceItem(given, id, { title, url, lang, publisher, grade, aligned, published }) {
  return element(
    "li",
    { id: `source-${id}` },
    url && [freeText(given, title, lang, "a", { href: url }), ", "],
    freeText(given, publisher, undefined, "span", { class: "publisher" }),
    " (",
    wordNode(given, `grade.${grade}`),
    aligned && [colonNode(given), actorNode(given, aligned)],
    published && [", ", dateNode(given, { date: published }, "span")],
    ")",
  );
}
