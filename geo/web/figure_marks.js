// Which figures are drawn: the rule of geo/layers/figures.py, for any date and filter.
// Pure; a test holds the two alike.

import { grouped } from "./grouping.js";
import { ofTheLatestDay } from "./standing.js";

/**
 * For each country and meaning, the latest figures, weak ones only where there is no
 * better one.
 * @param {{id, actor, date, figure, weak}[]} statements by countries, in table order
 * @param {string[]} meanings that the layer draws
 * @param {boolean} [asTold] draw every figure of the text itself
 * @returns {{row: string, country: string, weak?: true}[]}
 */
export function figureMarks(statements, meanings, asTold = false) {
  const candidates = statements
    .filter(({ figure = {} }) => (figure.min ?? figure.max) !== undefined)
    .filter(({ figure }) => meanings.includes(figure.meaning))
    .map((said) => ({ said, weak: !asTold && isWeakFigure(said) }));
  const groups = grouped(
    candidates,
    ({ said }) => `${said.actor} ${said.figure.meaning}`,
  );
  return [...groups.values()].flatMap(latestFigures);
}

/** That others report an estimate is no weakness of it: it is that. */
function isWeakFigure({ weak = [], figure }) {
  const excused = figure.meaning === "estimate" ? ["not_own_government"] : [];
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
