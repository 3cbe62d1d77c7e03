// The countries that changed on the date shown, outlined on the map.  Where two dates are
// compared, the edge of each has its colour of the other date.

import { grouped } from "../common/grouping.js";
import { GroundPath } from "../ground/ground_path.js";
import { rendererOf } from "../ground/screen_path.js";
import { comparedOf } from "../rules/stops.js";

/** An island smaller than this would be all edge. */
const LEAST_EDGED_PX = 8;

const paintOf = (/** @type {any} */ entry) => entry?.status ?? "no_data";
const isRecoloured = (/** @type {any} */ one) => paintOf(one.before) !== paintOf(one.after);

/**
 * Mark what changed since the stop before, or since the date compared.
 * @param {Given<"payload" | "state" | "map" | "stops" | "changes" | "land">} given
 */
export function addChangedMarks(given) {
  const { map, state, stops, land, payload } = given;
  const renderer = rendererOf(map, "changed", 325);
  const pathOf = (/** @type {string} */ className, least_px = 0) =>
    new GroundPath([], { renderer, className, least_px }).addTo(map);
  const lines = ["changed-rim", "changed"].map((name) => pathOf(name));
  const rim = pathOf("changed-edge-rim", LEAST_EDGED_PX);
  const edges = [...payload.statuses, "no_data"].map((status) => {
    const edge = pathOf("changed-edge", LEAST_EDGED_PX);
    edge.getElement()?.setAttribute("data-status", status);
    return { status, edge };
  });
  const outlinesOf = (/** @type {any[]} */ changes) =>
    changes.flatMap(({ country }) => land.outline(country));
  /** At most dates most of them show nothing, as before. */
  function outline(/** @type {InstanceType<typeof GroundPath>} */ path, /** @type {any[]} */ changes = []) {
    if (changes.length || path.lines.length) path.setLines(outlinesOf(changes)).redraw();
  }
  function draw() {
    const compared = comparedOf(stops, state.get());
    const other = compared?.isBack ? "after" : "before";
    const changes = given.changes().filter(({ country }) => land.countries[country]);
    const recoloured = compared ? changes.filter(isRecoloured) : [];
    const others = changes.filter((one) => !recoloured.includes(one));
    const byOther = grouped(recoloured, (one) => paintOf(one[other]));
    for (const line of lines) outline(line, others);
    outline(rim, recoloured);
    for (const { status, edge } of edges) outline(edge, byOther.get(status));
  }
  state.follow(["shown", "from"], draw);
  // Once the land is projected anew.
  map.on("viewreset", draw);
}
