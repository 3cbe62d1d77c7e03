// Reading TopoJSON.  Arcs are shared by neighbours: they are decoded once, and rings and
// lines are lists of their numbers.  Pure.

/**
 * The places of the arcs of a topology.  This runs for every place before the live map can
 * be seen: it makes no lists on the way.
 * @param {Topology} topology
 * @returns {Float64Array[]} flat lines of lon and lat
 */
export function decodeArcs({ transform: { scale, translate }, steps, lengths }) {
  // One room for all: to make one for each takes longer than to fill it.
  const room = new Float64Array(steps.length);
  let at = 0;
  return lengths.map((length) => {
    const begin = at;
    let x = 0;
    let y = 0;
    for (const end = at + 2 * length; at < end; at += 2) {
      x += steps[at];
      y += steps[at + 1];
      room[at] = x * scale[0] + translate[0];
      room[at + 1] = y * scale[1] + translate[1];
    }
    return room.subarray(begin, at);
  });
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
