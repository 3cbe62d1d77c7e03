// The kinds of layers: how each is drawn, explained and said.  What a definition says of
// a layer stands in geo/definitions/layers.py; a build says what a kind lacks.

import { statusesInWords, figuresInWords, participantsInWords } from "./sentences.js";
import { element } from "../common/dom.js";
import { disputedLegend } from "../legend/legend_disputed.js";
import { figuresLegend } from "../legend/legend_figures.js";
import { participantsLegend } from "../legend/legend_participants.js";
import { statusLegend } from "../legend/legend_status.js";
import { valueLegend } from "../legend/legend_value.js";
import { figuresDrawing } from "../marks/figures.js";
import { classOf } from "../marks/classes.js";
import { participantsDrawing } from "../marks/participants.js";
import { figureTexts, participationTexts } from "../words/country_text.js";

/**
 * A kind of layer.  Each function takes what it is given and the layer's entry in the payload.
 * @typedef {object} LayerKind
 * @property {"marks"|"land"|"nothing"} draws `land`: layers/ and still/still_picture.js
 *   draw it themselves
 * @property {function} [drawing] of `marks`, as `marksLayer` takes it
 * @property {function} [paint] of `land` that is coloured country by country: what a country
 *   is coloured by, `status` and `strength`; the country is the third value that it takes
 * @property {function} legend what explains it
 * @property {function} [inWords] all that it draws, as a sentence of the alternative text;
 *   the layer's title is the third value that it takes
 * @property {function} [ofCountry] what it says of a country, a text a line; the country
 *   is the third value that it takes
 */

/** @type {Object<string, LayerKind>} */
export const KINDS = {
  status: {
    draws: "land",
    paint: ({ payload }, spec, country) => payload.countries[country],
    legend: statusLegend,
    inWords: statusesInWords,
  },
  value: {
    draws: "land",
    paint: classOf,
    legend: valueLegend,
    inWords: figuresInWords,
    ofCountry: (given, spec, country) => figureTexts(given, country, [spec]),
  },
  figures: {
    draws: "marks",
    drawing: figuresDrawing,
    legend: figuresLegend,
    inWords: figuresInWords,
    ofCountry: (given, spec, country) => figureTexts(given, country, [spec]),
  },
  participants: {
    draws: "marks",
    drawing: participantsDrawing,
    legend: participantsLegend,
    inWords: participantsInWords,
    ofCountry: participationTexts,
  },
  disputed: { draws: "land", legend: disputedLegend, inWords: () => "" },
  unplaced: {
    draws: "nothing",
    legend: ({ wording }) => [
      element("a", { href: "#unplaced", text: wording.say("layer.unplaced") }),
    ],
  },
};

/** Does a layer draw anything on the map, so that it can be hidden? */
export const isDrawn = ({ kind }) => KINDS[kind].draws !== "nothing";

/**
 * What a layer of marks draws and writes; nothing of others.
 * @param {Words & Shown<"state" | "record" | "isShown" | "view" | "figureReach" | "frame"
 *   | "homePxPerM" | "letterPx" | "pxPerM">} given
 */
export const drawingOf = (given, spec) => KINDS[spec.kind].drawing?.(given, spec);

/** What colours a country in a layer that paints the land. @param {Shown<"payload">} given */
export const colouredBy = (given, spec, country) => KINDS[spec.kind].paint(given, spec, country);

/** The title of a layer: its own, or that of its kind. */
export function layerTitle(/** @type {Shown<"wording">} */ { wording }, spec) {
  return spec.title ? wording.told(spec.title) : { text: wording.say(`layer.${spec.id}`) };
}

/**
 * The legend of a layer in the present language.
 * @param {Words & Shown<"state" | "record" | "stops" | "positionButton" | "view">} given
 * @param {LayerSpec} spec the layer's entry in the payload
 * @returns {Node[]}
 */
export function legendOf(given, spec) {
  return KINDS[spec.kind].legend(given, spec).filter(Boolean);
}

/** The layers that are drawn now. */
export const layersShown = (/** @type {Shown<"payload" | "isShown">} */ { payload, isShown }) =>
  payload.layers.filter((spec) => isDrawn(spec) && isShown(spec.id));

/**
 * What the layers shown say of a country, a text a line.
 * @param {Words & Shown<"state" | "record" | "isShown">} given
 */
export function layerTexts(given, country) {
  return layersShown(given).flatMap(
    (spec) => KINDS[spec.kind].ofCountry?.(given, spec, country) ?? [],
  );
}
