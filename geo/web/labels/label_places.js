// Where labels can stand so that none lies over another, each beside what it belongs to.
// Pure: pixels in, pixels out.

import { isTurning } from "../common/isolated.js";

/** Between a text and what it stands beside, and above or below. */
const GAP_PX = { aside: 3, above: 0.5 };
/** So far what a figure is beside keeps from it, that none takes it for another country's. */
const ROUND_FIGURE_PX = { aside: 5, above: 2 };
/**
 * What it costs to cover land of others with data, land without data, and the sea; to come
 * later; and each pixel of a line.
 */
const COST = { others: 1, bare: 0.25, sea: 0.05, later: 0.03, away: 0.008 };
/** The share of a label that may lie on the country that the map is about. */
const MOST_ON_SUBJECT = 0.15;

/** Lines as full as they may be. */
function filledLines(text, characters) {
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && longer.length <= characters) lines.pop();
    lines.push(longer.length <= characters ? longer : word);
  }
  return lines;
}

/**
 * Break a text into lines of at most so many characters, at spaces, and into no more lines
 * than that takes: as even as these can be.
 * @param {string} text
 * @param {number} characters
 * @returns {string[]}
 */
export function wrap(text, characters) {
  if (isTurning(text)) return [text]; // its end would stand in another line
  const { length } = filledLines(text, characters);
  let least = characters;
  while (least > 1 && filledLines(text, least - 1).length === length) least -= 1;
  return filledLines(text, least);
}

/**
 * The box [left, top, right, bottom] of so much on each side of a point.
 * @param {number[]} point
 * @param {number} across
 * @param {number} [down]
 */
export function boxAbout([x, y], across, down = across) {
  return [x - across, y - down, x + across, y + down];
}

/**
 * Does a box touch what is drawn: another box, or a circle?
 * @param {number[]} box
 * @param {{box?: number[], at?: number[], r?: number}} mark
 */
export function touches(box, mark) {
  const other = mark.box;
  if (other) {
    return box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
  }
  const [left, top, right, bottom] = box;
  const { r } = mark;
  const [x, y] = mark.at;
  const aside = Math.max(left - x, 0, x - right);
  const above = Math.max(top - y, 0, y - bottom);
  return Math.hypot(aside, above) < r;
}

/** So large are the fields of a map by which marks find their neighbours. */
const FIELD_PX = 32;

/**
 * Marks on a map, by the fields that they lie on: what a box touches is looked for there.
 * @param {number[]} size of the map
 * @param {object[]} marks boxes and circles
 */
export function createCrowd([width, height], marks) {
  const across = Math.ceil(width / FIELD_PX);
  /** @type {object[][]} */
  const fields = [];
  const fieldsOf = (/** @type {number[]} */ box) => {
    const [left, top, right, bottom] = box.map((px, side) =>
      Math.floor(Math.max(0, Math.min(px, side % 2 ? height : width)) / FIELD_PX),
    );
    const found = [];
    for (let y = top; y <= bottom; y += 1) {
      for (let x = left; x <= right; x += 1) found.push(y * (across + 1) + x);
    }
    return found;
  };
  const add = (/** @type {any} */ mark) => {
    for (const i of fieldsOf(mark.box ?? boxAbout(mark.at, mark.r))) (fields[i] ??= []).push(mark);
  };
  marks.forEach(add);
  return {
    add,
    /** Does a box lie within the map, and touch none of the marks that count? */
    hasRoom(/** @type {number[]} */ box, counts = (/** @type {any} */ _mark) => true) {
      const [left, top, right, bottom] = box;
      const isInside = left > 2 && top > 2 && right < width - 2 && bottom < height - 2;
      const isTaken = (/** @type {object} */ mark) => touches(box, mark) && counts(mark);
      return isInside && !fieldsOf(box).some((i) => fields[i]?.some(isTaken));
    },
  };
}

/**
 * Where a block of text may stand: beside, below or above a core, or on its point where
 * there is none.
 * @param {{at: number[], half?: number[]}} core half the width and height of what the
 *   text belongs to
 * @param {number[]} size [width, height] of the block
 * @returns {{anchor: string, x: number, box: number[]}[]} `x` is where SVG anchors it
 */
