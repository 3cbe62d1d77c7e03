// The countries with data that the view in use does not reach, said under the map.

import { element, made } from "../common/dom.js";
import { viewHolds } from "../ground/frame.js";

/** The line that names them; blank if there is none. */
export function outsideText({ payload, wording, view }) {
  const names = Object.entries(payload.countries)
    .filter(([id, { status }]) => status !== "no_data" && payload.points[id])
    .filter(([id]) => !viewHolds(view(), payload.points[id]))
    .map(([id]) => wording.actor(id))
    .sort(wording.compare);
  return names.length ? wording.say("map.outside", { names: wording.list(names) }) : "";
}

/**
 * Keep the line under the map.
 * @param {object} page
 */
export function addOutside(page) {
  const { state } = page;
  const line = element("p", { class: "outside note" });
  page.box.after(made(line));

  function draw() {
    line.textContent = outsideText(page);
    line.hidden = !line.textContent;
  }
  state.follow(["view", "language", "shown"], draw);
  draw();
}
