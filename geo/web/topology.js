// Reading TopoJSON.  Arcs are shared by neighbours: they are decoded once, and rings and
// lines are lists of their numbers.  Pure.

/** Five bits a character from "?" on; the sixth says that the number goes on. */
const ARC_TEXT = { first: 63, bits: 5, continues: 32 };

/** The whole numbers of a text in the Encoded Polyline Algorithm Format. */
function numbersOf(text) {
  const { first, bits, continues } = ARC_TEXT;
  const numbers = [];
  let number = 0;
  let shift = 0;
  for (let i = 0; i < text.length; i += 1) {
    const part = text.charCodeAt(i) - first;
    number |= (part & (continues - 1)) << shift;
    shift += bits;
    if (part >= continues) continue;
    numbers.push(number & 1 ? ~(number >> 1) : number >> 1);
    number = 0;
    shift = 0;
  }
  return numbers;
}

/**
 * Decode the arcs of a topology, as geo/page/arcs.py writes them.
 * @param {object} topology TopoJSON, quantised, each arc a text of its steps
 * @returns {Float64Array[]} flat lines of lon and lat
 */
export function decodeArcs({ transform, arcs }) {
  const [kx, ky] = transform.scale;
  const [dx, dy] = transform.translate;
  return arcs.map((text) => {
    const steps = numbersOf(text);
    const line = new Float64Array(steps.length);
    let x = 0;
    let y = 0;
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      line[i] = x * kx + dx;
      line[i + 1] = y * ky + dy;
    }
    return line;
  });
}

/** The rings of arc numbers of each polygon of a geometry. */
export function polygonIndexes({ type, arcs }) {
  if (type === "Polygon") return [arcs];
  return type === "MultiPolygon" ? arcs : [];
}

/** The arc numbers of a line geometry, line by line. */
function lineIndexes({ type, arcs }) {
  if (type === "LineString") return [arcs];
  return type === "MultiLineString" ? arcs : [];
}

/**
 * The runs of arcs of a geometry's lines and rings, without some arcs.
 * @param {object} geometry of TopoJSON
 * @param {function(number): boolean} isLeftOut of an arc, by its number
 * @returns {number[][]} arc numbers; `~i` is arc `i` reversed
 */
export function runsOf(geometry, isLeftOut) {
  const whole = [...lineIndexes(geometry), ...polygonIndexes(geometry).flat()];
  return whole.flatMap((indexes) => {
    const runs = [[]];
    for (const i of indexes) {
      if (isLeftOut(i < 0 ? ~i : i)) runs.push([]);
      else runs[runs.length - 1].push(i);
    }
    return runs.filter((run) => run.length);
  });
}

/** How many of the areas use each arc. */
export function usersOf(count, geometries) {
  const users = new Array(count).fill(0);
  for (const geometry of geometries) {
    const indexes = polygonIndexes(geometry).flat(2);
    for (const i of new Set(indexes.map((i) => (i < 0 ? ~i : i)))) users[i] += 1;
  }
  return users;
}
