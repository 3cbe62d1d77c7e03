// Which statement decides a country's status, and how firmly: the rule of
// geo/join/standing.py, for any date and filter.  Pure; a test holds the two alike.

import { firstDay } from "./partial_dates.js";

const NO_POSITION = "took_part_only";

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
 * Apply the rule to one country's statements.
 * @param {{id, date, status, confidence, weak}[]} voices entries of the payload's
 *   statements with their ids
 * @param {{commitment: string[], confidence: string[]}} terms in order
 * @param {boolean} [asTold] take every statement at its word
 * @returns {{status, basis: string[], strength, contested}|undefined}
 */
export function decide(voices, terms, asTold = false) {
  if (!voices.length) return undefined;
  const positions = (pool) => pool.filter(({ status }) => status !== NO_POSITION);
  const sound = voices.filter(({ weak }) => !weak);
  const weak = voices.filter((voice) => voice.weak);
  const pools = asTold
    ? [
        ["as_told", positions(voices)],
        ["as_told", voices],
      ]
    : [
        ["sound", positions(sound)],
        ["sound", sound],
        ["weak", positions(weak)],
        ["weak", weak],
      ];
  const [strength, pool] = pools.find(([, candidates]) => candidates.length);
  return latest(pool, strength, terms);
}

function latest(pool, strength, { commitment, confidence }) {
  const ofTheDay = ofTheLatestDay(pool, ({ date }) => date);
  const doubt = (voice) => -confidence.indexOf(voice.confidence);
  const best = leastOf(ofTheDay, (voice) => [
    doubt(voice),
    commitment.indexOf(voice.status),
  ]);
  const agreeing = ofTheDay
    .filter(({ status }) => status === best.status)
    .sort((a, b) => doubt(a) - doubt(b));
  return {
    status: best.status,
    basis: agreeing.map(({ id }) => id),
    strength,
    contested: agreeing.length < ofTheDay.length,
  };
}
