// Which signs and labels the map wants, in which order, and where they find room.

import { largestSide_m } from "../common/boxes.js";
import { tableOf } from "../common/dictionary.js";
import { markOn, marksOf } from "./label_marks.js";
import { boxAbout, placeLabels, wrap } from "./label_places.js";
import { PROJECTIONS } from "../ground/projections.js";
import { LEADING } from "../marks/lettering.js";
import { placeSigns } from "./sign_places.js";
import { subjectsOf } from "../rules/standing.js";

/** Where an inset is below the world, the map's buttons have this of its corner. */
const BUTTONS_PX = [150, 56];

/** No text lies over the frame of an inset, nor under the buttons in it. */
function frameOfInset(/** @type {Shown<"view">} */ { view }, { toScreen, pxPerM, size }) {
  const { inset } = PROJECTIONS[view().projection];
  if (!inset) return [];
  const buttons = { box: [0, size[1] - BUTTONS_PX[1], BUTTONS_PX[0], size[1]] };
  const [x, y] = toScreen(inset.middle);
  const [across, down] = [0, 1].map((axis) => ((inset.box[axis + 2] - inset.box[axis]) / 2) * pxPerM);
  const edges = [-1, 1].flatMap((side) => [
    { box: boxAbout([x + side * across, y], 1, down) },
    { box: boxAbout([x, y + side * down], across, 1) },
  ]);
  return inset.isAside ? edges : [...edges, buttons];
}

/** Half the width of a sign, in ems. */
const SIGN_EM = 1 / 2.7;
/** What of others is named keeps from a country's symbol at a meeting. */
const ROUND_SYMBOL_PX = { aside: 9, above: 2 };
/** So far what is written of others keeps from a sign, that none is taken for its own. */
const ROUND_SIGN_PX = { aside: 9, above: 3 };
/** Further for a figure, which names nobody; less for a name that has no other room. */
const ROUND_SIGN_OF_FIGURES_PX = { aside: 21, above: 0 };
const NEAR_SIGN_PX = { aside: 4, above: 2 };
/** So much of a figure may lie on other countries, while it is tried in better places. */
const LITTLE = 0.05;
/** And so much, where it is no pledge: its circle stays without it. */
const OF_OTHERS = 0.25;
/** Who pledged troops, or is contested, is looked for before others of its size. */
const WANTED = 2;
/** Who is as large as this is named, and were it at the end of a line. */
const LARGE_M = 600e3;
/** Letters differ a little from what they are measured to be. */
const ROOM_PX = 2;

/**
 * Place the signs, each on its own country, then what is written.
 * @param {Parameters<typeof wantedLabels>} asked as `wantedLabels` takes it
 */
export const placeAll = (...asked) => placeWanted(wantedLabels(...asked));

/**
 * Find room for what is wanted.
 * @param {ReturnType<typeof wantedLabels>} wanted
 * @returns {{signs: object[], labels: object[]}} each with its `spot`
 */
export function placeWanted({ signs, labels, taken, land, map }) {
  const place = (all) => placeLabels(all, taken, land, map);
  return { signs, labels: withKept(labels, place) };
}

/**
 * The signs in their places, and what is to be written beside them.
 * @param {Words & Shown<"record" | "isShown" | "land" | "view" | "dotReach" | "texts">} given
 * @param {{size: number[], toScreen: function, pxPerM: number, scale: number,
 *   covered?: {box: number[]}[]}} sight what is lettered, in pixels of its own: `scale` of
 *   them to a pixel of the page's marks, and what is `covered`
 * @param {object} land as `createGrid` gives it
 * @param {object} lettering as one of LETTERINGS
 * @param {function} widthOf (text, font_px, isBold)
 * @param {Set<string>} [kept] countries that were named where less was seen or as much:
 *   they stay so
 */
