// The countries with data that the view in use does not reach, said under the map.

import { element } from "./dom.js";
import { viewHolds } from "./crs.js";

/**
 * Keep the line under the map.
 * @param {object} page
 */
export function addOutside(page) {
  const { map, payload, state, wording } = page;
  const line = element("p", { class: "outside note" });
  map.getContainer().closest(".map-box").after(line);

  function draw() {
    const names = Object.entries(payload.countries)
      .filter(([id, { status }]) => status !== "no_data" && payload.points[id])
      .filter(([id]) => !viewHolds(page.view(), payload.points[id]))
      .map(([id]) => wording.actor(id))
      .sort(wording.compare);
    line.hidden = !names.length;
    line.textContent = wording.say("map.outside", { names: wording.list(names) });
  }
  state.follow(["view", "language", "shown"], draw);
  draw();
}
