// The frame of a map on a sheet for reports.  Pure.

import { viewBox } from "../ground/frame.js";
import { PROJECTIONS } from "../ground/projections.js";

/** What goes is below what a printer shows that has 600 dots to the inch. */
const PRINT = { tolerance: 0.15, leastSide: 0.4, steps: 10, dots: { below: 9, r: 3.5, least: 1.5 } };

/** Land is cut so far beyond a sheet's map that no stroke shows along its sides. */
const CUT_BEYOND = 3;

/**
 * The frame of a view on a sheet: its bounds fill the width, or stand in the middle of a
 * box of given height.  A map of the whole world is drawn to both its edges.
 * @param {View} view
 * @param {number} width
 * @param {number} [givenHeight]
 */
export function sheetFrame(view, width, givenHeight) {
  const { projection, bounds: [, south, , north] } = view;
  const isWorld = PROJECTIONS[projection].outlined;
  const drawn = isWorld ? { projection, bounds: [-180, south, 180, north] } : view;
  const [xmin, ymin, xmax, ymax] = viewBox(drawn);
  const height = givenHeight ?? Math.round(((ymax - ymin) * width) / (xmax - xmin));
  const unitsPerM = Math.min(width / (xmax - xmin), height / (ymax - ymin));
  const corner = {
    left_m: (xmin + xmax) / 2 - width / unitsPerM / 2,
    top_m: (ymin + ymax) / 2 + height / unitsPerM / 2,
  };
  const reach = [-CUT_BEYOND, -CUT_BEYOND, width + CUT_BEYOND, height + CUT_BEYOND];
  return { view, detail: PRINT, size: [width, height], reach, unitsPerM, ...corner };
}
