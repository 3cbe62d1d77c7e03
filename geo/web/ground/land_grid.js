// Whose land lies where on the screen, in cells of two pixels: a mark on another country
// says what is not so.  Pure.

import { boxOf, meet } from "../common/boxes.js";
import { grouped } from "../common/grouping.js";

const CELL_PX = 2;
/** A box of text is judged by places so far apart. */
const SAMPLE_PX = 4;
/** How deep inside its land a place lies is told in steps of so much. */
const DEPTH_PX = 8;
/** Less of a country than so many steps deep is a sliver, which nobody looks for. */
const LEAST_DEPTH = 2;
/** Cells are coarse: what is near to a border may lie beyond it. */
const NEAR_PX = [[0, 0], [-1.3, 0], [1.3, 0], [0, -1.3], [0, 1.3]];

/**
 * Lay the land out in cells; each belongs to the country at its middle.
 * @param {number[]} size [width, height] of the map in pixels
 * @param {number[]} box [xmin, ymin, xmax, ymax] that the map shows, in metres
 * @param {[string, ArrayLike<number>[]][]} lands ids with rings, flat arrays of x and y in metres
 */
export function createGrid([width, height], [xmin, , xmax, ymax], lands) {
  const [columns, rows] = [width, height].map((side) => Math.ceil(side / CELL_PX));
  const cells = new Int16Array(columns * rows);
  const k = width / (xmax - xmin) / CELL_PX;
  const place = { k, left: -xmin * k, top: ymax * k };
  /** @type {(string|undefined)[]} */
  const ids = [undefined];
  for (const [id, rings] of lands) {
    /** @type {number[][]} */
    const crossings = [];
    for (const ring of rings) cross(ring, place, rows, crossings);
    crossings.forEach((xs, row) => {
      const cell = (/** @type {number} */ x) => row * columns + Math.min(columns, Math.max(0, Math.ceil(x - 0.5)));
      xs.sort((a, b) => a - b);
      for (let i = 0; i + 1 < xs.length; i += 2) {
        cells.fill(ids.length, cell(xs[i]), cell(xs[i + 1]));
      }
    });
    ids.push(id);
  }
  /**
   * The country at a pixel; undefined at sea and outside of the map.
   * @param {number} x
   * @param {number} y
   */
  function at(x, y) {
    const column = Math.floor(x / CELL_PX); // asked so often that no array is made
    const row = Math.floor(y / CELL_PX);
    const isInside = column >= 0 && row >= 0 && column < columns && row < rows;
    return isInside ? ids[cells[row * columns + column]] : undefined;
  }
  /**
   * The countries at a pixel and just beside it.
   * @param {number} x
   * @param {number} y
   */
  const near = (x, y) => NEAR_PX.map(([dx, dy]) => at(x + dx, y + dy));
  /**
   * What a box covers, in shares of it: its `own` land, that of `others` with data, and
   * that of others without, which is `bare`.
   * @param {number[]} box
   * @param {string|undefined} own
   * @param {Set<string>} told who has data
   * @param {string[]} [subjects] whom the map is about: their land as a part of the others’
   */
  function shares([left, top, right, bottom], own, told, subjects = []) {
    const found = { own: 0, others: 0, bare: 0, subject: 0 };
    const [across, down] = [right - left, bottom - top].map((side) =>
      Math.max(2, Math.ceil(side / SAMPLE_PX)),
    );
    for (let i = 0; i < across * down; i += 1) {
      const x = left + (((i % across) + 0.5) * (right - left)) / across;
      const y = top + ((Math.floor(i / across) + 0.5) * (bottom - top)) / down;
      const id = at(x, y);
      if (!id) continue;
      found[id === own ? "own" : told.has(id) ? "others" : "bare"] += 1 / across / down;
      if (id !== own && subjects.includes(id)) found.subject += 1 / across / down;
    }
    return found;
  }
  /** @type {Map<string, number[][]>|undefined} */
  let places;
  /**
   * Places on the land of a country that is in sight, the deepest inside it first; none
   * where no more than slivers are seen.
   * @param {string} country
   */
  const placesOn = (country) => (places ??= deepPlaces(at, width, height)).get(country) ?? [];
  return { at, near, shares, placesOn };
}

/**
 * The places of each country that lie inside it, the deepest first.
 * @param {function(number, number): string|undefined} at
 * @param {number} width
 * @param {number} height
 */
function deepPlaces(at, width, height) {
  const [across, down] = [width, height].map((side) => Math.floor(side / DEPTH_PX));
  const middle = (/** @type {number} */ step) => (step + 0.5) * DEPTH_PX;
  const placeOf = (/** @type {number} */ i) => [middle(i % across), middle(Math.floor(i / across))];
  const owners = Array.from({ length: across * down }, (_, i) =>
    at(middle(i % across), middle(Math.floor(i / across))),
  );
  const depth = new Uint16Array(owners.length);
  /** How deep the place beside one is; what is beyond the map or a border is not. */
  const beside = (/** @type {number} */ i, /** @type {number} */ columns, /** @type {number} */ rows) => {
    const column = (i % across) + columns;
    const other = i + columns + rows * across;
    return column >= 0 && column < across && owners[other] === owners[i] ? depth[other] : 0;
  };
  const all = [...owners.keys()].filter((i) => owners[i]);
  for (const i of all) depth[i] = 1 + Math.min(beside(i, -1, 0), beside(i, 0, -1));
  for (const i of [...all].reverse()) {
    depth[i] = Math.min(depth[i], 1 + beside(i, 1, 0), 1 + beside(i, 0, 1));
  }
  const deep = all.filter((i) => depth[i] >= LEAST_DEPTH).sort((a, b) => depth[b] - depth[a]);
  const countries = grouped(deep, (i) => /** @type {string} */ (owners[i]));
  return new Map([...countries].map(([country, own]) => [country, own.map(placeOf)]));
}

/**
 * The grid of the countries that a box of metres shows.
 * @param {Record<string, {polygons: ArrayLike<number>[][]}>} countries
 * @param {number[]} size
 * @param {number[]} box
 */
export function gridOf(countries, size, box) {
  /** @type {[string, ArrayLike<number>[]][]} */
  const lands = Object.entries(countries).map(([id, { polygons }]) => {
    return [id, polygons.flat().filter((ring) => meet(boxOf(ring), box))];
  });
  return createGrid(size, box, lands.filter(([, rings]) => rings.length));
}

/**
 * Note where a ring crosses the middle of each row of cells.
 * @param {ArrayLike<number>} ring
 * @param {{k: number, left: number, top: number}} place how metres become cells
 * @param {number} rows
 * @param {number[][]} crossings
 */
function cross(ring, { k, left, top }, rows, crossings) {
  for (let i = 0; i + 3 < ring.length; i += 2) {
    // Most steps are too short to cross anything: this runs for every place in sight.
    const low = ring[i + 1] > ring[i + 3] ? i : i + 2;
    const high = i + i + 2 - low;
    const y0 = top - ring[low + 1] * k;
    const y1 = top - ring[high + 1] * k;
    const last = Math.min(rows, Math.ceil(y1 - 0.5));
    for (let row = Math.max(0, Math.ceil(y0 - 0.5)); row < last; row += 1) {
      const x0 = ring[low] * k + left;
      const x1 = ring[high] * k + left;
      (crossings[row] ??= []).push(x0 + ((row + 0.5 - y0) / (y1 - y0)) * (x1 - x0));
    }
  }
}
