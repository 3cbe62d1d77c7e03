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
 * Give the page what its parts ask about the view.
 * @param {object} page
 */
export function addView(page) {
  const { map, payload, state } = page;
  const places = Object.keys(page.record.countries).map((id) => payload.points[id]).filter(Boolean);
  let home;
  let shown;
  /** The whole of the view in use: its middle in metres, its zoom, and whether an inset is in it. */
  let whole = { middle: [0, 0], zoom: 0, hasInset: false };
  /** Closer than that a view is shown without its inset. */
  let isNearer = false;
  let isOwnMove = false;
  const here = () => [map.getCenter(), map.getZoom()].join();
  const chosen = () => payload.views.find(({ id }) => id === state.get().view) ?? payload.views[0];

  /** The view in use, as a box of such sides shows it. */
  page.viewIn = (sides) =>
    isNearer ? chosen() : viewInBox(payload.views, chosen(), places, sides);
  page.view = () => {
    const { x, y } = map.getSize();
    return page.viewIn([x, y]);
  };
  /** The letters that the page has, as map.css chooses them by its size. */
  page.lettering = () =>
    LETTERINGS[getComputedStyle(document.documentElement).getPropertyValue("--lettering").trim()];
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
  page.frame = () => framesOf(page.view())[Number(page.lettering() === LETTERINGS.narrow)];
  /** How many pixels are one of the lettering's: letters grow with the box of the map. */
  page.letterPx = () => {
    const { x, y } = map.getSize();
    return unitPx(page.frame(), [x, y]) * page.lettering().unitsPerPx;
  };
  /** How many pixels a metre is now. */
  page.pxPerM = () => pixelsPerMetre(map);
  /** How many of the lettering's pixels are a metre, where the view is whole. */
  page.homePxPerM = () => page.frame().unitsPerM / page.lettering().unitsPerPx;
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
    const { unitsPerM } = page.frame();
    const { unitsPerPx } = page.lettering();
    state.change({ markScale: page.letterPx() * markScaleAt(unitsPerM / unitsPerPx, page.view()) });
    const isOther = shown !== page.view();
    shown = page.view();
    if (isOther) page.redraw?.();
  }
  /** Show the whole of the view in use. */
  page.showView = () => {
    isNearer = false;
    layOut();
    map.invalidateSize({ animate: false, pan: false });
    page.land.fit(page.view().projection);
    // Who hears of the move is told that the view is whole.
    home = undefined;
    showView(map, page.view(), frameBox(page.frame()));
    home = here();
    const hasInset = Boolean(PROJECTIONS[page.view().projection].inset);
    whole = { middle: middleOf(map, page.view()), zoom: map.getZoom(), hasInset };
    sizeMarks();
  };
  /** Show a place closer than the whole. */
  page.lookAt = (/** @type {L.LatLng} */ center, /** @type {number} */ zoom) => {
    isNearer = true;
    page.land.fit(page.view().projection);
    map.options.crs = crsOf(page.view().projection);
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
    if (isNearer && !isCloser) page.showView();
    if (isNearer || !isCloser) return;
    const { x, y } = map.getSize();
    const half = [x, y].map((side) => side / 2 / page.pxPerM());
    const zoomed = { from: whole.middle, to: middleOf(map, page.view()), ratio: 2 ** (zoom - whole.zoom), half };
    const { middle, closer } = aloneAfter(page.view(), chosen(), zoomed);
    page.lookAt(latLng(middle), zoom + Math.log2(closer));
  }
  map.on("zoomend", followZoom);
  /** Show a part of the view in use, as the still picture tells it. */
  page.showSight = ({ across, down, k }) => {
    const place = latLng(placeInView(page.view(), frameBox(page.frame()), across, down));
    map.setView(place, map.getZoom() + Math.log2(k), { animate: false });
  };
  page.isAtHome = () => home === undefined || here() === home;
  /** The box of metres that is in sight. */
  page.boxInSight = () => boxInSight(map);
  page.keepInView = () => {
    if (page.isAtHome()) return;
    // Beside an inset all is seen: there is nowhere to move to.
    if (PROJECTIONS[page.view().projection].inset) page.showView();
    else keepInView(map, page.view());
  };
  /** A place's pixels in the map's box. */
  page.toScreen = (place) => {
    const { x, y } = map.latLngToContainerPoint(latLng(place));
    return [x, y];
  };
  /** Where a place is on the map without an inset, in its pixels. */
  page.toAlone = (place) => {
    const [x, y] = PROJECTIONS[chosen().projection].forward(place);
    return [x * page.pxPerM(), -y * page.pxPerM()];
  };
  /** What to add to pixels of the map's box for pixels of its panes. */
  page.layerOffset = () => {
    const { x, y } = map.containerPointToLayerPoint([0, 0]);
    return [x, y];
  };
  page.bringIntoSight = (place) => {
    const [x, y] = page.toScreen(place);
    const { x: width, y: height } = map.getSize();
    const margin = PROJECTIONS[page.view().projection].inset ? 0 : MARGIN_PX;
    const inside = x > margin && y > margin && x < width - margin && y < height - margin;
    if (!inside) map.panTo(latLng(place), { animate: false });
  };

  const layersShown = () =>
    Object.entries(page.layers)
      .filter(([id]) => page.isShown(id))
      .map(([, layer]) => layer);
  page.isShown = (id) => state.get().layers.includes(id);
  /** The pixels that a country's circle takes on either side of its point. */
  page.figureReach = (country) =>
    Math.max(0, ...layersShown().map((layer) => layer.reach?.(country) ?? 0));
  /** What the layers shown let be pointed at where there is no land. */
  page.targets = () => layersShown().flatMap((layer) => layer.targets?.() ?? []);
  /** Where a country stands, or whom a source places in a region; undefined for nowhere. */
  page.pointOf = (actor) =>
    payload.points[actor] ?? page.targets().find((one) => one.actor === actor)?.place;
  page.areasOf = (country) =>
    layersShown().flatMap((layer) => layer.areasOf?.(country) ?? []);
  /** The labels, and the room, that the layers shown ask for. */
  page.texts = () => layersShown().flatMap((layer) => layer.texts?.() ?? []);

  /** Tell a reader who does not see the map what changed. */
  page.announce = (text) =>
    (document.getElementById("announcements").textContent = text);
}
