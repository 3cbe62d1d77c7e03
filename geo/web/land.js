// The countries: one polygon each, drawn once, shared by every layer that colours,
// outlines or points at a country.

import { latLng } from "./crs.js";
import { PROJECTIONS } from "./projections.js";
import { rendererOf } from "./screen_path.js";
import { addSmallMarks } from "./small_marks.js";
import { bordersOf, decodeArcs, linesOf, polygonsOf } from "./topology.js";
import { addView } from "./view.js";

/**
 * Draw the land in the opening view.
 * @param {object} page gains `land`: `countries` by `iso_a3`, `arcs`, `topology`,
 *   `fit(projection)`, `outline(country, projection)`
 * @param {object} topology TopoJSON with the object `countries`, ids `iso_a3`
 */
export function addLand(page, topology) {
  const { map } = page;
  const arcs = decodeArcs(topology);
  const { geometries } = topology.objects.countries;
  const countries = drawCountries(map, arcs, geometries);
  const strokes = drawStrokes(map, {
    ...bordersOf(arcs, geometries),
    sphere: [sphere()],
  });
  page.land = {
    countries,
    arcs,
    topology,
    /** Keep only what the projection can draw. */
    fit(projection) {
      const { holds, outlined } = PROJECTIONS[projection];
      for (const country of Object.values(countries)) fitCountry(country, holds);
      for (const { name, parts, stroke } of strokes) {
        const near =
          name === "sphere" && !outlined
            ? []
            : parts.filter((part) => part.every(holds));
        stroke.setLatLngs(near.map((part) => part.map(latLng)));
      }
      map.getContainer().classList.toggle("is-globe", Boolean(outlined));
    },
    /** A country's outline for highlights, without the cut at the antimeridian. */
    outline(id, projection) {
      const parts = linesOf(arcs, countries[id].geometry);
      return parts
        .filter((part) => part.every(PROJECTIONS[projection].holds))
        .map((p) => p.map(latLng));
    },
  };
  addView(page);
  page.land.fit(page.view().projection);
  page.showView();
  for (const { stroke } of strokes) stroke.addTo(map);
  for (const { shape } of Object.values(countries)) shape.addTo(map);
  addSmallMarks(page);
}

function drawCountries(map, arcs, geometries) {
  const options = {
    renderer: rendererOf(map, "land", 300),
    className: "country",
    smoothFactor: 0,
  };
  const drawn = geometries.map((geometry) => {
    const polygons = polygonsOf(arcs, geometry);
    return [geometry.id, { polygons, geometry, shape: L.polygon([], options) }];
  });
  return Object.fromEntries(drawn);
}

function drawStrokes(map, lines) {
  return Object.entries(lines).map(([name, parts]) => {
    const under = name === "sphere";
    const renderer = under
      ? rendererOf(map, "sphere", 290)
      : rendererOf(map, "borders", 310);
    const options = { renderer, interactive: false, className: name, smoothFactor: 0 };
    return { name, parts, stroke: L.polyline([], options) };
  });
}

function fitCountry(country, holds) {
  const near = country.polygons.filter(([outer]) => outer.every(holds));
  if (near.length === country.near) return;
  country.near = near.length;
  country.shape.setLatLngs(near.map((rings) => rings.map((ring) => ring.map(latLng))));
}

/** The edge of a world map, densified. */
function sphere() {
  const side = Array.from({ length: 91 }, (_, i) => 2 * i - 90);
  const east = side.map((lat) => [180, lat]);
  return [...east, ...side.reverse().map((lat) => [-180, lat]), [180, -90]];
}
