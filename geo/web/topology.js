// TopoJSON to coordinates.  Arcs are shared by neighbours: decoded once, stitched into
// rings for the fills, and told apart into borders and coasts for the strokes.

/** Five bits a character from "?" on; the sixth says that the number goes on. */
const ARC_TEXT = { first: 63, bits: 5, continues: 32 };

/** The whole numbers of a text in the Encoded Polyline Algorithm Format. */
function numbersOf(text) {
  const { first, bits, continues } = ARC_TEXT;
  const numbers = [];
  let number = 0;
  let shift = 0;
  for (let i = 0; i < text.length; i += 1) {
    const part = text.charCodeAt(i) - first;
    number |= (part & (continues - 1)) << shift;
    shift += bits;
    if (part >= continues) continue;
    numbers.push(number & 1 ? ~(number >> 1) : number >> 1);
    number = 0;
    shift = 0;
  }
  return numbers;
}

/**
 * Decode the arcs of a topology, as geo/page/arcs.py writes them.
 * @param {object} topology TopoJSON, quantised, each arc a text of its steps
 * @returns {number[][][]} lines of [lon, lat]
 */
export function decodeArcs({ transform, arcs }) {
  const [kx, ky] = transform.scale;
  const [dx, dy] = transform.translate;
  return arcs.map((text) => {
    const steps = numbersOf(text);
    const line = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      line.push([x * kx + dx, y * ky + dy]);
    }
    return line;
  });
}

/** Stitch arcs, by index, into one line; `~i` is arc `i` reversed. */
function stitch(arcs, indexes) {
  const line = [];
  for (const index of indexes) {
    const arc = index < 0 ? arcs[~index].slice().reverse() : arcs[index];
    line.push(...(line.length ? arc.slice(1) : arc));
  }
  return line;
}

function polygonIndexes({ type, arcs }) {
  if (type === "Polygon") return [arcs];
  return type === "MultiPolygon" ? arcs : [];
}

/**
 * The polygons of a geometry.
 * @returns {number[][][][]} polygons of rings of [lon, lat]
 */
export function polygonsOf(arcs, geometry) {
  return polygonIndexes(geometry).map((rings) =>
    rings.map((ring) => stitch(arcs, ring)),
  );
}

/**
 * The lines of a geometry: a line geometry's own, or an area's outline without
 * the cuts at the edge of the world.
 * @returns {number[][][]} lines of [lon, lat]
 */
export function linesOf(arcs, geometry) {
  if (geometry.type === "LineString") return [stitch(arcs, geometry.arcs)];
  if (geometry.type === "MultiLineString") {
    return geometry.arcs.map((indexes) => stitch(arcs, indexes));
  }
  return polygonIndexes(geometry)
    .flat()
    .flatMap((ring) => withoutEdge(stitch(arcs, ring)));
}

/**
 * Borders and coasts of a set of areas.  An arc that two areas use is a border, an arc
 * that one uses is coast; nothing along the edge of the world is either.
 * @returns {{borders: number[][][], coasts: number[][][]}}
 */
export function bordersOf(arcs, geometries) {
  const users = arcs.map(() => 0);
  for (const geometry of geometries) {
    const own = new Set(
      polygonIndexes(geometry)
        .flat(2)
        .map((i) => (i < 0 ? ~i : i)),
    );
    for (const index of own) users[index] += 1;
  }
  const usedBy = (test) => arcs.filter((_, i) => test(users[i])).flatMap(withoutEdge);
  return { borders: usedBy((n) => n > 1), coasts: usedBy((n) => n === 1) };
}

const onEdge = ([lon, lat], [lon2, lat2]) =>
  (Math.abs(lon) > 179.98 && Math.abs(lon2) > 179.98) || (lat < -89.9 && lat2 < -89.9);

/**
 * Cut a line into the pieces that do not run along the antimeridian or the South Pole,
 * where polygons are closed by a cut that is no border.
 */
export function withoutEdge(line) {
  const pieces = [];
  let piece = [];
  line.forEach((place, i) => {
    if (i && onEdge(line[i - 1], place)) {
      if (piece.length > 1) pieces.push(piece);
      piece = [];
    }
    piece.push(place);
  });
  if (piece.length > 1) pieces.push(piece);
  return pieces;
}
