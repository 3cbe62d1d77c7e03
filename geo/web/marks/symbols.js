// The symbols of participants, told apart by shape before colour: a round badge with a
// camera for a video link, a square badge with a person for someone in the room.

import { circlePath, squarePath } from "../common/shapes.js";

/** The least size of a target, in CSS pixels (WCAG 2.2, success criterion 2.5.8). */
export const TARGET_PX = 24;

/**
 * Half the side of a badge, in pixels.
 * @param {number} markScale of the view
 */
export function badgePx(markScale) {
  return 8 * Math.max(0.62, markScale);
}

/** A place on the screen. @typedef {{x: number, y: number}} ScreenPoint */

// Glyphs are drawn in eighths of a badge's half side, `u`.
const camera = (/** @type {ScreenPoint} */ { x, y }, /** @type {number} */ u) =>
  `M${x - 5 * u} ${y - 3 * u}h${6.2 * u}v${6 * u}h${-6.2 * u}Z` +
  `M${x + 1.9 * u} ${y - 0.6 * u}l${3.1 * u} ${-2.2 * u}v${5.6 * u}l${-3.1 * u} ${-2.2 * u}Z`;

const person = (/** @type {ScreenPoint} */ { x, y }, /** @type {number} */ u) =>
  `${circlePath({ x, y: y - 2.3 * u }, 2.2 * u)}` +
  `M${x - 4.2 * u} ${y + 5 * u}a${4.2 * u} ${4.2 * u} 0 0 1 ${8.4 * u} 0Z`;

const REMOTE = ["videoconference", "phone"];

/**
 * Is a mode of taking part remote?
 * @param {string} mode
 */
export function isRemote(mode) {
  return REMOTE.includes(mode);
}

/**
 * A part of a symbol; `draw` gives path data at a point.
 * @typedef {{className: string, draw: function(ScreenPoint): string}} SymbolPart
 */

/**
 * The parts of a participant's symbol, from back to front.
 * @param {string} mode
 * @param {boolean} leading does the participant host or chair?
 * @param {boolean} doubtful announced only, or told in different ways
 * @param {number} r half the side of the badge, in pixels
 * @param {boolean} [beside] by the word of other sources than the map's own
 * @returns {SymbolPart[]}
 */
export function participantSymbol(mode, leading, doubtful, r, beside = false) {
  const [badge, glyph] = isRemote(mode) ? [circlePath, camera] : [squarePath, person];
  const kind =
    (isRemote(mode) ? "remote" : "present") +
    (doubtful ? " is-doubtful" : "") +
    (beside ? " is-beside" : "");
  /** @type {SymbolPart[]} */
  const parts = [
    { className: `badge ${kind}`, draw: (point) => badge(point, r) },
    { className: `glyph ${kind}`, draw: (point) => glyph(point, r / 8) },
  ];
  /** @type {SymbolPart} */
  const halo = { className: "badge lead", draw: (point) => badge(point, r + Math.min(3, 0.6 * r)) };
  return leading ? [halo, ...parts] : parts;
}

/** How far an arrow reaches beyond the badge that it stands at. */
export const ARROW_PX = 12;

/**
 * An arrow at a badge, to where its participant is.
 * @param {number[]} way to the right and down, of the length 1
 * @param {number} r half the side of the badge, in pixels
 * @param {number} px
 * @returns {SymbolPart}
 */
export function arrowSymbol([right, down], r, px) {
  const at = (/** @type {ScreenPoint} */ { x, y }, /** @type {number} */ along, aside = 0) =>
    `${x + along * right - aside * down} ${y + along * down + aside * right}`;
  const [near, tip, half] = [r + 3 * px, r + ARROW_PX * px, 6 * px];
  const draw = (/** @type {ScreenPoint} */ point) =>
    `M${at(point, near, half)}L${at(point, tip)}L${at(point, near, -half)}Z`;
  return { className: "arrow", draw };
}

/**
 * The parts of the mark of a meeting's place.
 * @param {number} [px]
 * @returns {SymbolPart[]}
 */
export function placeSymbol(px = 1) {
  return [
    { className: "hub", draw: (point) => circlePath(point, 6 * px) },
    { className: "hub-dot", draw: (point) => circlePath(point, 2.2 * px) },
  ];
}
