// A map that stands still: its land, its marks and its labels as one drawing, by the rules
// of the live map and with its classes.

import { boxOf, meet } from "../common/boxes.js";
import { tableOf } from "../common/dictionary.js";
import { textLines, vector } from "../common/dom.js";
import { frameBox, placeInFrame, placeOfFrame } from "../ground/frame.js";
import { projected, sphere } from "../ground/ground.js";
import { gridOf } from "../ground/land_grid.js";
import { colouredBy } from "../kinds/kinds.js";
import { LEADING } from "../marks/lettering.js";
import { placeAll } from "../labels/map_labels.js";
import { PANES } from "../marks/panes.js";
import { EDGE } from "../marks/patterns.js";
import { PROJECTIONS } from "../ground/projections.js";
import { linePath, squarePath, throughPath } from "../common/shapes.js";
import { clippedLines, clippedRing, simplified } from "../ground/simplify.js";
import { oldIn } from "../rules/age.js";
import { signPath } from "../marks/status_signs.js";
import { subjectsOf } from "../rules/standing.js";

/**
 * Draw land, marks and labels, from back to front as the live map has its panes.
 * @param {StillPage} given as `stillPage` gives it
 * @param {World} world
 * @param {object} frame as `pageFrame` gives it
 * @param {object[]} sets letterings, each with a `name`, perhaps a `frame` of its own, the
 *   `unitsPerPx` of that where it is as large as the set is meant for, and `widthOf` a text
 * @param {function(string): string} [saidOf] a country, which its shapes then tell
 * @returns {SVGElement[]}
 */
export function stillMarks(given, world, frame, sets, saidOf) {
  const shapeOf = (country, look) =>
    vector(
      "path",
      { "data-country": country, ...look },
      saidOf && vector("title", { text: saidOf(country) }),
    );
  const { detail, reach, unitsPerM, left_m, top_m } = frame;
  const measures = [detail, reach, unitsPerM, left_m, top_m];
  const land = keptIn(world, ["land", measures], () => landOf(world, frame));
  return [
    ...landMarks(given, land, shapeOf),
    ...sets.flatMap((set) => markGroup(given, frame, set, shapeOf, saidOf)),
    ...sets.flatMap((set) => labelGroup(given, world, frame, set)),
  ].flat();
}

/**
 * The ground in the projection of the frame's view, the topology's objects, and what was
 * made of both, by what asked for it.
 * @typedef {{ground: object, objects: object, kept: Map<string, any>}} World
 */

/** Make something of the land once: who watches a table, or the years, has it drawn again. */
function keptIn(/** @type {World} */ { kept }, asked, make) {
  const key = JSON.stringify(asked);
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key);
}

/** The land of a frame, as path data, and functions from a geometry to such. */
function landOf({ ground, objects }, { detail, reach, unitsPerM, left_m, top_m }) {
  const place = { k: unitsPerM, left: -left_m * unitsPerM, top: top_m * unitsPerM };
  const [left, top, right, bottom] = reach;
  const box = [
    left_m + left / unitsPerM, top_m - bottom / unitsPerM,
    left_m + right / unitsPerM, top_m - top / unitsPerM,
  ];
  // What lies outside is cut away: its places are not worth the while.
  const tolerance_m = detail.tolerance / unitsPerM;
  const light = ground.lighter((arc) => (meet(boxOf(arc), box) ? simplified(arc, tolerance_m) : arc));
  const isSeen = (line) => meet(boxOf(line), box) && isLarge(line);
  const isLarge = (line) => {
    const [xmin, ymin, xmax, ymax] = boxOf(line);
    return Math.max(xmax - xmin, ymax - ymin) * unitsPerM >= detail.leastSide;
  };
  const isWithin = (line) => {
    const [xmin, ymin, xmax, ymax] = boxOf(line);
    return xmin >= box[0] && ymin >= box[1] && xmax <= box[2] && ymax <= box[3];
  };
  const written = (lines, closed) =>
    lines.map((line) => linePath(line, place, closed, detail.steps)).join("");
  const rings = (all) => {
    const cut = all.filter(isSeen).map((ring) => (isWithin(ring) ? ring : clippedRing(ring, box)));
    return written(cut.filter((ring) => ring.length > 6 && isLarge(ring)), true);
  };
  const strokes = (all) =>
    written(all.filter(isSeen).flatMap((line) => (isWithin(line) ? [line] : clippedLines(line, box))), false);
  const inSight = objects.countries.geometries.filter((geometry) => light.reaches(geometry, box));
  const apart = inSight.map((geometry) => [geometry.id, light.cutApart(geometry)]);
  const [whole, cut] = [0, 1].map((side) => apart.map(([id, parts]) => [id, rings(parts[side])]));
  const coasts = strokes(inSight.flatMap(light.cutCoasts));
  return { light, objects, inSight, rings, strokes, whole, cut, coasts, borders: strokes(light.borders()) };
}

