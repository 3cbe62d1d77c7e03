// The still picture is dragged with the mouse, and comes closer with Ctrl or ⌘ and the
// wheel; fingers scroll the page, as on the live map.

import { createSight } from "./sight.js";

/** A press that moves less is a click. */
const CLICK_PX = 4;

const numbers = (text) => text.split(" ").map(Number);

/**
 * Let the picture be moved.
 * @param {HTMLElement} box that the picture stands in
 * @param {function} listen adds a listener that ends when the picture's time does
 * @returns {{change: function, isDragged: function(): boolean, whenFree: function}} what the reader
 *   changed of the sight, whether it is being dragged, and a call to be made as soon as no
 *   button is held
 */
export function addMoves(box, listen) {
  let picture;
  let home;
  let sight;
  let held;
  let travelled = 0;
  let waiting;

  /** Whether the picture is met, which is known from then on. */
  function isMet({ target }) {
    const met = target.closest(".picture-map");
    if (met && !picture) {
      picture = met;
      showCrop();
      home = numbers(picture.getAttribute("viewBox"));
      sight = createSight(home, numbers(picture.dataset.reach));
    }
    return met;
  }
  /** What a narrow screen shows is the whole from now on. */
  function showCrop() {
    if (getComputedStyle(picture).overflow !== "visible") return;
    picture.setAttribute("viewBox", picture.dataset.crop);
    picture.removeAttribute("data-crop");
  }
  /** The pixels of a unit when nothing is closer, and the units that are then seen. */
  function scale() {
    const { width, height } = picture.getBoundingClientRect();
    const px = Math.min(width / home[2], height / home[3]);
    return { px, seen: [width / px, height / px] };
  }
  const draw = () => picture.setAttribute("viewBox", sight.box().join(" "));

  function release() {
    held = undefined;
    waiting?.();
    waiting = undefined;
  }
  function drag({ clientX, clientY, buttons }) {
    if (!held) return;
    // The button may have been let go outside of the window.
    if (!buttons) {
      release();
      return;
    }
    const way = [held[0] - clientX, held[1] - clientY];
    const unit_px = picture.getScreenCTM().a;
    travelled += Math.hypot(...way);
    held = [clientX, clientY];
    if (travelled < CLICK_PX) return;
    sight.move(way.map((px) => px / unit_px), scale().seen);
    draw();
  }
  listen(box, "pointerdown", (event) => {
    const { pointerType, button, clientX, clientY } = event;
    if (pointerType === "touch" || button || !isMet(event)) return;
    held = [clientX, clientY];
    travelled = 0;
  });
  listen(window, "pointermove", drag);
  for (const type of ["pointerup", "pointercancel", "blur"]) listen(window, type, release);
  const endOfDrag = (event) => travelled >= CLICK_PX && event.stopImmediatePropagation();
  listen(box, "click", endOfDrag, { capture: true });
  listen(
    box,
    "wheel",
    (event) => {
      if ((!event.ctrlKey && !event.metaKey) || !isMet(event)) return;
      event.preventDefault();
      const step = -event.deltaY * (event.deltaMode ? 0.05 : 0.003);
      const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(
        picture.getScreenCTM().inverse(),
      );
      sight.zoom(2 ** Math.max(-0.8, Math.min(0.8, step)), [x, y], scale().seen);
      draw();
    },
    { passive: false },
  );
  return {
    change: () => sight?.change(),
    isDragged: () => held !== undefined && travelled >= CLICK_PX,
    whenFree: (call) => (held ? (waiting = call) : call()),
  };
}
