// What one text says, claim by claim: its own words, what they are read to mean, and what
// other sources say of them.  It stands in the page without the script, too.

import { element } from "./dom.js";

/** A word of the page. */
const claimWord = ({ wording }, key, tag) =>
  element(tag, { "data-t": key, "text": wording.say(key) });

/** A text of the tables, by its place among the translated ones or as it stands. */
function claimText({ wording }, text, lang, tag = "span", more = {}) {
  const place = typeof text === "number" ? text : undefined;
  return element(tag, { "data-text": place, ...wording.free(text, lang), ...more });
}

/** Who published a source, as a link to its entry in the list. */
const claimCitation = (page, { id, publisher }) => [
  " ",
  claimText(page, publisher, undefined, "a", { class: "publisher", href: `#source-${id}` }),
];

const claimFact = (page, key, ...content) =>
  element("div", {}, claimWord(page, key, "dt"), element("dd", {}, content));

/** Its rows beside the map, and the countries that it names, as far as they are known. */
function marksOfClaim({ payload, wording }, { rows, actors }) {
  const known = actors.filter((id) => payload.countries[id]);
  const links = rows.map(([id, href]) => {
    const isBeside = href.startsWith("#told-");
    const look = isBeside ? { "data-t": "unplaced.title", "text": wording.say("unplaced.title") } : { text: id };
    return element("a", { href, ...look });
  });
  const names = known.map((id) =>
    element("span", { "data-country": id, "data-claims": "", "text": wording.actor(id) }),
  );
  return [...links, ...names].flatMap((node, i) => (i ? [", ", node] : [node]));
}

function claimItem(page, claim) {
  const { id, words, says, reading, check, source, note } = claim;
  const marks = marksOfClaim(page, claim);
  const of = words === undefined ? undefined : claim.lang;
  return element(
    "li",
    { id: `claim-${id}` },
    words !== undefined && element("q", { lang: claim.lang, text: words }),
    claimText(page, says, "en", "p", {
      "class": "says",
      "data-of": of,
      "hidden": isSaidAlready(page.wording.language, of),
    }),
    element(
      "dl",
      {},
      reading !== undefined && claimFact(page, "article.reading", claimText(page, reading, "en")),
      check !== undefined &&
        claimFact(page, "article.check", claimText(page, check, "en"), source && claimCitation(page, source)),
      note !== undefined && claimFact(page, "details.note", claimText(page, note, "en")),
      marks.length > 0 && claimFact(page, "article.on_map", marks),
    ),
  );
}

/** Who reads the text's own language needs no translation of its words. */
const isSaidAlready = (language, lang) => language === lang;

/**
 * The section of the page; nothing if the map has no table of what a text says.
 * @param {object} page
 * @param {object[]} claims
 * @returns {Element[]}
 */
export function articleSection(page, claims) {
  if (!claims.length) return [];
  const list = element(
    "ol",
    {},
    claims.map((claim) => claimItem(page, claim)),
  );
  const title = claimWord(page, "article.title", "h2");
  return [element("section", { id: "article" }, title, claimWord(page, "article.intro", "p"), list)];
}

/**
 * Let the section follow the language, and its countries open on the map.
 * @param {object} page
 */
export function addArticle(page) {
  const { state, payload, land, stage } = page;
  /** @type {NodeListOf<HTMLElement>} */
  const sayings = document.querySelectorAll("#article .says");
  const follow = ({ language }) => {
    for (const node of sayings) node.hidden = isSaidAlready(language, node.dataset.of);
  };
  for (const name of document.querySelectorAll("#article [data-claims]")) {
    const country = name.getAttribute("data-country");
    if (!payload.countries[country] || !land.countries[country]) continue;
    const onclick = () => {
      stage.scrollIntoView({ block: "start" });
      page.open(country);
    };
    const button = element("button", { type: "button", class: "plain", onclick });
    name.replaceWith(button);
    button.append(name);
  }
  state.follow(["language"], follow);
  follow(state.get());
}
