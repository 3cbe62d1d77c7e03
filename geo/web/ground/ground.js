// The arcs of the boundaries in the projection of the view: projected once for each,
// and stitched into the rings and lines that the map draws.

import { boxOf, meet } from "../common/boxes.js";
import { groundWithInset } from "./inset.js";
import { overseasPolygons } from "./overseas.js";
import { PROJECTIONS } from "./projections.js";
import { decodeArcs, polygonIndexes, runsOf, usersOf } from "./topology.js";

/**
 * A flat line of x and y in metres; none where the projection tears it.
 * @typedef {Float64Array|undefined} Line
 */

/**
 * What the map asks of the ground, as `groundOf` gives it, once it is projected; of a map
 * with an inset both together, and the `world` alone.
 * @param {Topology} topology
 */
export function createGround(topology) {
  const arcs = decodeArcs(topology);
  const edges = arcs.map(isEdge);
  const users = usersOf(arcs.length, topology.objects.countries.geometries);
  /** @type {Line[]} */
  let metres = [];
  /** @type {Line[]} */
  let nearer = [];
  /** @type {string|undefined} */
  let projection;
  /** @type {Map<string, Line[][]>} */
  const known = new Map();
  const insetNow = () => (projection === undefined ? undefined : PROJECTIONS[projection].inset);
  const drawnFrom = (/** @type {function(Line[]): Line[]} */ made) => {
    const [world, near] = [() => made(metres), () => made(nearer)].map((now) => groundOf(arcs, now, edges, users));
    return { ...groundWithInset(world, near, insetNow), world };
  };

  return {
    /**
     * Project all arcs; those that reach where the projection tears are left out.
     * @param {string} name of a projection
     */
    project(name) {
      projection = name;
      const { forwardWithin, inset } = PROJECTIONS[name];
      const lines = known.get(name) ?? [
        allProjected(arcs, forwardWithin),
        inset ? allProjected(arcs, inset.forwardWithin) : [],
      ];
      known.set(name, lines);
      [metres, nearer] = lines;
    },
    ...drawnFrom((lines) => lines),
    /**
     * The same ground, each of its arcs made lighter: neighbours still meet.
     * @param {function(Float64Array): Float64Array} lighten
     */
    lighter(lighten) {
      const light = new Map([metres, nearer].map((lines) => [lines, lines.map((arc) => arc && lighten(arc))]));
      return drawnFrom((lines) => /** @type {Line[]} */ (light.get(lines)));
    },
  };
}

/**
 * Lines and rings are flat arrays of x and y in metres, and only what the projection can
 * draw is given.
 * @param {Float64Array[]} arcs in lon and lat
 * @param {function(): Line[]} metresNow the same, projected
 * @param {boolean[]} edges which arcs are no border
 * @param {Uint16Array} users how many countries use an arc
 */
