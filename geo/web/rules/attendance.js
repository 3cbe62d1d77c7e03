// Who took part in the meeting that a layer of participants shows.

import { lastDay } from "./partial_dates.js";

const LEADERS = ["host", "co_host", "co_chair", "chair", "convener", "hub_host"];

/** Does a participant host or chair the meeting? */
export function leads({ roles = [] }) {
  return roles.some((role) => LEADERS.includes(role));
}

/** Was it announced only, or do sources differ on how it took part? */
export function isDoubtful({ occurrence, contested }) {
  return occurrence !== "actual" || Boolean(contested);
}

const daysOfMeetings = new WeakMap();

/** The meetings of which participants are told, with their days, newest first. */
function toldMeetings(/** @type {Shown<"payload" | "record">} */ { record, payload }) {
  if (!daysOfMeetings.has(record)) {
    const ids = new Set(record.participations.map(({ meeting }) => meeting));
    const days = [...ids].map((id) => [id, lastDay(payload.meetings[id].date)]);
    // Of one day they stand as in the table, as in geo/definitions/as_of.py.
    days.sort(([, a], [, b]) => Number(a < b) - Number(a > b));
    daysOfMeetings.set(record, days);
  }
  return daysOfMeetings.get(record);
}

/** Those of them that were held by the present date. */
export function heldMeetings(/** @type {Shown<"payload" | "state" | "record">} */ given) {
  const { date: until } = given.state.get();
  return toldMeetings(given)
    .filter(([, day]) => until === undefined || day <= until)
    .map(([id]) => id);
}

/**
 * The meeting that a layer of participants shows now: where it was not held yet, the
 * latest one that was, if the layer's meeting can be chosen.
 * @param {Shown<"payload" | "state" | "record">} given
 * @param {LayerSpec} spec the layer's entry in the payload
 * @returns {string|undefined}
 */
export function meetingOf(given, spec) {
  const wanted = (spec.choosable && given.state.get().meeting) || spec.meeting;
  const held = heldMeetings(given);
  if (held.includes(wanted)) return wanted;
  return spec.choosable ? held[0] : undefined;
}

/** The meetings that the layers of participants show now, as one text. */
export const meetingsShown = (
  /** @type {Shown<"payload" | "state" | "record" | "isShown">} */ given,
) =>
  given.payload.layers
    .filter(({ kind, id }) => kind === "participants" && given.isShown(id))
    .map((spec) => meetingOf(given, spec))
    .join();

/** Who took part in a layer's meeting in its way, by the sources that it goes by. */
export function participantsOf(/** @type {Shown<"payload" | "state" | "record">} */ given, spec) {
  const everyone = given.payload.attendance[meetingOf(given, spec)] ?? [];
  const isOfLayer = ({ beside }) => Boolean(beside) === Boolean(spec.beside);
  return everyone.filter((entry) => spec.modes.includes(entry.mode) && isOfLayer(entry));
}

/** Has a participant a place on the map? */
export function isMapped(/** @type {Shown<"payload">} */ { payload }, { kind, actor }) {
  return kind === "country" && Boolean(payload.points[actor]);
}

/**
 * The meeting's places that have a position, or the one where a participant was.
 * @param {Shown<"payload" | "state" | "record">} given
 * @param {LayerSpec} spec the layer's entry in the payload
 * @param {{hub?: string}} [participant]
 */
export function hubsOf(given, spec, { hub } = {}) {
  const { meetings, places } = given.payload;
  const ids = hub ? [hub] : (meetings[meetingOf(given, spec)]?.places ?? []);
  return ids.map((id) => ({ id, ...places[id] })).filter((place) => place.point);
}
