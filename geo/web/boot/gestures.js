// The map never traps the page's scroll: the wheel zooms with Ctrl or ⌘ only, one
// finger scrolls the page, two fingers move the map.

import { placeBeside } from "../panels/beside.js";
import { element, made } from "../common/dom.js";
import { keepMoving } from "../common/later.js";

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
  /** @type {{event: WheelEvent, zoom: number}|undefined} what the next frame is to show */
  let wheel;
  /** A wheel tells of many turns in a frame; the map is drawn once. */
  function zoomByWheel() {
    if (!wheel) return;
    const { event, zoom } = wheel;
    wheel = undefined;
    map.setZoomAround(map.mouseEventToContainerPoint(event), zoom, { animate: false });
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
      if (!wheel) requestAnimationFrame(zoomByWheel);
      const zoom = (wheel?.zoom ?? map.getZoom()) + Math.max(-0.8, Math.min(0.8, step));
      wheel = { event, zoom: Math.max(map.getMinZoom(), Math.min(map.getMaxZoom(), zoom)) };
      keepMoving();
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
