// Bringing one country before the reader: the view that shows it best, and how close.

import { latLng, pixelsPerMetre } from "../ground/crs.js";
import { viewBox } from "../ground/frame.js";
import { boxOf } from "../common/boxes.js";
import { PROJECTIONS } from "../ground/projections.js";

/** The country takes so much of the map's box, so that its neighbours are seen too. */
const SHARE_OF_BOX = 0.4;
/** Closer than this beyond the whole view, coasts show that they are simplified. */
const MOST_ZOOM = 2.6;

/** A place nearer to a view's edge than this share of its box is better seen elsewhere. */
const EDGE_SHARE = 0.12;

/** Does a view show a place well inside its box? */
function showsWell(view, place) {
  const [xmin, ymin, xmax, ymax] = viewBox(view);
  const [x, y] = PROJECTIONS[view.projection].forward(place);
  const [across, down] = [(x - xmin) / (xmax - xmin), (y - ymin) / (ymax - ymin)];
  return Math.min(across, 1 - across, down, 1 - down) > EDGE_SHARE;
}

/** How large the ground is that a view shows, in square metres. */
function extentOf(view) {
  const [xmin, ymin, xmax, ymax] = viewBox(view);
  return (xmax - xmin) * (ymax - ymin);
}

/**
 * The view to show a place in: the one in use if it shows the place well and is not the
 * widest, else the closest that does, else the widest.
 * @param {object[]} views
 * @param {object} current
 * @param {number[]} place [lon, lat]
 * @returns {object}
 */
export function viewFor(views, current, place) {
  const byExtent = [...views].sort((a, b) => extentOf(a) - extentOf(b));
  const widest = byExtent[byExtent.length - 1];
  if (current.id !== widest.id && showsWell(current, place)) return current;
  return byExtent.find((view) => showsWell(view, place)) ?? widest;
}

/**
 * Let other parts show a country.
 * @param {Given<"payload" | "state" | "map" | "land" | "areasOf"> & ViewPart} given
 * @returns {Given<"zoomTo" | "pointTo">}
 */
export function addZoom(given) {
  const { map, payload, state, land } = given;

  /** The width and height, in pixels, of a country's largest polygon in the view. */
  function sizeOf(country) {
    const sizes = land.countries[country].polygons.map(([outer]) => {
      const [xmin, ymin, xmax, ymax] = boxOf(outer);
      return [xmax - xmin, ymax - ymin].map((side) => side * pixelsPerMetre(map));
    });
    const area = ([width, height]) => width * height;
    return sizes.reduce((a, b) => (area(b) > area(a) ? b : a), sizes[0]);
  }
  function zoomTo(country) {
    const place = payload.points[country];
    const view = viewFor(payload.views, given.view(), place);
    if (view.id !== given.view().id) state.change({ view: view.id });
    given.showView();
    const home = map.getZoom();
    const size = sizeOf(country);
    if (!size) return;
    const box = map.getSize();
    const room = Math.min(
      box.x / Math.max(1, size[0]),
      box.y / Math.max(1, size[1]),
    );
    const closer = Math.log2(room * SHARE_OF_BOX);
    const zoom = home + Math.max(0, Math.min(MOST_ZOOM, closer));
    given.lookAt(latLng(place), zoom);
  }
  /** What the reader would point at, to see a country's tooltip. */
  const pointTo = (country) => ({
    country,
    areas: given.areasOf(country),
    at: given.toScreen(payload.points[country]),
  });
  return { zoomTo, pointTo };
}
