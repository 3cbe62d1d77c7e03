// The choropleths: each country in the colour of its status, or of the class of its number.
// The country that the force is for is not on the scale of statuses: it is outlined as the
// place the map is about.  What nobody has repeated for over a year has the edge of a stamp.

import { GroundPath } from "../ground/ground_path.js";
import { rendererOf } from "../ground/screen_path.js";
import { EDGE } from "../marks/patterns.js";
import { oldIn } from "../rules/age.js";
import { subjectsOf } from "../rules/standing.js";

/**
 * A layer that paints the land, and draws nothing but the outlines.
 * @param {Given<"payload" | "state" | "map" | "record" | "isDimmed" | "land" | "smallMarks">} given
 * @param {function(string): {status?: string, strength?: string}|undefined} paintOf a country
 * @param {boolean} hasOutlines of the place that the map is about, and of old positions
 * @returns {PageLayer}
 */
export function landLayer(given, paintOf, hasOutlines) {
  const { map, land, smallMarks, payload, state, isDimmed, record } = given;
  const renderer = rendererOf(map, "borders", 310);
  /** @type {PageLayer} */
  const group = L.layerGroup();

  group.paint = (on = map.hasLayer(group)) => {
    for (const [id, { shape }] of Object.entries(land.countries)) {
      for (const path of [shape, ...(smallMarks[id]?.mark.getLayers() ?? [])]) {
        dress(path, on, paintOf(id), on && isDimmed(id));
      }
    }
    for (const [id, path] of outlines) path.getElement()?.classList.toggle("is-dim", isDimmed(id));
  };
  // The place that the map is about stays marked at every date and under every filter.
  const subjects = hasOutlines ? subjectsOf(record).filter((id) => land.countries[id]) : [];
  const oldNow = () => (hasOutlines ? oldIn(payload).filter((id) => land.countries[id]) : []);
  let edged = [];
  /** @type {[string, InstanceType<typeof GroundPath>][]} */
  let outlines = [];
  group.redraw = () => {
    group.clearLayers();
    edged = oldNow();
    const looks = [
      ...edged.flatMap((id) => EDGE.map((className) => [id, className])),
      ...subjects.map((id) => [id, "subject"]),
    ];
    outlines = looks.map(([id, className]) => [id, new GroundPath(land.outline(id), { renderer, className })]);
    for (const [, path] of outlines) group.addLayer(path);
    if (map.hasLayer(group)) group.paint();
  };
  /** Show the standings of the present date and filters. */
  group.update = () => {
    group.paint();
    if (oldNow().join() !== edged.join()) group.redraw();
  };
  group.on("add", () => group.paint(true));
  group.on("remove", () => group.paint(false));
  state.follow(["lit", "only"], () => group.paint());
  group.redraw();
  return group;
}

/** Give a path its look; what it has already is remembered, for asking takes longer. */
function dress(path, on, entry, isDimmed) {
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
  node.classList.toggle("is-dim", isDimmed);
  Object.assign(path, { dressed: node, status, fill });
}
