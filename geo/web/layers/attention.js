// What the reader points at, by mouse or by keyboard: its outline is drawn, and the
// tooltip follows.  Clicking or pressing Enter opens a country's details.

import { GroundPath } from "../ground/ground_path.js";
import { rendererOf } from "../ground/screen_path.js";

/** From back to front: each outline has a rim, to be seen on every colour. */
const OUTLINES = [
  ["open", "outline-open-rim"],
  ["open", "outline-open"],
  ["pointedAt", "outline-rim"],
  ["pointedAt", "outline"],
];

/**
 * Let paths be pointed at, and outline what is.
 * @param {Given<"payload" | "state" | "map" | "isOpenable" | "land" | "smallMarks">} given
 * @returns {AttentionPart}
 */
export function addAttention({ map, state, land, smallMarks, payload, isOpenable }) {
  const renderer = rendererOf(map, "outlines", 330);
  const outlines = OUTLINES.map(([, className]) =>
    new GroundPath([], { renderer, className }).addTo(map),
  );

  function draw() {
    const { country, hover } = state.get();
    const shown = { open: country, pointedAt: hover?.country };
    OUTLINES.forEach(([which], i) => {
      const id = shown[which];
      const lines = land.countries[id] ? land.outline(id) : [];
      outlines[i].setLines(lines).redraw();
    });
  }
  state.follow(["hover", "country"], draw);
  // A view shows itself once its land is projected; until then outlines would be those of
  // the view before.
  map.on("viewreset", draw);

  let opener;
  function open(country) {
    if (!isOpenable(country)) return;
    const { activeElement } = document;
    opener = map.getContainer().contains(activeElement) ? undefined : activeElement;
    state.change({ country, hover: undefined });
  }
  function takeOpener() {
    const taken = opener;
    opener = undefined;
    return taken;
  }
  // Where a finger was put down; undefined for what can hover.  After a tap browsers
  // play a mouse that hovers, and Chromium moves it to what lies near and is smaller.
  /** @type {[number, number]|undefined} */
  let finger;
  const note = ({ pointerType, clientX, clientY }) =>
    (finger = pointerType === "touch" ? [clientX, clientY] : undefined);
  document.addEventListener("pointerover", note, true);
  document.addEventListener("pointerdown", note, true);
  const targets = new WeakMap();
  function attend(path, target) {
    const keep = () => targets.set(path.getElement(), target);
    if (path.getElement()) keep();
    path.on("add", keep);
    let isOver = false;
    // A page that scrolls, too, brings what it likes under the pointer, which then moves not.
    path.on("mousemove", ({ containerPoint: { x, y } }) => {
      // A map that is dragged runs on under the pointer.
      if (isOver || finger || map.dragging.moving()) return;
      isOver = true;
      state.change({ hover: { ...target, at: [x, y] } });
    });
    path.on("mouseout", () => {
      isOver = false;
      state.change({ hover: undefined });
    });
  }
  map.on("click", ({ originalEvent }) => {
    const under = finger && document.elementFromPoint(...finger);
    const target = targets.get(under) ?? targets.get(originalEvent.target);
    if (target) open(target.country);
  });
  for (const [country, { shape }] of Object.entries(land.countries)) attend(shape, { country });
  for (const [country, { hit }] of Object.entries(smallMarks)) attend(hit, { country });
  const isOnMap = (actor) =>
    isOpenable(actor) && (!payload.countries[actor] || Boolean(land.countries[actor]));
  return { attend, open, isOnMap, takeOpener };
}
