// Who took part in the meeting that a layer of participants shows.

const LEADERS = ["host", "co_host", "co_chair", "chair", "convener", "hub_host"];

/** Does a participant host or chair the meeting? */
export function leads({ roles = [] }) {
  return roles.some((role) => LEADERS.includes(role));
}

/** Was it announced only, or do sources differ on how it took part? */
export function isDoubtful({ occurrence, contested }) {
  return occurrence !== "actual" || Boolean(contested);
}

/**
 * The meeting that a layer of participants shows now.
 * @param {object} page
 * @param {object} spec the layer's entry in the payload
 * @returns {string}
 */
export function meetingOf(page, spec) {
  return (spec.choosable && page.state.get().meeting) || spec.meeting;
}

/** The participants of a layer's meeting that took part in the layer's way. */
export function participantsOf(page, spec) {
  const everyone = page.payload.attendance[meetingOf(page, spec)] ?? [];
  return everyone.filter((entry) => spec.modes.includes(entry.mode));
}

/** The meeting's places that have a position, or the one where a participant was. */
export function hubsOf(page, spec, { hub } = {}) {
  const { meetings, places } = page.payload;
  const ids = hub ? [hub] : (meetings[meetingOf(page, spec)].places ?? []);
  return ids.map((id) => ({ id, ...places[id] })).filter((place) => place.point);
}
