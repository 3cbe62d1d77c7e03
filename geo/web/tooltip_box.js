// The box of a tooltip: the pointer may move onto it, and Escape dismisses it (WCAG 2.2,
// success criterion 1.4.13).

import { element } from "./dom.js";

const HIDE_DELAY_MS = 250;

/** How far from its point a box stands, and how far from the map's edge. */
const [ACROSS_PX, DOWN_PX, EDGE_PX] = [16, 12, 4];

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
  let timer;
  const stay = () => clearTimeout(timer);
  const hide = () => (box.hidden = true);
  stage.append(box);
  box.addEventListener("pointerenter", stay);
  box.addEventListener("pointerleave", hide);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());

  function show(lines, at) {
    stay();
    box.replaceChildren(...lines);
    box.hidden = false;
    placeBeside(box, map, at);
  }
  function leave() {
    stay();
    timer = setTimeout(hide, HIDE_DELAY_MS);
  }
  return { box, show, hide, leave };
}

/**
 * Put a box beside a point of the map, never over it: to the right or left where there
 * is room, else below or above.
 * @param {HTMLElement} box
 * @param {HTMLElement} map
 * @param {number[]} at [x, y] in pixels of the map
 */
export function placeBeside(box, map, [x, y]) {
  const [width, height] = [box.offsetWidth, box.offsetHeight];
  const [most_x, most_y] = [map.clientWidth - width, map.clientHeight - height];
  const within = (value, most) => Math.max(EDGE_PX, Math.min(value, most - EDGE_PX));
  const [after, before] = [x + ACROSS_PX, x - ACROSS_PX - width];
  const [below, above] = [y + DOWN_PX, y - DOWN_PX - height];
  const isBeside = after <= most_x || before >= 0;
  const left = !isBeside ? within(x - width / 2, most_x) : after <= most_x ? after : before;
  const top = isBeside ? within(below, most_y) : below > most_y && above >= 0 ? above : below;
  box.style.left = `${left + map.offsetLeft}px`;
  box.style.top = `${top + map.offsetTop}px`;
}