export function wantedLabels(given, sight, land, lettering, widthOf, kept = new Set()) {
  const { size } = sight;
  const asked = given.texts().map((one) => inSightOf(sight, one));
  const marks = marksOf(given, sight, asked);
  const countries = countriesWithData(given, sight, marks, lettering.font_px * SIGN_EM)
    .map((one) => seenPart(one, size, land));
  // Twice as wide as its country, a sign would seem to be a neighbour's.
  const isTooSmall = ({ mark, size: side_m, r }) => !mark && side_m * sight.pxPerM < r;
  const signed = countries.filter((one) => one.sign && !isTooSmall(one));
  const signs = placeSigns(signed, marks, land, size);
  const first = new Set(foremost(asked));
  const texts = [
    ...[...first].flatMap((one) => textLabels(one, { signs, marks })),
    ...asked.filter((one) => one.tag && one.reach && !first.has(one)).map(tagLabel),
  ];
  const { longestName = Infinity } = lettering;
  const names = nameLabels(given, sight, countries, signs).filter(
    ({ lines, isPledge }) => isPledge || lines.every((line) => line.length <= longestName),
  );
  const stay = (name) => ({ ...name, isKept: kept.has(name.country) });
  const sizes = new Map(countries.map((one) => [one.country, one.size]));
  const sizeOf = (country) => sizes.get(country) ?? 0;
  const ordered = inOrder(texts, names.map(stay), sizeOf);
  const labels = (isOverview(given) ? namesFirst(ordered) : ordered).map((label) => block(label, lettering, widthOf));
  const covered = [...frameOfInset(given, sight), ...(sight.covered ?? [])];
  const taken = [...marks, ...asked.flatMap(roomOfSymbol), ...signs.flatMap(roomOf), ...covered];
  const told = new Set(countries.map(({ country }) => country));
  const subjects = subjectsOf(given.record);
  return { signs, labels, taken, land, map: { size, told, subjects } };
}

/** Does the inset stand over the sea?  There is room for names, and for few figures. */
const isOverview = ({ view }) => Boolean(PROJECTIONS[view().projection].inset?.isAside);
function namesFirst(labels) {
  const isFigure = ({ rank }) => rank !== undefined;
  return [...labels.filter((one) => !isFigure(one)), ...labels.filter((one) => isFigure(one) && !one.isLed)];
}

/** So often who stays, and finds no room, is placed before all others. */
const MOST_TRIES = 4;

/** Labels that found room: names that stay before others, if they find none else. */
function withKept(labels, place, tries = MOST_TRIES) {
  const placed = place(labels);
  const found = new Set(placed.filter(isName).map(({ country }) => country));
  const isLost = (label) => label.isKept && isName(label) && !found.has(label.country);
  if (!tries || !labels.some(isLost)) return placed;
  const others = labels.filter((label) => !isLost(label));
  return withKept([...labels.filter(isLost), ...others], place, tries - 1);
}

/** Is a label the name of a country? */
export const isName = ({ className }) => className.startsWith("label-name");

/** A label that a layer asks for, with its place and its measures in the sight. */
function inSightOf({ toScreen, scale }, /** @type {any} */ { place, reach, hole, shift, ...one }) {
  const [across, down] = shift ?? [0, 0];
  return {
    ...one,
    at: toScreen(place),
    reach: reach * scale,
    hole: (hole ?? 0) * scale,
    shift: [across * scale, down * scale],
  };
}

const round = (at, r) => ({ at, half: [r, r] });
const roomOf = ({ country, box, spot: { at, r } }) => [
  { box },
  { box: roundSign(at, r, ROUND_SIGN_PX), around: country },
  { box: roundSign(at, r, ROUND_SIGN_OF_FIGURES_PX), around: country, figures: true },
  { box: roundSign(at, r, NEAR_SIGN_PX), around: country, near: true },
];
/** Round a country's symbol at a meeting, unless there is no other room. */
const roomOfSymbol = ({ at: [x, y], reach, shift, isSquare, country }) =>
  reach && isSquare && country
    ? [{ box: roundSign([x + shift[0], y + shift[1]], reach, ROUND_SYMBOL_PX), around: country }]
    : [];
