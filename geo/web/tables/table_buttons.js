// The country names of the static table open the country on the map, and stand in the
// order of the page's language.

import { plainButton } from "../common/buttons.js";

/**
 * Turn names of countries into buttons, as far as the map can show them.
 * @param {Given<"isOnMap" | "open" | "showMap">} given
 * @param {string} names which ones
 */
export function makeNamesOpen({ isOnMap, open, showMap }, names) {
  /** @type {NodeListOf<HTMLElement>} */
  const nodes = document.querySelectorAll(names);
  for (const name of nodes) {
    const country = name.dataset.country ?? name.dataset.actor ?? "";
    if (!isOnMap(country)) continue;
    const onclick = () => {
      showMap();
      open(country);
    };
    const button = plainButton(onclick);
    // A page that was saved has a button already, which does nothing.
    (name.closest("button") ?? name).replaceWith(button);
    button.append(name);
  }
}

/**
 * Let the names in the tables open, and the rows stand in their order.
 * @param {Given<"wording" | "state" | "isOnMap" | "open" | "showMap">} given
 */
export function addTableButtons(given) {
  makeNamesOpen(given, "tr[data-row] th [data-country], tr[data-told] th [data-actor]");
  given.state.follow(["language"], () => sortRows(given.wording));
}

function sortRows(/** @type {Wording} */ { actor, compare }) {
  /** @type {any[]} */
  const rows = [...document.querySelectorAll("tr[data-row]")];
  const name = (/** @type {any} */ row) => actor(row.dataset.row);
  rows.sort((a, b) => compare(name(a), name(b)));
  const regions = document.querySelectorAll("tr[data-told]");
  for (const row of [...rows, ...regions]) row.parentNode?.append(row);
}
