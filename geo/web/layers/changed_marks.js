// The countries that changed on the date shown, outlined on the map.

import { GroundPath } from "../ground/ground_path.js";
import { rendererOf } from "../ground/screen_path.js";

/**
 * Mark what changed since the stop before.
 * @param {object} page
 */
export function addChangedMarks(page) {
  const { map, state, land } = page;
  const renderer = rendererOf(map, "changed", 325);
  const lines = ["changed-rim", "changed"].map((className) => {
    return new GroundPath([], { renderer, className }).addTo(map);
  });
  function draw() {
    const outlines = page
      .changes()
      .filter(({ country }) => land.countries[country])
      .flatMap(({ country }) => land.outline(country));
    for (const line of lines) line.setLines(outlines).redraw();
  }
  state.follow(["shown", "view"], draw);
}
