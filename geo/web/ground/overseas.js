// The parts of a country that lie an ocean away from it: they are its own, and must not
// read as countries of their own.  Pure.

import { boxOf } from "../common/boxes.js";
import { polygonIndexes } from "./topology.js";

/** Nearer than this, a part reads as its country's: Alaska, Svalbard, the Canaries. */
const FAR_KM = 5000;
const KM_PER_DEGREE = 111;

/**
 * About how far a place lies from a box of lon and lat.
 * @param {number[]} box
 * @param {ArrayLike<number>} place
 */
function away_km([west, south, east, north], { 0: lon, 1: lat }) {
  const ways = [lon - 360, lon, lon + 360].map((x) => Math.max(0, west - x, x - east));
  const across = Math.min(...ways) * Math.cos((lat * Math.PI) / 180);
  return Math.hypot(across, Math.max(0, south - lat, lat - north)) * KM_PER_DEGREE;
}

/**
 * The polygons of a geometry that lie far from its main one.
 * @param {ArcGeometry} geometry
 * @param {ArrayLike<number>[]} arcs in lon and lat
 * @returns {number[][][]} as `polygonIndexes` gives them
 */
export function overseasPolygons(geometry, arcs) {
  const polygons = polygonIndexes(geometry);
  if (polygons.length < 2) return [];
  const linesOf = (/** @type {number[][]} */ [outer]) => outer.map((i) => arcs[i < 0 ? ~i : i]);
  const places = (/** @type {number[][]} */ rings) =>
    linesOf(rings).reduce((sum, line) => sum + line.length, 0);
  const main = polygons.reduce((a, b) => (places(b) > places(a) ? b : a));
  const boxes = linesOf(main).map(boxOf);
  const box = [0, 1, 2, 3].map((side) => Math[side < 2 ? "min" : "max"](...boxes.map((one) => one[side])));
  return polygons.filter((rings) => away_km(box, linesOf(rings)[0]) > FAR_KM);
}
