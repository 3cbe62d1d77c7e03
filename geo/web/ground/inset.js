// An inset in the map of the world: where most countries with data crowd, the view that the
// page opens with stands there once more, nearer.  Both lie on one plane, so that a country
// is one path on both, with one colour and one name.  What stands at places within the
// inset stands there alone.  Pure.

import { boxOf, largestSide_m, meet } from "../common/boxes.js";
import { narrowBox, viewBox } from "./frame.js";
import { PROJECTIONS } from "./projections.js";
import { clippedLines, clippedRing } from "./simplify.js";

/** @typedef {import("./frame.js").View} View */
/** @typedef {import("./projections.js").Projection} Projection */
/** @typedef {import("./projections.js").Inset} Inset */

/** Width to height of the whole: with the inset over the emptiest sea, or under the world. */
const ASIDE = { slope: 1.75, share: 0.28 };
const BELOW = { slope: 0.745, gap: 0.03 };
/** Countries reach farther than the points that `narrowBox` knows. */
const MARGIN_M = 250e3;
/** Below there are the map's buttons in the corner. */
const FOOT_M = 150e3;
/** A view that shows less of the world's width than this has no inset. */
const LEAST_OF_WORLD = 0.8;
/** A box that is wider than this, to its height, has the inset over the sea. */
const WIDE_BOX = 1.25;
/** A country larger than this share of what the inset shows is marked on the world. */
const LARGE = 0.5;

/**
 * A place that is meant on the map of the world, though the inset shows it too.
 * @param {number[]} place
 */
export const onWorld = ([lon, lat]) => [lon, lat, 1];

/** @param {number[]} box @param {number[]} point */
const within = ([xmin, ymin, xmax, ymax], [x, y]) => x > xmin && x < xmax && y > ymin && y < ymax;

/**
 * Does a place stand within the inset of a view?
 * @param {View} view
 * @param {number[]} place
 */
export function isInInset({ projection }, place) {
  const { forward, inset } = PROJECTIONS[projection];
  return Boolean(inset) && within(/** @type {Inset} */ (inset).box, forward(place));
}

/**
 * A line on the world in the pieces that its inset leaves of it.
 * @param {View} view
 * @param {number[][]} places
 */
export function besideInset({ projection }, places) {
  const { forward, inset } = PROJECTIONS[projection];
  const line = places.map(onWorld);
  if (!inset) return [line];
  /** @type {number[][][]} */
  const pieces = [[]];
  for (const place of line) {
    if (within(inset.box, forward(place))) pieces.push([]);
    else pieces[pieces.length - 1].push(place);
  }
  return pieces.filter(({ length }) => length > 1);
}

/**
 * Where the world alone shows what a reader has zoomed to on it with its inset: what stood
 * still meanwhile is as large, and still stands there, or comes from the inset to the middle.
 * @param {View} view with an inset
 * @param {View} alone
 * @param {{from: number[], to: number[], ratio: number, half: number[]}} zoomed the middle
 *   before and after in metres, how many times as large all is, half of what is seen
 * @returns {{middle: number[], closer: number}} [lon, lat], and how many times as large as
 *   the world beside the inset
 */
export function aloneAfter(view, alone, { from, to, ratio, half }) {
  const whole = PROJECTIONS[view.projection];
  const inset = /** @type {Inset} */ (whole.inset);
  const fixed = to.map((value, axis) => (value * ratio - from[axis]) / (ratio - 1));
  const isSeen = fixed.every((value, axis) => Math.abs(value - to[axis]) <= half[axis]);
  const still = isSeen ? fixed : to;
  if (within(inset.box, still)) return { middle: whole.inverse(still), closer: inset.k };
  const { forward, inverse } = PROJECTIONS[alone.projection];
  const place = forward(whole.inverse(still));
  return { middle: inverse(place.map((value, axis) => value + to[axis] - still[axis])), closer: 1 };
}

/** @type {WeakMap<View, View[]>} */
const laidOut = new WeakMap();

/**
 * A view as a box shows it: the world with an inset of the opening view, if that holds enough.
 * @param {View[]} views
 * @param {View} view one of them
 * @param {number[][]} places [lon, lat] of the countries that the map is about
 * @param {number[]} sides of the box, in pixels
 * @returns {View}
 */
export function viewInBox(views, view, places, [across, down]) {
  const known = laidOut.get(view) ?? layoutsOf(views[0], view, places);
  laidOut.set(view, known);
  return known[across < WIDE_BOX * down ? 1 : 0] ?? view;
}

