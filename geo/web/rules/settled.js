// Who took part in a meeting, where sources disagree: the rule of
// geo/join/attendance.py, for any filter.  Pure; a test holds the two alike.

import { grouped } from "../common/grouping.js";
import { leastOf } from "./standing.js";

/**
 * Settle each participant's part in each meeting by its best supported report.
 * @param {{id, meeting, actor, hub, mode, occurrence, roles, confidence, source, beside}[]} parts
 *   entries of the payload's participations with their ids, in table order
 * @param {object} terms vocabularies in order
 * @param {function(string): string} gradeOf a source
 * @returns {object[]} entries as those of the payload's `attendance`, in table order
 */
export function settle(parts, terms, gradeOf) {
  // What other sources say beside a map is settled by itself.
  const groups = grouped(parts, ({ meeting, actor, hub, beside }) =>
    [meeting, actor, hub, beside].join(" "),
  );
  return [...groups.values()].map((group) => settleOne(group, terms, gradeOf));
}

function settleOne(group, terms, gradeOf) {
  const support = (part) => [
    terms.occurrence.indexOf(part.occurrence),
    -terms.confidence.indexOf(part.confidence),
    terms.grade.indexOf(gradeOf(part.source)),
  ];
  const ranked = [];
  const left = [...group];
  while (left.length) {
    const best = leastOf(left, support);
    ranked.push(...left.splice(left.indexOf(best), 1));
  }
  const [best] = ranked;
  const agreeing = ranked.filter(({ mode }) => mode === best.mode);
  const roles = agreeing.flatMap((part) => part.roles);
  const contested = terms.mode.filter(
    (mode) => mode !== best.mode && ranked.some((part) => part.mode === mode),
  );
  return {
    ...best,
    roles: terms.role.filter((role) => roles.includes(role)),
    rows: agreeing.map(({ id }) => id),
    ...(contested.length && { contested }),
  };
}
