// The boxes of lines on the ground, worked out once for each.  Pure.

const boxes = new WeakMap();

/** The box [xmin, ymin, xmax, ymax] of a flat line; worked out once. */
export function boxOf(line) {
  if (!boxes.has(line)) boxes.set(line, measuredBox(line));
  return boxes.get(line);
}

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

/** Have two boxes a place in common? */
export function meet(one, other) {
  return one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];
}

const largestSides = new WeakMap();

/** The larger side, in metres, of a country's largest polygon; 0 if none is drawn. */
export function largestSide_m(polygons) {
  if (!largestSides.has(polygons)) largestSides.set(polygons, measuredSide_m(polygons));
  return largestSides.get(polygons);
}

function measuredSide_m(polygons) {
  const sides = polygons.map(([outer]) => {
    const [xmin, ymin, xmax, ymax] = boxOf(outer);
    return Math.max(xmax - xmin, ymax - ymin);
  });
  return Math.max(0, ...sides);
}
