// What the reader points at, by mouse or by keyboard: its outline is drawn, and the
// tooltip follows.  Clicking or pressing Enter opens a country's details.

import { GroundPath } from "./ground_path.js";
import { rendererOf } from "./screen_path.js";

/** From back to front: each outline has a rim, to be seen on every colour. */
const OUTLINES = [
  ["open", "outline-open-rim"],
  ["open", "outline-open"],
  ["pointedAt", "outline-rim"],
  ["pointedAt", "outline"],
];

/**
 * Let paths be pointed at, and outline what is.
 * @param {object} page gains `attend(path, target)`, `open(country)`, and `opener`: what
 *   had the focus then, unless it is on the map
 */
export function addAttention(page) {
  const { map, state, land, payload } = page;
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

  page.open = (country) => {
    if (!payload.countries[country]) return;
    const { activeElement } = document;
    page.opener = map.getContainer().contains(activeElement) ? undefined : activeElement;
    state.change({ country, hover: undefined });
  };
  // A finger points at nothing before it taps; what a browser then says of a mouse is
  // told by the pointer that came last.
  let pointer;
  const note = ({ pointerType }) => (pointer = pointerType);
  map.getContainer().addEventListener("pointerover", note, true);
  page.attend = (path, target) => {
    path.on("mouseover", ({ containerPoint: { x, y } }) => {
      // A map that is dragged runs on under the pointer.
      if (pointer === "touch" || map.dragging.moving()) return;
      state.change({ hover: { ...target, at: [x, y] } });
    });
    path.on("mouseout", () => state.change({ hover: undefined }));
    path.on("click", () => page.open(target.country));
  };
  for (const [id, { shape, hit }] of Object.entries(land.countries)) {
    page.attend(shape, { country: id });
    if (hit) page.attend(hit, { country: id });
  }
}