/**
 * The land, and what lies on it: disputed territory, and the place the map is about.
 * @param {Shown<"payload" | "record" | "isShown" | "view">} given
 */
function landMarks(given, { light, objects, inSight, rings, strokes, whole, cut, coasts, borders }, shapeOf) {
  const { view, payload } = given;
  const { outlined, forward, inset } = PROJECTIONS[view().projection];
  const path = (name, d) => d && vector("path", { class: name, d });
  const outlines = tableOf(whole);
  const known = inSight.filter(({ id }) => given.record.countries[id]);
  const isShown = (wanted) => payload.layers.some(({ kind, shown }) => kind === wanted && shown);
  const subjects = isShown("status") ? subjectsOf(given.record) : [];
  const edged = isShown("status") ? oldIn(payload) : [];
  const disputed = isShown("disputed") ? disputedMarks({ light, objects, rings, strokes }, path) : [];
  return [
    outlined && path("sphere", rings([projected(sphere(), forward)])),
    inset && path("inset", rings([inset.frame])),
    fills(given, whole, "area", shapeOf),
    fills(given, cut, "area is-cut", shapeOf),
    path("overseas", rings(known.flatMap(light.overseas))),
    path("coasts", coasts),
    path("borders", borders),
    inset && path("inset-frame", strokes([inset.frame, inset.reach])),
    edged.flatMap((id) => EDGE.map((name) => path(name, outlines[id]))),
    subjects.map((id) => path("subject", outlines[id])),
    disputed,
  ].flat().filter(Boolean);
}

/** Does a point lie in the box of the view itself? */
const isInFrame = ({ size }, at) => at.every((value, axis) => value > 0 && value < size[axis]);

function disputedMarks({ light, objects, rings, strokes }, path) {
  const areas = objects.disputed_areas.geometries.flatMap((area) => light.polygons(area).flat());
  const lines = strokes(objects.disputed_lines.geometries.flatMap(light.lines));
  return [
    path("disputed-area", rings(areas)),
    path("disputed-line-rim", lines),
    path("disputed-line", lines),
  ];
}

/** How a country is painted: its status or class, and whether that rests on weak sources. */
function lookOf(/** @type {Shown<"payload" | "isShown">} */ given, id) {
  const spec = given.payload.layers.find((one) => one.base && given.isShown(one.id));
  if (!spec) return {};
  const { status = "no_data", strength } = colouredBy(given, spec, id) ?? {};
  if (strength !== "weak") return { "data-status": status };
  return { "data-weak": status, "fill": `url(#weak-${status})` };
}

/** One group for all countries of a look. */
function fills(/** @type {Shown<"payload" | "isShown">} */ given, written, name, shapeOf) {
  const groups = new Map();
  for (const [country, d] of [...written].sort(byText)) {
    if (!d) continue;
    const look = lookOf(given, country);
    const key = JSON.stringify(look);
    if (!groups.has(key)) groups.set(key, vector("g", { class: name, ...look }));
    groups.get(key).append(shapeOf(country, { d }));
  }
  return [...groups].sort(byText).map(([, group]) => group);
}

/**
 * Pairs in the order of their texts.
 * @param {[string, ...unknown[]]} one
 * @param {[string, ...unknown[]]} other
 */
const byText = ([a], [b]) => (a < b ? -1 : 1);

/**
 * The marks of a set, as large as its letters ask; targets where they tell something.
 * @param {StillPage} given
 */
