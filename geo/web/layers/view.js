// Where the map looks: its views, and places on the screen.

import { keepInView, latLng, pixelsPerMetre, showView } from "../ground/crs.js";
import { frameBox, markScaleAt, narrowBox, pageFrame, placeInView, unitPx } from "../ground/frame.js";
import { boxInSight } from "../ground/ground_path.js";
import { LETTERINGS } from "../marks/lettering.js";

/** A place nearer to the map's edge than this is brought to the middle. */
const MARGIN_PX = 30;

/**
 * Give the page what its parts ask about the view.
 * @param {object} page
 */
export function addView(page) {
  const { map, payload, state } = page;
  let home;
  const here = () => [map.getCenter(), map.getZoom()].join();

  /** The view in use. */
  page.view = () =>
    payload.views.find(({ id }) => id === state.get().view) ?? payload.views[0];
  /** The letters that the page has, as map.css chooses them by its size. */
  page.lettering = () =>
    LETTERINGS[getComputedStyle(document.documentElement).getPropertyValue("--lettering").trim()];
  const places = Object.keys(page.record.countries).map((id) => payload.points[id]).filter(Boolean);
  /** @type {Map<object, object[]>} */
  const frames = new Map();
  function framesOf(view) {
    if (!frames.has(view)) {
      frames.set(view, [pageFrame(view), pageFrame(view, narrowBox(view, places))]);
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
  /** Show the whole of the view in use. */
  page.showView = () => {
    map.invalidateSize({ animate: false, pan: false });
    // Who hears of the move is told that the view is whole.
    home = undefined;
    const frame = page.frame();
    showView(map, page.view(), frameBox(frame));
    home = here();
    const { unitsPerM } = frame;
    const { unitsPerPx } = page.lettering();
    state.change({ markScale: page.letterPx() * markScaleAt(unitsPerM / unitsPerPx) });
  };
  /** Show a part of the view in use, as the still picture tells it. */
  page.showSight = ({ across, down, k }) => {
    const place = latLng(placeInView(page.view(), frameBox(page.frame()), across, down));
    map.setView(place, map.getZoom() + Math.log2(k), { animate: false });
  };
  page.isAtHome = () => home === undefined || here() === home;
  /** The box of metres that is in sight. */
  page.boxInSight = () => boxInSight(map);
  page.keepInView = () => page.isAtHome() || keepInView(map, page.view());
  /** A place's pixels in the map's box. */
  page.toScreen = (place) => {
    const { x, y } = map.latLngToContainerPoint(latLng(place));
    return [x, y];
  };
  /** What to add to pixels of the map's box for pixels of its panes. */
  page.layerOffset = () => {
    const { x, y } = map.containerPointToLayerPoint([0, 0]);
    return [x, y];
  };
  page.bringIntoSight = (place) => {
    const [x, y] = page.toScreen(place);
    const { x: width, y: height } = map.getSize();
    const inside =
      x > MARGIN_PX && y > MARGIN_PX && x < width - MARGIN_PX && y < height - MARGIN_PX;
    if (!inside) map.panTo(latLng(place), { animate: false });
  };

  const shown = () =>
    Object.entries(page.layers)
      .filter(([id]) => page.isShown(id))
      .map(([, layer]) => layer);
  page.isShown = (id) => state.get().layers.includes(id);
  /** The pixels that a country's circle takes on either side of its point. */
  page.figureReach = (country) =>
    Math.max(0, ...shown().map((layer) => layer.reach?.(country) ?? 0));
  /** What the layers shown let be pointed at where there is no land. */
  page.targets = () => shown().flatMap((layer) => layer.targets?.() ?? []);
  /** Where a country stands, or whom a source places in a region; undefined for nowhere. */
  page.pointOf = (actor) =>
    payload.points[actor] ?? page.targets().find((one) => one.actor === actor)?.place;
  page.areasOf = (country) =>
    shown().flatMap((layer) => layer.areasOf?.(country) ?? []);
  /** The labels, and the room, that the layers shown ask for. */
  page.texts = () => shown().flatMap((layer) => layer.texts?.() ?? []);

  /** Tell a reader who does not see the map what changed. */
  page.announce = (text) =>
    (document.getElementById("announcements").textContent = text);
}
