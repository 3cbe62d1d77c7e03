// A country's row of the table: its standing, since when, its figures, and on what word.

import { datedOtherwise, saysStrength } from "../words/country_text.js";
import { element } from "../common/dom.js";
import {
  actorNode, colonNode, dateNode, figureNode, freeText, labelled, semicolonNode, wordNode,
  wordsNode,
} from "../words/labelled.js";
import { lastDay } from "../rules/partial_dates.js";
import { helpsBeside } from "../rules/standing.js";
import { standingKey } from "../words/wording.js";

/** A source in short, publisher and grade, with a link to its entry in the list. */
export function citationNode(/** @type {Words} */ given, id) {
  const { publisher, grade } = given.payload.sources[id];
  const link = freeText(given, publisher, undefined, "a", { href: `#source-${id}` });
  return element("span", { class: "source" }, link, " (", wordNode(given, `grade.${grade}`), ")");
}

/** Where and how someone took part: the meeting, its date, the way. */
export function partNodes(/** @type {Words} */ given, { meeting, mode }) {
  return [
    labelled(given, "meeting", meeting),
    ", ",
    dateNode(given, given.payload.meetings[meeting]),
    ", ",
    wordNode(given, `mode.${mode}`),
  ];
}

function standingNodes(/** @type {Words} */ given, entry) {
  const { strength } = entry;
  return [
    wordNode(given, standingKey(entry)),
    saysStrength(entry) && [" — ", wordNode(given, `strength.${strength}`)],
    helpsBeside(entry, given.payload.terms) && [semicolonNode(given), " ", wordNode(given, "standing.help")],
  ];
}

/** On whose word it offers other help, where that is another's. */
function helpNodes(/** @type {Words} */ given, { basis = [], help }) {
  const sourcesOf = (rows) => rows.map((row) => given.payload.statements[row]?.source);
  const sources = sourcesOf(help?.basis ?? []);
  if (!sources.length || sourcesOf(basis).some((one) => sources.includes(one))) return [];
  return [" ", wordNode(given, "standing.help"), colonNode(given), citationNode(given, sources[0])];
}

/** The figures, each with its day where the standing rests on another one. */
function figureNodes(/** @type {Words} */ given, marks) {
  return marks.map((mark, i) => {
    const said = datedOtherwise(given, mark);
    return [
      i > 0 && element("br"),
      figureNode(given, given.payload.statements[mark.row].figure),
      mark.weak && [", ", wordNode(given, "strength.weak")],
      said && [", ", dateNode(given, said)],
    ];
  });
}

/** That who spoke governs no more, and on whose word. */
function governmentNodes(/** @type {Words} */ given, id) {
  const { source } = given.payload.governments[id];
  return [". ", labelled(given, "replaced", id), " ", citationNode(given, source)];
}

function basisNodes(/** @type {Words} */ given, row, replaced) {
  const { statements, participations } = given.payload;
  const said = statements[row];
  if (said) {
    const told = [freeText(given, said.text, said.lang), " ", citationNode(given, said.source)];
    return [...told, replaced && governmentNodes(given, replaced)];
  }
  const part = participations[row];
  if (!part) return [];
  const occurrence = wordNode(given, `occurrence.${part.occurrence}`);
  return [...partNodes(given, part), ", ", occurrence, ". ", citationNode(given, part.source)];
}

/** The figures of a country that the layers show. */
export const figuresDrawn = (/** @type {Shown<"payload">} */ { payload }, country) =>
  payload.layers
    .flatMap(({ marks = [] }) => marks)
    .filter((mark) => mark.country === country);

/** What stands in a country's row beside its name. */
export function countryCells(/** @type {Words} */ given, country) {
  const { statements, participations, meetings, countries } = given.payload;
  const entry = countries[country];
  const [row] = entry.basis ?? [];
  // Of who said nothing it is the day of the meeting.
  const met = meetings[participations[row]?.meeting];
  const contents = [
    standingNodes(given, entry),
    row in statements ? labelled(given, "since", country) : met && dateNode(given, met),
    figureNodes(given, figuresDrawn(given, country)),
    [basisNodes(given, row, entry.replaced), helpNodes(given, entry)],
  ];
  return contents.map((content) => element("td", {}, content));
}

/** When and on whose word, for the page's filters. */
export const toldBy = (id, date, { confidence, source }) => ({
  "id": `told-${id}`,
  "data-told": id,
  "data-known": lastDay(date),
  "data-confidence": confidence,
  "data-source": source,
});

/**
 * The row of whom a source places in a region: no country is named.
 * @param {Words} given
 * @param {string} id
 * @param {string} [before] the row before it, which may say the same on another's word
 */
export function regionRow(given, id, before) {
  const part = given.payload.participations[id];
  const { date } = given.payload.meetings[part.meeting];
  const name = element("th", { scope: "row" }, actorNode(given, part.actor));
  const said = wordsNode(given, [`mode.${part.mode}`, "region.unnamed"], "td");
  const cells = [dateNode(given, { date }), [], basisNodes(given, id)];
  const isAgain = ["actor", "meeting", "mode"].every(
    (name) => given.payload.participations[before]?.[name] === part[name],
  );
  const look = { ...toldBy(id, date, part), "id": `placed-${id}`, "data-again": isAgain };
  return element("tr", look, name, said, cells.map((content) => element("td", {}, content)));
}

export function countryRow(/** @type {Words} */ given, country) {
  const name = element("th", { scope: "row" }, actorNode(given, country));
  return element("tr", { "data-row": country }, name, countryCells(given, country));
}
