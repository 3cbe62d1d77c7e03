// How a position has aged by the map's date, by the rules of geo/join/age.py.  Pure; a
// test holds the two alike.

import { firstDay, lastDay } from "./partial_dates.js";

/** Is a statement for certain over a year old on the map's date? */
export function isOld(/** @type {string} */ said, /** @type {string} */ asOf) {
  const day = lastDay(asOf);
  return lastDay(said) < `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}

/**
 * The year of a statement, where that is over on the map's date: what was counted in it
 * is no number of the map's own.
 * @returns {string} blank where it is not
 */
export function yearBefore(/** @type {string} */ said, /** @type {string} */ asOf) {
  const year = lastDay(said).slice(0, 4);
  return year < lastDay(asOf).slice(0, 4) ? year : "";
}

/** The countries whose position is old. */
export const oldIn = (/** @type {Payload} */ { countries }) =>
  Object.keys(countries).filter((id) => countries[id].old);

/**
 * The government that said something, if it had ended by a date.
 * @param {string} said the date of the statement
 * @param {{id: string, date: string}[]} ends of the country's governments
 * @param {string} known by when an end must have come
 * @returns {string|undefined} its id
 */
export function replacedBy(said, ends, known) {
  const since = ends.filter(
    ({ date }) => lastDay(said) < firstDay(date) && lastDay(date) <= lastDay(known),
  );
  /** @param {typeof ends[0]} one @param {typeof ends[0]} other */
  const first = (one, other) => (firstDay(other.date) < firstDay(one.date) ? other : one);
  return since.length ? since.reduce(first).id : undefined;
}
