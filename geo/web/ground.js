// The arcs of the boundaries in the projection of the view: projected once for each,
// and stitched into the rings and lines that the map draws.

import { boxOf } from "./ground_path.js";
import { PROJECTIONS } from "./projections.js";
import { decodeArcs, polygonIndexes, runsOf, usersOf } from "./topology.js";

/**
 * @param {object} topology TopoJSON, as geo/page/arcs.py writes it
 * @returns {object} what the map asks of the ground; lines and rings are flat arrays of
 *   x and y in metres, and only what the projection can draw is given
 */
export function createGround(topology) {
  const arcs = decodeArcs(topology);
  const edges = arcs.map(isEdge);
  const { countries } = topology.objects;
  const users = usersOf(arcs.length, countries.geometries);
  let metres = [];
  let projection;

  function stitch(indexes) {
    const parts = indexes.map((i) => (i < 0 ? reversed(metres[~i]) : metres[i]));
    if (parts.length === 1) return parts[0];
    const length = parts.reduce((sum, part) => sum + part.length - 2, 2);
    const line = new Float64Array(length);
    // An arc begins where the one before it ends.
    let at = 0;
    for (const part of parts) {
      line.set(part, at);
      at += part.length - 2;
    }
    return line;
  }
  const isDrawn = (indexes) => indexes.every((i) => metres[i < 0 ? ~i : i]);
  const arcsOfUsers = (holds) =>
    metres.filter((arc, i) => arc && !edges[i] && holds(users[i]));

  return {
    /** Project all arcs; those that reach where the projection tears are left out. */
    project(name) {
      if (name === projection) return;
      projection = name;
      const { forwardWithin } = PROJECTIONS[name];
      metres = arcs.map((arc) => projected(arc, forwardWithin));
    },
    /** Does any of a geometry's arcs reach into a box of metres? */
    reaches(geometry, [xmin, ymin, xmax, ymax]) {
      return polygonIndexes(geometry).flat(2).some((i) => {
        const arc = metres[i < 0 ? ~i : i];
        if (!arc) return false;
        const [left, bottom, right, top] = boxOf(arc);
        return left <= xmax && right >= xmin && bottom <= ymax && top >= ymin;
      });
    },
    /** Polygons of rings; a polygon whose outer ring is torn is left out. */
    polygons: (geometry) =>
      polygonIndexes(geometry)
        .filter(([outer]) => isDrawn(outer))
        .map((rings) => rings.filter(isDrawn).map(stitch)),
    /** A line geometry's lines, or an area's outline without the edge of the world. */
    lines: (geometry) =>
      runsOf(geometry, (i) => edges[i])
        .filter(isDrawn)
        .map(stitch),
    /** An arc that two countries use is a border, one that a single one uses is coast. */
    borders: () => arcsOfUsers((n) => n > 1),
    coasts: () => arcsOfUsers((n) => n === 1),
  };
}

/** Polygons are closed by a cut along 180° or the South Pole, which is no border. */
function isEdge(arc) {
  // Most arcs are told by their first place.
  if (Math.abs(arc[0]) < 179.98 && arc[1] > -89.9) return false;
  const [west, , east, north] = boxOf(arc);
  return west > 179.98 || east < -179.98 || north < -89.9;
}

/**
 * A flat line of lon and lat as one of x and y in metres; undefined if `forward` gives
 * none for a place of it.  This runs for every place before the live map can be seen.
 */
export function projected(line, forward) {
  const metres = new Float64Array(line.length);
  const place = [0, 0];
  for (let i = 0; i < line.length; i += 2) {
    place[0] = line[i];
    place[1] = line[i + 1];
    const at = forward(place);
    if (!at) return undefined;
    metres[i] = at[0];
    metres[i + 1] = at[1];
  }
  return metres;
}

function reversed(line) {
  const back = new Float64Array(line.length);
  for (let i = 0; i < line.length; i += 2) {
    back[i] = line[line.length - 2 - i];
    back[i + 1] = line[line.length - 1 - i];
  }
  return back;
}
