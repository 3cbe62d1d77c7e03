// Countries by position: whom a number of the headline or of the legend counts.  A position
// is a status, or a status with ".sound": without those whose colour weak sources give.

import { element } from "../common/dom.js";
import { countedAs } from "./standing.js";

const SOUND = ".sound";

/** The position that the headline counts. */
export const soundOnly = (/** @type {string} */ status) => status + SOUND;

/** Does a position leave out those whose colour weak sources give? */
export const isSound = (/** @type {string} */ position) => position.endsWith(SOUND);

/** The status of a position. */
export const statusOf = (/** @type {string} */ position) => position.replace(SOUND, "");

/**
 * Does a country hold a position?
 * @param {{status?: string, strength?: string}|undefined} entry
 * @param {string} position
 * @param {any} terms
 */
function holds(entry, position, terms) {
  const { status = "no_data", strength } = entry ?? {};
  const isCounted = countedAs(status, terms).includes(statusOf(position));
  return isCounted && !(isSound(position) && strength === "weak");
}

/**
 * Let positions be pointed at, which shows their countries on the map, and kept to, which
 * leaves the others out of the tables as well.
 * @param {Given<"payload" | "state" | "snapshot">} given
 * @returns {PositionsPart}
 */
export function addPositions({ state, payload, snapshot }) {
  const isOf = (/** @type {Actor} */ country, /** @type {string|undefined} */ position) =>
    position === undefined || holds(payload.countries[country], position, payload.terms);
  const isDimmed = (/** @type {Actor} */ country) => !isOf(country, state.get().lit ?? state.get().only);
  const isListed = (/** @type {Actor} */ country) => isOf(country, state.get().only);
  const isOfListed = (/** @type {Statement} */ { actor }) => isListed(actor);
  const listedStatements = () => snapshot().statements.filter(isOfListed);

  /** @type {Element|undefined} */
  let pointedAt;
  const leave = () => {
    pointedAt = undefined;
    state.change({ lit: undefined });
  };
  /** A button that was drawn anew tells nobody that the pointer has left it. */
  const leavePosition = () => pointedAt?.isConnected === false && leave();
  const isKept = (/** @type {string|null} */ position) => String(state.get().only === position);
  /** @type {PositionsPart["positionButton"]} */
  const positionButton = (position, look, inside) => {
    const keep = () =>
      state.change({ only: state.get().only === position ? undefined : position });
    const point = (/** @type {any} */ { target }) => {
      pointedAt = target;
      state.change({ lit: position });
    };
    const acts = {
      onclick: keep,
      onpointerenter: point,
      onpointerleave: leave,
      // A click gives the focus, too, and may have let go.
      onfocus: (/** @type {any} */ event) => event.target.matches(":focus-visible") && point(event),
      onblur: leave,
    };
    const button = { type: "button", value: position, "data-position": true };
    return element("button", { ...button, "aria-pressed": isKept(position), ...look, ...acts }, inside);
  };
  state.follow(["only"], () => {
    for (const button of document.querySelectorAll("button[data-position]")) {
      button.setAttribute("aria-pressed", isKept(button.getAttribute("value")));
    }
  });
  return { isDimmed, isListed, listedStatements, leavePosition, positionButton };
}
