// A sign for each status, so that they are told apart without colour: its corners and its
// look are those of the registry, `payload.signs`.  The country that the force is for
// has none: it is outlined.

import { vector } from "./dom.js";

/**
 * The path data and the look of a sign about a point.
 * @param {{corners: number[][], look: string}} sign
 * @param {number[]} point [x, y] of its middle
 * @param {number} r half its width
 */
export function signPath({ corners: [[left, top], ...others], look }, [x, y], r) {
  let [at, down] = [left, top];
  const steps = others.map(([toX, toY]) => {
    const step = `${(toX - at) * r} ${(toY - down) * r}`;
    [at, down] = [toX, toY];
    return step;
  });
  const d = `M${x + left * r} ${y + top * r}l${steps.join(" ")}Z`;
  return { d, look: `status-sign is-${look}` };
}

/**
 * A sign as an element.
 * @param {object|undefined} sign
 * @param {number[]} point [x, y] of its middle
 * @param {number} r half its width
 * @returns {SVGElement|undefined} nothing for a status that has none
 */
export function statusSign(sign, point, r) {
  if (!sign) return undefined;
  const { d, look } = signPath(sign, point, r);
  return vector("path", { class: look, d });
}
