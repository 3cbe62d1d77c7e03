// Where a view lies: its box in metres, how large marks are in it, and the frame in which
// it is drawn where nothing moves.  Pure.

import { PROJECTIONS, projectedBox } from "./projections.js";

/**
 * A view as the payload has it: `bounds` are [west, south, east, north] in degrees.
 * @typedef {{projection: string, bounds: number[]}} View
 */

/** Marks have their full size where a pixel is this many to the metre, or more. */
const FULL_SIZE_PX_PER_M = 1.4e-4;
const LEAST_MARK_SCALE = 0.36;

/**
 * How large marks are where a metre takes so many pixels.
 * @param {number} pxPerM
 */
export function markScaleAt(pxPerM) {
  return Math.min(1, Math.max(LEAST_MARK_SCALE, Math.sqrt(pxPerM / FULL_SIZE_PX_PER_M)));
}

/** @type {WeakMap<View, number[]>} */
const viewBoxes = new WeakMap();

/**
 * A view's box in metres; worked out once, for its edges are many places.
 * @param {View} view
 */
export function viewBox(view) {
  const known = viewBoxes.get(view);
  if (known) return known;
  const box = projectedBox(PROJECTIONS[view.projection], view.bounds);
  viewBoxes.set(view, box);
  return box;
}

/**
 * The place that lies so far across and down a view's box, in shares of it.
 * @param {View} view
 * @param {number} across
 * @param {number} down
 */
export function placeInView(view, across, down) {
  const [xmin, ymin, xmax, ymax] = viewBox(view);
  const metres = [xmin + across * (xmax - xmin), ymax - down * (ymax - ymin)];
  return PROJECTIONS[view.projection].inverse(metres);
}

/**
 * Does the view's projected box hold a place?
 * @param {View} view
 * @param {number[]} place
 */
export function viewHolds(view, place) {
  const projection = PROJECTIONS[view.projection];
  const [xmin, ymin, xmax, ymax] = viewBox(view);
  const [x, y] = projection.forward(place);
  return x > xmin && x < xmax && y > ymin && y < ymax;
}

/**
 * How finely a picture on the screen is drawn, in its units: the tolerance of its lines,
 * the side of the smallest islands, and the steps of a unit.  What goes is below what is
 * seen.  A country with data that is smaller than `below` has a dot of the radius `r`.
 */
export const SCREEN = { tolerance: 1.5, leastSide: 2, steps: 1, dots: { below: 24, r: 5 } };

/** Units of the box of the page's still picture: CSS pixels where it is as wide. */
const WIDTH = 830;
/** The proportions, of width to height, that the page's map may have beyond the view's. */
const WIDEST = 1.75;
const TALLEST = 0.9;

/**
 * The frame of the page's still picture: the view's box fills it.
 * @param {View} view
 * @returns {{view: View, detail: object, size: number[], reach: number[],
 *   unitsPerM: number, left_m: number, top_m: number}} `reach` is the box [left, top, right, bottom] that is
 *   drawn, in units
 */
export function pageFrame(view) {
  const [xmin, ymin, xmax, ymax] = viewBox(view);
  const unitsPerM = WIDTH / (xmax - xmin);
  const height = Math.round((ymax - ymin) * unitsPerM);
  const aside = Math.max(0, WIDEST * height - WIDTH) / 2;
  const above = Math.max(0, WIDTH / TALLEST - height) / 2;
  const reach = [-aside, -above, WIDTH + aside, height + above];
  const corner = { left_m: xmin, top_m: ymax };
  return { view, detail: SCREEN, size: [WIDTH, height], reach, unitsPerM, ...corner };
}

/**
 * The box of metres [xmin, ymin, xmax, ymax] of a frame's own box.
 * @param {{size: number[], unitsPerM: number, left_m: number, top_m: number}} frame
 */
export function frameBox({ size: [width, height], unitsPerM, left_m, top_m }) {
  return [left_m, top_m - height / unitsPerM, left_m + width / unitsPerM, top_m];
}

/**
 * How many pixels a unit of a frame is, where it stands whole in the middle of a box.
 * @param {{size: number[]}} frame
 * @param {number[]} box its sides in pixels
 */
export function unitPx({ size: [width, height] }, [across, down]) {
  return Math.min(across / width, down / height);
}

/**
 * A place in the units of a frame.
 * @param {{view: View, unitsPerM: number, left_m: number, top_m: number}} frame
 * @param {number[]} place
 */
export function placeInFrame({ view, unitsPerM, left_m, top_m }, place) {
  const [x, y] = PROJECTIONS[view.projection].forward(place);
  return [(x - left_m) * unitsPerM, (top_m - y) * unitsPerM];
}