/**
 * The view with its inset aside and below; none where there is nothing to show nearer.
 * @param {View} near
 * @param {View} view
 * @param {number[][]} places
 */
function layoutsOf(near, view, places) {
  const [world, nearer] = [view, near].map(({ projection }) => PROJECTIONS[projection]);
  if (!world.outlined || nearer.outlined) return [];
  const part = narrowBox(near, places);
  if (part === viewBox(near)) return [];
  const shown = part.map((side, i) => side + (i < 2 ? -MARGIN_M : MARGIN_M));
  const [xmin, ymin, xmax] = viewBox(view);
  // Of a part of the world an inset would take the foot.
  if (xmax - xmin < LEAST_OF_WORLD * 2 * world.forward([180, 0])[0]) return [];
  const all = [xmin, ymin, xmax, world.forward([0, 90])[1]];
  return [besideBoxes, belowBoxes].map((boxesOf) => {
    const boxes = boxesOf(all, shown);
    // Another map, or another view, may have another inset of the same view.
    const name = [view.projection, near.projection, ...boxes.box, ...boxes.shown].join(" ");
    PROJECTIONS[name] = composed(world, nearer, boxes);
    return { ...view, projection: name };
  });
}

/**
 * Over the sea at the lower left; the map shows as much more of the south as it needs.
 * @param {number[]} world @param {number[]} shown
 */
function besideBoxes([xmin, , xmax, ymax], shown) {
  const across = ASIDE.share * (xmax - xmin);
  const bottom = ymax - (xmax - xmin) / ASIDE.slope;
  const top = bottom + (across * (shown[3] - shown[1])) / (shown[2] - shown[0]);
  const right = xmin + across;
  return {
    shown,
    isAside: true,
    box: [xmin, bottom, right, top],
    whole: [xmin, bottom, xmax, ymax],
    // Of the world there is left what lies to the right, and above.
    covered: [-Infinity, -Infinity, right, top],
    left: [[right, -Infinity, Infinity, Infinity], [-Infinity, top, right, Infinity]],
  };
}

/**
 * Under the world, as wide as that: more is shown to the sides.
 * @param {number[]} world @param {number[]} shown
 */
function belowBoxes([xmin, ymin, xmax, ymax], [west, south, east, north]) {
  const across = xmax - xmin;
  const [top, bottom] = [ymin - BELOW.gap * across, ymax - across / BELOW.slope];
  const foot = south - FOOT_M;
  const half = ((north - foot) * across) / (top - bottom) / 2;
  const middle = (west + east) / 2;
  return {
    shown: [middle - half, foot, middle + half, north],
    isAside: false,
    box: [xmin, bottom, xmax, top],
    whole: [xmin, bottom, xmax, ymax],
    covered: [-Infinity, -Infinity, Infinity, top],
    left: [[-Infinity, top, Infinity, Infinity]],
  };
}

/**
 * The world's projection with an inset in another one.
 * @param {Projection} world
 * @param {Projection} near
 * @param {{shown: number[], isAside: boolean, box: number[], whole: number[], covered: number[], left: number[][]}} boxes
 * @returns {Projection}
 */
function composed(world, near, { shown, isAside, box, whole, covered, left }) {
  const k = (box[2] - box[0]) / (shown[2] - shown[0]);
  /** @type {function(number[]): [number, number]} */
  const put = ([x, y]) => [box[0] + (x - shown[0]) * k, box[1] + (y - shown[1]) * k];
  const forwardNear = (/** @type {number[]} */ place) => {
    const at = near.forwardWithin(place);
    return at && put(at);
  };
  const inverseNear = (/** @type {number[]} */ [x, y]) =>
    near.inverse([shown[0] + (x - box[0]) / k, shown[1] + (y - box[1]) / k]);
  /** @type {Inset} */
  const inset = {
    box, k, isAside, covered, left,
    most_m: LARGE * Math.min(shown[2] - shown[0], shown[3] - shown[1]),
    forwardWithin: forwardNear,
    middle: inverseNear([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]),
    frame: frameOf(box),
    reach: projectedFrame(box, (point) => world.forward(inverseNear(point))),
  };
  return {
    forward(place) {
      const at = place[2] ? undefined : forwardNear(place);
      return at && within(box, at) ? at : world.forward(place);
    },
    forwardWithin: world.forwardWithin,
    inverse: (point) => (within(box, point) ? inverseNear(point) : onWorld(world.inverse(point))),
    holds: world.holds,
    outlined: true,
    whole,
    inset,
  };
}

