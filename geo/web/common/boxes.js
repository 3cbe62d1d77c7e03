// The boxes of lines on the ground, worked out once for each.  Pure.

/** @type {WeakMap<ArrayLike<number>, number[]>} */
const boxes = new WeakMap();

/**
 * The box [xmin, ymin, xmax, ymax] of a flat line; worked out once.
 * @param {ArrayLike<number>} line
 */
export function boxOf(line) {
  const known = boxes.get(line);
  if (known) return known;
  const box = measuredBox(line);
  boxes.set(line, box);
  return box;
}

/** @param {ArrayLike<number>} line */
function measuredBox(line) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < line.length; i += 2) {
    if (line[i] < box[0]) box[0] = line[i];
    if (line[i] > box[2]) box[2] = line[i];
    if (line[i + 1] < box[1]) box[1] = line[i + 1];
    if (line[i + 1] > box[3]) box[3] = line[i + 1];
  }
  return box;
}

/**
 * Have two boxes a place in common?
 * @param {number[]} one
 * @param {number[]} other
 */
export function meet(one, other) {
  return one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];
}

/** @type {WeakMap<ArrayLike<number>[][], number>} */
const largestSides = new WeakMap();

/**
 * The larger side, in metres, of a country's largest polygon; 0 if none is drawn.
 * @param {ArrayLike<number>[][]} polygons each of rings, the outer one first
 */
export function largestSide_m(polygons) {
  const known = largestSides.get(polygons);
  if (known !== undefined) return known;
  const side = measuredSide_m(polygons);
  largestSides.set(polygons, side);
  return side;
}

/** @param {ArrayLike<number>[][]} polygons */
function measuredSide_m(polygons) {
  const sides = polygons.map(([outer]) => {
    const [xmin, ymin, xmax, ymax] = boxOf(outer);
    return Math.max(xmax - xmin, ymax - ymin);
  });
  return Math.max(0, ...sides);
}
