// Who is placed in a region: a source that names no country of it places nobody there.

import { keepsParticipation } from "./filters.js";

/**
 * The regions that a participant is drawn as; none for whom has a country, or no place.
 * @param {object} page
 * @param {{actor: string, kind: string}} participant
 * @returns {string[]}
 */
export const regionsOf = ({ payload }, { actor, kind }) =>
  (kind === "region" && payload.actors[actor]?.regions) || [];

/** Everyone who is placed in a region, by the rows that the map shows of some day. */
export function regionActors(page) {
  const placed = page.record.participations.filter((part) => regionsOf(page, part).length);
  return [...new Set(placed.map(({ actor }) => actor))];
}

/** The rows of one of them, under the present choices. */
export function regionRows(page, actor) {
  const keeps = keepsParticipation(page.record, page.state.get());
  return page.record.participations.filter(
    (part) => part.actor === actor && regionsOf(page, part).length && keeps(part),
  );
}