function markGroup(given, whole, { name, unitsPerPx, frame = whole }, shapeOf, saidOf) {
  const { payload, dotReach } = given;
  const { toScreen } = see(given, frame, unitsPerPx);
  const point = (place) => {
    const [x, y] = toScreen(place);
    return { x, y };
  };
  const dots = Object.keys(payload.points)
    .filter((id) => dotReach(id) && isInFrame(frame, placeInFrame(frame, payload.points[id])))
    .map((id) => {
      const d = squarePath(point(payload.points[id]), dotReach(id));
      return ["small", shapeOf(id, { class: "small-dot", ...lookOf(given, id), d })];
    });
  const asked = given.marks().filter(({ target }) => saidOf || !target);
  const marks = asked.map(({ pane, places, draw, className, row, target }) => {
    const look = { "class": className, "data-row": row, "d": draw(places.map(point)) };
    const title = target && vector("title", { text: saidOf(target.actor) });
    return [pane, vector("path", { ...look, "data-actor": target?.actor }, title)];
  });
  const drawn = [...dots, ...marks].sort(([a], [b]) => PANES[a] - PANES[b]);
  const look = { class: `marks is-${name}`, transform: putInto(whole, frame, unitsPerPx) };
  return drawn.length ? [vector("g", look, drawn.map(([, node]) => node))] : [];
}

/** Letters and marks are drawn in pixels of their set, from the corner of its frame. */
function putInto(whole, frame, unitsPerPx) {
  const { left, top, k } = placeOfFrame(frame, whole);
  const scale = round4(unitsPerPx * k);
  const move = frame !== whole && `translate(${round4(left)} ${round4(top)})`;
  return [move, scale !== 1 && `scale(${scale})`].filter(Boolean).join(" ") || undefined;
}

const round4 = (value) => Math.round(value * 1e4) / 1e4;

/** Look at a frame as large as a set is meant for. */
function see({ seenAt }, frame, unitsPerPx) {
  const pxPerM = frame.unitsPerM / unitsPerPx;
  seenAt(frame, pxPerM);
  return {
    size: frame.size.map((units) => units / unitsPerPx),
    toScreen: (place) => placeInFrame(frame, place).map((units) => units / unitsPerPx),
    pxPerM,
    scale: 1,
  };
}

/** The signs and texts of a set, in a group that their halo refers to. */
function labelGroup(/** @type {StillPage} */ given, /** @type {World} */ world, whole, set) {
  const { name, unitsPerPx, font_px, widthOf, frame = whole } = set;
  const sight = see(given, frame, unitsPerPx);
  const box = frameBox(frame);
  const grid = keptIn(world, ["grid", sight.size, box], () => gridOf(given.land.countries, sight.size, box));
  const { signs, labels } = placeAll(given, sight, grid, set, widthOf);
  const look = { id: `labels-${name}`, class: `labels is-${name}`, "font-size": font_px };
  return [
    // Under the letters, the same letters in the colour of the paper, wider.
    vector("use", { class: `halo is-${name}`, href: `#labels-${name}` }),
    vector(
      "g",
      { ...look, transform: putInto(whole, frame, unitsPerPx) },
      signPaths(signs),
      labels.filter(({ spot }) => spot.line).flatMap(leadsOf),
      labels.map((label) => textOf(label, font_px * LEADING)),
    ),
  ];
}

/** One path for all signs of a look. */
function signPaths(signs) {
  const looks = {};
  for (const { sign, spot } of signs) {
    const { d, look } = signPath(sign, spot.at, spot.r);
    looks[look] = (looks[look] ?? "") + d;
  }
  return Object.keys(looks).sort().map((look) => vector("path", { class: look, d: looks[look] }));
}

/** The line that leads to a label, and under it its rim. */
function leadsOf({ className, spot: { line } }) {
  const d = throughPath(line.map(([x, y]) => ({ x: round4(x), y: round4(y) })));
  return ["lead-rim", "lead"].map((name) => vector("path", { class: `${name} ${className}`, d }));
}

function textOf({ lines, className, spot }, line_px) {
  const x = Math.round(spot.x);
  const tops = lines.map((_, row) => Math.round(spot.box[1] + line_px * (row + 0.78)));
  // Most are names, which begin at their start: that goes without saying.
  const look = {
    "class": className !== "label-name" && className,
    "text-anchor": spot.anchor !== "start" && spot.anchor,
  };
  if (lines.length === 1) return vector("text", { ...look, x, y: tops[0], text: lines[0] });
  return vector("text", look, textLines(lines, (row) => ({ x, y: tops[row] })));
}
