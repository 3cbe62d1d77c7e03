// Figures as circles whose area, not radius, is proportional to the number.

import { ScreenPath, circlePath, rendererOf } from "./screen_path.js";

const CEILINGS = ["up_to", "less_than"];

/**
 * The radius of a figure's circle; no minimum, so that areas stay true.
 * @param {number} value
 * @param {{value: number, radius_px: number}} scale
 * @returns {number} pixels
 */
export function radiusPx(value, scale) {
  return scale.radius_px * Math.sqrt(value / scale.value);
}

/** The scale of a layer of figures in the view as it is. */
export function scaleOf({ state }, { scale }) {
  return { ...scale, radius_px: scale.radius_px * state.get().markScale };
}

/** How a figure is drawn: its inner and outer value and its classes. */
export function figureStyle({ min, max, qualifier, meaning }) {
  const outer = max ?? min;
  const inner = min !== undefined && max !== undefined && min < max ? min : undefined;
  const classes = ["figure", meaning === "pledge" ? "is-pledge" : "is-other"];
  if (inner !== undefined) classes.push("is-range");
  if (CEILINGS.includes(qualifier)) classes.push("is-ceiling");
  return { inner, outer, className: classes.join(" ") };
}

/** The value of the circle within which nothing dark is drawn. */
function emptyWithin({ inner, outer, className }) {
  return inner ?? (className.includes("is-pledge") ? 0 : outer);
}

/** Path data of a figure: a circle, or a ring between two. */
export function figurePath(point, { inner, outer }, scale) {
  const ring = inner === undefined ? "" : circlePath(point, radiusPx(inner, scale));
  return circlePath(point, radiusPx(outer, scale)) + ring;
}

/**
 * The layer of figures.
 * @param {object} page
 * @param {object} spec its entry in the payload's layers
 * @returns {L.LayerGroup} with `texts()`, the labels it asks for
 */
export function figuresLayer(page, spec) {
  const { payload, map } = page;
  const scaleNow = () => scaleOf(page, spec);
  const renderer = rendererOf(map, "figures", 350);
  const group = L.layerGroup();
  let marks;
  let drawn;
  /** Draw the figures of the present date and filters, if they are others. */
  group.update = () => {
    const drawing = JSON.stringify(spec.marks);
    if (drawing === drawn) return;
    drawn = drawing;
    marks = spec.marks
      .map(({ row, ...mark }) => ({ ...mark, figure: payload.statements[row].figure }))
      .map((mark) => ({ ...mark, style: figureStyle(mark.figure) }))
      .sort((a, b) => b.style.outer - a.style.outer);
    group.clearLayers();
    for (const { country, style } of marks) {
      const draw = ([point]) => figurePath(point, style, scaleNow());
      for (const className of ["figure-halo", style.className]) {
        const place = [payload.points[country]];
        group.addLayer(new ScreenPath(place, draw, { renderer, className }));
      }
    }
  };
  group.redraw = () => group.eachLayer((circle) => circle.redraw());
  /** The pixels that a country's circle takes on either side of its point. */
  group.reach = (country) => {
    const own = marks.filter((mark) => mark.country === country);
    return Math.max(0, ...own.map(({ style }) => radiusPx(style.outer, scaleNow())));
  };
  /** How far a country's circles are empty about its point. */
  const hole = (country) => {
    const own = marks.filter((mark) => mark.country === country);
    return Math.min(...own.map(({ style }) => radiusPx(emptyWithin(style), scaleNow())));
  };
  const lines = ({ figure, weak }) => [
    page.wording.figureNumber(figure),
    page.wording.figureMeaning(figure),
    weak && page.wording.say("strength.weak"),
  ];
  const shortly = ({ figure, weak }) => [
    page.wording.figureNumber(figure),
    page.wording.figureShort(figure, weak),
  ];
  /** One label a country: that of its largest figure. */
  group.texts = () =>
    marks
      .filter(({ country }, i) => marks.findIndex((m) => m.country === country) === i)
      .map((mark) => ({
        place: payload.points[mark.country],
        country: mark.country,
        lines: lines(mark),
        shortly: shortly(mark),
        className: "label-figure",
        reach: group.reach(mark.country),
        hole: hole(mark.country),
      }));
  group.update();
  return group;
}
