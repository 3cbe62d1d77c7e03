// Words, numbers and dates of the page's language.  Pure: everything comes from the
// payload and from Intl.

import { isolated } from "../common/isolated.js";

const LOCALES = { en: "en-GB" };

/** The locale of a language of the page: English as Europe writes dates. */
export function localeOf(language) {
  return LOCALES[language] ?? language;
}

/** A word as a text begins with it; words are written as they stand in a sentence. */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const dateFormats = {};
const numberFormats = {};
const pluralRules = {};
const collators = {};
const listFormats = {};

/** The format of dates of so many parts; made once, for making one is slow. */
function dateFormat(locale, parts) {
  /** @type {Intl.DateTimeFormatOptions["month"]} */
  const month = parts > 1 ? "long" : undefined;
  const day = parts > 2 ? "numeric" : undefined;
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { year: "numeric", month, day, timeZone: "UTC" };
  return (dateFormats[locale + parts] ??= new Intl.DateTimeFormat(locale, options));
}

const numberFormat = (locale) =>
  (numberFormats[locale] ??= new Intl.NumberFormat(locale));
const listFormat = (locale, type) =>
  (listFormats[locale + type] ??= new Intl.ListFormat(locale, { type }));
const collatorOf = (locale) => (collators[locale] ??= new Intl.Collator(locale));
const pluralsOf = (locale) => (pluralRules[locale] ??= new Intl.PluralRules(locale));
/** A year and its abbreviated word stay together ("2026 р."), as CLDR has it. */
const yearTogether = (text) => text.replace(/(\d)\s(\p{L}+\.)$/u, "$1\u202f$2");
/** In French the first of a month is an ordinal, which CLDR leaves out. */
const firstOfMonth = (text, language) =>
  language === "fr" ? text.replace(/^1 /, "1er ") : text;

/**
 * The key of what a standing is called: who was only announced took part in nothing.
 * @param {{status?: string, strength?: string}} [standing]
 */
export function standingKey({ status = "no_data", strength } = {}) {
  return strength === "announced" ? "standing.announced" : `status.${status}`;
}

/**
 * @param {object} payload
 * @returns {Wording} set its `language` to change the language
 */