export function spotsAbout({ at: [x, y], half }, [width, height]) {
  const spot = (anchor, left, top) => {
    const shift = { start: 0, middle: width / 2, end: width }[anchor];
    return { anchor, x: left + shift, box: [left, top, left + width, top + height] };
  };
  const [middle, centre] = [x - width / 2, y - height / 2];
  if (!half) {
    const aside = [0, 0.3, -0.3].map((share) => spot("middle", middle + share * width, centre));
    return [...aside, ...[0.8, -0.8].map((share) => spot("middle", middle, centre + share * height))];
  }
  const [right, left] = [x + half[0] + GAP_PX.aside, x - half[0] - GAP_PX.aside - width];
  const [below, above] = [y + half[1] + GAP_PX.above, y - half[1] - GAP_PX.above - height];
  const sides = (top) => [spot("start", right, top), spot("end", left, top)];
  const over = (from) => [spot("middle", from, below), spot("middle", from, above)];
  return [
    ...sides(centre), ...over(middle),
    ...sides(y - height * 0.9), ...sides(y - height * 0.1),
    ...[0.25, 0.75, 0, 1].flatMap((share) => over(x - width * share)),
    ...[0.25, 0.75].flatMap((share) => sides(y - height * share)),
    ...[0.125, 0.375, 0.625, 0.875].flatMap((share) => over(x - width * share)),
  ];
}

/** How far a line may lead to a label, in how many ways, and how far one of no pledge. */
const LED = { away_px: [12, 20, 30, 42, 56, 72, 90], ways: 24, ofOthers_px: 56 };
const LINE_STEP_PX = 2;

/**
 * Where a block of text may stand away from a core, with a line between them.
 * @param {{at: number[], half?: number[]}} core
 * @param {number[]} size
 */
function ledSpots({ at: [x, y], half = [2, 2] }, [width, height]) {
  /** From a box's middle to its edge, in a direction. */
  const toEdge = (across, down, way) => Math.min(across / Math.abs(way[0]), down / Math.abs(way[1]));
  return LED.away_px.flatMap((away) =>
    Array.from({ length: LED.ways }, (_, i) => {
      const angle = (2 * Math.PI * i) / LED.ways;
      const way = [Math.cos(angle), Math.sin(angle)];
      const from = toEdge(half[0], half[1], way) + 1.5;
      const beyond = from + away + toEdge(width / 2, height / 2, way);
      const [start, end, middle] = [from, from + away, beyond].map((r) => [x + r * way[0], y + r * way[1]]);
      return { anchor: "middle", x: middle[0], box: boxAbout(middle, width / 2, height / 2), line: [start, end], away };
    }),
  );
}

/** The boxes that a line is made of. */
function boxesOf([[fromX, fromY], [toX, toY]]) {
  const steps = Math.ceil(Math.hypot(toX - fromX, toY - fromY) / LINE_STEP_PX);
  const shares = Array.from({ length: steps }, (_, i) => (i + 0.5) / steps);
  return shares.map((share) => boxAbout([fromX + share * (toX - fromX), fromY + share * (toY - fromY)], 1));
}

function costOf({ most }, { own, others, bare, subject }) {
  if (others > most || subject > MOST_ON_SUBJECT) return Infinity;
  const sea = 1 - own - others - bare;
  return COST.others * others + COST.bare * bare + COST.sea * sea;
}

/** The spot that costs least; one further down the list costs more from the outset. */
function cheapest(spots, cost) {
  let [best, least] = [undefined, Infinity];
  for (let i = 0; i < spots.length && COST.later * i < least; i += 1) {
    const all = cost(spots[i]) + COST.later * i;
    if (all < least) [best, least] = [spots[i], all];
  }
  return best;
}

/**
 * Place labels in order, each where it covers least of other countries; one that finds
 * no room is left out, and so is one that says more shortly what stands there.
 * @param {{cores: object[], size: number[], country: string, isName: boolean,
 *   isKept?: boolean, isLed?: boolean, isPledge?: boolean, most: number, says?: string, names?: string}[]} labels those that are
 *   kept find room on their land, if nowhere else, and to others a line may lead, for a
 *   pledge a long one; `most` is the share of a label that may lie on other countries with data; those that
 *   say the same have the same `says`, or `names` the same
 * @param {object[]} taken boxes and circles where nothing may stand; those that are
 *   `around` a country's sign keep off what is written of others, or its `figures` alone; a name in need
 *   comes as close as what is `near`
 * @param {object} land as `createGrid` gives it
 * @param {{size: number[], told: Set<string>, subjects?: string[]}} map its size, who has
 *   data, and whom it is about
 * @returns {object[]} the labels that found room, each with its `spot`
 */
