// Which statement decides a country's status, and how firmly: the rule of
// geo/join/standing.py, for any date and filter.  Pure; a test holds the two alike.

import { grouped } from "../common/grouping.js";
import { firstDay } from "./partial_dates.js";

export const NO_POSITION = "took_part_only";

/** The first of a list for which `cost` is least, by its numbers in order. */
export function leastOf(items, cost) {
  const costs = items.map(cost);
  const less = (a, b) => {
    const i = a.findIndex((value, at) => value !== b[at]);
    return i >= 0 && a[i] < b[i];
  };
  const best = costs.reduce((least, one) => (less(one, least) ? one : least));
  return items[costs.indexOf(best)];
}

/** The countries that the force is for, by the whole record: the map is about them. */
export const subjectsOf = ({ countries }) =>
  Object.keys(countries).filter((id) => countries[id].status === "beneficiary");

/** Those of a list that are dated latest. */
export function ofTheLatestDay(items, dateOf) {
  const days = items.map((item) => firstDay(dateOf(item)));
  const day = days.reduce((latest, one) => (one > latest ? one : latest), "");
  return items.filter((_, i) => days[i] === day);
}

/**
 * Apply the rule to one country's statements: its answer on troops, and on other help.
 * @param {{id, date, statuses: string[], confidence, weak}[]} voices entries of the
 *   payload's statements with their ids
 * @param {{commitment: string[], confidence: string[], help: string[],
 *   nothing: string[], combined}} terms in order
 * @param {boolean} [asTold] take every statement at its word
 * @returns {{status, basis: string[], strength, contested, since?: string,
 *   before?: string, help?: object}|undefined} `since` is the row that took the position
 *   and `before` the answer that it replaced; `help` where the status does not rest on
 *   that alone
 */
export function decide(voices, terms, asTold = false) {
  const pools = poolsOf(voices, asTold);
  if (!pools.length) return undefined;
  const [[strength, best]] = pools;
  const isPosition = (status) => status !== NO_POSITION;
  if (!best.some(({ statuses }) => statuses.some(isPosition))) {
    return latest(best.map((voice) => ({ voice, status: NO_POSITION })), strength, terms);
  }
  const isHelp = (status) => terms.help.includes(status);
  const troops = answerOf(pools, (status) => isPosition(status) && !isHelp(status), terms);
  const help = answerOf(pools, isHelp, terms);
  if (!troops || !help) return troops ?? help;
  // A weak word of help gives no other colour to what a sound one said of troops.
  const isWeaker = help.strength === "weak" && troops.strength !== "weak";
  const both = combinedStatus([troops.status, help.status], terms);
  const status = isWeaker ? troops.status : both;
  const { contested, before, ...told } = help;
  return { ...troops, status, help: told };
}

/**
 * What a country is, or a statement says, of both questions in one status.
 * @param {string[]} answers on troops, and on help, in any order
 * @param {{combined: string[][], help: string[]}} terms
 */
export const combinedStatus = (answers, { combined, help }) =>
  combined.find((one) => answers.includes(one[0]) && answers.includes(one[1]))?.[2] ??
  answers.find((one) => !help.includes(one)) ??
  answers[0];

/** The statuses that a country counts as: its own, and its answer on troops. */
export const countedAs = (status, { combined }) => [
  status,
  ...combined.filter(([, , both]) => both === status).map(([troops]) => troops),
];

/** Does a status say anything of troops: a yes, a no, or that it is weighed? */
export const isOnTroops = (status, { help, nothing }) =>
  status !== NO_POSITION && !help.includes(status) && !nothing.includes(status);

/** Does an entry offer other help that its status does not say? */
export const helpsBeside = ({ status, help }, terms) =>
  Boolean(help) && countedAs(status, terms).length === 1;

/** The voices by how firm they are, the firmest first. */
function poolsOf(voices, asTold) {
  const pools = asTold
    ? [["as_told", voices]]
    : [
        ["sound", voices.filter(({ weak }) => !weak)],
        ["weak", voices.filter(({ weak }) => weak)],
      ];
  return pools.filter(([, pool]) => pool.length);
}

/** Decide one question, by the terms that answer it. */
function answerOf(pools, isAnswer, terms) {
  for (const [strength, pool] of pools) {
    const answers = pool.flatMap((voice) =>
      voice.statuses.filter(isAnswer).map((status) => ({ voice, status })),
    );
    if (answers.length) return held(answers, strength, terms);
  }
  return undefined;
}

const dayOf = ({ voice }) => firstDay(voice.date);

/** Decide by the latest day, and find since which day the same was decided. */
function held(answers, strength, terms) {
  const days = [...grouped(answers, dayOf)].sort(([a], [b]) => (a < b ? 1 : -1));
  const [now, ...earlier] = days.map(([, ofTheDay]) => ofOneDay(ofTheDay, strength, terms));
  if (terms.nothing.includes(now.status)) return now;
  const other = earlier.findIndex(({ status }) => status !== now.status);
  const first = earlier[(other < 0 ? earlier.length : other) - 1] ?? now;
  return { ...now, since: first.basis[0], ...(other >= 0 && { before: earlier[other].status }) };
}

const latest = (answers, strength, terms) =>
  ofOneDay(ofTheLatestDay(answers, ({ voice }) => voice.date), strength, terms);

function ofOneDay(ofTheDay, strength, { commitment, confidence }) {
  const doubt = ({ voice }) => -confidence.indexOf(voice.confidence);
  const best = leastOf(ofTheDay, (one) => [doubt(one), commitment.indexOf(one.status)]);
  const agreeing = ofTheDay
    .filter(({ status }) => status === best.status)
    .sort((a, b) => doubt(a) - doubt(b));
  return {
    status: best.status,
    basis: agreeing.map(({ voice }) => voice.id),
    strength,
    contested: agreeing.length < ofTheDay.length,
  };
}
