// What part of the still picture is seen: moved and drawn closer, but never beyond what
// is drawn, for empty sea would stand where land is.  Pure: units of the picture.

const CLOSEST = 8;

/**
 * @param {number[]} home [x, y, width, height] of the view that the picture was drawn for
 * @param {number[]} reach [left, top, right, bottom] of what is drawn
 */
export function createSight([x, y, width, height], [left, top, right, bottom]) {
  const home = [x + width / 2, y + height / 2];
  let centre = home;
  let k = 1;

  /**
   * Where the sight is wider than what is drawn, it stays as it was drawn.
   * @param {number} value
   * @param {number} half
   * @param {number} from
   * @param {number} to
   * @param {number} usual
   */
  function within(value, half, from, to, usual) {
    if (from + half > to - half) return usual;
    return Math.max(from + half, Math.min(to - half, value));
  }
  /**
   * @param {number[]} middle
   * @param {number[]} seen
   */
  function take([cx, cy], [across, down]) {
    centre = [
      within(cx, across / 2 / k, left, right, home[0]),
      within(cy, down / 2 / k, top, bottom, home[1]),
    ];
  }
  return {
    /**
     * Move by so many units, in a box that sees so many of them when nothing is closer.
     * @param {number[]} way
     * @param {number[]} seen
     */
    move: ([dx, dy], seen) => take([centre[0] + dx, centre[1] + dy], seen),
    /**
     * Come closer by a factor; a point of the picture stays where it is.
     * @param {number} factor
     * @param {number[]} point
     * @param {number[]} seen
     */
    zoom(factor, point, seen) {
      const before = k;
      k = Math.max(1, Math.min(CLOSEST, k * factor));
      take(point.map((at, i) => at + ((centre[i] - at) * before) / k), seen);
    },
    /** The picture's view box. */
    box: () => [centre[0] - width / 2 / k, centre[1] - height / 2 / k, width / k, height / k],
    /**
     * How the sight differs from home, if it does: its middle in shares of the home box,
     * and how many times closer it is.
     */
    change() {
      if (k === 1 && centre.every((at, i) => at === home[i])) return undefined;
      return { across: (centre[0] - x) / width, down: (centre[1] - y) / height, k };
    },
  };
}
