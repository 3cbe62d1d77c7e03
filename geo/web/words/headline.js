// The headline, its slots filled with what is shown.  Pure.

import { tableOf } from "../common/dictionary.js";
import { grouped } from "../common/grouping.js";
import { figureMarks } from "../rules/figure_marks.js";
import { countedAs } from "../rules/standing.js";
import { createWording } from "./wording.js";

const SLOT_OF_HEADLINE = /\{([^{}]*)\}/g;
/** What stands where countries have a status, and is left out where none has. */
const PART_OF_HEADLINE = /\{if:([^{}]*)\}(.*?)\{end\}/gs;
const SENTENCE_ENDS = /[.!?…)»”]$/;

/** What stands before a country's name in a sentence, by code: "the: NLD USA | …". */
function articlesOf(text) {
  const groups = text.split(" | ").map((group) => group.split(": "));
  return tableOf(
    groups.flatMap(([article, codes = ""]) =>
      codes.split(" ").map((id) => [id, article.endsWith("’") ? article : `${article} `]),
    ),
  );
}

/**
 * The word that agrees with a number of a plural form: the first is for one, the last for
 * many; of three, the middle one for few.
 * @param {string} category
 * @param {string[]} forms
 */
export function agreeing(category, forms) {
  if (category === "one") return forms[0];
  return category === "few" && forms.length > 2 ? forms[1] : forms[forms.length - 1];
}

/** What a template asks for: a list of its slots, each a kind and what follows. */
const slotsOf = (template) =>
  [...template.matchAll(SLOT_OF_HEADLINE)].map(([, slot]) => slot.split(/:(.*)/s));

/** The statuses whose countries a template counts or names. */
const countedStatuses = (template) =>
  slotsOf(template)
    .filter(([kind]) => kind === "count" || kind === "countries")
    .map(([, status]) => status);

/** The headline of what is shown, in each language that the definition writes it in. */
export function headlineTexts(/** @type {Shown<"payload" | "record">} */ given, snapshot) {
  const texts = Object.keys(given.payload.sentence).map((language) => [
    language,
    joinedParts(headlineParts(given, snapshot, language)),
  ]);
  return Object.fromEntries(texts);
}

/** The headline in one language that the definition writes it in, in parts. */
export function headlineParts({ payload, record }, snapshot, language) {
  const wording = Object.assign(createWording(payload), { language });
  const names = payload.names[language];
  const none = payload.sentence_none?.[language];
  return filledParts(payload.sentence[language], snapshot, { wording, names, none, record });
}

/** The text of parts of a headline. */
const joinedParts = (parts) => parts.map(({ text }) => text).join("");

/**
 * Fill the headline.  A number of countries keeps the `status` that it counts,
 * and the date of the data is kept as `asOf`.
 * @param {string} template
 * @param {{countries, count, speakers, statements, asOf}} snapshot as `takeSnapshot` gives it
 * @param {{wording, names, none, record}} language its wording, the names of countries,
 *   and perhaps the template for where no country has the status that is counted first,
 *   or a figure is missing; with the record that the snapshot is of
 * @returns {{text: string, status?: string, asOf?: string}[]}
 */
function filledParts(template, { countries, count, speakers, statements, asOf }, language) {
  const { wording, names, none = template, record } = language;
  const { say } = wording;
  const positions = Object.keys(names).flatMap((id) => {
    const { status: own = "no_data", strength } = countries[id] ?? {};
    const weak = strength === "weak" ? "weak" : "";
    return countedAs(own, record.terms).map((status) => ({ id, position: status + weak }));
  });
  const holders = grouped(positions, ({ position }) => position);
  const members = (status, weak = "") => (holders.get(status + weak) ?? []).map(({ id }) => id);
  const articles = articlesOf(say("sentence.articles"));
  const inAList = (id) => (articles[id] ?? "") + names[id];
  const named = (ids) =>
    wording.list(
      [...ids].sort((a, b) => wording.compare(names[a], names[b])).map(inAList),
      "conjunction",
    );
  const marks = (rest) => figuresAsked(rest, statements, record);
  const measures = {
    as_of: () => wording.date(asOf),
    statements: () => String(count),
    speakers: () => String(speakers.filter((id) => id in names).length),
    count: (status) => String(members(status).length),
    countries: (status) => named(members(status)) || say("sentence.none"),
    agree: (rest) => {
      const [status, ...forms] = rest.split("|");
      return agreeing(wording.plural(members(status).length), forms);
    },
    figure: (rest) => {
      const write = rest.includes("|") ? wording.figureNumber : wording.figure;
      const texts = marks(rest).map(({ figure, weak }) =>
        weak ? `${write(figure)} (${say("strength.weak")})` : write(figure),
      );
      const listed = wording.list([...new Set(texts)], "disjunction");
      return listed || say("sentence.no_figure");
    },
  };
  const whole = (text) =>
    text.replace(PART_OF_HEADLINE, (_, status, part) => (members(status).length ? part : ""));
  const first = countedStatuses(whole(template)).slice(0, 1);
  const isKnown =
    first.every((status) => members(status).length) &&
    slotsOf(whole(template)).every(([kind, rest]) => kind !== "figure" || marks(rest).length);
  const told = isKnown ? template : none;
  const spoken = whole(told);
  /** What stands between slots, and in every other place a slot. */
  const filled = spoken.split(SLOT_OF_HEADLINE).map((piece, i) => {
    if (i % 2 === 0) return { text: piece };
    const [kind, rest] = piece.split(/:(.*)/s);
    const more = { count: { status: rest }, as_of: { asOf } }[kind];
    return { text: measures[kind](rest), ...more };
  });
  // A colour that weak sources alone give is not counted, and so is named.
  const onWeak = [...new Set([...first, ...countedStatuses(told)])]
    .filter((status) => !members(status).length && members(status, "weak").length)
    .map((status) => `${say(`status.${status}`)} (${named(members(status, "weak"))})`);
  if (!onWeak.length) return filled;
  const stop = SENTENCE_ENDS.test(joinedParts(filled)) ? "" : ".";
  const text = `${stop} ${say("sentence.weak", { said: wording.list(onWeak) })}`;
  return [...filled, { text }];
}

/**
 * A country's figures of a meaning, or of the foremost meaning that it has: sound ones,
 * or else weak ones.
 */
function figuresAsked(rest, statements, { terms, asTold }) {
  const [country, meaning] = rest.split("|");
  const own = statements.filter(({ actor }) => actor === country);
  const found = (meaning ? [meaning] : terms.meaning)
    .map((one) => figureMarks(own, [one], asTold)())
    .filter((marks) => marks.length);
  const told = found.find(([{ weak }]) => !weak) ?? found[0] ?? [];
  return told.map(({ row, weak }) => ({
    figure: own.find(({ id }) => id === row).figure,
    weak,
  }));
}
