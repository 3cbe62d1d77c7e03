// The choropleth: each country in the colour of its status.  The country that the force
// is for is not on that scale: it is outlined as the place the map is about.

import { GroundPath } from "../ground/ground_path.js";
import { rendererOf } from "../ground/screen_path.js";
import { subjectsOf } from "../rules/standing.js";

/**
 * The status layer.  It paints the land, and draws nothing but the outlines.
 * @param {object} page
 * @returns {PageLayer}
 */
export function statusLayer(page) {
  const { map, land, payload } = page;
  const options = { renderer: rendererOf(map, "borders", 310), className: "subject" };
  /** @type {PageLayer} */
  const group = L.layerGroup();

  group.paint = (on = map.hasLayer(group)) => {
    for (const [id, { shape, mark }] of Object.entries(land.countries)) {
      for (const path of [shape, ...(mark?.getLayers() ?? [])]) {
        dress(path, on, payload.countries[id]);
      }
    }
  };
  // The place that the map is about stays marked at every date and under every filter.
  const subjects = subjectsOf(page.record).filter((id) => land.countries[id]);
  group.redraw = () => {
    group.clearLayers();
    for (const id of subjects) {
      group.addLayer(new GroundPath(land.outline(id), options));
    }
  };
  /** Show the standings of the present date and filters. */
  group.update = () => group.paint();
  group.on("add", () => group.paint(true));
  group.on("remove", () => group.paint(false));
  group.redraw();
  return group;
}

/** Give a path its look; what it has already is remembered, for asking takes longer. */
function dress(path, on, entry) {
  const node = path.getElement();
  if (!node) return;
  const status = on ? (entry?.status ?? "no_data") : undefined;
  const isSeen = path.options.className !== "small-target";
  const isWeak = on && isSeen && entry?.strength === "weak";
  const fill = isWeak ? `url(#weak-${status})` : "";
  if (path.dressed !== node || path.status !== status) {
    if (status === undefined) delete node.dataset.status;
    else node.dataset.status = status;
  }
  if (fill || path.fill) node.style.fill = fill;
  Object.assign(path, { dressed: node, status, fill });
}
