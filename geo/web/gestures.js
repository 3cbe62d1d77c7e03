// The map never traps the page's scroll: the wheel zooms with Ctrl or ⌘ only, one
// finger scrolls the page, two fingers move the map.

import { element } from "./dom.js";
import { placeBeside } from "./tooltip_box.js";

const HINT_MS = 1600;

/**
 * Set the gestures of the map.
 * @param {object} page
 */
export function addGestures(page) {
  const { map, wording, stage } = page;
  const container = map.getContainer();
  const hint = element("p", {
    class: "gesture-hint",
    hidden: true,
    "aria-hidden": "true",
  });
  let timer;
  stage.append(hint);

  /** Say it beside the pointer, which is where the reader looks. */
  function say(key, pointer) {
    hint.textContent = wording.say(key);
    hint.hidden = false;
    const { x, y } = map.mouseEventToContainerPoint(pointer);
    placeBeside(hint, container, [x, y]);
    clearTimeout(timer);
    timer = setTimeout(() => (hint.hidden = true), HINT_MS);
  }
  container.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) {
        say("map.wheel", event);
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
    ({ touches }) => touches.length === 1 && say("map.fingers", touches[0]),
    { passive: true },
  );
}
