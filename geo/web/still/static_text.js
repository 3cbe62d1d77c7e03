// The page's text round the map: heading, what cannot be placed, how it was made.

import { asOfNodes, headlineOf } from "../words/chips.js";
import { stopped } from "../words/citation.js";
import { NO_SOURCE } from "../rules/payload.js";
import { citationNode, partNodes, toldBy } from "../tables/country_row.js";
import { element } from "../common/dom.js";
import { isolated } from "../common/isolated.js";
import {
  actorNode, asOfNode, colonNode, dateNode, figureNode, freeText, labelled, semicolonNode, stopNode, wordNode,
} from "../words/labelled.js";
import { newestIds } from "./static_tables.js";
import { PLAIN_STRIPS, hasStrips, mindItems, stripNodes } from "../time/strips.js";

/** Enough of a digest to tell files apart by eye. */
const SHOWN_DIGITS = 12;

/**
 * The way past them, title and headline; and where the record ends, if that is known.
 * @param {Words & Shown<"record" | "positionButton">} given
 */
export function headingNodes(given, snapshot) {
  const { nodes, lang, isDated } = headlineOf(given, snapshot);
  const headline = element("p", { class: "headline", lang }, nodes);
  const end = given.payload.read_until && [" ", element("p", { class: "as-of" }, asOfNodes(given, isDated))];
  const unsourced = given.payload.sources[NO_SOURCE];
  const warned = unsourced && [
    " ",
    element("p", { class: "unsourced" }, freeText(given, unsourced.title, "en"), "."),
  ];
  return [
    labelled(given, "t", "skip.map", "a", { class: "skip", href: "#stage" }),
    labelled(given, "say", "title", "h1"),
    element("div", { class: "answer" }, headline, end, warned),
  ];
}

/**
 * Under the map, the date of the data; not where the first lines say where the record ends.
 * @param {Words & Shown<"record" | "positionButton">} given
 */
export function asOfLine(given, snapshot) {
  if (given.payload.read_until) return [];
  const { isDated } = headlineOf(given, snapshot);
  return element("p", { class: "as-of note" }, asOfNodes(given, isDated));
}

/** That the map has not started; shown only where that is so. */
export const troubleNode = (/** @type {Words} */ given) =>
  element(
    "p",
    { id: "trouble", class: "trouble", role: "alert" },
    wordNode(given, "start.failed"),
  );

function participantItem(/** @type {Words} */ given, id) {
  const part = given.payload.participations[id];
  const { occurrence } = part;
  return element(
    "li",
    toldBy(id, given.payload.meetings[part.meeting].date, part),
    element("strong", {}, actorNode(given, part.actor)),
    colonNode(given),
    partNodes(given, part),
    occurrence !== "actual" && [", ", wordNode(given, `occurrence.${occurrence}`)],
    ". ",
    citationNode(given, part.source),
  );
}

function statementItem(/** @type {Words} */ given, id) {
  const said = given.payload.statements[id];
  return element(
    "li",
    toldBy(id, said.date, said),
    element("strong", {}, actorNode(given, said.actor)),
    ", ",
    dateNode(given, said),
    colonNode(given),
    freeText(given, said.text, said.lang),
    " ",
    citationNode(given, said.source),
  );
}

function claimItem(/** @type {Words} */ given, claim) {
  const isCounted = claim.figure && given.wording.figure(claim.figure);
  const counted = () => [
    element("strong", {}, figureNode(given, claim.figure)),
    " ",
    countedNodes(given, claim),
  ];
  return element(
    "li",
    toldBy(claim.id, claim.date, claim),
    dateNode(given, claim),
    ", ",
    wordNode(given, `claim_kind.${claim.kind}`),
    colonNode(given),
    isCounted ? counted() : freeText(given, claim.scope, "en"),
    ". ",
    citationNode(given, claim.source),
  );
}

/** What is counted: the unit, unless the scope begins with it, and the scope. */
const countedNodes = (/** @type {Words} */ given, { unit, scope }) => [
  unit !== undefined && [freeText(given, unit, "en"), ", "],
  freeText(given, scope, "en"),
];