const roundSign = (at, r, { aside, above }) => boxAbout(at, r + aside, r + above);

/** Of what layers say of a country's figures, the foremost alone, whether it finds room. */
function foremost(texts) {
  const rivals = ({ country }) => texts.filter((other) => other.country === country);
  return texts.filter((one) => !rivals(one).some(({ rank }) => rank < one.rank));
}

/** Beside a circle that the country's words are not of: what it is. */
const tagLabel = ({ country, at, reach, tag }) => ({
  country,
  lines: [tag],
  className: "label-tag",
  cores: [round(at, reach)],
  says: `${country} ${tag}`,
});

/**
 * What a layer says of a mark: in full where there is room, or shortly, or in two lines,
 * and rather so than on the land of others.
 */
function textLabels({ lines, shortly, ...one }, { signs, marks }) {
  const beside = signs
    .filter(({ country, spot }) => country === one.country && !spot.inside)
    .map(({ spot }) => round(spot.at, spot.r));
  // Words alone have no circle: they stand beside the sign, or on the country's point.
  const reach = one.reach || markOn(one.country, marks)?.r;
  const at = one.at.map((value, axis) => value + one.shift[axis]);
  const own = reach ? [round(at, reach)] : [{ at }];
  const cores = [...(reach || !beside.length ? own : []), ...beside];
  const forms = shortly ? [lines, shortly, shortly.flatMap(halved)] : [lines];
  const label = { ...one, cores, says: [one.country, ...lines].join(" ") };
  // A pledge has a number in any case; another on others' land would be taken for theirs.
  const rest = one.rank === 0 ? [{}, { isLed: true, isPledge: true }] : [{ most: OF_OTHERS }];
  const tries = [{ most: LITTLE }, ...rest];
  return tries.flatMap((how) => forms.map((form) => ({ ...label, lines: form, ...how })));
}

const halved = (text) => wrap(text, Math.ceil(text.length / 2) + 1);

/**
 * The countries with data, each with its place, its mark, and whether it has a sign; and
 * the one that the map is about, which is outlined before anything was said of it.
 */
function countriesWithData({ payload, land, record, isShown }, sight, marks, r) {
  const subjects = subjectsOf(record);
  /** @type {[string, object][]} */
  const none = subjects.map((id) => [id, {}]);
  const now = tableOf([...none, ...Object.entries(payload.countries)]);
  const isColoured = payload.layers.some(
    ({ kind, id }) => kind === "status" && isShown(id),
  );
  return Object.entries(now)
    .map(([id, { status = "no_data", contested }]) => ({ id, status, contested }))
    .filter(({ id, status }) => status !== "no_data" || subjects.includes(id))
    .filter(({ id }) => payload.points[id])
    .map(({ id, status, contested }) => ({
      country: id,
      status,
      isSubject: subjects.includes(id),
      contested,
      sign: isColoured ? payload.signs[status] : undefined,
      at: sight.toScreen(payload.points[id]),
      size: largestSide_m(land.countries[id]?.polygons ?? []),
      mark: markOn(id, marks),
      r,
    }));
}

/** A country whose point is out of sight has its sign and name on the part that is seen. */
function seenPart(one, size, land) {
  if (one.at.every((value, axis) => value > 0 && value < size[axis])) return one;
  const [at = one.at] = land.placesOn(one.country);
  return { ...one, at, mark: undefined };
}

