// What one text says, claim by claim: its own words, what they are read to mean, and what
// other sources say of them.  It stands in the page without the script, too.

import { citationNode } from "../tables/country_row.js";
import { makeNamesOpen } from "../tables/table_buttons.js";
import { element } from "../common/dom.js";
import { regionsOf } from "../rules/regions.js";
import { actorNode, freeText, wordNode } from "../words/labelled.js";

const claimFact = (/** @type {Words} */ given, key, ...content) =>
  element("div", {}, wordNode(given, key, "dt"), element("dd", {}, content));

/** Its rows beside the map, and the countries that it names, as far as they are known. */
function marksOfClaim(/** @type {Words} */ given, { rows, actors }) {
  const isPlaced = (id) => regionsOf(given, { actor: id, kind: "region" }).length > 0;
  const known = actors.filter((id) => given.payload.countries[id] || isPlaced(id));
  const links = rows.map(([id, href]) =>
    element("a", { href }, href.startsWith("#told-") ? wordNode(given, "unplaced.title") : id),
  );
  const names = known.map((id) => actorNode(given, id, "span", { "data-claims": true }));
  return [...links, ...names].flatMap((node, i) => (i ? [", ", node] : [node]));
}

function sayingItem(/** @type {Words} */ given, claim) {
  const { id, words, says, reading, check, source, note } = claim;
  const marks = marksOfClaim(given, claim);
  const of = words === undefined ? undefined : claim.lang;
  return element(
    "li",
    { id: `claim-${id}` },
    words !== undefined && element("q", { lang: claim.lang, text: words }),
    freeText(given, says, "en", "p", {
      "class": "says",
      "data-of": of,
      "hidden": isSaidAlready(given.wording.language, of),
    }),
    element(
      "dl",
      {},
      reading !== undefined && claimFact(given, "article.reading", freeText(given, reading, "en")),
      check !== undefined &&
        claimFact(given, "article.check", freeText(given, check, "en"), source && [" ", citationNode(given, source)]),
      note !== undefined && claimFact(given, "details.note", freeText(given, note, "en")),
      marks.length > 0 && claimFact(given, "article.on_map", marks),
    ),
  );
}

/** Who reads the text's own language needs no translation of its words. */
const isSaidAlready = (language, lang) => language === lang;

/**
 * The section of the page; nothing if the map has no table of what a text says.
 * @param {Words} given
 * @param {object[]} claims
 * @returns {Element[]}
 */
export function articleSection(given, claims) {
  if (!claims.length) return [];
  const list = element(
    "ol",
    {},
    claims.map((claim) => sayingItem(given, claim)),
  );
  const title = wordNode(given, "article.title", "h2");
  return [element("section", { id: "article" }, title, wordNode(given, "article.intro", "p"), list)];
}

/**
 * Let the section follow the language, and its countries open on the map.
 * @param {Given<"state" | "isOnMap" | "open" | "showMap">} given
 */
export function addArticle(given) {
  const { state } = given;
  /** @type {NodeListOf<HTMLElement>} */
  const sayings = document.querySelectorAll("#article .says");
  const follow = ({ language }) => {
    for (const node of sayings) node.hidden = isSaidAlready(language, node.dataset.of);
  };
  makeNamesOpen(given, "#article [data-claims]");
  state.follow(["language"], follow);
  follow(state.get());
}
