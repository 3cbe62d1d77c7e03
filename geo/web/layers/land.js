// The countries: one path each, drawn once, shared by every layer that colours,
// outlines or points at a country.

import { tableOf } from "../common/dictionary.js";
import { projected, sphere } from "../ground/ground.js";
import { GroundPath, boxInSight } from "../ground/ground_path.js";
import { keepOnWorld } from "../ground/inset.js";
import { PROJECTIONS } from "../ground/projections.js";
import { rendererOf } from "../ground/screen_path.js";

/**
 * The land: first what the opening view shows or has data, then the rest.
 * @param {Given<"payload" | "map" | "layers" | "record" | "boundaries" | "ground">} given
 * @returns {LandPart["land"]}
 */
export function addLand(given) {
  const { map, payload, ground, boundaries: objects } = given;
  const countries = countryPaths(map, objects.countries.geometries);
  const strokes = strokePaths(map);
  const known = objects.countries.geometries.filter(({ id }) => given.record.countries[id]);
  const place = (country) => {
    country.polygons = ground.polygons(country.geometry);
    country.shape.setLines(country.polygons.flat());
  };
  const project = (view) => {
    const { projection } = view;
    const { outlined, forward, inset } = PROJECTIONS[projection];
    ground.project(projection);
    keepOnWorld(payload.points, view, (id) => ground.world.polygons(countries[id].geometry));
    strokes.sphere.setLines(outlined ? [projected(sphere(), forward)] : []);
    strokes.inset.setLines(inset ? [inset.frame] : []);
    strokes.frame.setLines(inset ? [inset.frame, inset.reach] : []);
    strokes.overseas.setLines(known.flatMap(ground.overseas));
    strokes.coasts.setLines(ground.coasts());
    strokes.borders.setLines(ground.borders());
  };
  let waiting = [];
  let placed = [];
  let fitted;
  return {
    countries,
    ground,
    objects,
    /** Take the ground into the projection of a view, if it is another; who shows it calls. */
    fit(view) {
      if (view.projection === fitted) return;
      fitted = view.projection;
      project(view);
      placed.forEach(place);
    },
    /** Draw what the opening view shows, which is in use by now. */
    addFirst() {
      const sight = boxInSight(map);
      const isFirst = ({ geometry }) =>
        payload.countries[geometry.id] || ground.reaches(geometry, sight);
      placed = Object.values(countries).filter(isFirst);
      waiting = Object.values(countries).filter((country) => !placed.includes(country));
      placed.forEach(place);
      for (const stroke of Object.values(strokes)) stroke.addTo(map);
      for (const { shape } of placed) shape.addTo(map);
    },
    /** Draw the countries that it does not show. */
    addRest() {
      waiting.forEach(place);
      for (const { shape } of waiting) shape.addTo(map);
      [placed, waiting] = [[...placed, ...waiting], []];
      Object.values(given.layers).forEach((layer) => layer.paint?.());
    },
    /** A country's outline for highlights, without the cut at the antimeridian. */
    outline: (id) => ground.lines(countries[id].geometry),
  };
}

function countryPaths(map, geometries) {
  const renderer = rendererOf(map, "land", 300);
  const look = { renderer, className: "country", interactive: true, stroke: false };
  const paths = geometries.map((geometry) => {
    const shape = new GroundPath([], { ...look, closed: true });
    return [geometry.id, { geometry, shape, polygons: [] }];
  });
  return tableOf(paths);
}

/** The edge of a world map lies under the land, borders and coasts over it. */
function strokePaths(map) {
  const [under, over] = [rendererOf(map, "sphere", 290), rendererOf(map, "borders", 310)];
  const path = (className, renderer) => new GroundPath([], { className, renderer });
  return {
    sphere: path("sphere", under),
    inset: path("inset", under),
    // A veil: what lies an ocean away does not read as a country of its own.
    overseas: new GroundPath([], { className: "overseas", renderer: over, closed: true }),
    borders: path("borders", over),
    coasts: path("coasts", over),
    frame: path("inset-frame", over),
  };
}
