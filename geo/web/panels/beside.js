// Where a small box stands that tells of a place on the map: near the pointer, in sight,
// and never over the pointer, whose click it would take.

const EDGE_PX = 4;

/**
 * The corner of a box beside a point: to the right or left of it where there is room,
 * else above or below.
 * @param {HTMLElement} box as large as it is to be
 * @param {HTMLElement} map what is seen of it is the room
 * @param {number[]} point [x, y] in the window
 * @param {number} clear_px how far from the point the box stands
 * @returns {number[]} [left, top] in the window
 */
export function placeBeside(box, map, [x, y], clear_px) {
  const { clientWidth, clientHeight } = document.documentElement;
  const { left, right, top, bottom } = map.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const across = besideOne(x, width, clear_px, Math.max(0, left), Math.min(right, clientWidth));
  const down = besideOne(y, height, clear_px, Math.max(0, top), Math.min(bottom, clientHeight));
  if (across.after.fits) return [across.after.at, down.within];
  if (across.before.fits) return [across.before.at, down.within];
  return [across.within, (down.before.fits ? down.before : down.after).at];
}

/**
 * Where a box may begin in one direction: before a point, after it, or within the room.
 * @param {number} point
 * @param {number} size
 * @param {number} clear_px
 * @param {number} from
 * @param {number} to
 */
function besideOne(point, size, clear_px, from, to) {
  const [before, after] = [point - clear_px - size, point + clear_px];
  const within = Math.max(from + EDGE_PX, Math.min(point - size / 2, to - EDGE_PX - size));
  return {
    before: { at: before, fits: before >= from },
    after: { at: after, fits: after + size <= to },
    within,
  };
}
