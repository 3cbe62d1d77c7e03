// Where the map looks: its views, and places on the screen.

import { crsOf, keepInView, latLng, middleOf, pixelsPerMetre, showView } from "../ground/crs.js";
import { frameBox, markScaleAt, narrowBox, pageFrame, placeInView, unitPx, viewBox } from "../ground/frame.js";
import { boxInSight } from "../ground/ground_path.js";
import { aloneAfter, viewInBox } from "../ground/inset.js";
import { PROJECTIONS } from "../ground/projections.js";
import { LETTERINGS } from "../marks/lettering.js";

/** A place nearer to the map's edge than this is brought to the middle. */
const MARGIN_PX = 30;
/** Less than this is no zoom. */
const LEAST_ZOOM = 0.01;
/** With an inset, letters are so much finer, or less, on a wide and on a narrow screen. */
const FINER = { aside: [1.3, 1.7], below: [0.75, 1] };

/**
 * Follow the view in use, which begins with `showView()`.
 * @param {Given<"payload" | "state" | "map" | "record" | "land">} given
 * @returns {ViewPart}
 */
export function addView({ map, payload, state, land, record }) {
  const places = Object.keys(record.countries).map((id) => payload.points[id]).filter(Boolean);
  let home;
  /** The whole of the view in use: its middle in metres, its zoom, and whether an inset is in it. */
  let whole = { middle: [0, 0], zoom: 0, hasInset: false };
  /** Closer than that a view is shown without its inset. */
  let isNearer = false;
  let isOwnMove = false;
  const here = () => [map.getCenter(), map.getZoom()].join();
  const chosen = () => payload.views.find(({ id }) => id === state.get().view) ?? payload.views[0];

  /** The view in use, as a box of such sides shows it. */
  const viewIn = (sides) =>
    isNearer ? chosen() : viewInBox(payload.views, chosen(), places, sides);
  const view = () => {
    const { x, y } = map.getSize();
    return viewIn([x, y]);
  };
  /** The letters that the page has, as map.css chooses them by its size. */
  const lettering = () => LETTERINGS[document.documentElement.style.getPropertyValue("--lettering") || styled()];
  /** @type {string|undefined} what the style says is not asked at each step: it would be worked out */
  let ofStyle;
  const styled = () =>
    (ofStyle ??= getComputedStyle(document.documentElement).getPropertyValue("--lettering").trim());
  window.addEventListener("resize", () => (ofStyle = undefined));
  /** @type {Map<object, object[]>} */
  const frames = new Map();
  function framesOf(view) {
    if (!frames.has(view)) {
      const { inset } = PROJECTIONS[view.projection];
      const [finer, finerNarrow] = inset ? FINER[inset.isAside ? "aside" : "below"] : [];
      frames.set(view, [
        pageFrame(view, viewBox(view), finer),
        pageFrame(view, narrowBox(view, places), finerNarrow),
      ]);
    }
    return frames.get(view);
  }
  /** The frame of the view in use: on a narrow screen, of a part of it. */
  const frame = () => framesOf(view())[Number(lettering() === LETTERINGS.narrow)];
  /** How many pixels are one of the lettering's: letters grow with the box of the map. */
  const letterPx = () => {
    const { x, y } = map.getSize();
    return unitPx(frame(), [x, y]) * lettering().unitsPerPx;
  };
  /** How many pixels a metre is now. */
  const pxPerM = () => pixelsPerMetre(map);
  /** How many of the lettering's pixels are a metre, where the view is whole. */
  const homePxPerM = () => frame().unitsPerM / lettering().unitsPerPx;
  /** The map's box, whose sides stay where its inset goes. */
  function layOut() {
    const { classList } = map.getContainer();
    const { x, y } = map.getSize();
    const { projection } = viewInBox(payload.views, chosen(), places, [x, y]);
    const { outlined, inset } = PROJECTIONS[projection];
    classList.toggle("is-globe", Boolean(outlined));
    classList.toggle("has-inset", Boolean(inset));
    classList.toggle("has-inset-aside", Boolean(inset?.isAside));
  }
  /** Marks have the size that the view in use asks for; another view is drawn anew. */
  function sizeMarks() {
    const { unitsPerM } = frame();
    const { unitsPerPx } = lettering();
    const markScale = letterPx() * markScaleAt(unitsPerM / unitsPerPx, view());
    state.change({ markScale, viewDrawn: view() });
  }
  /** Show the whole of the view in use. */
  const showWhole = () => {
    isNearer = false;
    layOut();
    map.invalidateSize({ animate: false, pan: false });
    land.fit(view());
    // Who hears of the move is told that the view is whole.
    home = undefined;
    showView(map, view(), frameBox(frame()));
    home = here();
    const hasInset = Boolean(PROJECTIONS[view().projection].inset);
    whole = { middle: middleOf(map, view()), zoom: map.getZoom(), hasInset };
    sizeMarks();
  };
  /** Show a place closer than the whole. */
  const lookAt = (/** @type {L.LatLng} */ center, /** @type {number} */ zoom) => {
    isNearer = true;
    land.fit(view());
    map.options.crs = crsOf(view().projection);
    isOwnMove = true;
    map._resetView(center, Math.min(map.getMaxZoom(), zoom), true);
    isOwnMove = false;
    sizeMarks();
  };
  /** Who zooms in on a map with an inset sees the world alone; who zooms out again, both. */
  function followZoom() {
    if (!whole.hasInset || isOwnMove || home === undefined) return;
    const zoom = map.getZoom();
    const isCloser = zoom > whole.zoom + LEAST_ZOOM;
    if (isNearer && !isCloser) showWhole();
    if (isNearer || !isCloser) return;
    const { x, y } = map.getSize();
    const half = [x, y].map((side) => side / 2 / pxPerM());
    const zoomed = { from: whole.middle, to: middleOf(map, view()), ratio: 2 ** (zoom - whole.zoom), half };
    const { middle, closer } = aloneAfter(view(), chosen(), zoomed);
    lookAt(latLng(middle), zoom + Math.log2(closer));
  }
  map.on("zoomend", followZoom);
  /** Show a part of the view in use, as the still picture tells it. */
  const showSight = ({ across, down, k }) => {
    const place = latLng(placeInView(view(), frameBox(frame()), across, down));
    map.setView(place, map.getZoom() + Math.log2(k), { animate: false });
  };
  const isAtHome = () => home === undefined || here() === home;
  const keepIn = () => {
    if (isAtHome()) return;
    // Beside an inset all is seen: there is nowhere to move to.
    if (PROJECTIONS[view().projection].inset) showWhole();
    else keepInView(map, view());
  };
  /** A place's pixels in the map's box. */
  const toScreen = (place) => {
    const { x, y } = map.latLngToContainerPoint(latLng(place));
    return [x, y];
  };
  /** Where a place is on the map without an inset, in its pixels. */
  const toAlone = (place) => {
    const [x, y] = PROJECTIONS[chosen().projection].forward(place);
    return [x * pxPerM(), -y * pxPerM()];
  };
  /** What to add to pixels of the map's box for pixels of its panes. */
  const layerOffset = () => {
    const { x, y } = map.containerPointToLayerPoint([0, 0]);
    return [x, y];
  };
  const bringIntoSight = (place) => {
    const [x, y] = toScreen(place);
    const { x: width, y: height } = map.getSize();
    const margin = PROJECTIONS[view().projection].inset ? 0 : MARGIN_PX;
    const inside = x > margin && y > margin && x < width - margin && y < height - margin;
    if (!inside) map.panTo(latLng(place), { animate: false });
  };
  return {
    ...{ view, viewIn, frame, lettering, letterPx, pxPerM, homePxPerM },
    ...{ showView: showWhole, showSight, lookAt, isAtHome, keepInView: keepIn },
    /** The box of metres that is in sight. */
    boxInSight: () => boxInSight(map),
    ...{ toScreen, toAlone, layerOffset, bringIntoSight },
  };
}
