// A sign for each status, so that they are told apart without colour: it points up for
// yes and down for no, and is filled where the word is firm.

import { vector } from "./dom.js";

const up = (x, y, r) => `M${x} ${y - r}l${r} ${1.8 * r}h${-2 * r}Z`;
const down = (x, y, r) => `M${x} ${y + r}l${r} ${-1.8 * r}h${-2 * r}Z`;
const diamond = (x, y, r) => `M${x} ${y - r}l${r} ${r} ${-r} ${r} ${-r} ${-r}Z`;
const bar = (x, y, r) => `M${x - r} ${y - r / 3}h${2 * r}v${(2 * r) / 3}h${-2 * r}Z`;

const SIGNS = {
  __proto__: null,
  pledged_troops: [up, "is-firm"],
  pledged_other: [up, "is-open"],
  conditional: [diamond, "is-firm"],
  considering: [diamond, "is-open"],
  declined: [down, "is-open"],
  opposed: [down, "is-firm"],
  took_part_only: [bar, "is-firm"],
};

/** Has a status a sign?  The country that the force is for is outlined instead. */
export const hasSign = (status) => status in SIGNS;

/** The path data and the look of a status's sign about a point, `r` half its width. */
export function signOf(status, [x, y], r) {
  const [draw, look] = SIGNS[status];
  return { d: draw(x, y, r), look: `status-sign ${look}` };
}

/**
 * The sign of a status.
 * @param {string} status
 * @param {number[]} point [x, y] of its middle
 * @param {number} r half its width
 * @returns {SVGElement|undefined} nothing for a status that needs none
 */
export function statusSign(status, point, r) {
  if (!hasSign(status)) return undefined;
  const { d, look } = signOf(status, point, r);
  return vector("path", { class: look, d });
}
