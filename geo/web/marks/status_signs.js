// A sign for each status, so that they are told apart without colour: its corners and its
// look are those of the registry, `payload.signs`.  The country that the force is for
// has none: it is outlined.

import { vector } from "../common/dom.js";

/**
 * The path data and the look of a sign about a point.
 * @param {{corners: number[][], look: string}} sign
 * @param {number[]} point [x, y] of its middle
 * @param {number} r half its width
 */
export function signPath({ corners, look }, [x, y], r) {
  const [left, top] = corners[0];
  const steps = corners.slice(1).map(([toX, toY], i) => {
    const [across, down] = [(toX - corners[i][0]) * r, (toY - corners[i][1]) * r];
    if (!down) return `h${across}`;
    return across ? `l${across} ${down}` : `v${down}`;
  });
  const d = `M${x + left * r} ${y + top * r}${steps.join("")}Z`;
  return { d, look: `status-sign is-${look}` };
}

/**
 * A sign as an element.
 * @param {{corners: number[][], look: string}|undefined} sign
 * @param {number[]} point [x, y] of its middle
 * @param {number} r half its width
 * @returns {SVGElement|undefined} nothing for a status that has none
 */
export function statusSign(sign, point, r) {
  if (!sign) return undefined;
  const { d, look } = signPath(sign, point, r);
  return vector("path", { class: look, d });
}
