// Countries too small to hit get a target of 24 px, as long as they are smaller than that
// on the screen; those too small to see as well get a dot, a square one: circles are
// numbers of troops.  A target ends half way to the next country: beyond, a finger means
// that one.

import { largestSide_m } from "../common/boxes.js";
import { tableOf } from "../common/dictionary.js";
import { latLng, pixelsPerMetre } from "../ground/crs.js";
import { SCREEN, dotReachAmong, placesBeside } from "../ground/frame.js";
import { PANES } from "../marks/panes.js";
import { ScreenPath, rendererOf } from "../ground/screen_path.js";
import { TARGET_PX } from "../marks/symbols.js";
import { hasOwnRows } from "../rules/snapshot.js";
import { reachPath, squarePath } from "../common/shapes.js";

/**
 * Add targets for the countries that have data, and for the smallest a dot as well, and
 * keep them as the map zooms.
 * @param {Given<"payload" | "map" | "layers" | "record" | "land"> & ViewPart} given
 * @returns {SmallMarksPart}
 */
export function addSmallMarks({ map, land, payload, letterPx, view, record, layers }) {
  const renderer = rendererOf(map, "small", PANES.small);
  const ids = Object.keys(payload.countries).filter(
    (id) => land.countries[id] && payload.points[id],
  );
  const sideOf = (id) => largestSide_m(land.countries[id].polygons) * pixelsPerMetre(map);
  const dotted = payload.small.filter((id) => hasOwnRows(payload.countries[id]));
  const canBeDotted = (id) => dotted.includes(id);
  // Dots are as large as the still picture has them, and grow with the box.
  const isDotted = (id) => canBeDotted(id) && sideOf(id) < SCREEN.dots.below * letterPx();
  const smallMarks = tableOf();
  const dotReach = (id) => {
    const mark = smallMarks[id]?.mark;
    if (!mark || !map.hasLayer(mark) || !isDotted(id)) return 0;
    const sight = { projection: view().projection, pxPerM: pixelsPerMetre(map), px: letterPx() };
    const others = placesBeside(record.countries, payload.points, id);
    return dotReachAmong(payload.points[id], others, sight, SCREEN.dots);
  };
  const placeOf = (id) => map.latLngToLayerPoint(latLng(payload.points[id]));
  /** The ways to the others that are near enough to matter. */
  function waysFrom(id) {
    const place = placeOf(id);
    const ways = ids.filter((other) => other !== id).map((other) => placeOf(other).subtract(place));
    return ways.filter(({ x, y }) => Math.hypot(x, y) <= TARGET_PX);
  }
  for (const id of ids) {
    const path = (draw, options) =>
      new ScreenPath([payload.points[id]], draw, { renderer, ...options });
    const target = { className: "small-target", interactive: true };
    const dot = path(([point]) => squarePath(point, dotReach(id)), { className: "small-dot" });
    const hit = path(
      ([point]) => reachPath(point, reachAmong(waysFrom(id), dotReach(id))),
      target,
    );
    const mark = L.featureGroup(canBeDotted(id) ? [dot, hit] : [hit]);
    smallMarks[id] = { mark, hit };
  }
  const isSmall = (id) => sideOf(id) > 0 && (isDotted(id) || sideOf(id) < TARGET_PX);
  const isAlone = (id) => !waysFrom(id).length;
  /** Where countries crowd, a target would hide its neighbours. */
  const isNeeded = (id) => isSmall(id) && (canBeDotted(id) || isAlone(id));
  function follow() {
    const others = ids.filter((id) => isNeeded(id) !== map.hasLayer(smallMarks[id].mark));
    for (const id of others) {
      const { mark } = smallMarks[id];
      if (map.hasLayer(mark)) mark.remove();
      else mark.addTo(map);
    }
    if (others.length) Object.values(layers).forEach((layer) => layer.paint?.());
  }
  map.on("zoomend viewreset", follow);
  follow();
  return { smallMarks, dotReach };
}

/**
 * How far a target reaches: half way to the others, but to the end of its own dot.
 * @param {L.Point[]} ways to the other countries
 * @param {number} least its dot's reach
 * @returns {function(L.Point): number} of a direction, which has the length 1
 */
function reachAmong(ways, least) {
  const halfWay = (way, { x, y }) => {
    const along = way.x * x + way.y * y;
    return along > 0 ? (way.x ** 2 + way.y ** 2) / 2 / along : Infinity;
  };
  return (direction) => {
    const ends = ways.map((way) => halfWay(way, direction));
    return Math.max(least, Math.min(TARGET_PX / 2, ...ends));
  };
}