export function createWording(payload) {
  const wording = /** @type {Wording} */ ({ language: payload.language });
  const locale = () => localeOf(wording.language);

  /** A word by its key, with `{name}` replaced; a missing key shows itself. */
  wording.say = (key, values = {}) => {
    const text = payload.words[wording.language][key] ?? key;
    return text.replace(/\{(\w+)\}/g, (slot, name) =>
      Object.hasOwn(values, name) ? isolated(String(values[name])) : slot,
    );
  };
  wording.knows = (key) => key in payload.words[wording.language];
  /** A word that depends on a number: keys `….one`, `….few`, `….many`, `….other`. */
  wording.count = (key, n, values = {}) => {
    const form = `${key}.${wording.plural(n)}`;
    return wording.say(wording.knows(form) ? form : `${key}.other`, {
      ...values,
      n: wording.number(n),
    });
  };
  wording.number = (n) => numberFormat(locale()).format(n);
  /**
   * One text of several languages, or else the English one, or else any.
   * @param {object} [texts] by language
   * @param {string} [language] the page's, if no other is asked for
   * @returns {{text: string, lang?: string}} `lang` where it is not that language
   */
  wording.told = (texts = {}, language = wording.language) => {
    const own = texts[language];
    if (own !== undefined) return { text: own };
    const lang = "en" in texts ? "en" : Object.keys(texts)[0];
    return { text: texts[lang] ?? "", lang };
  };
  /**
   * A text of the tables: a place among the translated ones, or the text itself.
   * @param {number|string} [text]
   * @param {string} [lang] of a text itself
   * @returns {object} attributes for an element: `text`, its `lang` where it is not the
   *   page's language, and `data-in`, which says so where that is English
   */
  wording.free = (text = "", lang) => {
    const said = typeof text === "number" ? wording.told(payload.texts[text]) : { text, lang };
    const isEnglish = said.lang === "en" && wording.language !== "en" && said.text;
    return isEnglish ? { ...said, "data-in": wording.say("language.in_english") } : said;
  };
  wording.pick = (texts) => wording.told(texts).text;
  wording.place = (id) => wording.pick(payload.places[id]?.name) || id;
  /** The name of a country, organisation or region. */
  wording.actor = (id) =>
    payload.names[wording.language][id] ??
    (wording.pick(payload.actors[id]?.name) || id);
  /** A meeting by name and date; several may have one name. */
  wording.meeting = (id) => {
    const { name, date } = payload.meetings[id] ?? {};
    return name ? `${isolated(wording.pick(name))}, ${wording.date(date)}` : "";
  };
  /**
   * A mere enumeration; as a `conjunction` it has an "and", as a `disjunction` an "or".
   * @param {string[]} items
   * @param {Intl.ListFormatType} [type]
   */
  wording.list = (items, type = "unit") =>
    listFormat(locale(), type).format(items.map(isolated));
  /** The plural form that goes with a number: "one", "few", "other". */
  wording.plural = (n) => pluralsOf(locale()).select(n);
  wording.compare = (a, b) => collatorOf(locale()).compare(a, b);
  /** Texts that hold commas of their own, parted by the language's own semicolons. */
  wording.parted = (texts) =>
    texts
      .map((text, i) => (texts[i + 1] ? wording.say("semicolon", { text }) : text))
      .join(" ");
  /** What is said of a name, with the language's own colon. */
  wording.pair = (name, said) => wording.say("map.pair", { name, said });

  /**
   * A date in words, to its own precision.
   * @param {string} date "2025", "2025-03" or "2025-03-11"
   * @param {boolean} [approximate]
   * @param {string} [language] another than the page's
   */
  wording.date = (date, approximate, language = wording.language) => {
    const format = dateFormat(localeOf(language), date.split("-").length);
    const text = firstOfMonth(yearTogether(format.format(new Date(date))), language);
    if (!approximate) return text;
    const isDay = date.split("-").length > 2;
    return wording.say(isDay ? "date.about_day" : "date.about", { date: text });
  };

  /** A phrase with a date, in its form for a day, or for a month or a year. */
  wording.dated = (key, date) => {
    const precision = date.split("-").length > 2 ? "day" : "month";
    return wording.say(`${key}${precision}`, { date: wording.date(date) });
  };
  /** From when on: "since 6 January 2026", "since about August 2025". */
  wording.since = (date, approximate) =>
    wording.dated(approximate ? "since.about_" : "since.", date);

  /** A figure's number with its qualifier: "more than 10,000", "50 to 250". */
  wording.figureNumber = ({ min, max, qualifier = "exact", words }) => {
    if (qualifier === "withheld") return wording.say("figure.withheld");
    if (min === undefined && max === undefined) {
      const { text } = wording.free(words);
      return text ? wording.say("quoted", { text }) : "";
    }
    const [low, high] = [min ?? max, max ?? min].map(wording.number);
    const span =
      low === high ? low : wording.say("figure.range", { min: low, max: high });
    if (qualifier === "exact" || qualifier === "range") return span;
    return wording.say(`figure.${qualifier}`, { n: span });
  };
  /** What the map counts, in the form for a number: "refugees"; blank on maps of troops. */
  wording.unit = (n) => {
    if (n === undefined || !wording.knows("unit.other")) return "";
    const form = `unit.${wording.plural(n)}`;
    return wording.say(wording.knows(form) ? form : "unit.other");
  };
  /** What a figure counts: "already deployed in Eastern Europe". */
  wording.figureMeaning = ({ meaning, place }) => {
    const where = payload.places[place]?.where;
    if (meaning === "deployed_elsewhere" && where) {
      return wording.say("figure.deployed_where", { where: wording.pick(where) });
    }
    // A figure that is counted is one of the map's unit, which goes without saying.
    const label = meaning && meaning !== "counted" ? wording.say(`meaning.${meaning}`) : "";
    return [label, place && `(${isolated(wording.place(place))})`].filter(Boolean).join(" ");
  };
  /**
   * A figure as a map writes it: "≈ 7,500, est."; what is no pledge, and what is weak, is
   * marked so.  Shortly, it does not say where troops are.
   */
  wording.figureLabel = ({ meaning, place, ...figure }, weak, isShort) => {
    const number = wording.figureNumber({ ...figure, qualifier: "exact" });
    const isAbout = figure.qualifier === "about";
    const n = isAbout ? wording.say("figure.label.about", { n: number }) : wording.figureNumber(figure);
    const where = !isShort && payload.places[place]?.where;
    const isThere = meaning === "deployed_elsewhere" && where;
    const key = `figure.label.${isThere ? "deployed_where" : meaning}`;
    const said = wording.knows(key) ? wording.say(key, { n, where: wording.pick(where || {}) }) : n;
    return weak ? wording.say("figure.label.weak", { said }) : said;
  };
  wording.figure = (figure) =>
    [wording.figureNumber(figure), wording.unit(figure.max ?? figure.min), wording.figureMeaning(figure)]
      .filter(Boolean)
      .join(" ");

  return wording;
}
