// Figures as circles whose area, not radius, is proportional to the number; those
// without a number are said in words beside.  Pure.

import { yearBefore } from "../rules/age.js";
import { hasNumber, meaningOf } from "../rules/figure_marks.js";
import { firstDay } from "../rules/partial_dates.js";
import { countedAs } from "../rules/standing.js";
import { grouped } from "../common/grouping.js";
import { circlePath } from "../common/shapes.js";

/** What is the country's own, or there: its circles are filled. */
const FIRM = ["pledge", "counted"];
const CEILINGS = ["up_to", "less_than"];
/** Words of a table that are written on the map; the panel has them whole. */
const LONGEST_WORDS = 36;

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
export function scaleOf(/** @type {Shown<"state">} */ { state }, { scale }) {
  return { ...scale, radius_px: scale.radius_px * state.get().markScale };
}

/**
 * How a figure is drawn: its inner and outer value and its classes.
 * @param {{min?: number, max?: number, qualifier?: string, meaning?: string}} figure
 */
export function figureStyle({ min, max, qualifier, meaning }) {
  const outer = max ?? min;
  const inner = min !== undefined && max !== undefined && min < max ? min : undefined;
  const classes = ["figure", FIRM.includes(meaning) ? "is-pledge" : "is-other"];
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

/** Words as the map has room for them. */
function clipped(words) {
  const letters = [...words];
  if (letters.length <= LONGEST_WORDS) return words;
  const cut = letters.slice(0, LONGEST_WORDS).join("");
  const end = cut.lastIndexOf(" ");
  return `${end === -1 ? cut : cut.slice(0, end)}…`;
}

/** The figures that a layer shows, each with what its row says. */
export function figuresOf(/** @type {Shown<"payload">} */ { payload }, { marks }) {
  return marks.map((mark) => ({ ...mark, figure: payload.statements[mark.row].figure }));
}

/**
 * Does a country still hold what it held when it stated a pledge?  A map has no room for
 * the date of one that it does not; the panel has it.
 */
function isStillHeld({ countries, statements, terms }, { row, country, figure }) {
  const { status, since } = countries[country] ?? {};
  if (meaningOf(figure) !== "pledge" || !since) return true;
  const { date, statuses } = statements[row];
  const held = countedAs(status, terms);
  return firstDay(date) >= firstDay(statements[since].date) || statuses.some((one) => held.includes(one));
}

/** The year of a number that is counted, where it is before that of the map's date. */
function yearOf({ statements, as_of: asOf }, { row }) {
  const { date, figure } = statements[row];
  return meaningOf(figure) === "counted" ? yearBefore(date, asOf) : "";
}

/** So many numbers of a layer are of an earlier year than the map's date: a note. */
export function earlierNote(/** @type {Words} */ { payload, wording }, { marks }) {
  const count = marks.filter((mark) => yearOf(payload, mark)).length;
  return count ? wording.say("legend.earlier", { n: wording.number(count) }) : undefined;
}

/**
 * What a layer of figures draws and writes.
 * @param {Words & Shown<"state">} given
 * @param {LayerSpec} spec its entry in the payload's layers
 * @returns {object} as `marksLayer` takes it
 */
export function figuresDrawing(given, spec) {
  const { payload } = given;
  const scaleNow = () => scaleOf(given, spec);
  const now = whenOthers(() => spec.marks, () => numbersAndWords(figuresOf(given, spec)));
  const circlesOf = (country) => now().numbers.filter((mark) => mark.country === country);

  const rank = ({ figure }) => payload.terms.meaning.indexOf(meaningOf(figure));
  /** Figures of one day stand side by side. */
  const line = (figures, isShort) =>
    given.wording.parted(
      figures.map((mark) => {
        const words = clipped(given.wording.free(mark.figure.words).text);
        const label = given.wording.figureLabel({ ...mark.figure, words }, mark.weak, isShort);
        const year = yearOf(payload, mark);
        return year ? `${label} (${year})` : label;
      }),
    );
  /** The pixels that a country's circle takes on either side of its point. */
  const reach = (country) =>
    Math.max(0, ...circlesOf(country).map(({ style }) => radiusPx(style.outer, scaleNow())));
  /** How far a country's circles are empty about its point. */
  const hole = (country) =>
    Math.min(...circlesOf(country).map(({ style }) => radiusPx(emptyWithin(style), scaleNow())));

  return {
    key: () => JSON.stringify(spec.marks),
    reach,
    marks: () =>
      now().numbers.flatMap(({ row, country, style }) => {
        const draw = ([point]) => figurePath(point, style, scaleNow());
        const mark = { pane: "figures", places: [payload.points[country]], draw, country };
        return [
          { ...mark, className: "figure-halo" },
          { ...mark, className: style.className, row },
        ];
      }),
    /**
     * A label for each country and meaning, which ranks by that meaning; one without words
     * where the country no longer holds what it said.
     */
    texts() {
      const { numbers, words } = now();
      const groups = grouped([...words, ...numbers], (one) => `${rank(one)} ${one.country}`);
      return [...groups.values()].map((figures) => {
        const [{ country }] = figures;
        const held = figures.filter((one) => isStillHeld(payload, one));
        return {
          place: payload.points[country],
          country,
          rank: rank(figures[0]),
          lines: [line(held, false)],
          shortly: [line(held, true)],
          className: "label-figure",
          tag: tagOf(given, figures[0]),
          reach: reach(country),
          hole: hole(country),
        };
      });
    },
  };
}

/** What a circle is, in a word, where its country's words are of another figure. */
function tagOf(/** @type {Shown<"wording">} */ { wording }, { figure }) {
  const key = `figure.tag.${meaningOf(figure)}`;
  return wording.knows(key) ? wording.say(key) : undefined;
}

/** Work something out anew only when what it depends on is another object. */
function whenOthers(dependsOn, workOut) {
  let from;
  let worked;
  return () => {
    if (dependsOn() !== from) [from, worked] = [dependsOn(), workOut()];
    return worked;
  };
}

/** Figures with a number, the largest first, each with its style; and those without. */
function numbersAndWords(figures) {
  const numbers = figures
    .filter(({ figure }) => hasNumber(figure))
    .map((mark) => ({ ...mark, style: figureStyle(mark.figure) }))
    .sort((a, b) => b.style.outer - a.style.outer);
  return { numbers, words: figures.filter(({ figure }) => !hasNumber(figure)) };
}
