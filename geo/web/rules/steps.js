// What holds from one day to the next, as steps in order, each with the `day` on which it
// begins.  Pure.

import { grouped } from "../common/grouping.js";
import { firstDay } from "./partial_dates.js";

/**
 * The step that holds on a day; the last one without a day.
 * @param {any[]} steps
 * @param {string} [day]
 * @returns {any} undefined before the first one
 */
export function stepOn(steps, day) {
  let [from, to] = [0, steps.length];
  if (day === undefined) return steps[to - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (steps[middle].day <= day) from = middle + 1;
    else to = middle;
  }
  return steps[from - 1];
}

/**
 * Go through rows as they became known: what is told after each day is a step.
 * @template T
 * @param {T[]} rows in table order
 * @param {function(T): {known?: string, date: string}} saidOf
 * @param {function(T, number): void} take a row and its place in the table
 * @param {function(): object} tell what holds then
 * @returns {any[]} what was told, each with its `day`
 */
export function stepsOver(rows, saidOf, take, tell) {
  const less = (/** @type {string} */ a, /** @type {string} */ b) => Number(a > b) - Number(a < b);
  const placed = rows.map((row, at) => {
    const { known = "", date } = saidOf(row);
    return { row, at, known, first: firstDay(date) };
  });
  placed.sort((a, b) => less(a.known, b.known) || less(a.first, b.first) || a.at - b.at);
  return [...grouped(placed, ({ known }) => known)].map(([day, own]) => {
    for (const { row, at } of own) take(row, at);
    return { day, ...tell() };
  });
}
