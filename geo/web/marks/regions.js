// Where a region stands whose countries no source names: where a view shows its point,
// there, on a dashed outline; else at the view's edge, behind an arrow that leads to where
// a map of the world has it.  Pure.

import { placeInView, viewBox, viewHolds } from "../ground/frame.js";
import { PROJECTIONS } from "../ground/projections.js";

/** The way from a place to another, to the right and down, on a map of the world. */
function wayOnWorld(/** @type {number[]} */ from, /** @type {number[]} */ to) {
  const [lon, lat] = from;
  const { forward } = PROJECTIONS.equal_earth;
  const round = ((to[0] - lon + 540) % 360) - 180;
  const [x, y] = forward([round, to[1]]);
  return [x, forward([0, lat])[1] - y];
}

/**
 * Where a region's symbol stands in a view.
 * @param {{projection: string, bounds: number[]}} view
 * @param {{point: [number, number], middle: [number, number]}} region
 * @param {number} inset_m how far from the edge it stands, if it stands there
 * @param {number[]} [box] what is shown of the view, in metres
 * @returns {{place: number[], way?: number[]}} `way` is that of the arrow, to the right
 *   and down, of the length 1
 */
export function placeOfRegion(view, { point, middle: there }, inset_m, box = viewBox(view)) {
  if (viewHolds(view, point, box)) return { place: point };
  const [xmin, ymin, xmax, ymax] = box;
  const half = [(xmax - xmin) / 2 - inset_m, (ymax - ymin) / 2 - inset_m];
  const [right, down] = wayOnWorld(placeInView(view, box, 0.5, 0.5), there);
  const reach = Math.min(half[0] / Math.abs(right), half[1] / Math.abs(down));
  const middle = [(xmin + xmax) / 2, (ymin + ymax) / 2];
  const at = [middle[0] + right * reach, middle[1] - down * reach];
  const length = Math.hypot(right, down);
  return { place: PROJECTIONS[view.projection].inverse(at), way: [right / length, down / length] };
}
