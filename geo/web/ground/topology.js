// Reading TopoJSON.  Arcs are shared by neighbours: they are decoded once, and rings and
// lines are lists of their numbers.  Pure.

/** Five bits a character from "?" on; the sixth says that the number goes on. */
const ARC_TEXT = { first: 63, bits: 5, continues: 32 };

/**
 * Decode the arcs of a topology, as geo/page/arcs.py writes them.  This runs over every
 * character before the live map can be seen, so it makes no lists on the way.
 * @param {Topology} topology TopoJSON, quantised, each arc a text of its steps in the
 *   Encoded Polyline Algorithm Format
 * @returns {Float64Array[]} flat lines of lon and lat
 */
export function decodeArcs({ transform, arcs }) {
  const longest = arcs.reduce((most, text) => Math.max(most, text.length), 0);
  const room = new Float64Array(longest);
  return arcs.map((text) => room.slice(0, decode(text, transform, room)));
}

/**
 * Write the places of an arc into `room`; gives how many numbers they are.
 * @param {string} text
 * @param {Topology["transform"]} transform
 * @param {Float64Array} room
 */
function decode(text, { scale, translate }, room) {
  const { first, bits, continues } = ARC_TEXT;
  const at = [0, 0];
  let count = 0;
  let number = 0;
  let shift = 0;
  for (let i = 0; i < text.length; i += 1) {
    const part = text.charCodeAt(i) - first;
    number |= (part & (continues - 1)) << shift;
    shift += bits;
    if (part >= continues) continue;
    const axis = count & 1;
    at[axis] += number & 1 ? ~(number >> 1) : number >> 1;
    room[count] = at[axis] * scale[axis] + translate[axis];
    count += 1;
    number = 0;
    shift = 0;
  }
  return count;
}

/**
 * The rings of arc numbers of each polygon of a geometry.
 * @param {ArcGeometry} geometry
 * @returns {number[][][]}
 */
export function polygonIndexes({ type, arcs }) {
  if (type === "Polygon") return [arcs];
  return type === "MultiPolygon" ? arcs : [];
}

/**
 * The arc numbers of a line geometry, line by line.
 * @param {ArcGeometry} geometry
 * @returns {number[][]}
 */
function lineIndexes({ type, arcs }) {
  if (type === "LineString") return [arcs];
  return type === "MultiLineString" ? arcs : [];
}

/**
 * The runs of arcs of a geometry's lines and rings, without some arcs.
 * @param {ArcGeometry} geometry
 * @param {function(number): boolean} isLeftOut of an arc, by its number
 * @returns {number[][]} arc numbers; `~i` is arc `i` reversed
 */
export function runsOf(geometry, isLeftOut) {
  const whole = [...lineIndexes(geometry), ...polygonIndexes(geometry).flat()];
  return whole.flatMap((indexes) => {
    /** @type {number[][]} */
    const runs = [[]];
    for (const i of indexes) {
      if (isLeftOut(i < 0 ? ~i : i)) runs.push([]);
      else runs[runs.length - 1].push(i);
    }
    return runs.filter((run) => run.length);
  });
}

/**
 * How many of the areas use each arc.
 * @param {number} count
 * @param {ArcGeometry[]} geometries
 */
export function usersOf(count, geometries) {
  const users = new Uint16Array(count);
  const last = new Int32Array(count).fill(-1);
  geometries.forEach((geometry, number) => {
    for (const i of polygonIndexes(geometry).flat(2)) {
      const arc = i < 0 ? ~i : i;
      if (last[arc] !== number) users[arc] += 1;
      last[arc] = number;
    }
  });
  return users;
}
