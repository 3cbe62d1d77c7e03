// What a label on the map rests on: where that is another, the label holds no longer.

import { grouped } from "../common/grouping.js";
import { meetingsShown } from "../rules/attendance.js";

/**
 * What the labels rest on at the present date and under the present filters.
 * @param {Shown<"payload" | "state" | "record" | "isShown">} given
 * @returns {function(SVGElement): string} of a label, sign or line
 */
export function groundsNow(given) {
  const { countries, layers } = given.payload;
  const marks = grouped(layers.flatMap((layer) => layer.marks ?? []), ({ country }) => country);
  const meetings = meetingsShown(given);
  return ({ dataset, classList }) => {
    // Places of meetings, and regions.
    if (dataset.of === undefined) return meetings;
    const { status, since, contested } = countries[dataset.of] ?? {};
    // A name has a sign after it where statements differ.
    if (classList.contains("label-name")) return String(Boolean(contested));
    return JSON.stringify([status, since, marks.get(dataset.of)]);
  };
}
