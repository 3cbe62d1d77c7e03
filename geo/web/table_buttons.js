// The country names of the static table open the country on the map.

import { element } from "./dom.js";

/**
 * Turn each country's name in the table into a button.
 * @param {object} page
 */
export function addTableButtons(page) {
  for (const name of document.querySelectorAll("tr[data-row] th [data-country]")) {
    const { country } = name.dataset;
    if (!page.payload.countries[country] || !page.land.countries[country]) continue;
    const onclick = () => {
      page.stage.scrollIntoView({ block: "start" });
      page.open(country);
    };
    const button = element("button", { type: "button", class: "plain", onclick });
    name.replaceWith(button);
    button.append(name);
  }
}
