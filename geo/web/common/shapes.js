// Path data of what is drawn: circles, squares, bent lines, and lines on the ground.  Pure.

/**
 * Path data of a circle of radius `r` about a point.
 * @param {{x: number, y: number}} point
 * @param {number} r
 */
export function circlePath({ x, y }, r) {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

/**
 * Path data of an area about a point, which reaches as far as it is told in a direction.
 * @param {{x: number, y: number}} point
 * @param {(direction: {x: number, y: number}) => number} reach
 */
export function reachPath({ x, y }, reach) {
  const corners = Array.from({ length: 48 }, (_, i) => {
    const angle = (i * Math.PI) / 24;
    const [across, down] = [Math.cos(angle), Math.sin(angle)];
    const r = reach({ x: across, y: down });
    return `${x + r * across} ${y + r * down}`;
  });
  return `M${corners.join("L")}Z`;
}

/**
 * Path data of a square about a point, `r` half its side.
 * @param {{x: number, y: number}} point
 * @param {number} r
 */
export function squarePath({ x, y }, r) {
  return `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`;
}

/**
 * Path data of a line through places on the screen.
 * @param {{x: number, y: number}[]} points
 */
export function throughPath(points) {
  const places = points.map(({ x, y }) => `${x} ${y}`);
  return `M${places.join("L")}`;
}

/**
 * Path data of a slightly bent line, so that two lines one over the other part.
 * @param {{x: number, y: number}} from
 * @param {{x: number, y: number}} to
 */
export function bendPath(from, to) {
  const x = (from.x + to.x) / 2 + (to.y - from.y) * 0.12;
  const y = (from.y + to.y) / 2 - (to.x - from.x) * 0.12;
  return `M${from.x} ${from.y}Q${x} ${y} ${to.x} ${to.y}`;
}

/**
 * Path data of a line on the ground in whole pixels, without the places that fall on the
 * pixel before; blank for what is too small to be seen.
 * @param {ArrayLike<number>} line flat, x and y in metres
 * @param {{k: number, left: number, top: number}} place how metres become pixels:
 *   `x * k + left`, `top - y * k`
 * @param {boolean} closed is it a ring?
 * @param {number} [steps] into which a pixel is parted
 */
export function linePath(line, { k, left, top }, closed, steps = 1) {
  let x = Math.round((line[0] * k + left) * steps);
  let y = Math.round((top - line[1] * k) * steps);
  const moves = [];
  const start = `M${x / steps} ${y / steps}l`;
  for (let i = 2; i < line.length; i += 2) {
    const toX = Math.round((line[i] * k + left) * steps);
    const toY = Math.round((top - line[i + 1] * k) * steps);
    if (toX === x && toY === y) continue;
    moves.push(`${(toX - x) / steps} ${(toY - y) / steps}`);
    x = toX;
    y = toY;
  }
  if (moves.length < (closed ? 2 : 1)) return "";
  return start + moves.join(" ") + (closed ? "z" : "");
}
