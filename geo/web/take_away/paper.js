// What a sheet and a card have in common: what is said over the map, the map itself, and
// the paper that all of it stands on.

import { vector } from "../common/dom.js";
import { isolated } from "../common/isolated.js";
import { stopped } from "../words/citation.js";
import { comparedText } from "../time/date_changes.js";
import { narrowedText } from "../words/heading.js";
import { shownNow } from "./shown.js";
import { stillMap, stillPatterns } from "./still.js";

/**
 * What is said of the view; `narrowed` of filters and of a date compared, blank without.
 * @param {Words & Given<"state" | "changes" | "view"> & RecordPart & PositionsPart} given
 */
export function saidOver(given) {
  const { wording, payload } = given;
  const asOf = `${wording.say("as_of")} ${wording.date(shownNow(given).asOf)}`;
  return {
    title: wording.pick(payload.title),
    headline: document.querySelector(".headline")?.textContent ?? "",
    narrowed: [comparedText(given), narrowedText(given)].filter(Boolean).map(stopped).join(" "),
    asOf,
    place: `${asOf} · ${isolated(wording.pick(given.view().title))}`,
  };
}

/** Under which licence the data are; blank if none is stated. */
export const licenceText = (/** @type {Words} */ { wording, payload: { licence } }) =>
  licence ? `${wording.say("about.data_licence")} ${isolated(licence)}.` : "";

/**
 * The map as it is shown, in a frame as high as it asks.
 * @param {L.Map} map
 * @param {{x: number, y: number, width: number}} frame
 * @param {function(Element): boolean} [isWanted] which of its marks
 * @returns {{mark: SVGElement, height: number}}
 */
export function mapIn(map, frame, isWanted) {
  const { x, y } = map.getSize();
  const fill = getComputedStyle(map.getContainer()).backgroundColor;
  const ground = vector("rect", { width: x, height: y, fill });
  const height = Math.round((y * frame.width) / x);
  const look = { ...frame, height, viewBox: `0 0 ${x} ${y}`, overflow: "hidden" };
  return { mark: vector("svg", look, ground, stillMap(map, isWanted)), height };
}

/**
 * The drawing, with what its marks refer to and its name.
 * @param {Words & Given<"state" | "changes" | "view"> & RecordPart & PositionsPart} given
 * @param {object} pen
 * @param {number[]} size
 * @param {SVGElement[]} marks
 * @returns {{svg: SVGElement, width: number, height: number}}
 */
export function onPaper(given, pen, [width, height], marks) {
  const { title, asOf, narrowed } = saidOver(given);
  const named = [stopped(`${isolated(title)}. ${asOf}`), narrowed].filter(Boolean).join(" ");
  const box = { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" };
  const paper = vector("rect", { width, height, fill: pen.value("paper") });
  const name = vector("title", { text: named });
  // Letters keep their distances, however small they are drawn.
  const look = { ...box, "lang": given.wording.language, "text-rendering": "geometricPrecision" };
  return { svg: vector("svg", look, name, stillPatterns(), paper, marks), width, height };
}
