// Paths on the ground: drawn from metres of the view's projection, which Leaflet's own
// polygons would project anew, place by place, at every zoom.

import { boxOf } from "../common/boxes.js";
import { pixelsPerMetre } from "./crs.js";
import { linePath } from "../common/shapes.js";

/** What Leaflet writes for a path that shows nothing. */
const NOTHING = "M0 0";

/**
 * A Leaflet path of rings or lines, each a flat array of x and y in metres.
 * @type {new (lines: ArrayLike<number>[], options: object) => LinesPath}
 */
export const GroundPath = L.Path.extend({
  /**
   * @param {number[][]} lines
   * @param {object} options Leaflet's path options; `closed` for rings, and `least_px`,
   *   the side below which a ring or line is too small to be read, and is left out
   */
  initialize(lines, options) {
    L.Util.setOptions(this, { interactive: false, ...options });
    this.setLines(lines);
  },
  /** Take other lines; they show at the next redraw. */
  setLines(/** @type {ArrayLike<number>[]} */ lines) {
    this.lines = lines;
    this.boxes = lines.map(boxOf);
    return this;
  },
  _project() {},
  _update() {
    if (!this._map) return;
    const place = pixelsOf(this._map);
    const { min, max } = this._renderer._bounds;
    // Of one move Leaflet tells several times.
    const drawing = [this._path, this.lines, place.k, place.left, place.top, min.x, min.y, max.x, max.y];
    if (drawing.every((part, i) => part === this.drawing?.[i])) return;
    this.drawing = drawing;
    const { closed, least_px = 0 } = this.options;
    const inSight = (/** @type {number[]} */ [left, top, right, bottom]) =>
      left <= max.x && right >= min.x && top <= max.y && bottom >= min.y &&
      Math.max(right - left, bottom - top) >= least_px;
    const parts = this.lines.map((/** @type {number[]} */ line, /** @type {number} */ i) =>
      inSight(boxInPixels(this.boxes[i], place)) ? linePath(line, place, closed) : "",
    );
    this._renderer._setPath(this, parts.join("") || NOTHING);
  },
});

/** The box of metres that the map shows. */
export function boxInSight(/** @type {L.Map} */ map) {
  const { k, left, top } = pixelsOf(map);
  const from = map.containerPointToLayerPoint([0, 0]);
  const to = from.add(map.getSize());
  return [(from.x - left) / k, (top - to.y) / k, (to.x - left) / k, (top - from.y) / k];
}

/** How metres become pixels of the map's panes: `x * k + left`, `top - y * k`. */
function pixelsOf(/** @type {any} */ map) {
  const origin = map.getPixelOrigin();
  const middle = map.options.crs.scale(map.getZoom()) / 2;
  return { k: pixelsPerMetre(map), left: middle - origin.x, top: middle - origin.y };
}

/** @param {number[]} box @param {ReturnType<typeof pixelsOf>} place */
function boxInPixels([xmin, ymin, xmax, ymax], { k, left, top }) {
  return [xmin * k + left, top - ymax * k, xmax * k + left, top - ymin * k];
}
