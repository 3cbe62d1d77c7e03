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

/** The meetings held by the present date of which participants are told, newest first. */
export function heldMeetings({ record, payload, state }) {
  const { date: until } = state.get();
  const { meetings } = payload;
  const ids = new Set(record.participations.map(({ meeting }) => meeting));
  const days = [...ids].map((id) => [id, lastDay(meetings[id].date)]);
  return days
    .filter(([, day]) => until === undefined || day <= until)
    .sort(([, a], [, b]) => (a < b ? 1 : -1))
    .map(([id]) => id);
}

/**
 * The meeting that a layer of participants shows now: where it was not held yet, the
 * latest one that was, if the layer's meeting can be chosen.
 * @param {object} page
 * @param {object} spec the layer's entry in the payload
 * @returns {string|undefined}
 */
export function meetingOf(page, spec) {
  const wanted = (spec.choosable && page.state.get().meeting) || spec.meeting;
  const held = heldMeetings(page);
  if (held.includes(wanted)) return wanted;
  return spec.choosable ? held[0] : undefined;
}

/** The participants of a layer's meeting that took part in the layer's way. */
export function participantsOf(page, spec) {
  const everyone = page.payload.attendance[meetingOf(page, spec)] ?? [];
  return everyone.filter((entry) => spec.modes.includes(entry.mode));
}

/** The meeting's places that have a position, or the one where a participant was. */
export function hubsOf(page, spec, { hub } = {}) {
  const { meetings, places } = page.payload;
  const ids = hub ? [hub] : (meetings[meetingOf(page, spec)]?.places ?? []);
  return ids.map((id) => ({ id, ...places[id] })).filter((place) => place.point);
}
