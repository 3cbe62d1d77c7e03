// The box of a tooltip: the pointer may move onto it, and Escape dismisses it (WCAG 2.2,
// success criterion 1.4.13).

import { placeBeside } from "./beside.js";
import { element, made } from "../common/dom.js";

const HIDE_DELAY_MS = 250;

/** How far the box stands from what is pointed at. */
const POINTER_PX = 14;

/**
 * Put an empty tooltip on a stage.
 * @param {HTMLElement} stage that the box is placed in
 * @param {HTMLElement} map what is pointed at: it lies in the stage
 * @returns {object} `show(lines, at)`, in pixels of the map; `hide()`, at once; `leave()`,
 *   unless the pointer comes onto the box; `box`, the element
 */
export function createTooltip(stage, map) {
  const properties = { class: "tooltip", id: "tooltip", role: "tooltip", hidden: true };
  const box = element("div", properties);
  /** @type {number} */
  let timer;
  const stay = () => clearTimeout(timer);
  const hide = () => (box.hidden = true);
  stage.append(made(box));
  box.addEventListener("pointerenter", stay);
  box.addEventListener("pointerleave", hide);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());

  function show(/** @type {Node[]} */ lines, /** @type {number[]} */ at) {
    stay();
    box.replaceChildren(...lines);
    box.hidden = false;
    place(at);
  }
  function place(/** @type {number[]} */ [x, y]) {
    const seen = map.getBoundingClientRect();
    const [left, top] = placeBeside(box, map, [seen.left + x, seen.top + y], POINTER_PX);
    const room = box.offsetParent.getBoundingClientRect();
    box.style.left = `${left - room.left}px`;
    box.style.top = `${top - room.top}px`;
  }
  function leave() {
    stay();
    timer = setTimeout(hide, HIDE_DELAY_MS);
  }
  return { box, show, hide, leave };
}
