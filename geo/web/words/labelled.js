// Elements that say in an attribute what they show: a word, a date, a figure, a name.
// So they are written for the first time, and anew when the language is switched.

import { element } from "../common/dom.js";
import { isStacked } from "../common/stacked.js";
import { stopped } from "./citation.js";
import { sinceText } from "./country_text.js";
import { capital } from "./wording.js";

const inOwn = (text) => ({ text });

/**
 * What an element shows, by the attribute that says it; `lang` where it is another's.
 * @type {Record<string, (page: any, value: string, approximate?: boolean) =>
 *   {text: string, lang?: string, "data-opening"?: string}>}
 */
const SHOWS = {
  "t": ({ wording }, key) => inOwn(wording.say(key)),
  "words": ({ wording }, keys) =>
    inOwn(capital(keys.split(" ").map((key) => wording.say(key)).join(", "))),
  "colon": ({ wording }) => inOwn(wording.pair("", "")),
  "semicolon": ({ wording }) => inOwn(wording.say("semicolon", { text: "" })),
  "country": ({ wording }, id) => inOwn(wording.actor(id)),
  "date": ({ wording }, date, approximate) => inOwn(wording.date(date, approximate)),
  "since": (page, country) => inOwn(sinceText(page, page.payload.countries[country])),
  "large": ({ payload, wording }, key) => {
    const { all, tabled } = payload.large;
    const numbers = { all: wording.number(all), tabled: wording.number(tabled) };
    return inOwn(wording.say(`large.${key}`, numbers));
  },
  "read": ({ wording }, date) => inOwn(wording.dated("record.read_", date)),
  "replaced": ({ payload, wording }, id) =>
    inOwn(wording.say("replaced", { date: wording.date(payload.governments[id].date) })),
  "text": (page, place) => ({
    ...page.wording.free(Number(place)),
    "data-opening": openingText(page, Number(place)),
  }),
  "figure": ({ wording }, json) => inOwn(wording.figure(JSON.parse(json))),
  "say": ({ payload, wording }, key) => wording.told(payload[key]),
  "actor": ({ payload, wording }, id) => namedIn(wording, payload.actors, id),
  "place": ({ payload, wording }, id) => namedIn(wording, payload.places, id),
  "meeting": ({ payload, wording }, id) => namedIn(wording, payload.meetings, id),
};

/**
 * What the page showed of a text when it opened, by language, where another one is
 * shown: the payload leaves it out, and a page that is saved has it from here.
 */
function openingText({ payload, wording }, place) {
  if (wording.language === payload.language) return undefined;
  const { text, lang = payload.language } = wording.told(payload.texts[place], payload.language);
  return JSON.stringify({ [lang]: text });
}

const namedIn = (wording, records, id) =>
  Object.hasOwn(records, id) ? wording.told(records[id].name) : inOwn(id);

/**
 * Make an element that shows a word, a date, a figure or a name.
 * @param {object} page
 * @param {string} kind what it shows, a key of `SHOWS`
 * @param {string} value which one
 * @param {string} [tag]
 * @param {object} [more] attributes
 */
export function labelled(page, kind, value, tag = "span", more = {}) {
  const shown = SHOWS[kind](page, value, Boolean(more["data-approximate"]));
  return element(tag, { [`data-${kind}`]: value, ...more, ...shown });
}

export const wordNode = (page, key, tag) => labelled(page, "t", key, tag);

/** Several words in one element, parted by commas; empty if there are none. */
export const wordsNode = (page, keys, tag) =>
  keys.length ? labelled(page, "words", keys.join(" "), tag) : element(tag);

/** The language's own colon, with the space before it that French has. */
export const colonNode = (page) => labelled(page, "colon", "");

/** The language's own semicolon. */
export const semicolonNode = (page) => labelled(page, "semicolon", "");

/** The point after the date of the data, which in some languages has one of its own. */
export function stopNode({ payload, wording }) {
  const date = wording.date(payload.as_of);
  return element("span", { "data-stop": true, "text": stopped(date).slice(date.length) });
}

/** A country, organisation or region. */
export function actorNode(page, id, tag, more) {
  const isCountry = Object.hasOwn(page.payload.names[page.wording.language], id);
  return labelled(page, isCountry ? "country" : "actor", id, tag, more);
}

/** The date of a statement or of a meeting. */
export function dateNode(page, { date, approximate = false }, tag = "time", more = {}) {
  const machine = tag === "time" && { datetime: date };
  const look = { ...machine, "data-approximate": approximate, ...more };
  return labelled(page, "date", date, tag, look);
}

/** The date of the data, which the heading keeps. */
export const asOfNode = (page) =>
  dateNode(page, { date: page.payload.as_of }, "time", { "data-as-of": true });

export const figureNode = (page, value, tag) =>
  labelled(page, "figure", JSON.stringify(value), tag);

/**
 * A text of the tables: told in the page's language where it is translated, else in its
 * own, which it says where that is known.
 * @param {object} page
 * @param {number|string|undefined} text
 * @param {string} [lang]
 * @param {string} [tag]
 * @param {object} [more] attributes
 */
export const freeText = (page, text, lang, tag = "span", more = {}) =>
  typeof text === "number"
    ? labelled(page, "text", String(text), tag, more)
    : element(tag, { ...more, lang: text && lang, text });

/**
 * Show a text, and say its language where it is not the page's.
 * @param {Element} node
 * @param {{"text": string, "lang"?: string, "data-in"?: string, "data-opening"?: string}} told
 */
export function tell(node, { text, ...look }) {
  node.textContent = text;
  for (const name of ["lang", "data-in", "data-opening"]) {
    if (look[name]) node.setAttribute(name, look[name]);
    else node.removeAttribute(name);
  }
  node.toggleAttribute("data-stacked", isStacked(text));
}

/**
 * Put every labelled element of `root` into the wording's language.
 * @param {ParentNode} root
 * @param {object} page
 */
export function translate(root, page) {
  const { wording } = page;
  /** @returns {NodeListOf<HTMLElement>} */
  const labelledBy = (kind) => root.querySelectorAll(`[data-${kind}]`);
  for (const [kind, shows] of Object.entries(SHOWS)) {
    for (const node of labelledBy(kind)) {
      tell(node, shows(page, node.dataset[kind], "approximate" in node.dataset));
    }
  }
  for (const node of labelledBy("t-label")) {
    node.setAttribute("aria-label", wording.say(node.dataset.tLabel));
  }
  document.documentElement.lang = wording.language;
  document.documentElement.dir = wording.say("language.direction");
}
