// A Leaflet layer of marks that live on the screen, as the still picture has them too.

import { PANES } from "../marks/panes.js";
import { ScreenPath, rendererOf } from "../ground/screen_path.js";

/**
 * Put what a layer draws on the map.
 * @param {Given<"state" | "map" | "isDimmed" | "attend" | "view">} given
 * @param {{key: function, marks: function, texts: function, reach: function}} drawing
 *   `marks()` are paths, each with its `pane`, `places`, `draw` and `className`, perhaps
 *   the `country` that it is of, and a `target` where it opens what no land shows;
 *   `texts()` the labels it asks for, `reach(country)` the pixels that it takes about a
 *   country's point, and `key()` tells whether the marks are others
 * @returns {PageLayer}
 */
export function marksLayer({ map, state, isDimmed, attend, view }, { key, marks, texts, reach }) {
  /** @type {PageLayer} */
  const group = L.layerGroup();
  let drawn;
  let targets = [];
  group.redraw = () => {
    drawn = key();
    group.clearLayers();
    targets = [];
    for (const { pane, places, draw, className, country, target } of marks()) {
      const renderer = rendererOf(map, pane, PANES[pane]);
      const interactive = Boolean(target);
      const options = { renderer, className, country, interactive };
      const path = new ScreenPath(places, draw, options);
      path.on("add", () => dim(path));
      if (target) {
        attend(path, { country: target.actor });
        targets.push({ ...target, path });
      }
      group.addLayer(path);
    }
  };
  function dim(path) {
    const { country } = path.options;
    path.getElement()?.classList.toggle("is-dim", Boolean(country) && isDimmed(country));
  }
  state.follow(["lit", "only"], () => group.eachLayer(dim));
  /** Draw the marks of the present date and filters, if they are others. */
  group.update = () => key() !== drawn && group.redraw();
  // Nearer, what crowded has room; another view has all of it drawn anew.
  const isInView = () => state.get().viewDrawn === view();
  map.on("zoomend", () => map.hasLayer(group) && isInView() && group.update());
  // Who opens the page sees few of the layers: the others are drawn when they are shown.
  group.on("add", group.update);
  return Object.assign(group, { texts, reach, targets: () => targets });
}
