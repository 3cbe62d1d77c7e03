// What the reader points at, by mouse or by keyboard: its outline is drawn, and the
// tooltip follows.  Clicking or pressing Enter opens a country's details.

import { rendererOf } from "./screen_path.js";

/**
 * Let paths be pointed at, and outline what is.
 * @param {object} page gains `attend(path, target)` and `open(country)`
 */
export function addAttention(page) {
  const { map, state, land, payload } = page;
  const outlines = ["outline-open", "outline-rim", "outline"].map((className) => {
    const options = { interactive: false, smoothFactor: 0, className };
    return L.polyline([], {
      ...options,
      renderer: rendererOf(map, "outlines", 330),
    }).addTo(map);
  });

  function outlineOf(id) {
    return id && land.countries[id] ? land.outline(id, page.view().projection) : [];
  }
  function draw() {
    const { country, hover } = state.get();
    outlines[0].setLatLngs(outlineOf(country));
    outlines[1].setLatLngs(outlineOf(hover?.country));
    outlines[2].setLatLngs(outlineOf(hover?.country));
  }
  state.follow(["hover", "country", "view"], draw);

  page.open = (country) => {
    if (payload.countries[country]) state.change({ country, hover: undefined });
  };
  page.attend = (path, target) => {
    path.on("mouseover", ({ containerPoint: { x, y } }) =>
      state.change({ hover: { ...target, at: [x, y] } }),
    );
    path.on("mouseout", () => state.change({ hover: undefined }));
    path.on("click", () => page.open(target.country));
  };
  for (const [id, { shape, hit }] of Object.entries(land.countries)) {
    page.attend(shape, { country: id });
    if (hit) page.attend(hit, { country: id });
  }
}
