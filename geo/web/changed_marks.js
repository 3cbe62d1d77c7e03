// The countries that changed on the date shown, outlined on the map.

import { rendererOf } from "./screen_path.js";

/**
 * Mark what changed since the stop before.
 * @param {object} page
 */
export function addChangedMarks(page) {
  const { map, state, land } = page;
  const renderer = rendererOf(map, "changed", 325);
  const lines = ["changed-rim", "changed"].map((className) => {
    const options = { renderer, className, interactive: false, smoothFactor: 0 };
    return L.polyline([], options).addTo(map);
  });
  function draw() {
    const outlines = page
      .changes()
      .filter(({ country }) => land.countries[country])
      .flatMap(({ country }) => land.outline(country, page.view().projection));
    for (const line of lines) line.setLatLngs(outlines);
  }
  state.follow(["shown", "view"], draw);
}
