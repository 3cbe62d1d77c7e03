// The map never traps the page's scroll: the wheel zooms with Ctrl or ⌘ only, one
// finger scrolls the page, two fingers move the map.

import { placeBeside } from "../panels/beside.js";
import { element, made } from "../common/dom.js";

const HINT_MS = 1600;

/** How far the hint stands from the mouse, and from a finger, which hides more. */
const [MOUSE_PX, FINGER_PX] = [14, 40];

/**
 * Set the gestures of the map.
 * @param {Given<"wording" | "map" | "stage">} given
 */
export function addGestures({ map, wording, stage }) {
  const container = map.getContainer();
  const hint = element("p", {
    class: "gesture-hint",
    hidden: true,
    "aria-hidden": "true",
  });
  /** @type {number} */
  let timer;
  // Also where a mouse is what points first.
  document.documentElement.classList.toggle("can-touch", navigator.maxTouchPoints > 0);
  stage.append(made(hint));

  /** Say a hint beside the pointer, which is the part of the map that is looked at. */
  function say(
    /** @type {string} */ key,
    /** @type {MouseEvent|Touch} */ { clientX, clientY },
    /** @type {number} */ clear_px,
  ) {
    hint.textContent = wording.say(key);
    hint.hidden = false;
    const [left, top] = placeBeside(hint, container, [clientX, clientY], clear_px);
    hint.style.left = `${left}px`;
    hint.style.top = `${top}px`;
    clearTimeout(timer);
    timer = setTimeout(() => (hint.hidden = true), HINT_MS);
  }
  container.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) {
        say("map.wheel", event, MOUSE_PX);
        return;
      }
      event.preventDefault();
      const step = -event.deltaY * (event.deltaMode ? 0.05 : 0.003);
      const zoom = map.getZoom() + Math.max(-0.8, Math.min(0.8, step));
      map.setZoomAround(map.mouseEventToContainerPoint(event), zoom, {
        animate: false,
      });
    },
    { passive: false },
  );
  // Leaflet drags with one finger; on touch the page keeps that gesture.
  container.addEventListener(
    "pointerdown",
    ({ pointerType }) => map.dragging[pointerType === "touch" ? "disable" : "enable"](),
    true,
  );
  container.addEventListener(
    "touchmove",
    ({ touches }) => touches.length === 1 && say("map.fingers", touches[0], FINGER_PX),
    { passive: true },
  );
}
