// A page that stands still, for pictures of it: what the modules of the live page ask of
// it, without a map to be moved and without a reader.

import { largestSide_m } from "../common/boxes.js";
import { tableOf } from "../common/dictionary.js";
import { dotReachAmong, markScaleAt, pageFrame, placesBeside } from "../ground/frame.js";
import { drawingOf } from "../kinds/kinds.js";
import { hasOwnRows, readRecord } from "../rules/snapshot.js";
import { createWording } from "../words/wording.js";
import { historiesOf } from "../rules/history.js";

/**
 * @param {object} payload as `completed` gives it
 * @param {object} [view] one of its views; that of the opening
 * @param {object} countries with `polygons` in metres, by `iso_a3`
 * @returns {StillPage}
 */
export function stillPage(payload, view = payload.views[0], countries = tableOf()) {
  const shown = payload.layers.filter((spec) => spec.shown);
  const choices = { language: payload.language, layers: shown.map(({ id }) => id), markScale: 1 };
  const layers = tableOf();
  const drawings = () => shown.flatMap(({ id }) => layers[id] ?? []);
  let seen = { frame: pageFrame(view), pxPerM: 1 };
  const record = readRecord(payload);
  let histories;
  const page = {
    payload,
    layers,
    wording: createWording(payload),
    record,
    stops: record.stops,
    histories: () => (histories ??= historiesOf(record, {})),
    state: { get: () => choices },
    view: () => view,
    letterPx: () => 1,
    frame: () => seen.frame,
    homePxPerM: () => seen.pxPerM,
    pxPerM: () => seen.pxPerM,
    isShown: (id) => choices.layers.includes(id),
    figureReach: (country) => Math.max(0, ...drawings().map(({ reach }) => reach(country))),
    texts: () => drawings().flatMap(({ texts }) => texts()),
    /** The marks of the layers shown. */
    marks: () => drawings().flatMap(({ marks }) => marks()),
    land: { countries },
    /** How far the dot of a country too small to see reaches; 0 where it has none. */
    dotReach(id) {
      const side = largestSide_m(countries[id]?.polygons ?? []) * seen.pxPerM;
      const isSmall = hasOwnRows(payload.countries[id]) && payload.small.includes(id);
      const { dots } = seen.frame.detail;
      if (!isSmall || side <= 0 || side >= dots.below) return 0;
      const sight = { projection: view.projection, pxPerM: seen.pxPerM };
      const others = placesBeside(record.countries, payload.points, id);
      return dotReachAmong(payload.points[id], others, sight, dots);
    },
    seenAt(frame, pxPerM) {
      seen = { frame, pxPerM };
      choices.markScale = markScaleAt(pxPerM, view);
    },
  };
  for (const spec of shown) {
    const drawing = drawingOf(page, spec);
    if (drawing) layers[spec.id] = drawing;
  }
  return page;
}
