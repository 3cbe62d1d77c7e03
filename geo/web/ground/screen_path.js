// Marks that live on the screen, not on the ground: circles, rings, symbols and the
// lines that tie a participant to a meeting's place.

import { latLng } from "./crs.js";

/**
 * A Leaflet path whose outline is drawn from the pixel positions of its places.
 * @type {new (places: number[][], draw: function(L.Point[]): string, options: object) => L.Path}
 */
export const ScreenPath = L.Path.extend({
  /**
   * @param {number[][]} places [lon, lat] each
   * @param {function(L.Point[]): string} draw gives SVG path data
   * @param {object} options Leaflet's path options
   */
  initialize(places, draw, options) {
    L.Util.setOptions(this, { interactive: false, ...options });
    this._places = places.map(latLng);
    this._draw = draw;
  },
  _project() {
    this._points = this._places.map((/** @type {L.LatLng} */ place) => this._map.latLngToLayerPoint(place));
  },
  _update() {
    if (this._map) this._renderer._setPath(this, this._draw(this._points));
  },
});

/** The panes whose paths are buttons with names; the others only draw. */
const SPEAKING_PANES = ["land", "small"];

/** @type {WeakMap<L.Map, Record<string, L.SVG>>} */
const renderers = new WeakMap();

/**
 * The SVG renderer of a pane, made with the pane at first need.
 * @param {L.Map} map
 * @param {string} pane
 * @param {number} zIndex
 */
export function rendererOf(map, pane, zIndex) {
  const own = renderers.get(map) ?? {};
  renderers.set(map, own);
  return (own[pane] ??= createRenderer(map, pane, zIndex));
}

/**
 * Leaflet moves each pane in three dimensions, and a browser then keeps a layer for
 * each; in two dimensions they share that of the map, which is quicker to move.
 */
/** @type {new (options: L.RendererOptions) => L.SVG & {_container: SVGSVGElement}} */
const FlatSvg = L.SVG.extend({
  _update() {
    L.SVG.prototype._update.call(this);
    flatten(this._container);
  },
  _updateTransform(/** @type {L.LatLng} */ center, /** @type {number} */ zoom) {
    L.SVG.prototype._updateTransform.call(this, center, zoom);
    flatten(this._container);
  },
});

function flatten(/** @type {SVGElement} */ { style }) {
  const [, x, y] = style.transform.match(/translate3d\((\S+), (\S+), \S+\)/) ?? [];
  if (x) style.transform = style.transform.replace(/translate3d\(.*?\)/, `translate(${x}, ${y})`);
}

/** @param {L.Map} map @param {string} pane @param {number} zIndex */
function createRenderer(map, pane, zIndex) {
  if (!map.getPane(pane)) map.createPane(pane).style.zIndex = String(zIndex);
  const renderer = new FlatSvg({ pane, padding: 0.2 });
  return renderer.on("add", () => {
    const svg = renderer._container;
    if (SPEAKING_PANES.includes(pane)) svg.setAttribute("role", "none");
    else svg.setAttribute("aria-hidden", "true");
  });
}
