// The class of a country's number: which breaks it reaches.  Pure.

import { hasNumber } from "../rules/figure_marks.js";

/** The numbers by marks, which are others at another date. */
const numbersByMarks = new WeakMap();

/**
 * The numbers of a layer's figures by country, and whether weak sources alone say so; of
 * several of one day the least.
 */
export function numbersOf(/** @type {Shown<"payload">} */ { payload }, /** @type {LayerSpec} */ { marks }) {
  if (numbersByMarks.has(marks)) return numbersByMarks.get(marks);
  const numbers = new Map();
  numbersByMarks.set(marks, numbers);
  for (const { row, country, weak } of marks) {
    const { figure } = payload.statements[row];
    const number = figure.max ?? figure.min;
    if (hasNumber(figure) && !(numbers.get(country)?.number <= number)) numbers.set(country, { number, weak });
  }
  return numbers;
}

/** A class by its number, as a status is coloured. */
export const className = (/** @type {number} */ index) => `class-${index}`;

const namesOfLayer = (/** @type {LayerSpec} */ { kind, breaks }) =>
  kind === "value" ? [0, ...breaks].map((_, i) => className(i)) : [];

/** The names of all classes that a map's layers have. */
export const classNames = (/** @type {Payload} */ { layers }) => [
  ...new Set(layers.flatMap(namesOfLayer)),
];

/** Which class a number is of, from 0: one on a break is of the higher class. */
export const classIndex = (/** @type {LayerSpec} */ { breaks }, /** @type {number} */ number) =>
  breaks.filter((/** @type {number} */ one) => one <= number).length;

/** What colours a country: the class of its number; nothing without one. */
export function classOf(
  /** @type {Shown<"payload">} */ given,
  /** @type {LayerSpec} */ spec,
  /** @type {Actor} */ country,
) {
  const found = numbersOf(given, spec).get(country);
  const strength = found?.weak ? "weak" : undefined;
  return found && { status: className(classIndex(spec, found.number)), strength };
}
