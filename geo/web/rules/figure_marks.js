// Which figures are shown: the rule of geo/join/figures.py, for any date and filter.
// Pure; a test holds the two alike.

import { grouped } from "../common/grouping.js";
import { ofTheLatestDay } from "./standing.js";

/**
 * For each country and meaning, the latest figures, weak ones only where there is no
 * better one, be that in words or withheld.
 * @param {{id, actor, date, figure, weak}[]} statements by countries, in table order
 * @param {string[]} meanings that the layer shows
 * @param {boolean} [asTold] show every figure of the text itself
 * @returns {{row: string, country: string, weak?: true}[]}
 */
export function figureMarks(statements, meanings, asTold = false) {
  const rank = ({ figure }) => meanings.indexOf(meaningOf(figure));
  const candidates = statements
    .filter((said) => said.figure && rank(said) >= 0)
    .map((said) => ({ said, weak: !asTold && isWeakFigure(said) }));
  const groups = grouped(candidates, ({ said }) => `${rank(said)} ${said.actor}`);
  return [...groups.values()]
    .sort(([a], [b]) => rank(a.said) - rank(b.said))
    .flatMap(latestFigures);
}

/** Has a figure a number, which is drawn as a circle? */
export const hasNumber = ({ min, max }) => (min ?? max) !== undefined;

/**
 * Among which figures a figure is looked for.  Without a number and without a meaning it
 * is about what the country itself would send.
 */
export function meaningOf(figure) {
  if (hasNumber(figure)) return figure.meaning;
  const isSaid = figure.words !== undefined || figure.qualifier === "withheld";
  return isSaid ? (figure.meaning ?? "pledge") : undefined;
}

/** That others report it is no weakness of an estimate, nor of what was counted. */
function isWeakFigure({ weak = [], figure }) {
  const excused = ["estimate", "counted"].includes(figure.meaning) ? ["not_own_government"] : [];
  return weak.some((reason) => !excused.includes(reason));
}

function latestFigures(group) {
  const sound = group.filter(({ weak }) => !weak);
  const pool = sound.length ? sound : group;
  return ofTheLatestDay(pool, ({ said }) => said.date).map(({ said, weak }) => ({
    row: said.id,
    country: said.actor,
    ...(weak && { weak }),
  }));
}
