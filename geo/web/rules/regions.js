// Who is placed in a region: a source that names no country of it places nobody there.

import { keepsParticipation } from "./filters.js";

/**
 * The regions that a participant is drawn as; none for whom has a country, or no place.
 * @param {Shown<"payload">} given
 * @param {{actor: string, kind: string}} participant
 * @returns {string[]}
 */
export const regionsOf = ({ payload }, { actor, kind }) =>
  (kind === "region" && payload.actors[actor]?.regions) || [];

/** Everyone who is placed in a region, by the rows that the map shows of some day. */
export function regionActors(/** @type {Shown<"payload" | "record">} */ given) {
  const placed = given.record.participations.filter(
    (/** @type {Participation} */ part) => regionsOf(given, part).length,
  );
  return [...new Set(placed.map((/** @type {Participation} */ { actor }) => actor))];
}

/**
 * The rows of one of them, under the present choices.
 * @param {Shown<"payload" | "state" | "record">} given
 * @param {Actor} actor
 * @returns {Participation[]}
 */
export function regionRows(given, actor) {
  const keeps = keepsParticipation(given.record, given.state.get());
  return given.record.participations.filter(
    (/** @type {Participation} */ part) => part.actor === actor && regionsOf(given, part).length && keeps(part),
  );
}
