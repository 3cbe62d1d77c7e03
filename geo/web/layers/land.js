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
  /** @type {Record<string, any>} what was worked out for a projection, which a reader comes back to */
  const drawn = tableOf();
  const drawnNow = () => (drawn[fitted] ??= { strokes: linesOfStrokes(), polygons: tableOf(), outlines: tableOf() });
  const polygonsOf = ({ geometry }) => (drawnNow().polygons[geometry.id] ??= ground.polygons(geometry));
  const place = (country) => {
    country.polygons = polygonsOf(country);
    country.shape.setLines(country.polygons.flat());
  };
  function linesOfStrokes() {
    const { outlined, forward, inset } = PROJECTIONS[fitted];
    return {
      sphere: outlined ? [projected(sphere(), forward)] : [],
      inset: inset ? [inset.frame] : [],
      frame: inset ? [inset.frame, inset.reach] : [],
      overseas: known.flatMap(ground.overseas),
      coasts: ground.coasts(),
      borders: ground.borders(),
    };
  }
  const project = (view) => {
    ground.project(fitted);
    keepOnWorld(payload.points, view, (id) => ground.world.polygons(countries[id].geometry));
    for (const [name, lines] of Object.entries(drawnNow().strokes)) strokes[name].setLines(lines);
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
    outline: (id) => (drawnNow().outlines[id] ??= ground.lines(countries[id].geometry)),
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