/** @param {number[]} box */
const frameOf = ([xmin, ymin, xmax, ymax]) =>
  new Float64Array([xmin, ymin, xmax, ymin, xmax, ymax, xmin, ymax, xmin, ymin]);

/**
 * The edges of a box, which are curves elsewhere.
 * @param {number[]} box
 * @param {function(number[]): number[]} place
 */
function projectedFrame(box, place) {
  const corners = frameOf(box);
  const points = Array.from({ length: 4 * 24 + 1 }, (_, i) => {
    const [side, share] = [Math.min(3, Math.floor(i / 24)), i === 96 ? 1 : (i % 24) / 24];
    return place([0, 1].map((axis) => {
      const from = corners[2 * side + axis];
      return from + share * (corners[2 * side + 2 + axis] - from);
    }));
  });
  return new Float64Array(points.flat());
}

/** @param {number[]} one @param {number[]} box */
const isInside = (one, box) => one[0] >= box[0] && one[1] >= box[1] && one[2] <= box[2] && one[3] <= box[3];

/**
 * What of a ring lies in a box.
 * @param {ArrayLike<number>} ring
 * @param {number[]} box
 */
function ringIn(ring, box) {
  if (!meet(boxOf(ring), box)) return [];
  const kept = isInside(boxOf(ring), box) ? ring : clippedRing(ring, box);
  return kept.length > 6 ? [kept] : [];
}

/** @param {ArrayLike<number>[]} rings @param {number[]} box */
function polygonIn(rings, box) {
  const kept = rings.flatMap((ring) => ringIn(ring, box));
  return kept.length ? [kept] : [];
}

/** @param {Float64Array} line @param {number[]} box */
function lineIn(line, box) {
  if (!meet(boxOf(line), box)) return [];
  return isInside(boxOf(line), box) ? [line] : clippedLines(line, box);
}

/** What `groundOf` gives. @typedef {Record<string, function(...any): any>} Ground */

/**
 * The ground of the world with that of its inset, each cut to where it is.
 * @param {Ground} world
 * @param {Ground} near the same ground in the inset's metres
 * @param {function(): Inset|undefined} insetNow
 * @returns {Ground}
 */
export function groundWithInset(world, near, insetNow) {
  /** @typedef {function(Ground): any[]} Draw */
  /** @type {function(Draw, function(any, number[]): any[], (function(any): number[])=): any[]} */
  const cut = (draw, partIn, boxOfPart = boxOf) => {
    const inset = insetNow();
    if (!inset) return draw(world);
    const { box, covered, left } = inset;
    const beside = (/** @type {any} */ part) =>
      meet(boxOfPart(part), covered) ? left.flatMap((one) => partIn(part, one)) : [part];
    return [...draw(world).flatMap(beside), ...draw(near).flatMap((part) => partIn(part, box))];
  };
  const rings = (/** @type {Draw} */ draw) => cut(draw, ringIn);
  const lines = (/** @type {Draw} */ draw) => cut(draw, lineIn);
  return {
    reaches: (geometry, box) =>
      world.reaches(geometry, box) || Boolean(insetNow() && near.reaches(geometry, box)),
    polygons: (geometry) => cut((one) => one.polygons(geometry), polygonIn, (rings) => boxOf(rings[0])),
    cutApart: (geometry) => [0, 1].map((side) => rings((one) => one.cutApart(geometry)[side])),
    overseas: (geometry) => rings((one) => one.overseas(geometry)),
    lines: (geometry) => lines((one) => one.lines(geometry)),
    cutCoasts: (geometry) => lines((one) => one.cutCoasts(geometry)),
    borders: () => lines((one) => one.borders()),
    coasts: () => lines((one) => one.coasts()),
  };
}

/**
 * Mark on the world, not on the inset, the countries that are too large for that.
 * @param {Record<string, number[]>} points [lon, lat] by country; changed in place
 * @param {View} view
 * @param {function(string): ArrayLike<number>[][]} polygonsOf a country on the world alone
 */
export function keepOnWorld(points, view, polygonsOf) {
  const { inset } = PROJECTIONS[view.projection];
  if (!inset) return;
  for (const [id, place] of Object.entries(points)) {
    const isLarge = isInInset(view, place) && largestSide_m(polygonsOf(id)) > inset.most_m;
    if (isLarge) points[id] = onWorld(place);
  }
}
