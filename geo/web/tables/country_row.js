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
export function citationNode(page, id) {
  const { publisher, grade } = page.payload.sources[id];
  const link = freeText(page, publisher, undefined, "a", { href: `#source-${id}` });
  return element("span", { class: "source" }, link, " (", wordNode(page, `grade.${grade}`), ")");
}

/** Where and how someone took part: the meeting, its date, the way. */
export function partNodes(page, { meeting, mode }) {
  return [
    labelled(page, "meeting", meeting),
    ", ",
    dateNode(page, page.payload.meetings[meeting]),
    ", ",
    wordNode(page, `mode.${mode}`),
  ];
}

function standingNodes(page, entry) {
  const { strength } = entry;
  return [
    wordNode(page, standingKey(entry)),
    saysStrength(entry) && [" — ", wordNode(page, `strength.${strength}`)],
    helpsBeside(entry, page.payload.terms) && [semicolonNode(page), " ", wordNode(page, "standing.help")],
  ];
}

/** On whose word it offers other help, where that is another's. */
function helpNodes(page, { basis = [], help }) {
  const sourcesOf = (rows) => rows.map((row) => page.payload.statements[row]?.source);
  const sources = sourcesOf(help?.basis ?? []);
  if (!sources.length || sourcesOf(basis).some((one) => sources.includes(one))) return [];
  return [" ", wordNode(page, "standing.help"), colonNode(page), citationNode(page, sources[0])];
}

/** The figures, each with its day where the standing rests on another one. */
function figureNodes(page, marks) {
  return marks.map((mark, i) => {
    const said = datedOtherwise(page, mark);
    return [
      i > 0 && element("br"),
      figureNode(page, page.payload.statements[mark.row].figure),
      mark.weak && [", ", wordNode(page, "strength.weak")],
      said && [", ", dateNode(page, said)],
    ];
  });
}

/** That who spoke governs no more, and on whose word. */
function governmentNodes(page, id) {
  const { source } = page.payload.governments[id];
  return [". ", labelled(page, "replaced", id), " ", citationNode(page, source)];
}

function basisNodes(page, row, replaced) {
  const { statements, participations } = page.payload;
  const said = statements[row];
  if (said) {
    const told = [freeText(page, said.text, said.lang), " ", citationNode(page, said.source)];
    return [...told, replaced && governmentNodes(page, replaced)];
  }
  const part = participations[row];
  if (!part) return [];
  const occurrence = wordNode(page, `occurrence.${part.occurrence}`);
  return [...partNodes(page, part), ", ", occurrence, ". ", citationNode(page, part.source)];
}

/** The figures of a country that the layers show. */
export const figuresDrawn = ({ payload }, country) =>
  payload.layers
    .flatMap(({ marks = [] }) => marks)
    .filter((mark) => mark.country === country);

/** What stands in a country's row beside its name. */
export function countryCells(page, country) {
  const { statements, participations, meetings, countries } = page.payload;
  const entry = countries[country];
  const [row] = entry.basis ?? [];
  // Of who said nothing it is the day of the meeting.
  const met = meetings[participations[row]?.meeting];
  const contents = [
    standingNodes(page, entry),
    row in statements ? labelled(page, "since", country) : met && dateNode(page, met),
    figureNodes(page, figuresDrawn(page, country)),
    [basisNodes(page, row, entry.replaced), helpNodes(page, entry)],
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
 * @param {object} page
 * @param {string} id
 * @param {string} [before] the row before it, which may say the same on another's word
 */
export function regionRow(page, id, before) {
  const part = page.payload.participations[id];
  const { date } = page.payload.meetings[part.meeting];
  const name = element("th", { scope: "row" }, actorNode(page, part.actor));
  const said = wordsNode(page, [`mode.${part.mode}`, "region.unnamed"], "td");
  const cells = [dateNode(page, { date }), [], basisNodes(page, id)];
  const isAgain = ["actor", "meeting", "mode"].every(
    (name) => page.payload.participations[before]?.[name] === part[name],
  );
  const look = { ...toldBy(id, date, part), "id": `placed-${id}`, "data-again": isAgain };
  return element("tr", look, name, said, cells.map((content) => element("td", {}, content)));
}

export function countryRow(page, country) {
  const name = element("th", { scope: "row" }, actorNode(page, country));
  return element("tr", { "data-row": country }, name, countryCells(page, country));
}
