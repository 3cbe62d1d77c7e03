// Lines made lighter: without the places that nobody would miss, and cut to a box.  Flat
// arrays of x and y.  Pure.

/**
 * Leave out places nearer than a tolerance to the line without them (Douglas and Peucker
 * 1973); the ends stay.
 * @param {Float64Array} line
 * @param {number} tolerance
 */
export function simplified(line, tolerance) {
  const count = line.length / 2;
  if (count < 3) return line;
  const isKept = new Uint8Array(count);
  isKept[0] = 1;
  isKept[count - 1] = 1;
  let kept = 2;
  const spans = [0, count - 1];
  while (spans.length) {
    const last = /** @type {number} */ (spans.pop());
    const first = /** @type {number} */ (spans.pop());
    const middle = farthest(line, first, last, tolerance * tolerance);
    if (!middle) continue;
    isKept[middle] = 1;
    kept += 1;
    spans.push(first, middle, middle, last);
  }
  const lighter = new Float64Array(2 * kept);
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    if (!isKept[i]) continue;
    lighter[at] = line[2 * i];
    lighter[at + 1] = line[2 * i + 1];
    at += 2;
  }
  return lighter;
}

/**
 * The place farthest from a chord, if it is farther than allowed; 0 if none is.  This runs
 * over every place several times, so it makes nothing on the way.
 * @param {Float64Array} line
 * @param {number} first
 * @param {number} last
 * @param {number} most
 */
function farthest(line, first, last, most) {
  const x = line[2 * first];
  const y = line[2 * first + 1];
  const dx = line[2 * last] - x;
  const dy = line[2 * last + 1] - y;
  const length = dx * dx + dy * dy;
  let found = 0;
  let away = most;
  for (let i = 2 * first + 2; i < 2 * last; i += 2) {
    const px = line[i] - x;
    const py = line[i + 1] - y;
    const along = px * dx + py * dy;
    let square;
    if (along > 0 && along < length) {
      const off = px * dy - py * dx;
      square = (off * off) / length;
    } else if (along <= 0) {
      square = px * px + py * py;
    } else {
      square = (px - dx) * (px - dx) + (py - dy) * (py - dy);
    }
    if (square > away) {
      away = square;
      found = i / 2;
    }
  }
  return found;
}

/**
 * Cut a ring to a box, side by side (Sutherland and Hodgman 1974): one that leaves the box
 * several times comes back with edges along its sides, which a fill never shows.
 * @param {ArrayLike<number>} ring closed
 * @param {number[]} box [xmin, ymin, xmax, ymax]
 * @returns {ArrayLike<number>} closed, or empty
 */
export function clippedRing(ring, [xmin, ymin, xmax, ymax]) {
  const sides = [[0, xmin, 1], [1, ymin, 1], [0, xmax, -1], [1, ymax, -1]];
  return sides.reduce((/** @type {ArrayLike<number>} */ kept, [axis, limit, sign]) => cutSide(kept, axis, limit, sign), ring);
}

/**
 * @param {ArrayLike<number>} ring
 * @param {number} axis
 * @param {number} limit
 * @param {number} sign
 */
function cutSide(ring, axis, limit, sign) {
  const kept = [];
  for (let i = 2; i < ring.length; i += 2) {
    const from = (ring[i - 2 + axis] - limit) * sign;
    const to = (ring[i + axis] - limit) * sign;
    if (from >= 0 !== to >= 0) {
      const share = from / (from - to);
      kept.push(ring[i - 2] + (ring[i] - ring[i - 2]) * share);
      kept.push(ring[i - 1] + (ring[i + 1] - ring[i - 1]) * share);
    }
    if (to >= 0) kept.push(ring[i], ring[i + 1]);
  }
  if (kept.length) kept.push(kept[0], kept[1]);
  return kept;
}

/**
 * Cut a line to a box (Liang and Barsky 1984); it may fall into several pieces, or none.
 * @param {Float64Array} line
 * @param {number[]} box [xmin, ymin, xmax, ymax]
 * @returns {number[][]}
 */
export function clippedLines(line, box) {
  const pieces = [];
  let isOn = false;
  for (let i = 2; i < line.length; i += 2) {
    const [x, y] = [line[i - 2], line[i - 1]];
    const [dx, dy] = [line[i] - x, line[i + 1] - y];
    const shares = sharesInside(x, y, dx, dy, box);
    if (shares) {
      const [from, to] = shares;
      if (!isOn || from > 0) pieces.push([x + from * dx, y + from * dy]);
      pieces[pieces.length - 1].push(x + to * dx, y + to * dy);
    }
    isOn = shares?.[1] === 1;
  }
  return pieces;
}

/**
 * From which to which share of it a step lies in a box; undefined if it does not.
 * @param {number} x
 * @param {number} y
 * @param {number} dx
 * @param {number} dy
 * @param {number[]} box
 */
function sharesInside(x, y, dx, dy, [xmin, ymin, xmax, ymax]) {
  let [from, to] = [0, 1];
  for (const [step, room] of [[-dx, x - xmin], [dx, xmax - x], [-dy, y - ymin], [dy, ymax - y]]) {
    if (step === 0 && room < 0) return undefined;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from < to ? [from, to] : undefined;
}
