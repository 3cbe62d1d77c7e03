// The countries with data that are not in sight, said under the map.

import { element, made } from "../common/dom.js";
import { meet } from "../common/boxes.js";
import { viewHolds } from "../ground/frame.js";

/**
 * The line that names them; blank if there is none.
 * @param {Words & Shown<"view">} given
 * @param {function(string): boolean} [isSeen] of a country; those that the view holds
 */
export function outsideText({ payload, wording, view }, isSeen) {
  const holds = isSeen ?? ((id) => viewHolds(view(), payload.points[id]));
  const names = Object.entries(payload.countries)
    .filter(([id, { status }]) => status !== "no_data" && payload.points[id])
    .filter(([id]) => !holds(id))
    .map(([id]) => wording.actor(id))
    .sort(wording.compare);
  return names.length ? wording.say("map.outside", { names: wording.list(names) }) : "";
}

/**
 * Keep the line under the map.
 * @param {Words & Given<"state" | "map" | "land" | "isNamed"> & ViewPart} given
 */
export function addOutside(given) {
  const { state } = given;
  const line = element("p", { class: "outside note" });
  document.getElementById("toolbar")?.before(made(line));

  /** Is anything of a country to be seen, where the map was moved? */
  function isInSight(/** @type {Actor} */ id) {
    const sight = given.boxInSight();
    return given.land.countries[id].shape.boxes.some((/** @type {number[]} */ box) => meet(box, sight));
  }
  /** Of a whole view: what it holds, and what is named on the part that is seen. */
  const isInView = (/** @type {Actor} */ id) =>
    viewHolds(given.view(), given.payload.points[id]) || given.isNamed(id);
  function draw() {
    line.textContent = outsideText(given, given.isAtHome() ? isInView : isInSight);
    line.hidden = !line.textContent;
  }
  state.follow(["view", "language", "shown", "named"], draw);
  given.map.on("moveend", draw);
  draw();
}