/**
 * What no source places, each with its source; nothing if there is none.
 * @param {Words} given
 * @param {{participations: string[], statements: string[], claims: object[]}} unplaced
 */
export function unplacedSection(given, { participations, statements, claims }) {
  const groups = {
    participants: participations.map((id) => participantItem(given, id)),
    statements: statements.map((id) => statementItem(given, id)),
    claims: claims.map((claim) => claimItem(given, claim)),
  };
  const some = Object.entries(groups).filter(([, items]) => items.length);
  if (!some.length) return [];
  const lists = some.map(([name, items]) => [
    wordNode(given, `unplaced.${name}`, "h3"),
    element("ul", {}, items),
  ]);
  // Said where a date or filters leave nothing of them.
  const nothing = labelled(given, "t", "filter.nothing", "p", { hidden: true });
  return titledSection(given, "unplaced", [nothing, lists]);
}

/** What other sources say of the countries that the definition names. */
export function besideNodes(/** @type {Words} */ given, ids) {
  if (!ids.length) return [];
  const newest = newestIds(given.payload.statements, ids);
  const items = newest.map((id) => statementItem(given, id));
  return titledSection(given, "beside", element("ul", {}, items));
}

/** Where countries stood over time, and who changed their minds; not for one date. */
export function stripsSection(/** @type {Words & Shown<"state" | "stops" | "histories">} */ given) {
  if (!hasStrips(given)) return [];
  const make = PLAIN_STRIPS(given);
  // Of a large map there are not all rows here.
  const isLarge = given.payload.large !== undefined;
  const drawn = isLarge
    ? labelled(given, "large", "strips", "p")
    : stripNodes(given, "stands", make.nameOf);
  const strips = element("div", { class: "strips" }, drawn);
  const minds = element("ol", { class: "minds" }, isLarge ? [] : mindItems(given, make));
  const unfolded = (key, node) =>
    element("details", { open: true }, wordNode(given, key, "summary"), node);
  const content = [unfolded("strips.show", strips), unfolded("strips.minds", minds)];
  return titledSection(given, "strips", content);
}

function titledSection(/** @type {Words} */ given, name, content) {
  const words = [wordNode(given, `${name}.title`, "h2"), wordNode(given, `${name}.intro`, "p")];
  return [element("section", { id: name }, words, content)];
}

/** How the map was made, whose view the boundaries show, and how to cite it. */
export function aboutNodes(/** @type {Words} */ given) {
  const { licence, as_told: asTold } = given.payload;
  const rule = `about.rule.${asTold ? "as_told" : "best_supported"}`;
  const keys = ["about.data", rule, "about.figures", "about.boundaries"];
  return [
    wordNode(given, "about.title", "h2"),
    keys.map((key) => wordNode(given, key, "p")),
    element(
      "p",
      {},
      licence && [wordNode(given, "about.data_licence"), ` ${isolated(licence)}. `],
      wordNode(given, "about.licence"),
    ),
    citedAs(given),
    madeFrom(given),
  ].flat();
}

function citedAs(/** @type {Words} */ given) {
  const { licence, as_of: date } = given.payload;
  return element(
    "p",
    { class: "citation" },
    wordNode(given, "about.cite"),
    " ",
    labelled(given, "say", "title", "cite"),
    ". Pledgemap. ",
    wordNode(given, "as_of"),
    " ",
    asOfNode(given),
    stopNode(given),
    licence && ` ${stopped(isolated(licence))}`,
  );
}

/** The files that the page was made from, with the beginning of each digest. */
function madeFrom(/** @type {Words} */ given) {
  const { pledgemap, made_from: groups } = given.payload;
  const files = ["definition", "tables", "boundaries"].flatMap((group) =>
    Object.entries(groups[group]),
  );
  const items = files.map(([name, digest]) =>
    element("li", {}, `${name} `, element("code", { text: digest.slice(0, SHOWN_DIGITS) })),
  );
  const note = wordNode(given, "about.made_from_note");
  return element(
    "details",
    { class: "made-from" },
    wordNode(given, "about.made_from", "summary"),
    element("p", {}, `Pledgemap ${pledgemap}. `, note),
    element("ul", {}, items),
  );
}
