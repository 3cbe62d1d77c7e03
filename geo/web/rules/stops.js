// The dates of the slider: each day on which a statement became known.  Pure.

import { grouped } from "../common/grouping.js";
import { firstDay } from "./partial_dates.js";

/**
 * The stops of the slider, in order.
 * @param {{known: string, date: string}[]} statements
 * @returns {{day: string, date: string, count: number}[]} `date` is what the statements
 *   of the day know of it: a day, or a month or year at whose end they count as known
 */
export function stopsOf(statements) {
  const exact = (/** @type {string} */ a, /** @type {string} */ b) => (firstDay(b) > firstDay(a) ? b : a);
  return [...grouped(statements, ({ known }) => known)]
    .map(([day, said]) => ({
      day,
      date: said.map(({ date }) => date).reduce(exact),
      count: said.length,
    }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/**
 * The months in which anything was said, each with its last stop.
 * @param {{day: string, date: string}[]} stops
 * @returns {{month: string, last: {day: string, date: string},
 *   before?: {day: string, date: string}}[]} `before` is the last stop before the month
 */
export function monthsOf(stops) {
  const months = [...grouped(stops, ({ day }) => day.slice(0, 7))];
  const lasts = months.map(([, own]) => own[own.length - 1]);
  return months.map(([month], i) => ({ month, last: lasts[i], before: lasts[i - 1] }));
}

/**
 * The index of the last stop by a day; the first where there is none.
 * @param {{day: string}[]} stops
 * @param {string} day
 */
export function stopBy(stops, day) {
  return Math.max(
    0,
    stops.findLastIndex((stop) => stop.day <= day),
  );
}

/**
 * The stops that a comparison is of, the earlier one first: either may be chosen first.
 * @param {{day: string, date: string}[]} stops
 * @param {{from?: string, date?: string}} choices no `date` means the last stop
 * @returns {{pair: {day: string, date: string}[], isBack: boolean}|undefined} none where
 *   nothing is compared; `isBack` where the date shown is the earlier one
 */
export function comparedOf(stops, { from, date }) {
  if (!from) return undefined;
  const other = stops[stopBy(stops, from)];
  const shown = stops[date ? stopBy(stops, date) : stops.length - 1];
  const isBack = shown.day < other.day;
  return { pair: isBack ? [shown, other] : [other, shown], isBack };
}

/**
 * The stop that a move of the slider means.  Between stops it rests on the earlier one;
 * a key moves it by a stop at least, a key of one day by one stop.
 * @param {{at: number}[]} stops `at` is the stop's place on the slider, in days
 * @param {number} current index
 * @param {number} wanted place on the slider
 * @param {boolean} dragging
 * @returns {number} index
 */
export function movedTo(stops, current, wanted, dragging) {
  const by = Math.max(
    0,
    stops.findLastIndex(({ at }) => at <= wanted),
  );
  const days = wanted - stops[current].at;
  const next = current + Math.sign(days);
  if (dragging || days === 0) return by;
  const far = Math.abs(days) > 1 && (by - current) * Math.sign(days) > 0;
  return far ? by : Math.max(0, Math.min(stops.length - 1, next));
}
