// What Python asks of the page's modules while it builds: the parts of a page, or of a
// sheet.

import { articleSection } from "../panels/article.js";
import { classNames, numbersOf } from "../marks/classes.js";
import { tableOf } from "../common/dictionary.js";
import { element, vector } from "../common/dom.js";
import { headlineTexts } from "../words/headline.js";
import { markScaleAt, narrowBox, pageFrame, placeOfFrame, reachingFrame } from "../ground/frame.js";
import { createGround } from "../ground/ground.js";
import { keepOnWorld, viewInBox } from "../ground/inset.js";
import { countryInWords, mapInWords } from "./in_words.js";
import { layerTitle, layersShown, legendOf } from "../kinds/kinds.js";
import { wordNode } from "../words/labelled.js";
import { LETTERINGS, estimatedWidth } from "../marks/lettering.js";
import { outsideText } from "../layers/outside.js";
import { patternsFor } from "../marks/patterns.js";
import { PLAIN_STRIPS, spellsOf, stripNodes, stripScale } from "../time/strips.js";
import { completed } from "../rules/payload.js";
import { PROJECTIONS } from "../ground/projections.js";
import { sheetFrame } from "../take_away/sheet_frame.js";
import { stillMarks } from "./still_picture.js";
import { stillPage } from "./still_page.js";
import {
  aboutNodes, asOfLine, besideNodes, headingNodes, stripsSection, troubleNode, unplacedSection,
} from "./static_text.js";
import { dataTables, sourceList } from "./static_tables.js";
import { ask, htmlOf } from "./without_browser.js";

let world;
const words = {};

/** Take the boundaries; they are kept for all that is drawn after. */
export function takeBoundaries(topology) {
  world = { ground: createGround(topology), objects: topology.objects, kept: new Map() };
}

/** Take the words of a language; they are kept. */
export function takeWords(language, texts) {
  words[language] = texts;
}

/** A payload complete, with its words; on some maps a key has the text of another. */
function opened(given) {
  const own = Object.entries(words).map(([language, texts]) => {
    const other = Object.entries(given.instead ?? {}).map(([key, as]) => [key, texts[as]]);
    return [language, { ...texts, ...Object.fromEntries(other), ...given.labels?.[language] }];
  });
  return completed({ ...given, words: Object.fromEntries(own) });
}

/** The land of a view, in metres; kept, with what is drawn of it, until another projection. */
function landOfView(view, points) {
  const { ground, objects } = world;
  const { geometries } = objects.countries;
  if (world.projection !== view.projection) {
    ground.project(view.projection);
    const land = tableOf(geometries.map((g) => [g.id, { polygons: ground.polygons(g) }]));
    world = { ground, objects, projection: view.projection, land, kept: new Map() };
  }
  const shapes = tableOf(geometries.map((g) => [g.id, g]));
  keepOnWorld(points, view, (id) => ground.world.polygons(shapes[id]));
  return world.land;
}

/** A view as a sheet of such sides shows it; a sheet without a height may be as high as it likes. */
function viewOnSheet(payload, { view: id, width, height = width < NARROW_PX ? width : width / 2 }) {
  const places = Object.keys(payload.countries).map((code) => payload.points[code]).filter(Boolean);
  const view = payload.views.find((one) => one.id === id);
  return viewInBox(payload.views, view, places, [width, height]);
}

const isGlobe = ({ projection }) => Boolean(PROJECTIONS[projection].outlined);

/** A picture cannot letter itself anew when it is shown larger: it holds every set. */
const PAGE_SETS = Object.entries(LETTERINGS).map(([name, letters]) => ({
  ...letters,
  name,
  widthOf: estimatedWidth,
}));

/**
 * All that a page says and draws without its script, as HTML, and its headline.
 * @param {object} given payload, not packed, without headline
 * @param {object} rows what the payload does not say: `sources`, `article`, `unplaced`, `placed`,
 *   `beside`;
 *   and whether there is to be a `picture`
 * @returns {object} texts
 */
