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
 * @type {Record<string, (given: Words, value: string, approximate?: boolean) =>
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
  "since": (given, country) => inOwn(sinceText(given, given.payload.countries[country])),
  "large": ({ payload, wording }, key) => {
    const { all, tabled } = payload.large;
    const numbers = { all: wording.number(all), tabled: wording.number(tabled) };
    return inOwn(wording.say(`large.${key}`, numbers));
  },
  "read": ({ wording }, date) => inOwn(wording.dated("record.read_", date)),
  "replaced": ({ payload, wording }, id) =>
    inOwn(wording.say("replaced", { date: wording.date(payload.governments[id].date) })),
  "text": (given, place) => ({
    ...given.wording.free(Number(place)),
    "data-opening": openingText(given, Number(place)),
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
function openingText(/** @type {Words} */ { payload, wording }, place) {
  if (wording.language === payload.language) return undefined;
  const { text, lang = payload.language } = wording.told(payload.texts[place], payload.language);
  return JSON.stringify({ [lang]: text });
}

const namedIn = (wording, records, id) =>
  Object.hasOwn(records, id) ? wording.told(records[id].name) : inOwn(id);

/**
 * Make an element that shows a word, a date, a figure or a name.
 * @param {Words} given
 * @param {string} kind what it shows, a key of `SHOWS`
 * @param {string} value which one
 * @param {string} [tag]
 * @param {object} [more] attributes
 */
export function labelled(given, kind, value, tag = "span", more = {}) {
  const shown = SHOWS[kind](given, value, Boolean(more["data-approximate"]));
  return element(tag, { [`data-${kind}`]: value, ...more, ...shown });
}

export const wordNode = (/** @type {Words} */ given, key, tag) => labelled(given, "t", key, tag);

/** Several words in one element, parted by commas; empty if there are none. */
export const wordsNode = (/** @type {Words} */ given, keys, tag) =>
  keys.length ? labelled(given, "words", keys.join(" "), tag) : element(tag);

/** The language's own colon, with the space before it that French has. */
export const colonNode = (/** @type {Words} */ given) => labelled(given, "colon", "");

/** The language's own semicolon. */
export const semicolonNode = (/** @type {Words} */ given) => labelled(given, "semicolon", "");

/** The point after the date of the data, which in some languages has one of its own. */
export function stopNode(/** @type {Words} */ { payload, wording }) {
  const date = wording.date(payload.as_of);
  return element("span", { "data-stop": true, "text": stopped(date).slice(date.length) });
}

/** A country, organisation or region. */
export function actorNode(/** @type {Words} */ given, id, tag, more) {
  const isCountry = Object.hasOwn(given.payload.names[given.wording.language], id);
  return labelled(given, isCountry ? "country" : "actor", id, tag, more);
}

/** The date of a statement or of a meeting. @param {Words} given */
export function dateNode(given, { date, approximate = false }, tag = "time", more = {}) {
  const machine = tag === "time" && { datetime: date };
  const look = { ...machine, "data-approximate": approximate, ...more };
  return labelled(given, "date", date, tag, look);
}

/** The date of the data, which the heading keeps. */
export const asOfNode = (/** @type {Words} */ given) =>
  dateNode(given, { date: given.payload.as_of }, "time", { "data-as-of": true });

export const figureNode = (/** @type {Words} */ given, value, tag) =>
  labelled(given, "figure", JSON.stringify(value), tag);

/**
 * A text of the tables: told in the page's language where it is translated, else in its
 * own, which it says where that is known.
 * @param {Words} given
 * @param {number|string|undefined} text
 * @param {string} [lang]
 * @param {string} [tag]
 * @param {object} [more] attributes
 */
export const freeText = (given, text, lang, tag = "span", more = {}) =>
  typeof text === "number"
    ? labelled(given, "text", String(text), tag, more)
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
 * @param {Words} given
 */
export function translate(root, given) {
  const { wording } = given;
  /** @returns {NodeListOf<HTMLElement>} */
  const labelledBy = (kind) => root.querySelectorAll(`[data-${kind}]`);
  for (const [kind, shows] of Object.entries(SHOWS)) {
    for (const node of labelledBy(kind)) {
      tell(node, shows(given, node.dataset[kind], "approximate" in node.dataset));
    }
  }
  for (const node of labelledBy("t-label")) {
    node.setAttribute("aria-label", wording.say(node.dataset.tLabel));
  }
  const whole = document.documentElement;
  // Written even as it is, a page's language has all of its style reckoned anew.
  if (whole.lang === wording.language) return;
  whole.lang = wording.language;
  whole.dir = wording.say("language.direction");
}
