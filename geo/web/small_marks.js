// Countries too small to hit get a mark of 24 px to point at, as long as they are
// smaller than that on the screen.

import { pixelsPerMetre } from "./crs.js";
import { boxOf } from "./ground_path.js";
import { ScreenPath, circlePath, rendererOf } from "./screen_path.js";

/** The least size of a target, in CSS pixels (WCAG 2.2, success criterion 2.5.8). */
const TARGET_PX = 24;
const DOT_PX = 5;

/**
 * Add marks for the small countries that have data, and keep them as the map zooms.
 * @param {object} page
 */
export function addSmallMarks(page) {
  const { map, land, payload } = page;
  const renderer = rendererOf(map, "small", 345);
  /** How far a country's dot reaches from its point; 0 where it has none. */
  land.dotReach = (id) => {
    const mark = land.countries[id]?.mark;
    return mark && map.hasLayer(mark) ? DOT_PX : 0;
  };
  const small = payload.small.filter(
    (id) => payload.countries[id] && land.countries[id],
  );
  for (const id of small) {
    const place = [payload.points[id]];
    const draw =
      (r) =>
      ([point]) =>
        circlePath(point, r);
    const dot = new ScreenPath(place, draw(DOT_PX), { renderer, className: "small-dot" });
    const target = { renderer, interactive: true, className: "small-target" };
    const hit = new ScreenPath(place, draw(TARGET_PX / 2), target);
    land.countries[id].mark = L.featureGroup([dot, hit]);
    land.countries[id].hit = hit;
  }
  function follow() {
    for (const id of small) {
      const country = land.countries[id];
      const side = largestSide_m(country.polygons) * pixelsPerMetre(map);
      const needed = side > 0 && side < TARGET_PX;
      if (needed === map.hasLayer(country.mark)) continue;
      if (needed) country.mark.addTo(map);
      else country.mark.remove();
      Object.values(page.layers).forEach((layer) => layer.paint?.());
    }
  }
  map.on("zoomend viewreset", follow);
  follow();
}

/** The larger side, in metres, of a country's largest polygon; 0 if none is drawn. */
function largestSide_m(polygons) {
  const sides = polygons.map(([outer]) => {
    const [xmin, ymin, xmax, ymax] = boxOf(outer);
    return Math.max(xmax - xmin, ymax - ymin);
  });
  return Math.max(0, ...sides);
}