/** The names, in one line or two, those that are looked for first; a sign after one whose statements differ. */
function nameLabels({ view, wording }, { pxPerM }, countries, signs) {
  const { k } = PROJECTIONS[view().projection].inset ?? { k: 1 };
  const signOf = new Map(signs.map((sign) => [sign.country, sign]));
  const weight = ({ size, status, contested }) =>
    size * (contested || status === "pledged_troops" ? WANTED : 1);
  return [...countries]
    .sort((a, b) => weight(b) - weight(a))
    .flatMap((one) => {
      const name = wording.actor(one.country) + (one.contested ? " ≠" : "");
      const isPledge = one.status === "pledged_troops";
      const label = {
        country: one.country,
        names: one.country,
        weight: weight(one),
        className: one.isSubject ? "label-name is-subject" : "label-name",
        cores: coresOf(one, signOf.get(one.country), pxPerM),
        isPledge,
      };
      const isLed = isPledge || one.size > LARGE_M * k;
      return [{ ...label, lines: [name] }, { ...label, lines: halved(name), isLed }];
    });
}

/**
 * What a name may stand beside: its sign, its mark, or its point.  The country that the
 * map is about is outlined, and named beside its land where there is no room on it.
 */
function coresOf({ at, mark, sign, isSubject, size }, placed, pxPerM) {
  const onMark = mark ? [round(at, mark.r)] : [];
  const side = size * pxPerM;
  const onLand = isSubject ? [{ at, half: [side / 2, side / 3] }] : [];
  if (!sign) return mark ? onMark : [{ at }, ...onLand];
  if (!placed || placed.spot.inside) return onMark;
  return [round(placed.spot.at, placed.spot.r), ...onMark];
}

/**
 * The subject first, then places; who pledged a figure, then other names, those kept
 * before, each pledge after those of greater countries; other figures, and at last
 * regions.  Each text once.
 */
function inOrder(texts, names, sizeOf) {
  const keptFirst = [...names].sort((a, b) => Number(b.isKept) - Number(a.isKept));
  const [subject, others] = [true, false].map((is) =>
    keptFirst.filter(({ className }) => className.endsWith("is-subject") === is),
  );
  const last = ["label-region", "label-tag"];
  const [regions, tags] = last.map((look) => texts.filter(({ className }) => className === look));
  const places = texts.filter(({ rank, className }) => rank === undefined && !last.includes(className));
  const figures = texts.filter(({ rank }) => rank !== undefined).sort((a, b) => a.rank - b.rank);
  // A pledge is the first of the meanings.
  const [pledged, rest] = [true, false].map((is) => figures.filter(({ rank }) => !rank === is));
  const [pledgers, named] = [true, false].map((is) =>
    others.filter((name) => pledged.some(({ country }) => country === name.country) === is),
  );
  const turnOf = ({ isKept, weight, country }) => (isKept ? Infinity : (weight ?? WANTED * sizeOf(country)));
  // No figure takes by a line the room in which another stands beside its country.
  const lastPledge = Math.min(...pledged.map(turnOf));
  const turn = (label) => (label.isLed && label.rank === 0 ? lastPledge - 1 : turnOf(label));
  const bySize = [...pledged, ...named].sort((a, b) => turn(b) - turn(a) || 0);
  const labels = [...subject, ...places, ...pledgers, ...bySize, ...tags, ...rest, ...regions];
  const written = labels.map(({ country, lines, most, isLed }) => [country, most, isLed, ...lines].join("\n"));
  return labels.filter(({ lines }, i) => lines.join("") && written.indexOf(written[i]) === i);
}

/** A label with its lines wrapped, and its size in pixels. */
function block(label, { font_px, characters, most }, widthOf) {
  const lines = label.lines.flatMap((line) => (line ? wrap(line, characters) : []));
  const isPlain = label.className === "label-name";
  const isBold = label.className.endsWith("is-subject");
  const widths = lines.map((line) => widthOf(line, font_px, isBold));
  const size = [Math.max(...widths) + ROOM_PX, lines.length * font_px * LEADING];
  // A name that is kept may rather lie on others than be lost.
  const share = label.most ?? (isPlain && !label.isKept ? most.name : most.figure);
  return { ...label, lines, size, isName: isPlain, most: share };
}
