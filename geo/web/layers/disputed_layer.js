// Disputed territory: a hatch over the areas and dashes along the lines.  The page says
// whose view of them it draws.

import { GroundPath } from "../ground/ground_path.js";
import { rendererOf } from "../ground/screen_path.js";

/** Smaller than this, a hatch or a dash is a speck. */
const LEAST_PX = 7;

/**
 * The layer of disputed areas and lines.
 * @param {Given<"map" | "land" | "attend">} given
 * @returns {PageLayer}
 */
export function disputedLayer({ map, land, attend }) {
  const { disputed_areas: areas, disputed_lines: lines } = land.objects;
  const renderer = rendererOf(map, "disputed", 320);
  /** @type {PageLayer} */
  const group = L.layerGroup();

  group.redraw = () => {
    group.clearLayers();
    for (const { properties = {}, ...geometry } of areas.geometries) {
      const look = { renderer, className: "disputed-area", least_px: LEAST_PX };
      const rings = land.ground.polygons(geometry).flat();
      const area = new GroundPath(rings, {
        ...look,
        closed: true,
        interactive: true,
      });
      attend(area, { areas: [properties.id], country: properties.owner });
      group.addLayer(area);
    }
    for (const className of ["disputed-line-rim", "disputed-line"]) {
      const parts = lines.geometries.flatMap(land.ground.lines);
      group.addLayer(new GroundPath(parts, { renderer, className, least_px: LEAST_PX }));
    }
  };
  /** The disputed areas that the map draws with a country. */
  group.areasOf = (country) =>
    areas.geometries
      .filter(({ properties }) => properties?.owner === country)
      .map(({ properties }) => properties?.id);
  group.redraw();
  return group;
}
