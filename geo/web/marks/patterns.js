// The swatches that show colours and textures in the legend: stripes mean no data, dots
// mean that a colour rests on weak sources, a hatch means disputed territory.  The
// page brings the patterns, defined once: WebKit never finds a second of the same id.

import { vector } from "../common/dom.js";
import { squarePath } from "../common/shapes.js";
import { statusSign } from "./status_signs.js";

/** @param {string} id @param {number} size @param {number} turn @param {...SVGElement} marks */
function pattern(id, size, turn, ...marks) {
  const properties = { id, width: size, height: size, patternUnits: "userSpaceOnUse" };
  return vector("pattern", { ...properties, patternTransform: `rotate(${turn})` }, ...marks);
}

/** A box in the colour of a status. @param {string} status @param {object} properties */
const coloured = (status, properties) =>
  vector("rect", { ...properties, "class": "swatch", "data-status": status });

const dots = () => [
  vector("circle", { cx: 3.5, cy: 3.5, r: 1.9, class: "dots-rim" }),
  vector("circle", { cx: 3.5, cy: 3.5, r: 1.2, class: "dots-mark" }),
];

/**
 * The definitions of the patterns.
 * @param {string[]} statuses each gets a pattern of its colour with dots
 */
export function patternsFor(statuses) {
  const stripes = [
    vector("rect", { width: 6, height: 6, class: "stripes-ground" }),
    vector("rect", { width: 1.6, height: 6, class: "stripes-line" }),
  ];
  const hatch = [
    vector("rect", { width: 1.2, height: 5, class: "hatch-rim" }),
    vector("rect", { width: 0.9, height: 5, x: 1.2, class: "hatch-line" }),
  ];
  const weak = statuses.map((status) =>
    pattern(`weak-${status}`, 7, 30, coloured(status, { width: 7, height: 7 }), ...dots()),
  );
  const plain = [pattern("stripes", 6, 45, ...stripes), pattern("hatch", 5, -45, ...hatch)];
  return vector("defs", {}, plain, weak);
}

/**
 * A small picture for the legend, drawn with the map's own classes.
 * @param {number} width
 * @param {number} height
 * @param {...(SVGElement|undefined)} marks
 */
export function picture(width, height, ...marks) {
  const properties = { class: "picture", width, height, viewBox: `0 0 ${width} ${height}` };
  return vector("svg", { ...properties, "aria-hidden": "true" }, ...marks);
}

/**
 * The swatch of a status, with its sign.
 * @param {Payload} payload
 * @param {string} [status] blank for no data
 * @param {boolean} [weak] with the dots of a weak source
 */
export function statusSwatch({ signs }, status = "no_data", weak = false) {
  const sign = statusSign(signs[status], [13, 8], 4.5);
  return picture(26, 16, colourOf(status, weak), sign);
}

/** The swatch of a country's standing; that of no data for none. */
export const standingSwatch = (/** @type {Payload} */ payload, /** @type {Standing} */ entry) =>
  statusSwatch(payload, entry?.status, entry?.strength === "weak");

/** The swatch of a change: what was, and what is. */
export const splitSwatch = (before = "no_data", after = "no_data") =>
  picture(26, 16, halfOf(before, 1), halfOf(after, 13), vector("path", { class: "split", d: "M13 0v16" }));

const halfOf = (/** @type {string} */ status, /** @type {number} */ x) =>
  coloured(status, { x, y: 1, width: 12, height: 14 });

/** The swatch of a country that is compared: inside what is, along its edge what was. */
export const comparedSwatch = () =>
  picture(
    26,
    16,
    vector("rect", { x: 3, y: 3, width: 20, height: 10, class: "compared-rim" }),
    vector("rect", { "x": 3, "y": 3, "width": 20, "height": 10, "class": "compared", "data-status": "declined" }),
  );

/** The swatch of what dots mean, on any colour. */
export const dottedSwatch = () => picture(26, 16, colourOf("considering", true));

/** The parts of an edge of dots, from back to front; no fill, so that the hue stays. */
export const EDGE = ["edge-rim", "edge-dots"];

/** The swatch of such an edge, on any colour. */
export function edgeSwatch() {
  const edge = EDGE.map((name) => vector("path", { class: name, d: "M2 2H24V14H2Z" }));
  return picture(26, 16, colourOf("considering", false), ...edge);
}

/** The mark of a country that is too small to see, of no status. */
export const smallSwatch = () =>
  picture(26, 16, vector("path", { class: "small-dot", d: squarePath({ x: 13, y: 8 }, 5) }));

function colourOf(/** @type {string} */ status, /** @type {boolean} */ weak) {
  // As an attribute: the policy of the page lets no style stand in what Python wrote.
  const dots = weak && { "data-weak": status, "fill": `url(#weak-${status})` };
  return coloured(status, { x: 1, y: 1, width: 24, height: 14, ...dots });
}
