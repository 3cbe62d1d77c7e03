// Where the sign of each country can stand: on its own land, or close to its own mark and
// then on no other country's.  Pure: pixels in, pixels out.

import { boxAbout, createCrowd } from "./label_places.js";

/** A circle that is hollow is wide enough for a sign that it surrounds so many times. */
const ROOM = 1.3;
const STROKE_PX = 2.5;
/** In a dot a sign is as much smaller; one that is smaller than so many signs holds none. */
const IN_DOT = 0.74;
const LEAST_DOT = 0.8;
/** So much of a sign may lie over a border: at its point, and where it has been moved. */
const OVER = { point: 0.6, moved: 0.4 };

const SIDES = [
  [-1, 0], [1, 0], [0, 1], [0, -1],
  [-0.72, 0.72], [0.72, 0.72], [-0.72, -0.72], [0.72, -0.72],
  [-0.92, 0.38], [0.92, 0.38], [-0.92, -0.38], [0.92, -0.38],
];

/**
 * A place for a sign: `inside` its mark, or on its country's point.
 * @typedef {{at: number[], r: number, inside?: boolean, isPoint?: boolean}} SignSpot
 */

/**
 * The places to try for a sign, best first.
 * @param {{at: number[], r: number, mark: object}} sign `r` is half its width; `mark` is
 *   what stands on its point, if anything: a circle that reaches `r` and is empty as far
 *   as `hole`, or a `dot`
 * @returns {SignSpot[]}
 */
export function signSpots({ at: [x, y], r, mark }) {
  // A dot that has no room for a sign has none for one over it either.
  if (mark?.dot && mark.r >= LEAST_DOT * r) {
    return [{ at: [x, y], r: Math.min(r, IN_DOT * mark.r), inside: true }];
  }
  if (mark && mark.hole >= ROOM * r + STROKE_PX) return [{ at: [x, y], r, inside: true }];
  const first = mark ? mark.r + 2 + r : 1.5 * r;
  const moved = [1, 1.6, 2.2].flatMap((step) =>
    SIDES.map(([dx, dy]) => ({ at: [x + dx * first * step, y + dy * first * step], r })),
  );
  return mark ? moved : [{ at: [x, y], r, isPoint: true }, ...moved];
}

/**
 * Place signs, those of the largest countries first; one that finds no room is left out.
 * @param {{country: string, at: number[], r: number, size: number, mark: object}[]} signs
 * @param {object[]} marks what is drawn, each with its `box` or as a circle `at` and `r`;
 *   that which stands on its own country's point has its id as `of`
 * @param {object} land as `createGrid` gives it
 * @param {number[]} size [width, height] of the map
 * @returns {object[]} the signs that found room, each with its `spot` and `box`
 */
export function placeSigns(signs, marks, land, size) {
  const placed = [];
  const [drawn, crowd] = [createCrowd(size, marks), createCrowd(size, [])];
  for (const sign of [...signs].sort((a, b) => b.size - a.size)) {
    const isOther = ({ of }) => of !== sign.country;
    const isFit = (/** @type {SignSpot} */ { at, r, inside }) => {
      const box = boxAbout(at, r);
      return crowd.hasRoom(box) && drawn.hasRoom(box, inside ? isOther : undefined);
    };
    const spots = signSpots(sign);
    const spot =
      spots.find((one) => isFit(one) && standsOnOwn(one, sign, land)) ??
      (sign.mark && spots.find((one) => isFit(one) && standsAtSea(one, sign, land)));
    if (!spot) continue;
    placed.push({ ...sign, spot, box: boxAbout(spot.at, spot.r) });
    crowd.add(placed[placed.length - 1]);
  }
  return placed;
}

const NOBODY = new Set();
const overOthers = (/** @type {SignSpot} */ { at, r }, { country }, land) =>
  land.shares(boxAbout(at, r), country, NOBODY).bare;

function standsOnOwn(spot, sign, land) {
  if (spot.inside) return true;
  const [here, ...near] = land.near(...spot.at);
  // A country's own point lies on it for certain, be it narrower than what is looked at.
  if (here !== sign.country && (here || !spot.isPoint)) return false;
  if (!spot.isPoint && near.some((id) => id && id !== here)) return false;
  return overOthers(spot, sign, land) <= (spot.isPoint ? OVER.point : OVER.moved);
}

/** Close beside its mark, a sign may stand off the coast. */
function standsAtSea(spot, sign, land) {
  const [x, y] = sign.at;
  const away = Math.hypot(spot.at[0] - x, spot.at[1] - y);
  const isClose = away <= sign.mark.r + 2.1 + sign.r;
  const isAtSea = land.near(...spot.at).every((id) => !id || id === sign.country);
  return isClose && isAtSea && overOthers(spot, sign, land) <= OVER.moved / 2;
}
