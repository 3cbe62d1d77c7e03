// What is drawn at places, as labels see it: circles and boxes where nothing may stand,
// and what stands on a country's own point.

import { boxAbout } from "./label_places.js";

/**
 * The marks on the map.
 * @param {Shown<"payload" | "dotReach">} given
 * @param {object} sight as `placeAll` takes it
 * @param {object[]} asked labels that layers ask for, each with its mark's `reach`
 * @returns {object[]} circles `at` and `r`, or as a `box`; `of` says on which country's
 *   point a mark stands, and `hole` how far it is empty
 */
export function marksOf({ payload, dotReach }, { toScreen, scale }, asked) {
  const dots = Object.keys(payload.points).filter((id) => dotReach(id));
  return [
    ...asked.filter(({ reach }) => reach).map(markOf),
    ...dots.map((id) => ({
      at: toScreen(payload.points[id]),
      r: dotReach(id) * scale,
      of: id,
      dot: true,
    })),
  ];
}

function markOf({ at: [x, y], reach, shift: [dx, dy], hole, isSquare, country }) {
  /** @type {[number, number]} */
  const at = [x + dx, y + dy];
  const mark = { at, r: reach, hole, of: dx || dy ? undefined : country };
  return isSquare ? { ...mark, box: boxAbout(at, reach) } : mark;
}

/** What stands on a country's point, as one mark; undefined for nothing. */
export function markOn(country, marks) {
  const own = marks.filter(({ of }) => of === country);
  if (!own.length) return undefined;
  return {
    r: Math.max(...own.map(({ r }) => r)),
    hole: Math.min(...own.map(({ hole }) => hole ?? 0)),
    dot: own.every(({ dot }) => dot),
  };
}
