// Equal-area projections on the authalic sphere: a choropleth compares areas, so the
// areas must be true.  Pure functions: [lon, lat] in degrees, [x, y] in metres.

const EARTH_RADIUS_M = 6371007;
const RADIANS = Math.PI / 180;

/**
 * A projection of places [lon, lat] in degrees to [x, y] in metres, and back.
 * `forwardWithin` gives undefined for what `holds` does not; `outlined`: the map has an
 * edge; `whole` is the box of one that has an `inset`.
 * @typedef {{forward: function(number[]): [number, number],
 *   forwardWithin: function(number[]): [number, number]|undefined,
 *   inverse: function(number[]): number[], holds: function(number[]): boolean,
 *   outlined?: boolean, whole?: number[], inset?: Inset}} Projection
 */

/**
 * An inset, see inset.js: its `box` in metres of the whole, `k` times as large as its view is
 * elsewhere; whether it stands `isAside` over the sea, not below; what it has `covered` of the world, and the boxes that are `left` of that; the
 * place in its `middle`, its `frame`, and how far it `reach`es on the world.
 * @typedef {{box: number[], k: number, isAside: boolean, covered: number[], left: number[][], most_m: number,
 *   forwardWithin: function(number[]): [number, number]|undefined, middle: number[],
 *   frame: Float64Array, reach: Float64Array}} Inset
 */

/**
 * Lambert azimuthal equal-area (Snyder 1987, equations 24-2 to 24-4, 20-14, 20-15).
 * @param {number} lat0 latitude of the centre, degrees
 * @param {number} lon0 longitude of the centre, degrees
 * @param {number} reach_deg how far from the centre geometry is still drawn; the
 *   antipode is torn open, so it must stay well under 180
 * @returns {Projection}
 */
export function lambertAzimuthal(lat0, lon0, reach_deg) {
  const sin0 = Math.sin(lat0 * RADIANS);
  const cos0 = Math.cos(lat0 * RADIANS);
  const cosReach = Math.cos(reach_deg * RADIANS);

  /** @param {number[]} place */
  function cosDistance(place) {
    const phi = place[1] * RADIANS;
    const cosLon = Math.cos((place[0] - lon0) * RADIANS);
    return sin0 * Math.sin(phi) + cos0 * Math.cos(phi) * cosLon;
  }
  /**
   * A place, or undefined where it lies nearer to the antipode than `least` allows.
   * @param {number[]} place
   * @param {number} least
   * @returns {[number, number]|undefined}
   */
  function projected(place, least) {
    const phi = place[1] * RADIANS;
    const lambda = (place[0] - lon0) * RADIANS;
    const [sinPhi, cosPhi, cosLambda] = [Math.sin(phi), Math.cos(phi), Math.cos(lambda)];
    const cos = sin0 * sinPhi + cos0 * cosPhi * cosLambda;
    if (cos <= least) return undefined;
    const k = EARTH_RADIUS_M * Math.sqrt(2 / Math.max(1e-3, 1 + cos));
    const y = cos0 * sinPhi - sin0 * cosPhi * cosLambda;
    return [k * cosPhi * Math.sin(lambda), k * y];
  }
  /** @param {number[]} point */
  function inverse([x, y]) {
    const rho = Math.hypot(x, y);
    if (rho < 1e-6) return [lon0, lat0];
    const c = 2 * Math.asin(Math.min(1, rho / (2 * EARTH_RADIUS_M)));
    const sinLat = Math.cos(c) * sin0 + (y * Math.sin(c) * cos0) / rho;
    const east = Math.atan2(
      x * Math.sin(c),
      rho * cos0 * Math.cos(c) - y * sin0 * Math.sin(c),
    );
    return [
      lon0 + east / RADIANS,
      Math.asin(Math.max(-1, Math.min(1, sinLat))) / RADIANS,
    ];
  }
  return {
    forward: (place) => /** @type {[number, number]} */ (projected(place, -Infinity)),
    forwardWithin: (place) => projected(place, cosReach),
    inverse,
    holds: (place) => cosDistance(place) > cosReach,
  };
}

/**
 * Equal Earth (Šavrič, Patterson and Jenny 2018, equations 7 to 9).
 * @returns {Projection}
 */
export function equalEarth() {
  const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
  const M = Math.sqrt(3) / 2;
  const northing = (/** @type {number} */ t) => t * (A1 + A2 * t ** 2 + A3 * t ** 6 + A4 * t ** 8);
  const slope = (/** @type {number} */ t) => A1 + 3 * A2 * t ** 2 + 7 * A3 * t ** 6 + 9 * A4 * t ** 8;

  /**
   * @param {number[]} place
   * @returns {[number, number]}
   */
  function forward([lon, lat]) {
    const t = Math.asin(M * Math.sin(lat * RADIANS));
    const x = (lon * RADIANS * Math.cos(t)) / (M * slope(t));
    return [EARTH_RADIUS_M * x, EARTH_RADIUS_M * northing(t)];
  }
  /** @param {number[]} point */
  function inverse([x, y]) {
    let t = y / EARTH_RADIUS_M;
    for (let step = 0; step < 12; step += 1) {
      const change = (northing(t) - y / EARTH_RADIUS_M) / slope(t);
      t -= change;
      if (Math.abs(change) < 1e-10) break;
    }
    const lon = ((x / EARTH_RADIUS_M) * M * slope(t)) / Math.cos(t) / RADIANS;
    return [lon, Math.asin(Math.max(-1, Math.min(1, Math.sin(t) / M))) / RADIANS];
  }
  return { forward, forwardWithin: forward, inverse, holds: () => true, outlined: true };
}

/**
 * The projections that a view may name; the first is that of EPSG:3035.
 * @type {Record<string, Projection>}
 */
export const PROJECTIONS = {
  europe_laea: lambertAzimuthal(52, 10, 125),
  asia_laea: lambertAzimuthal(30, 90, 125),
  oceania_laea: lambertAzimuthal(-25, 150, 125),
  pacific_laea: lambertAzimuthal(0, -165, 140),
  equal_earth: equalEarth(),
};

/**
 * The projected box that holds a box of degrees, its edges densified: the edges of a
 * box of degrees are curves on these maps.
 * @param {Projection} projection
 * @param {number[]} bounds [west, south, east, north]
 * @returns {number[]} [xmin, ymin, xmax, ymax] in metres
 */
export function projectedBox(projection, [west, south, east, north]) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i <= 24; i += 1) {
    const lon = west + ((east - west) * i) / 24;
    const lat = south + ((north - south) * i) / 24;
    for (const place of [
      [lon, south],
      [lon, north],
      [west, lat],
      [east, lat],
    ]) {
      const [x, y] = projection.forward(place);
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  return box;
}
