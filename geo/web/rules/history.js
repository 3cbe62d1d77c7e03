// Where each country stood, from day to day: the rule of the map, asked anew on each day
// on which a row of the country became known.  Pure.

import { isRestated } from "./changes.js";
import { tableOf } from "../common/dictionary.js";
import { rowsUnder } from "./snapshot.js";
import { NO_POSITION, countedAs } from "./standing.js";
import { stepOn } from "./steps.js";

/**
 * The history of each country of which anything is known.
 * @param {object} record
 * @param {object} filters
 * @returns {Record<string, {steps: object[], said: object[]}>} `steps` are the standings,
 *   each an `entry` and the `day` since which it holds; `said` are the statements kept
 */
export function historiesOf(record, filters) {
  const found = tableOf();
  for (const [id, { steps: all, said }] of Object.entries(rowsUnder(record, filters).countries)) {
    const steps = restatements(all);
    if (steps.length) found[id] = { steps, said };
  }
  return found;
}

function restatements(all) {
  const steps = [];
  for (const step of all) {
    if (isRestated(steps[steps.length - 1]?.entry, step.entry)) steps.push(step);
  }
  return steps;
}

/** The step that holds on a day; the last one without a day. */
export const stepAt = ({ steps }, day) => stepOn(steps, day);

/** What a status says of troops; undefined where it says nothing of them. */
function onTroops(status, terms) {
  const counted = countedAs(status, terms);
  const answer = counted[counted.length - 1];
  const isSilent =
    answer === NO_POSITION || terms.nothing.includes(answer) || terms.help.includes(answer);
  return isSilent ? undefined : answer;
}

/**
 * Who changed their minds on troops: from one answer to another, on words as firm.  What
 * others said of a country before it spoke for itself was not its mind.
 * @returns {{country, day, before: object, after: object}[]} the latest first
 */
export function changesOfMind(histories, terms) {
  const changes = Object.entries(histories).flatMap(([country, { steps }]) =>
    steps.slice(1).map(({ day, entry }, i) => ({
      country,
      day,
      before: steps[i].entry,
      after: entry,
    })),
  );
  const isOther = ({ before, after }) => {
    const [was, is] = [before, after].map(({ status }) => onTroops(status, terms));
    const [wasWeak, isWeak] = [before, after].map(({ strength }) => strength === "weak");
    return was && is && was !== is && wasWeak === isWeak;
  };
  return changes.filter(isOther).sort((a, b) => (a.day < b.day ? 1 : -1));
}
