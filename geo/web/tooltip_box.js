// The box of a tooltip: the pointer may move onto it, and Escape dismisses it (WCAG 2.2,
// success criterion 1.4.13).

import { element } from "./dom.js";

const HIDE_DELAY_MS = 250;

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
    place(box, map, at);
  }
  function leave() {
    stay();
    timer = setTimeout(hide, HIDE_DELAY_MS);
  }
  return { box, show, hide, leave };
}

/** Put the box beside a point of the map, inside the map where there is room. */
function place(box, map, [x, y]) {
  const left =
    x + 16 + box.offsetWidth > map.clientWidth ? x - 16 - box.offsetWidth : x + 16;
  const top = Math.min(y + 12, map.clientHeight - box.offsetHeight - 4);
  box.style.left = `${Math.max(4, left) + map.offsetLeft}px`;
  box.style.top = `${Math.max(4, top) + map.offsetTop}px`;
}