export function placeLabels(labels, taken, land, { size, told, subjects }) {
  const crowd = createCrowd(size, taken);
  const said = new Set();
  const placed = [];
  for (const label of labels) {
    const saying = label.says ?? label.names;
    if (said.has(saying)) continue;
    const cores = [...label.cores, ...(label.isName ? [] : coresOfNames(placed, label))];
    const costAt = (box, most) => costOf({ most }, land.shares(box, label.country, told, subjects));
    const spotBy = (all, counts) =>
      cheapest(all.flatMap((core) => spotsAbout(core, label.size)), ({ box }) =>
        crowd.hasRoom(box, counts) ? costAt(box, label.most) : Infinity,
      );
    const isDrawn = ({ around }) => !around;
    const [off, close] = [false, true].map((is) => (mark) => keepsOff(mark, label, is));
    const last = () => spotBy(lastCores(label, land, size), isDrawn);
    const crowded = () => (label.isName ? spotBy(cores, close) : undefined);
    const led = () => {
      const [farthest, most] = label.isPledge ? [Infinity, 1] : [LED.ofOthers_px, label.most];
      const cost = ({ box, away }) =>
        away <= farthest && crowd.hasRoom(box, close) ? costAt(box, most) + COST.away * away : Infinity;
      const spots = cores.flatMap((core) => ledSpots(core, label.size));
      return cheapestLed(spots, cost, (box) => crowd.hasRoom(box, isDrawn));
    };
    const spot =
      spotBy(cores, off) ?? crowded() ?? (label.isKept ? last() : undefined) ?? (label.isLed ? led() : undefined);
    if (!spot) continue;
    const [left, top, right, bottom] = spot.box;
    crowd.add({ box: [left - GAP_PX.aside, top, right + GAP_PX.aside, bottom] });
    if (label.country) crowd.add(roundText(spot.box, label));
    if (spot.line) boxesOf(spot.line).forEach((box) => crowd.add({ box }));
    if (saying) said.add(saying);
    placed.push({ ...label, spot });
  }
  return placed;
}

const isFigure = ({ says }) => says !== undefined;

/**
 * Is a label to keep off a mark?  What is around its own country's is no hindrance to it;
 * where there is no other room, what is `near` to others is, alone.
 */
const keepsOff = ({ around, figures, near }, label, isCrowded) =>
  !around ||
  (label.country && around !== label.country && (!figures || isFigure(label)) && (near || !isCrowded));

/** The spot that costs least of those to which a line can lead. */
function cheapestLed(spots, cost, isClear) {
  const all = spots.map((spot) => ({ spot, cost: cost(spot) })).filter((one) => one.cost < Infinity);
  all.sort((a, b) => a.cost - b.cost);
  return all.find(({ spot: { line } }) => boxesOf(line).every((box) => isClear(box)))?.spot;
}

/** Where no figure of another country may stand, and around a figure no name either. */
function roundText([left, top, right, bottom], label) {
  const { aside, above } = ROUND_FIGURE_PX;
  const box = [left - aside, top - above, right + aside, bottom + above];
  return { box, around: label.country, figures: !isFigure(label), near: true };
}

/** A name that stays may stand anywhere on its country, or at the edge of the map. */
function lastCores({ cores, country, size: own }, land, size) {
  const within = cores.map(({ at }) => ({
    at: at.map((value, axis) => Math.max(own[axis] / 2 + 3, Math.min(size[axis] - own[axis] / 2 - 3, value))),
  }));
  return [...cores, ...within, ...land.placesOn(country).map((at) => ({ at }))];
}

/** A figure may stand beside its country's name as well. */
const coresOfNames = (placed, { country }) =>
  placed
    .filter((one) => one.isName && one.country === country)
    .map(({ spot: { box: [left, top, right, bottom] } }) => ({
      at: [(left + right) / 2, (top + bottom) / 2],
      half: [(right - left) / 2 + GAP_PX.aside, (bottom - top) / 2],
    }));
