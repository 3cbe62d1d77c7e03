// The finding sentence, its slots filled with what is shown: as geo/page/sentence.py
// fills them.  Pure; a test holds the two alike.

import { figureMarks } from "./figure_marks.js";
import { localeOf } from "./wording.js";

const SLOT_OF_FINDING = /\{([^{}]*)\}/g;
const SENTENCE_ENDS = /[.!?…)»”]$/;
const listFormats = {};

/**
 * @param {string[]} items
 * @param {string} locale
 * @param {Intl.ListFormatType} [type]
 */
function listInWords(items, locale, type = "conjunction") {
  listFormats[locale + type] ??= new Intl.ListFormat(locale, { type });
  return listFormats[locale + type].format(items);
}

/** What stands before a country's name in a sentence, by code: "the: NLD USA | …". */
function articlesOf(text) {
  const groups = text.split(" | ").map((group) => group.split(": "));
  return Object.fromEntries(
    groups.flatMap(([article, codes = ""]) =>
      codes.split(" ").map((id) => [id, article.endsWith("’") ? article : `${article} `]),
    ),
  );
}

/** The first form for one, the last for many; of three, the middle one for few. */
function agreeing(n, forms, locale) {
  const category = new Intl.PluralRules(locale).select(n);
  if (category === "one") return forms[0];
  return category === "few" && forms.length > 2 ? forms[1] : forms[forms.length - 1];
}

/** What a template asks for: a list of its slots, each a kind and what follows. */
const slotsOf = (template) =>
  [...template.matchAll(SLOT_OF_FINDING)].map(([, slot]) => slot.split(/:(.*)/s));

/** The statuses whose countries a template counts or names. */
const countedStatuses = (template) =>
  slotsOf(template)
    .filter(([kind]) => kind === "count" || kind === "countries")
    .map(([, status]) => status);

/**
 * Fill the finding sentence.
 * @param {string} template
 * @param {{countries, statements, asOf}} snapshot as `takeSnapshot` gives it
 * @param {{wording, names, none, record}} language its wording, the names of countries,
 *   and perhaps the template for where no country has the status that is counted first,
 *   or a figure is missing; with the record that the snapshot is of
 * @returns {string}
 */
export function findingText(template, { countries, statements, asOf }, language) {
  const { wording, names, none = template, record } = language;
  const { say } = wording;
  const locale = localeOf(wording.language);
  const members = (status, weak = false) =>
    Object.entries(countries)
      .filter(([, entry]) => entry.status === status)
      .filter(([, { strength }]) => (strength === "weak") === weak)
      .map(([id]) => id);
  const articles = articlesOf(say("sentence.articles"));
  const inAList = (id) => (articles[id] ?? "") + names[id];
  const named = (ids) =>
    listInWords(
      [...ids]
        .sort((a, b) => names[a].localeCompare(names[b], locale))
        .map(inAList),
      locale,
    );
  const marks = (rest) => figuresAsked(rest, statements, record);
  const measures = {
    as_of: () => wording.date(asOf),
    statements: () => String(statements.length),
    speakers: () =>
      String(
        new Set(statements.map(({ actor }) => actor).filter((id) => id in names)).size,
      ),
    count: (status) => String(members(status).length),
    countries: (status) => named(members(status)) || say("sentence.none"),
    agree: (rest) => {
      const [status, ...forms] = rest.split("|");
      return agreeing(members(status).length, forms, locale);
    },
    figure: (rest) => {
      const write = rest.includes("|") ? wording.figureNumber : wording.figure;
      const texts = marks(rest).map(({ figure, weak }) =>
        weak ? `${write(figure)} (${say("strength.weak")})` : write(figure),
      );
      const listed = listInWords([...new Set(texts)], locale, "disjunction");
      return listed || say("sentence.no_figure");
    },
  };
  const first = countedStatuses(template).slice(0, 1);
  const isKnown =
    first.every((status) => members(status).length) &&
    slotsOf(template).every(([kind, rest]) => kind !== "figure" || marks(rest).length);
  const told = isKnown ? template : none;
  const filled = told.replace(SLOT_OF_FINDING, (_, slot) => {
    const [kind, rest] = slot.split(/:(.*)/s);
    return measures[kind](rest);
  });
  // A colour that weak sources alone give is not counted, and so is named.
  const onWeak = [...new Set([...first, ...countedStatuses(told)])]
    .filter((status) => !members(status).length && members(status, true).length)
    .map((status) => `${say(`status.${status}`)} (${named(members(status, true))})`);
  if (!onWeak.length) return filled;
  const stop = SENTENCE_ENDS.test(filled) ? "" : ".";
  return `${filled}${stop} ${say("sentence.weak", { said: wording.list(onWeak) })}`;
}

/**
 * A country's figures of a meaning, or of the foremost meaning that it has: sound ones,
 * or else weak ones.
 */
function figuresAsked(rest, statements, { terms, asTold }) {
  const [country, meaning] = rest.split("|");
  const own = statements.filter(({ actor }) => actor === country);
  const found = (meaning ? [meaning] : terms.meaning)
    .map((one) => figureMarks(own, [one], asTold))
    .filter((marks) => marks.length);
  const told = found.find(([{ weak }]) => !weak) ?? found[0] ?? [];
  return told.map(({ row, weak }) => ({
    figure: own.find(({ id }) => id === row).figure,
    weak,
  }));
}
