// The legend of the figures: nested circles to compare sizes with, and what the kinds
// of circles mean, as far as they occur.

import { element, vector } from "../common/dom.js";
import { hasNumber } from "../rules/figure_marks.js";
import {
  earlierNote,
  figurePath,
  figureStyle,
  figuresOf,
  radiusPx,
  scaleOf,
} from "../marks/figures.js";
import { legendList, legendNote, legendRow } from "./legend_rows.js";
import { picture } from "../marks/patterns.js";

const LABEL_PX = 12;
const SAMPLE_SCALE = { value: 1, radius_px: 7 };

/** @type {Object<string, {min?: number, max: number, qualifier?: string, meaning?: string}>} */
const SAMPLES = {
  "legend.pledge": { max: 1, meaning: "pledge" },
  "legend.not_pledge": { max: 1 },
  "legend.range": { min: 0.3, max: 1 },
  "legend.ceiling": { max: 1, qualifier: "up_to" },
};
const OCCURS = {
  "legend.pledge": ({ className }) => className.includes("is-pledge"),
  "legend.not_pledge": ({ className }) => className.includes("is-other"),
  "legend.range": ({ className }) => className.includes("is-range"),
  "legend.ceiling": ({ className }) => className.includes("is-ceiling"),
};

/** Nested circles on one foot, their numbers kept apart. */
function nestedCircles(/** @type {Shown<"wording">} */ { wording }, spec, scale) {
  const sizes = [...spec.sizes].sort((a, b) => b - a);
  const most = radiusPx(sizes[0], scale);
  const foot = 2 * most + 6;
  let y = -Infinity;
  const marks = sizes.flatMap((size) => {
    const r = radiusPx(size, scale);
    const top = foot - 2 * r;
    y = Math.max(top, y + LABEL_PX, LABEL_PX / 2);
    const circle = { cx: most + 2, cy: foot - r, r, class: "figure is-size" };
    const text = { x: 2 * most + 22, y: y + 4, text: wording.number(size) };
    const d = `M${most + 2} ${top}h${most + 4}L${2 * most + 18} ${y}`;
    const leader = { d, class: "lead-line" };
    return [vector("circle", circle), vector("path", leader), vector("text", text)];
  });
  return picture(2 * most + 74, Math.max(foot, y) + 6, ...marks);
}

/**
 * @param {Words & Shown<"state">} given
 * @param {LayerSpec} spec the layer's entry in the payload
 */
export function figuresLegend(given, spec) {
  const { wording } = given;
  const figures = figuresOf(given, spec).map(({ figure }) => figure);
  const drawn = figures.filter(hasNumber).map(figureStyle);
  const rows = Object.entries(SAMPLES).map(([key, figure]) => {
    const style = figureStyle(figure);
    const d = figurePath({ x: 13, y: 8 }, style, SAMPLE_SCALE);
    const sample = picture(26, 16, vector("path", { class: style.className, d }));
    return drawn.some(OCCURS[key]) && legendRow(sample, wording.say(key));
  });
  const earlier = earlierNote(given, spec);
  const quotes = wording.say("quoted", { text: "" });
  const inWords = element("span", { class: "sign", text: quotes });
  return [
    // Sizes are compared where there are some to compare.
    ...(drawn.length
      ? [nestedCircles(given, spec, scaleOf(given, spec)), legendNote(wording.say("legend.area"))]
      : []),
    legendList(
      rows,
      !figures.every(hasNumber) && legendRow(inWords, wording.say("legend.no_number")),
    ),
    earlier && legendNote(earlier),
    legendNote(wording.say("legend.not_stated")),
  ];
}
