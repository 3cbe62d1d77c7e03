// Leaflet in equal-area projections: each view has its coordinate reference system.

import { viewBox } from "./frame.js";
import { PROJECTIONS } from "./projections.js";

/** One zoom level is the same scale in every view: 4 earth radii in 256 px at zoom 0. */
const SCALE = 1 / (4 * 6371007);

/**
 * (lon, lat), as everywhere in the project, to Leaflet's (lat, lon).
 * @param {number[]} place a third number says that it is meant on the world, see `onWorld`
 */
export function latLng([lon, lat, onWorld]) {
  return L.latLng(lat, lon, onWorld);
}

/** The same back. */
const placeAt = (/** @type {any} */ { lat, lng, alt }) => [lng, lat, alt];

/**
 * Leaflet's coordinate reference system for a projection of PROJECTIONS.
 * @param {string} name
 * @returns {L.CRS}
 */
export function crsOf(name) {
  const { forward, inverse } = PROJECTIONS[name];
  const projection = {
    project: (/** @type {L.LatLng} */ at) => L.point(forward(placeAt(at))),
    unproject: (/** @type {L.Point} */ { x, y }) => latLng(inverse([x, y])),
  };
  return L.extend({}, L.CRS.Earth, {
    code: name,
    projection,
    transformation: new L.Transformation(SCALE, 0.5, -SCALE, 0.5),
    infinite: true,
    wrapLng: null,
  });
}

/** Closer than this, coasts show how they are simplified, and islands become shards. */
const CLOSEST_PX_PER_M = 1.1e-3;
/** At most so much of what is seen may lie outside of the view's bounds, on each side. */
const SHARE_OUTSIDE = 0.25;

/** How many pixels of the screen one metre of the projection takes. */
export const pixelsPerMetre = (/** @type {any} */ map) =>
  SCALE * map.options.crs.scale(map.getZoom());

/** Where a map of this size shows a box of a view. */
function fitted(/** @type {L.Map} */ map, /** @type {View} */ view, /** @type {number[]} */ box) {
  const [xmin, ymin, xmax, ymax] = box;
  const projection = PROJECTIONS[view.projection];
  const size = map.getSize();
  const pxPerM = Math.max(1e-7, Math.min(size.x / (xmax - xmin), size.y / (ymax - ymin)));
  const middle = projection.inverse([(xmin + xmax) / 2, (ymin + ymax) / 2]);
  return { center: latLng(middle), zoom: Math.log2(pxPerM / SCALE / 256) };
}

/**
 * Show a box of a view: its projection, its bounds, and zooms from a little wider than
 * the whole, or with an inset the whole, to as close as the boundaries allow.
 * @param {L.Map} map
 * @param {View} view
 * @param {number[]} box in metres
 */
export function showView(map, view, box) {
  const { center, zoom } = fitted(map, view, box);
  map.options.crs = crsOf(view.projection);
  const wider = PROJECTIONS[view.projection].inset ? 0 : 0.7;
  map.options.minZoom = fitted(map, view, viewBox(view)).zoom - wider;
  map.options.maxZoom = Math.max(zoom + 1, Math.log2(CLOSEST_PX_PER_M / SCALE / 256));
  map._resetView(center, zoom, true);
}

/** Where the map's middle may be at its present zoom: [xmin, ymin, xmax, ymax], metres. */
function rangeOfMiddle(/** @type {L.Map} */ map, /** @type {View} */ view) {
  const [xmin, ymin, xmax, ymax] = viewBox(view);
  const { x, y } = map.getSize().divideBy(pixelsPerMetre(map));
  const inset = (/** @type {number} */ seen, /** @type {number} */ whole) =>
    Math.min(seen * (0.5 - SHARE_OUTSIDE), whole / 2);
  const [across, down] = [inset(x, xmax - xmin), inset(y, ymax - ymin)];
  return [xmin + across, ymin + down, xmax - across, ymax - down];
}

/** The map's middle in metres. */
export function middleOf(/** @type {L.Map} */ map, /** @type {View} */ view) {
  return PROJECTIONS[view.projection].forward(placeAt(map.getCenter()));
}

/**
 * Can the map be moved on?
 * @param {L.Map} map
 * @param {View} view
 * @param {number[]} way `[-1, 0]` to the left, `[0, 1]` down
 */
export function canMove(map, view, [right, down]) {
  const [xmin, ymin, xmax, ymax] = rangeOfMiddle(map, view);
  const [x, y] = middleOf(map, view);
  const left_m = right ? (right > 0 ? xmax - x : x - xmin) : down > 0 ? y - ymin : ymax - y;
  return left_m * pixelsPerMetre(map) >= 2;
}

/**
 * Bring the map back when it has left the view's bounds too far.  Leaflet moves by whole
 * pixels, so a remainder smaller than two of them is left alone: to mend it would move
 * the map again, and again.
 */
export function keepInView(/** @type {L.Map} */ map, /** @type {View} */ view) {
  const projection = PROJECTIONS[view.projection];
  const [xmin, ymin, xmax, ymax] = rangeOfMiddle(map, view);
  const [x, y] = middleOf(map, view);
  const within = [Math.max(xmin, Math.min(xmax, x)), Math.max(ymin, Math.min(ymax, y))];
  const pixel_m = 1 / pixelsPerMetre(map);
  if (Math.hypot(within[0] - x, within[1] - y) < 2 * pixel_m) return;
  map.panTo(latLng(projection.inverse(within)), { animate: false });
}
