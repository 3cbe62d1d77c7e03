// A Leaflet layer of marks that live on the screen, as the still picture has them too.

import { PANES } from "../marks/panes.js";
import { ScreenPath, rendererOf } from "../ground/screen_path.js";

/**
 * Put what a layer draws on the map.
 * @param {object} page
 * @param {{key: function, marks: function, texts: function, reach: function}} drawing
 *   `marks()` are paths, each with its `pane`, `places`, `draw` and `className`, `texts()`
 *   the labels it asks for, `reach(country)` the pixels that it takes about a country's
 *   point, and `key()` tells whether the marks are others
 * @returns {PageLayer}
 */
export function marksLayer({ map }, { key, marks, texts, reach }) {
  /** @type {PageLayer} */
  const group = L.layerGroup();
  let drawn;
  group.redraw = () => {
    drawn = key();
    group.clearLayers();
    for (const { pane, places, draw, className } of marks()) {
      const renderer = rendererOf(map, pane, PANES[pane]);
      group.addLayer(new ScreenPath(places, draw, { renderer, className }));
    }
  };
  /** Draw the marks of the present date and filters, if they are others. */
  group.update = () => key() !== drawn && group.redraw();
  group.redraw();
  return Object.assign(group, { texts, reach });
}