export function pageParts(given, { sources, article, unplaced, placed, beside, picture }) {
  const payload = Object.assign(opened(given), { sources });
  const [view] = payload.views;
  const page = stillPage(payload, view, picture ? landOfView(view, payload.points) : {});
  payload.headline = openingHeadline(page);
  const outside = picture && outsideText(page);
  const parts = {
    heading: headingNodes(page, openingSnapshot(page)),
    patterns: vector("svg", { class: "patterns", "aria-hidden": "true" }, patternsFor([...payload.statuses, ...classNames(payload)])),
    trouble: troubleNode(page),
    ...(picture ? openingPicture(page, view) : { picture: [], legend: [], crop: "" }),
    below: asOfLine(page, openingSnapshot(page)),
    noscript: [
      outside ? element("p", { class: "outside note", text: outside }) : [],
      wordNode(page, picture ? "noscript.picture" : "noscript", "p"),
    ],
    strips: stripsSection(page),
    unplaced: [
      ...articleSection(page, article),
      ...besideNodes(page, beside),
      ...unplacedSection(page, unplaced),
    ],
    tables: [...dataTables(page, placed), sourceList(page)],
    about: aboutNodes(page),
  };
  const html = Object.entries(parts).map(([name, nodes]) => [name, htmlOf(nodes)]);
  return { ...Object.fromEntries(html), headline: payload.headline };
}

/** The headline in each language that the definition writes it in. */
export const headlines = (given) => openingHeadline(stillPage(opened(given)));

/** Each figure that a layer draws in words, by the id of its statement. */
export function figureTextsOf(given) {
  const { payload, wording } = stillPage(opened(given));
  const rows = payload.layers.flatMap(({ marks = [] }) => marks.map(({ row }) => row));
  return Object.fromEntries(rows.map((row) => [row, wording.figure(payload.statements[row].figure)]));
}

const openingHeadline = (/** @type {StillPage} */ page) =>
  headlineTexts(page, openingSnapshot(page));

/** What a page shows as it opens, as far as its headline asks. */
function openingSnapshot(/** @type {StillPage} */ { payload, record: { statements } }) {
  const { countries, as_of: asOf, large } = payload;
  const speakers = [...new Set(statements.map(({ actor }) => actor))];
  return { countries, count: large?.all ?? statements.length, speakers, statements, asOf };
}

/** The still picture of a page's opening view, what narrow screens show of it, the legend. */
function openingPicture(/** @type {StillPage} */ page, view) {
  const { countries } = page.record;
  const places = Object.keys(countries).map((id) => page.payload.points[id]).filter(Boolean);
  const narrow = pageFrame(view, narrowBox(view, places));
  const frame = reachingFrame(pageFrame(view), narrow);
  const crop = isGlobe(view) ? undefined : cropOf(narrow, frame);
  const sets = PAGE_SETS.map((set) => (crop && set.name === "narrow" ? { ...set, frame: narrow } : set));
  const saidOf = (country) => countryInWords(page, country);
  const look = {
    "id": "picture",
    "class": isGlobe(page.view()) ? "picture-map is-globe" : "picture-map",
    "viewBox": `0 0 ${frame.size.join(" ")}`,
    "data-reach": frame.reach.map(Math.round).join(" "),
    "data-crop": crop?.join(" "),
    // Without its style it would show every country alike.
    "display": "none",
    "role": "img",
    "aria-labelledby": "picture-title picture-text",
  };
  const picture = vector(
    "svg",
    look,
    vector("title", { id: "picture-title", text: page.wording.say("map.label") }),
    vector("desc", { id: "picture-text", text: mapInWords(page) }),
    stillMarks(page, world, frame, sets, saidOf),
  );
  return { picture, legend: panelOf(page, frame), crop: crop ? cropStyle(crop, frame) : "" };
}

/** A frame within another one, as a view box of that. */
function cropOf(narrow, frame) {
  const { left, top, k } = placeOfFrame(narrow, frame);
  return [left, top, ...narrow.size.map((units) => units * k)].map((units) => Math.round(units * 10) / 10);
}

