// What changed on the map between two dates, country by country.  Pure.

import { NO_POSITION } from "./standing.js";

const SAID = ["status", "strength", "contested", "help"];

/**
 * The countries that are drawn or said otherwise in `after` than in `before`.
 * @param {object} before a snapshot, as `takeSnapshot` gives it
 * @param {object} after
 * @param {object} statements the payload's, for the figures of marks
 * @returns {{country, before, after, figuresBefore, figuresAfter, figuresNew, restated,
 *   refigured}[]} `before` and `after` are entries of `countries`, blank for none; the
 *   figures are the marks shown, `figuresNew` those that were not before; `restated` says
 *   that the standing changed, `refigured` the figures
 */
export function changesBetween(before, after, statements) {
  const keyOf = ({ row, weak }) => [figureKey(statements[row].figure), weak].join();
  const lacking = (marks, own) => {
    const keys = marks.map(keyOf);
    return own.filter((mark) => !keys.includes(keyOf(mark)));
  };
  const ids = Object.keys({ ...before.countries, ...after.countries });
  return ids
    .map((country) => {
      const [old, now] = [before, after].map(({ countries }) => countries[country]);
      const [figuresBefore, figuresAfter] = [before, after].map(({ marks }) =>
        marksOn(country, marks),
      );
      const figuresNew = lacking(figuresBefore, figuresAfter);
      return {
        country,
        before: old,
        after: now,
        figuresBefore,
        figuresAfter,
        figuresNew,
        restated: isRestated(old, now) && !(isSilent(old) && isSilent(now)),
        refigured: figuresNew.length + lacking(figuresAfter, figuresBefore).length > 0,
      };
    })
    .filter(({ restated, refigured }) => restated || refigured);
}

/** Is another standing said of a country than before? */
export const isRestated = (old, now) =>
  SAID.some((key) => valueOf(old, key) !== valueOf(now, key));

/** Who took part and then spoke without taking a position has changed none. */
const isSilent = (entry) =>
  entry?.status === NO_POSITION && !["weak", "announced"].includes(entry.strength);

function valueOf(entry, key) {
  // Of other help it is said that it is offered, and nothing else.
  if (key === "help") return Boolean(entry?.help);
  return entry?.[key] ?? (key === "status" ? "no_data" : undefined);
}

function marksOn(country, marks) {
  const own = Object.values(marks)
    .flat()
    .filter((mark) => mark.country === country);
  return own.filter(({ row }, i) => own.findIndex((one) => one.row === row) === i);
}

function figureKey({ min, max, qualifier, meaning, place, words }) {
  return [min, max, qualifier, meaning, place, words].join(" ");
}
