// A page that stands still, for pictures of it: what the modules of the live page ask of
// it, without a map to be moved and without a reader.

import { largestSide_m } from "../common/boxes.js";
import { tableOf } from "../common/dictionary.js";
import { SCREEN } from "../ground/frame.js";
import { drawingOf } from "../kinds/kinds.js";
import { readRecord } from "../rules/snapshot.js";
import { createWording } from "../words/wording.js";

/**
 * @param {object} payload as `completed` gives it
 * @param {object} view one of its views
 * @param {object} countries with `polygons` in metres, by `iso_a3`
 * @returns {object} the page; `seenAt(pxPerM, markScale, dots)` says how large it is shown,
 *   and which countries have dots there
 */
export function stillPage(payload, view, countries = tableOf()) {
  const shown = payload.layers.filter((spec) => spec.shown);
  const choices = { language: payload.language, layers: shown.map(({ id }) => id), markScale: 1 };
  const layers = tableOf();
  const drawings = () => shown.flatMap(({ id }) => layers[id] ?? []);
  let seen = { pxPerM: 1, dots: SCREEN.dots };
  const page = {
    payload,
    layers,
    wording: createWording(payload),
    record: readRecord(payload),
    state: { get: () => choices },
    view: () => view,
    letterPx: () => 1,
    isShown: (id) => choices.layers.includes(id),
    figureReach: (country) => Math.max(0, ...drawings().map(({ reach }) => reach(country))),
    texts: () => drawings().flatMap(({ texts }) => texts()),
    /** The marks of the layers shown. */
    marks: () => drawings().flatMap(({ marks }) => marks()),
    land: {
      countries,
      /** How far the dot of a country too small to see reaches; 0 where it has none. */
      dotReach(id) {
        const side = largestSide_m(countries[id]?.polygons ?? []) * seen.pxPerM;
        const isSmall = payload.countries[id] && payload.small.includes(id);
        return isSmall && side > 0 && side < seen.dots.below ? seen.dots.r : 0;
      },
    },
    seenAt(pxPerM, markScale, dots) {
      seen = { pxPerM, dots };
      choices.markScale = markScale;
    },
  };
  for (const spec of shown) {
    const drawing = drawingOf(page, spec);
    if (drawing) layers[spec.id] = drawing;
  }
  return page;
}
