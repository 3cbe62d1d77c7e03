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

/** The way past them, title and headline; and where the record ends, if that is known. */
export function headingNodes(page, snapshot) {
  const { nodes, lang, isDated } = headlineOf(page, snapshot);
  const finding = element("p", { class: "finding", lang }, nodes);
  const end = page.payload.read_until && [" ", element("p", { class: "as-of" }, asOfNodes(page, isDated))];
  const unsourced = page.payload.sources[NO_SOURCE];
  const warned = unsourced && [
    " ",
    element("p", { class: "unsourced" }, freeText(page, unsourced.title, "en"), "."),
  ];
  return [
    labelled(page, "t", "skip.map", "a", { class: "skip", href: "#stage" }),
    labelled(page, "say", "title", "h1"),
    element("div", { class: "answer" }, finding, end, warned),
  ];
}

/** Under the map, the date of the data; not where the first lines say where the record ends. */
export function asOfLine(page, snapshot) {
  if (page.payload.read_until) return [];
  const { isDated } = headlineOf(page, snapshot);
  return element("p", { class: "as-of note" }, asOfNodes(page, isDated));
}

/** That the map has not started; shown only where that is so. */
export const troubleNode = (page) =>
  element(
    "p",
    { id: "trouble", class: "trouble", role: "alert" },
    wordNode(page, "start.failed"),
  );

function participantItem(page, id) {
  const part = page.payload.participations[id];
  const { occurrence } = part;
  return element(
    "li",
    toldBy(id, page.payload.meetings[part.meeting].date, part),
    element("strong", {}, actorNode(page, part.actor)),
    colonNode(page),
    partNodes(page, part),
    occurrence !== "actual" && [", ", wordNode(page, `occurrence.${occurrence}`)],
    ". ",
    citationNode(page, part.source),
  );
}

function statementItem(page, id) {
  const said = page.payload.statements[id];
  return element(
    "li",
    toldBy(id, said.date, said),
    element("strong", {}, actorNode(page, said.actor)),
    ", ",
    dateNode(page, said),
    colonNode(page),
    freeText(page, said.text, said.lang),
    " ",
    citationNode(page, said.source),
  );
}

function claimItem(page, claim) {
  const isCounted = claim.figure && page.wording.figure(claim.figure);
  const counted = () => [
    element("strong", {}, figureNode(page, claim.figure)),
    " ",
    countedNodes(page, claim),
  ];
  return element(
    "li",
    toldBy(claim.id, claim.date, claim),
    dateNode(page, claim),
    ", ",
    wordNode(page, `claim_kind.${claim.kind}`),
    colonNode(page),
    isCounted ? counted() : freeText(page, claim.scope, "en"),
    ". ",
    citationNode(page, claim.source),
  );
}

/** What is counted: the unit, unless the scope begins with it, and the scope. */
const countedNodes = (page, { unit, scope }) => [
  unit !== undefined && [freeText(page, unit, "en"), ", "],
  freeText(page, scope, "en"),
];

/**
 * What no source places, each with its source; nothing if there is none.
 * @param {object} page
 * @param {{participations: string[], statements: string[], claims: object[]}} unplaced
 */
export function unplacedSection(page, { participations, statements, claims }) {
  const groups = {
    participants: participations.map((id) => participantItem(page, id)),
    statements: statements.map((id) => statementItem(page, id)),
    claims: claims.map((claim) => claimItem(page, claim)),
  };
  const some = Object.entries(groups).filter(([, items]) => items.length);
  if (!some.length) return [];
  const lists = some.map(([name, items]) => [
    wordNode(page, `unplaced.${name}`, "h3"),
    element("ul", {}, items),
  ]);
  // Said where a date or filters leave nothing of them.
  const nothing = labelled(page, "t", "filter.nothing", "p", { hidden: true });
  return titledSection(page, "unplaced", [nothing, lists]);
}

/** What other sources say of the countries that the definition names. */
export function besideNodes(page, ids) {
  if (!ids.length) return [];
  const newest = newestIds(page.payload.statements, ids);
  const items = newest.map((id) => statementItem(page, id));
  return titledSection(page, "beside", element("ul", {}, items));
}

/** Where countries stood over time, and who changed their minds; not for one date. */
export function stripsSection(page) {
  if (!hasStrips(page)) return [];
  const make = PLAIN_STRIPS(page);
  // Of a large map there are not all rows here.
  const isLarge = page.payload.large !== undefined;
  const drawn = isLarge
    ? labelled(page, "large", "strips", "p")
    : stripNodes(page, "stands", make.nameOf);
  const strips = element("div", { class: "strips" }, drawn);
  const minds = element("ol", { class: "minds" }, isLarge ? [] : mindItems(page, make));
  const unfolded = (key, node) =>
    element("details", { open: true }, wordNode(page, key, "summary"), node);
  const content = [unfolded("strips.show", strips), unfolded("strips.minds", minds)];
  return titledSection(page, "strips", content);
}

function titledSection(page, name, content) {
  const words = [wordNode(page, `${name}.title`, "h2"), wordNode(page, `${name}.intro`, "p")];
  return [element("section", { id: name }, words, content)];
}

/** How the map was made, whose view the boundaries show, and how to cite it. */
export function aboutNodes(page) {
  const { licence, as_told: asTold } = page.payload;
  const rule = `about.rule.${asTold ? "as_told" : "best_supported"}`;
  const keys = ["about.data", rule, "about.figures", "about.boundaries"];
  return [
    wordNode(page, "about.title", "h2"),
    keys.map((key) => wordNode(page, key, "p")),
    element(
      "p",
      {},
      licence && [wordNode(page, "about.data_licence"), ` ${isolated(licence)}. `],
      wordNode(page, "about.licence"),
    ),
    citedAs(page),
    madeFrom(page),
  ].flat();
}

function citedAs(page) {
  const { licence, as_of: date } = page.payload;
  return element(
    "p",
    { class: "citation" },
    wordNode(page, "about.cite"),
    " ",
    labelled(page, "say", "title", "cite"),
    ". Pledgemap. ",
    wordNode(page, "as_of"),
    " ",
    asOfNode(page),
    stopNode(page),
    licence && ` ${stopped(isolated(licence))}`,
  );
}

/** The files that the page was made from, with the beginning of each digest. */
function madeFrom(page) {
  const { pledgemap, made_from: groups } = page.payload;
  const files = ["definition", "tables", "boundaries"].flatMap((group) =>
    Object.entries(groups[group]),
  );
  const items = files.map(([name, digest]) =>
    element("li", {}, `${name} `, element("code", { text: digest.slice(0, SHOWN_DIGITS) })),
  );
  const note = wordNode(page, "about.made_from_note");
  return element(
    "details",
    { class: "made-from" },
    wordNode(page, "about.made_from", "summary"),
    element("p", {}, `Pledgemap ${pledgemap}. `, note),
    element("ul", {}, items),
  );
}
