// Countries too small to hit get a target of 24 px, as long as they are smaller than that
// on the screen; those too small to see as well get a dot, a square one: circles are
// numbers of troops.  Where targets crowd, each ends half way to the next.

import { largestSide_m } from "./boxes.js";
import { latLng, pixelsPerMetre } from "./crs.js";
import { SCREEN } from "./frame.js";
import { PANES } from "./panes.js";
import { ScreenPath, rendererOf } from "./screen_path.js";
import { circlePath, squarePath } from "./shapes.js";

/** The least size of a target, in CSS pixels (WCAG 2.2, success criterion 2.5.8). */
const TARGET_PX = 24;

/**
 * Add targets for the countries that have data, and for the smallest a dot as well, and
 * keep them as the map zooms.
 * @param {object} page
 */
export function addSmallMarks(page) {
  const { map, land, payload } = page;
  const renderer = rendererOf(map, "small", PANES.small);
  const ids = Object.keys(payload.countries).filter(
    (id) => land.countries[id] && payload.points[id],
  );
  const sideOf = (id) => largestSide_m(land.countries[id].polygons) * pixelsPerMetre(map);
  const canBeDotted = (id) => payload.small.includes(id);
  /** How far a country's dot reaches from its point; 0 where it has none. */
  land.dotReach = (id) => {
    const mark = land.countries[id]?.mark;
    if (!mark || !canBeDotted(id) || !map.hasLayer(mark)) return 0;
    // Dots are as large as the still picture has them, and grow with the box.
    const px = page.letterPx();
    return sideOf(id) < SCREEN.dots.below * px ? SCREEN.dots.r * px : 0;
  };
  const reaches = new Map();
  for (const id of ids) {
    const path = (draw, options) =>
      new ScreenPath([payload.points[id]], draw, { renderer, ...options });
    const target = { className: "small-target", interactive: true };
    const dot = path(([point]) => squarePath(point, land.dotReach(id)), { className: "small-dot" });
    const hit = path(([point]) => circlePath(point, reaches.get(id)), target);
    const mark = L.featureGroup(canBeDotted(id) ? [dot, hit] : [hit]);
    Object.assign(land.countries[id], { mark, hit });
  }
  function follow() {
    const points = new Map(
      ids.map((id) => [id, map.latLngToLayerPoint(latLng(payload.points[id]))]),
    );
    const nearest = (id, others) =>
      Math.min(
        ...others
          .filter((other) => other !== id)
          .map((other) => points.get(id).distanceTo(points.get(other))),
      );
    const isDotted = (id) => canBeDotted(id) && sideOf(id) < SCREEN.dots.below * page.letterPx();
    const isSmall = (id) => sideOf(id) > 0 && (isDotted(id) || sideOf(id) < TARGET_PX);
    /** Where countries crowd, a target would hide its neighbours. */
    const isNeeded = (id) =>
      isSmall(id) && (canBeDotted(id) || nearest(id, ids) > TARGET_PX);
    const marked = ids.filter(isNeeded);
    for (const id of marked) {
      reaches.set(id, Math.min(TARGET_PX, nearest(id, marked)) / 2);
      land.countries[id].hit.redraw();
    }
    for (const id of ids) {
      const { mark } = land.countries[id];
      const needed = marked.includes(id);
      if (needed === map.hasLayer(mark)) continue;
      if (needed) mark.addTo(map);
      else mark.remove();
      Object.values(page.layers).forEach((layer) => layer.paint?.());
    }
  }
  map.on("zoomend viewreset", follow);
  follow();
}
