// Disputed territory: a hatch over the areas and dashes along the lines.  The page says
// whose view of them it draws.

import { latLng } from "./crs.js";
import { PROJECTIONS } from "./projections.js";
import { linesOf, polygonsOf } from "./topology.js";
import { rendererOf } from "./screen_path.js";

/**
 * The layer of disputed areas and lines.
 * @param {object} page
 * @returns {L.LayerGroup} with `redraw()` and `areasOf(country)`
 */
export function disputedLayer(page) {
  const { map, land } = page;
  const { disputed_areas: areas, disputed_lines: lines } = land.topology.objects;
  const renderer = rendererOf(map, "disputed", 320);
  const group = L.layerGroup();

  group.redraw = () => {
    const { holds } = PROJECTIONS[page.view().projection];
    const leaflet = (parts) =>
      parts.filter((p) => p.every(holds)).map((p) => p.map(latLng));
    group.clearLayers();
    for (const { properties, ...geometry } of areas.geometries) {
      const rings = polygonsOf(land.arcs, geometry)
        .map(leaflet)
        .filter((p) => p.length);
      const area = L.polygon(rings, {
        renderer,
        className: "disputed-area",
        smoothFactor: 0,
      });
      page.attend(area, { areas: [properties.id], country: properties.owner });
      group.addLayer(area);
    }
    for (const className of ["disputed-line-rim", "disputed-line"]) {
      const parts = lines.geometries.flatMap((geometry) =>
        linesOf(land.arcs, geometry),
      );
      const options = { renderer, className, interactive: false, smoothFactor: 0 };
      group.addLayer(L.polyline(leaflet(parts), options));
    }
  };
  /** The disputed areas that the map draws with a country. */
  group.areasOf = (country) =>
    areas.geometries
      .filter(({ properties }) => properties.owner === country)
      .map(({ properties }) => properties.id);
  group.redraw();
  return group;
}
