// Where a view lies: its box in metres, how large marks are in it, and the frame in which
// it is drawn where nothing moves.  Pure.

import { PROJECTIONS, projectedBox } from "./projections.js";

/**
 * A view as the payload has it: `bounds` are [west, south, east, north] in degrees.
 * @typedef {{id?: string, projection: string, bounds: number[]}} View
 */

/** Marks have their full size where a pixel is this many to the metre, or more. */
const FULL_SIZE_PX_PER_M = 1.4e-4;
const LEAST_MARK_SCALE = 0.36;

/**
 * How large marks are where a metre takes so many pixels; with an inset, as large as there.
 * @param {number} pxPerM
 * @param {View} view
 */
export function markScaleAt(pxPerM, { projection }) {
  const { k } = PROJECTIONS[projection].inset ?? { k: 1 };
  return Math.min(1, Math.max(LEAST_MARK_SCALE, Math.sqrt((k * pxPerM) / FULL_SIZE_PX_PER_M)));
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
  const projection = PROJECTIONS[view.projection];
  const box = projection.whole ?? projectedBox(projection, view.bounds);
  viewBoxes.set(view, box);
  return box;
}

/** Round the places of a narrow screen: so much of the longer side of their box. */
const MARGIN = 0.07;
/** The least part of a view that a narrow screen shows, of each side. */
const LEAST_PART = 0.5;
/** Of fewer countries, their points say too little of how far their land reaches. */
const LEAST_PLACES = 6;

/**
 * The box of a view on a narrow screen, in metres: of the places that the map is about,
 * where the view holds them, not of the seas and deserts round them.  The whole world
 * stays whole, and so does a view of a few.
 * @param {View} view
 * @param {number[][]} places [lon, lat]
 */
export function narrowBox(view, places) {
  const { forward, outlined } = PROJECTIONS[view.projection];
  const whole = viewBox(view);
  const points = outlined ? [] : places.filter((place) => viewHolds(view, place)).map(forward);
  if (points.length < LEAST_PLACES) return whole;
  const sides = [0, 1].map((axis) => {
    const values = points.map((point) => point[axis]);
    return [Math.min(...values), Math.max(...values)];
  });
  const margin = MARGIN * Math.max(...sides.map(([from, to]) => to - from));
  const [[left, right], [bottom, top]] = sides.map(([from, to], axis) => {
    const [start, end] = [whole[axis], whole[axis + 2]];
    const half = Math.max((to - from) / 2 + margin, (LEAST_PART * (end - start)) / 2);
    const middle = (from + to) / 2;
    return [Math.max(start, middle - half), Math.min(end, middle + half)];
  });
  return [left, bottom, right, top];
}

/**
 * The place that lies so far across and down a box of a view, in shares of it.
 * @param {View} view
 * @param {number[]} box in metres
 * @param {number} across
 * @param {number} down
 */
export function placeInView(view, [xmin, ymin, xmax, ymax], across, down) {
  const metres = [xmin + across * (xmax - xmin), ymax - down * (ymax - ymin)];
  return PROJECTIONS[view.projection].inverse(metres);
}

/**
 * Does the view's projected box, or a part of it, hold a place?
 * @param {View} view
 * @param {number[]} place
 * @param {number[]} [box] in metres
 */
export function viewHolds(view, place, box = viewBox(view)) {
  const projection = PROJECTIONS[view.projection];
  const [xmin, ymin, xmax, ymax] = box;
  const [x, y] = projection.forward(place);
  return x > xmin && x < xmax && y > ymin && y < ymax;
}

/**
 * How finely a picture on the screen is drawn, in its units: the tolerance of its lines,
 * the side of the smallest islands, and the steps of a unit.  What goes is below what is
 * seen.  A country with data that is smaller than `below` has a dot of the radius `r`; where
 * countries crowd it ends half way to the next, which it must not hide, but not before `least`.
 */
export const SCREEN = {
  tolerance: 1.5,
  leastSide: 2,
  steps: 1,
  dots: { below: 24, r: 5, least: 1.5 },
};

/**
 * Where all countries of a table stand but one.
 * @param {Record<string, object>} countries
 * @param {Record<string, number[]>} points
 * @param {string} id
 */
export const placesBeside = (countries, points, id) =>
  Object.keys(countries).filter((other) => other !== id && points[other]).map((other) => points[other]);

/**
 * How far a country's dot reaches.
 * @param {number[]} place
 * @param {number[][]} others the places of the other countries
 * @param {{projection: string, pxPerM: number, px?: number}} sight `px` are the pixels that
 *   one of the lettering's is
 * @param {{r: number, least: number}} dots
 */
export function dotReachAmong(place, others, { projection, pxPerM, px = 1 }, { r, least }) {
  const { forward } = PROJECTIONS[projection];
  const [x, y] = forward(place);
  const ways = others.map(forward).map(([toX, toY]) => Math.max(Math.abs(toX - x), Math.abs(toY - y)));
  return Math.max(least * px, Math.min(r * px, (Math.min(...ways) * pxPerM) / 2));
}

/**
 * Where a picture lies in its view: `reach` is the box [left, top, right, bottom] that is
 * drawn, in units.
 * @typedef {{view: View, detail: object, size: number[], reach: number[],
 *   unitsPerM: number, left_m: number, top_m: number}} Frame
 */

/** Units of the box of the page's still picture: CSS pixels where it is as wide. */
const WIDTH = 830;
/** The proportions, of width to height, that the page's map may have beyond the view's. */
const WIDEST = 1.75;
const TALLEST = 0.9;

/**
 * The frame of the page's still picture: the view's box fills it, or a part of that.
 * @param {View} view
 * @param {number[]} [box] in metres
 * @param {number} [finer] so many times the units, and smaller letters
 * @returns {Frame}
 */
export function pageFrame(view, box = viewBox(view), finer = 1) {
  const [xmin, ymin, xmax, ymax] = box;
  const width = WIDTH * finer;
  const unitsPerM = width / (xmax - xmin);
  const height = Math.round((ymax - ymin) * unitsPerM);
  const aside = Math.max(0, WIDEST * height - width) / 2;
  const above = Math.max(0, width / TALLEST - height) / 2;
  const reach = [-aside, -above, width + aside, height + above];
  const corner = { left_m: xmin, top_m: ymax };
  return { view, detail: SCREEN, size: [width, height], reach, unitsPerM, ...corner };
}

/** A narrow screen's map is at most so many times as high as wide. */
const HIGHEST = 1.5;

/**
 * Where a frame lies in another one of the same view, and how large its units are there.
 * @param {Frame} inner
 * @param {Frame} outer
 * @returns {{left: number, top: number, k: number}} in units of the outer one
 */
export function placeOfFrame(inner, outer) {
  return {
    left: (inner.left_m - outer.left_m) * outer.unitsPerM,
    top: (outer.top_m - inner.top_m) * outer.unitsPerM,
    k: outer.unitsPerM / inner.unitsPerM,
  };
}

/**
 * The frame of a picture that a narrow screen shows a part of, drawn as far as that one
 * shows it.
 * @param {Frame} frame
 * @param {Frame} narrow
 */
export function reachingFrame(frame, narrow) {
  const { left, top, k } = placeOfFrame(narrow, frame);
  const [across, down] = narrow.size.map((units) => units * k);
  const [middle, beyond] = [top + down / 2, (HIGHEST * across) / 2];
  const part = [left, middle - beyond, left + across, middle + beyond];
  const reach = frame.reach.map((side, i) => Math[i < 2 ? "min" : "max"](side, part[i]));
  return { ...frame, reach };
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