/** What map.css asks to show a part of the picture as large as its box is. */
function cropStyle(crop, { size }) {
  const [left, top, across, down] = crop;
  const [width, height] = size;
  const values = {
    "across": width / across,
    "down": width / down,
    "x": `${(-100 * (left + across / 2)) / width}%`,
    "y": `${(-100 * (top + down / 2)) / height}%`,
  };
  const written = Object.entries(values).map(([name, value]) => `--crop-${name}: ${value}; `);
  return `.picture-map { ${written.join("")}}`;
}

/** The heading of the layers, and the legend of each that is shown. */
function panelOf(/** @type {StillPage} */ page, frame) {
  return [
    element("h2", { text: page.wording.say("panel.title") }),
    element("div", { class: "colours" }, ...legends(page, frame)),
  ];
}

/** The legend of each layer that is shown, under its title. */
function legends(/** @type {StillPage} */ page, frame) {
  page.seenAt(frame, frame.unitsPerM);
  return layersShown(page).flatMap((spec) => [
    element("h3", layerTitle(page, spec)),
    ...legendOf(page, spec),
  ]);
}

/** Narrower than this, a map on a sheet is lettered as a narrow page is. */
const NARROW_PX = 480;

/**
 * A view's map for a sheet, with letters that Python measures.
 * @param {object} given payload, not packed
 * @param {{view: string, width: number, height?: number, label_px: number,
 *   longestName: number}} asked
 */
export function sheetMap(given, asked) {
  const { width, height, label_px, longestName } = asked;
  const payload = opened(given);
  const view = viewOnSheet(payload, asked);
  const page = stillPage(payload, view, landOfView(view, payload.points));
  const frame = sheetFrame(view, width, height);
  const letters = width < NARROW_PX ? LETTERINGS.narrow : LETTERINGS.wide;
  const widthOf = (text, font_px, isBold) => ask("width", text, font_px, isBold);
  const set = { ...letters, name: "map", unitsPerPx: 1, font_px: label_px, longestName, widthOf };
  return {
    size: frame.size,
    isGlobe: isGlobe(view),
    markScale: markScaleAt(frame.unitsPerM, view),
    marks: stillMarks(page, world, frame, [set]),
    words: mapInWords(page),
  };
}

/**
 * The legend of what a sheet's map shows, and the patterns that it needs.
 * @param {object} given payload, not packed
 * @param {object} asked as for `sheetMap`
 */
export function sheetLegend(given, asked) {
  const { width, height } = asked;
  const payload = opened(given);
  const view = viewOnSheet(payload, asked);
  const page = stillPage(payload, view);
  const legend = legends(page, sheetFrame(view, width, height));
  return { legend, patterns: patternsFor(weakStatuses(page)) };
}

/**
 * The strips of a sheet, and the patterns that they need.
 * @param {object} given payload, not packed
 * @param {number} width_px
 */
export function sheetStrips(given, width_px) {
  const payload = opened(given);
  const page = stillPage(payload, payload.views[0]);
  const { nameOf } = PLAIN_STRIPS(page);
  const spells = Object.values(page.histories()).flatMap(spellsOf);
  const weak = spells.filter(({ entry }) => entry.strength === "weak").map(({ entry }) => entry.status);
  return {
    nodes: stripNodes(page, "stands", nameOf, stripScale(page, width_px)),
    patterns: patternsFor([...new Set(weak)].sort()),
  };
}

/** The status whose swatch shows in the legend what dots mean. */
const SAMPLE_STATUS = "considering";

/** The statuses or classes that need dots, with that of the legend's sample. */
function weakStatuses(/** @type {Shown<"payload" | "isShown">} */ page) {
  const { payload, isShown } = page;
  const spec = payload.layers.find(({ kind, id }) => kind === "value" && isShown(id));
  if (spec) {
    const isDotted = [...numbersOf(page, spec).values()].some(({ weak }) => weak);
    return isDotted ? classNames(payload) : [];
  }
  if (!payload.layers.some(({ kind, id }) => kind === "status" && isShown(id))) return [];
  const entries = Object.values(payload.countries);
  const weak = entries.filter(({ strength }) => strength === "weak").map(({ status }) => status);
  return weak.length ? [...new Set([...weak, SAMPLE_STATUS])].sort() : [];
}
