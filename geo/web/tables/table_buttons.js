// The country names of the static table open the country on the map, and stand in the
// order of the page's language.

import { element } from "../common/dom.js";

/**
 * Turn each country's name in the table into a button.
 * @param {Given<"wording" | "state" | "stage" | "isOnMap" | "open">} given
 */
export function addTableButtons({ isOnMap, stage, open, state, wording }) {
  const names = "tr[data-row] th [data-country], tr[data-told] th [data-actor]";
  /** @type {NodeListOf<HTMLElement>} */
  const nodes = document.querySelectorAll(names);
  for (const name of nodes) {
    const country = name.dataset.country ?? name.dataset.actor ?? "";
    if (!isOnMap(country)) continue;
    const onclick = () => {
      stage.scrollIntoView({ block: "start" });
      open(country);
    };
    const button = element("button", { type: "button", class: "plain", onclick });
    // A page that was saved has a button already, which does nothing.
    (name.closest("button") ?? name).replaceWith(button);
    button.append(name);
  }
  state.follow(["language"], () => sortRows(wording));
}

function sortRows(/** @type {Wording} */ { actor, compare }) {
  /** @type {any[]} */
  const rows = [...document.querySelectorAll("tr[data-row]")];
  const name = (/** @type {any} */ row) => actor(row.dataset.row);
  rows.sort((a, b) => compare(name(a), name(b)));
  const regions = document.querySelectorAll("tr[data-told]");
  for (const row of [...rows, ...regions]) row.parentNode?.append(row);
}