function groundOf(arcs, metresNow, edges, users) {
  const arcOf = (/** @type {number} */ i) => metresNow()[i < 0 ? ~i : i];
  const isDrawn = (/** @type {number[]} */ indexes) => indexes.every(arcOf);
  const isCut = (/** @type {number[][]} */ [outer]) => outer.some((i) => edges[i < 0 ? ~i : i]);
  const drawnPolygons = (/** @type {ArcGeometry} */ geometry) =>
    polygonIndexes(geometry).filter(([outer]) => isDrawn(outer));
  const whole = (/** @type {number} */ i) => /** @type {Float64Array} */ (arcOf(i));
  const stitched = (/** @type {number[]} */ indexes) => {
    const parts = indexes.map((i) => (i < 0 ? reversed(whole(i)) : whole(i)));
    return parts.length === 1 ? parts[0] : joined(parts);
  };
  const ringsOf = (/** @type {number[][]} */ rings) => rings.filter(isDrawn).map(stitched);
  const arcsOfUsers = (/** @type {function(number): boolean} */ holds) =>
    metresNow().flatMap((arc, i) => (arc && !edges[i] && holds(users[i]) ? [arc] : []));

  return {
    /**
     * Does any of a geometry's arcs reach into a box of metres?
     * @param {ArcGeometry} geometry
     * @param {number[]} box
     */
    reaches: (geometry, box) =>
      polygonIndexes(geometry)
        .flat(2)
        .some((i) => arcOf(i) && meet(boxOf(whole(i)), box)),
    /**
     * Polygons of rings; a polygon whose outer ring is torn is left out.
     * @param {ArcGeometry} geometry
     */
    polygons: (geometry) => drawnPolygons(geometry).map(ringsOf),
    /**
     * The same, those closed by a cut, along which there is no coast, apart.
     * @param {ArcGeometry} geometry
     */
    cutApart: (geometry) =>
      [false, true].map((wanted) =>
        drawnPolygons(geometry).filter((rings) => isCut(rings) === wanted).flatMap(ringsOf),
      ),
    /**
     * The rings of those of its parts that lie an ocean away.
     * @param {ArcGeometry} geometry
     */
    overseas: (geometry) =>
      overseasPolygons(geometry, arcs).filter(([outer]) => isDrawn(outer)).flatMap(ringsOf),
    /**
     * A line geometry's lines, or an area's outline without the edge of the world.
     * @param {ArcGeometry} geometry
     */
    lines: (geometry) =>
      runsOf(geometry, (i) => edges[i])
        .filter(isDrawn)
        .map(stitched),
    /** An arc that two countries use is a border, one that a single one uses is coast. */
    borders: () => arcsOfUsers((n) => n > 1),
    coasts: () => arcsOfUsers((n) => n === 1),
    /**
     * The coasts of a geometry's polygons that are closed by a cut.
     * @param {ArcGeometry} geometry
     */
    cutCoasts: (geometry) =>
      [...new Set(polygonIndexes(geometry).filter(isCut).map(([outer]) => outer).flat())]
        .map((i) => (i < 0 ? ~i : i))
        .filter((i) => arcOf(i) && !edges[i] && users[i] === 1)
        .map(whole),
  };
}

/**
 * Lines as one: each begins where the one before it ends.
 * @param {Float64Array[]} parts
 */
function joined(parts) {
  const length = parts.reduce((sum, part) => sum + part.length - 2, 2);
  const line = new Float64Array(length);
  let at = 0;
  for (const part of parts) {
    line.set(part, at);
    at += part.length - 2;
  }
  return line;
}

/**
 * Polygons are closed by a cut along 180° or the South Pole, which is no border.
 * @param {Float64Array} arc
 */
function isEdge(arc) {
  // Most arcs are told by their first place.
  if (Math.abs(arc[0]) < 179.98 && arc[1] > -89.9) return false;
  const [west, , east, north] = boxOf(arc);
  return west > 179.98 || east < -179.98 || north < -89.9;
}

/**
 * All lines in one room: to make one for each takes longer than to fill it.
 * @param {Float64Array[]} lines
 * @param {function(number[]): number[]|undefined} forward
 */
function allProjected(lines, forward) {
  const room = new Float64Array(lines.reduce((sum, line) => sum + line.length, 0));
  let at = 0;
  return lines.map((line) => {
    const begin = at;
    at += line.length;
    return projected(line, forward, room.subarray(begin, at));
  });
}

/**
 * A flat line of lon and lat as one of x and y in metres; undefined if `forward` gives
 * none for a place of it.  This runs for every place before the live map can be seen.
 * @param {ArrayLike<number>} line
 * @param {function(number[]): number[]|undefined} forward
 * @param {Float64Array} [metres] to write them in
 */
export function projected(line, forward, metres = new Float64Array(line.length)) {
  const place = [0, 0];
  for (let i = 0; i < line.length; i += 2) {
    place[0] = line[i];
    place[1] = line[i + 1];
    const at = forward(place);
    if (!at) return undefined;
    metres[i] = at[0];
    metres[i + 1] = at[1];
  }
  return metres;
}

/** @param {Float64Array} line */
function reversed(line) {
  const back = new Float64Array(line.length);
  for (let i = 0; i < line.length; i += 2) {
    back[i] = line[line.length - 2 - i];
    back[i + 1] = line[line.length - 1 - i];
  }
  return back;
}

/** The edge of a world map, densified. */
export function sphere() {
  const side = Array.from({ length: 91 }, (_, i) => 2 * i - 90);
  const east = side.flatMap((lat) => [180, lat]);
  return [...east, ...side.reverse().flatMap((lat) => [-180, lat]), 180, -90];
}
