// Which figures are shown: the rule of geo/join/figures.py, for any date and filter.
// Pure; a test holds the two alike.

import { grouped } from "../common/grouping.js";
import { firstDay } from "./partial_dates.js";
import { stepOn, stepsOver } from "./steps.js";

/**
 * For each country and meaning, the latest figures, weak ones only where there is no
 * better one, be that in words or withheld.
 * @param {Statement[]} statements by countries, in
 *   table order
 * @param {string[]} meanings that the layer shows
 * @param {boolean} [asTold] show every figure of the text itself
 * @returns {function(string=): {row: string, country: string, weak?: true}[]} by a day
 */
export function figureMarks(statements, meanings, asTold = false) {
  const rank = (/** @type {Statement} */ { figure }) => meanings.indexOf(meaningOf(figure));
  const candidates = statements
    .map((said, place) => ({ said, place }))
    .filter(({ said }) => said.figure && rank(said) >= 0)
    .map((one) => ({ ...one, rank: rank(one.said), weak: !asTold && isWeakFigure(one.said) }));
  const groups = grouped(candidates, ({ said, rank: own }) => `${own} ${said.actor}`);
  const all = [...groups.values()].map(latestFigures);
  return (day) =>
    all
      .flatMap((steps) => stepOn(steps, day) ?? [])
      .sort((a, b) => a.rank - b.rank || a.place - b.place)
      .flatMap(({ marks }) => marks);
}

/** Has a figure a number, which is drawn as a circle? */
export const hasNumber = (/** @type {Figure} */ { min, max }) => (min ?? max) !== undefined;

/**
 * Among which figures a figure is looked for.  Without a number and without a meaning it
 * is about what the country itself would send.
 */
export function meaningOf(/** @type {Figure} */ figure) {
  if (hasNumber(figure)) return figure.meaning;
  const isSaid = figure.words !== undefined || figure.qualifier === "withheld";
  return isSaid ? (figure.meaning ?? "pledge") : undefined;
}

/** That others report it is no weakness of an estimate, nor of what was counted. */
function isWeakFigure(/** @type {Statement} */ { weak = [], figure }) {
  const excused = ["estimate", "counted"].includes(figure.meaning) ? ["not_own_government"] : [];
  return weak.some((/** @type {string} */ reason) => !excused.includes(reason));
}

/** The figures that stand after each day, with the first place of all in the table. */
function latestFigures(/** @type {any[]} */ group) {
  /** @type {Record<string, any[]>} */
  const pools = { sound: [], weak: [] };
  const [{ rank }] = group;
  let place = Infinity;
  const take = (/** @type {any} */ one) => {
    const pool = one.weak ? "weak" : "sound";
    const [other] = pools[pool];
    const [own, latest] = [one, other].map((each) => each && firstDay(each.said.date));
    place = Math.min(place, one.place);
    if (!other || own > latest) pools[pool] = [one];
    else if (own === latest) pools[pool].push(one);
  };
  const tell = () => {
    const latest = pools.sound.length ? pools.sound : pools.weak;
    const marks = latest.sort((a, b) => a.place - b.place).map(({ said, weak }) => ({
      row: said.id,
      country: said.actor,
      ...(weak && { weak }),
    }));
    return { rank, place, marks };
  };
  return stepsOver(group, ({ said }) => said, take, tell);
}
