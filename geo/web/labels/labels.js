// Labels on the map: the sign of each status on its own country, and beside it, as room
// allows, what is written: names, what figures are, the places of meetings.

import { pixelsPerMetre } from "../ground/crs.js";
import { textLines, vector } from "../common/dom.js";
import { frameBox, placeInFrame } from "../ground/frame.js";
import { boxInSight } from "../ground/ground_path.js";
import { gridOf } from "../ground/land_grid.js";
import { afterPaint, inFrame, isMoving } from "../common/later.js";
import { LEADING, estimatedWidth } from "../marks/lettering.js";
import { isName, placeWanted, wantedLabels } from "./map_labels.js";
import { groundsNow } from "./grounds.js";
import { throughPath } from "../common/shapes.js";
import { statusSign } from "../marks/status_signs.js";

/**
 * Add the labels, and keep them as the map moves and the choices change.  The first ones
 * come in steps, for they are many: who adds them calls for each.
 * @param {Words & Given<"state" | "map" | "record" | "isDimmed" | "land" | "buttonBoxes"
 *   | "dotReach"> & LayersShownPart & ViewPart} given
 * @returns {Given<"isNamed" | "chooseLabels" | "writeLabels">}
 */
export function addLabels(given) {
  const { map, state } = given;
  const pane = map.createPane("labels");
  pane.style.zIndex = "370";
  const properties = { class: "labels leaflet-zoom-hide", width: 1, height: 1 };
  const svg = vector("svg", { ...properties, "aria-hidden": "true" });
  pane.append(svg);
  const landNow = createLandGrids(given);
  const labelNodes = () => /** @type {SVGElement[]} */ ([...svg.children]);
  let written;
  let last = { view: given.view(), pxPerM: Infinity, named: new Set() };

  /** Who was named in this view where less was seen, or as much; as it opens, nobody. */
  const keptNames = ({ pxPerM }) =>
    !state.get().isAside &&
    !given.isAtHome() &&
    last.view === given.view() &&
    pxPerM > last.pxPerM * 0.999
      ? last.named
      : undefined;

  const dim = () => {
    for (const node of labelNodes()) {
      const { of } = node.dataset;
      node.classList.toggle("is-dim", of !== undefined && given.isDimmed(of));
    }
  };
  /** @type {Map<SVGElement, string>} */
  let grounds = new Map();
  /**
   * Until labels are placed anew, at the pause of who moves through time, those that hold no
   * longer are not shown: nothing on the map contradicts its colours.
   */
  function hideOutdated() {
    const groundOf = groundsNow(given);
    for (const [node, ground] of grounds) node.classList.toggle("is-outdated", groundOf(node) !== ground);
  }
  function look() {
    // A page that opens hidden has no room for letters, until it is shown.
    if (!given.letterPx()) return undefined;
    const letters = given.lettering();
    const sight = given.isAtHome() ? homeSight(given, letters) : sightNow(given);
    return { sight, letters, land: landNow(sight) };
  }
  const choose = ({ sight, letters, land }) => ({
    sight,
    letters,
    wanted: wantedLabels(given, sight, land, letters, estimatedWidth, keptNames(sight)),
  });
  function write({ sight, letters, wanted }) {
    const { signs, labels } = placeWanted(wanted);
    const named = labels.filter(isName).map(({ country }) => country);
    if (!state.get().isAside) {
      last = { view: given.view(), pxPerM: sight.pxPerM, named: new Set(named) };
      // The line of who is outside names nobody who is named on the map.
      state.change({ named: named.join() });
    }
    const place = onPanes(given, sight);
    // A step in time moves few labels, and often none.
    const drawing = JSON.stringify([signs, labels, place.key, letters]);
    if (drawing === written) {
      keepGrounds();
      return;
    }
    written = drawing;
    svg.setAttribute("font-size", letters.font_px * place.px);
    svg.replaceChildren(
      ...signs.map((sign) => signNode(sign, place)),
      ...labels.filter(({ spot }) => spot.line).flatMap((label) => leadNodes(label, place)),
      ...labels.map((label) => textNode(label, place, letters.font_px * LEADING)),
    );
    keepGrounds();
    dim();
  }
  function keepGrounds() {
    const groundOf = groundsNow(given);
    grounds = new Map(labelNodes().map((node) => [node, groundOf(node)]));
    hideOutdated();
  }
  function draw() {
    svg.classList.remove("is-outdated");
    const seen = look();
    if (seen) write(choose(seen));
  }
  const drawInFrame = inFrame(draw);
  const isOnPaper = () => document.documentElement.classList.contains("printing");
  /** Once for all that a frame moves or chooses; on a sheet, which waits for none, at once. */
  const drawAnew = () => (state.get().isAside || isOnPaper() ? draw() : drawInFrame());
  const drawAtPause = afterPaint(draw);
  map.on("moveend viewreset", () => {
    // While a wheel turns, all places are others with each frame.
    svg.classList.toggle("is-outdated", isMoving());
    (isMoving() ? drawAtPause : drawAnew)();
  });
  state.follow(["language", "layers", "meeting", "markScale"], drawAnew);
  state.follow(["shown"], hideOutdated);
  state.follow(["shown"], drawAtPause);
  state.follow(["lit", "only"], dim);
  const seen = look();
  let chosen;
  return {
    isNamed: (country) => last.named.has(country),
    chooseLabels: () => (chosen = seen && choose(seen)),
    // The map may have moved since.
    writeLabels: () => (written ? undefined : chosen && write(chosen)),
  };
}

/**
 * A view that was not moved is lettered as the still picture is, in its box: what a reader
 * saw first stays where it is.
 */
function homeSight(/** @type {Given<"map" | "frame" | "letterPx">} */ given, { unitsPerPx }) {
  const frame = given.frame();
  const [width, height] = frame.size.map((units) => units / unitsPerPx);
  const { x, y } = given.map.getSize();
  const px = given.letterPx();
  return {
    size: [width, height],
    box: frameBox(frame),
    toScreen: (place) => placeInFrame(frame, place).map((units) => units / unitsPerPx),
    pxPerM: frame.unitsPerM / unitsPerPx,
    scale: 1 / px,
    corner: [(x - width * px) / 2, (y - height * px) / 2],
  };
}

/** What the map shows now, in letters of the same size. */
function sightNow({ map, toScreen, letterPx, buttonBoxes }) {
  const { x, y } = map.getSize();
  const px = letterPx();
  return {
    size: [x / px, y / px],
    box: boxInSight(map),
    toScreen: (place) => toScreen(place).map((value) => value / px),
    pxPerM: pixelsPerMetre(map) / px,
    scale: 1 / px,
    corner: [0, 0],
    covered: buttonBoxes?.().map((box) => ({ box: box.map((side) => side / px) })),
  };
}

/** From a sight to pixels of the map's panes. */
function onPanes(/** @type {Given<"layerOffset">} */ { layerOffset }, { scale, corner }) {
  const [left, top] = layerOffset().map((value, axis) => value + corner[axis]);
  const px = 1 / scale;
  return { px, key: [px, left, top], x: (x) => x * px + left, y: (y) => y * px + top };
}

/** The land as a sight shows it, laid out anew only when that is another. */
function createLandGrids(/** @type {Shown<"land" | "view">} */ { land, view }) {
  let laidOut;
  let grid;
  return ({ size, box }) => {
    const now = [view().projection, ...size, ...box].join();
    if (now !== laidOut) grid = gridOf(land.countries, size, box);
    laidOut = now;
    return grid;
  };
}

function signNode({ country, sign, spot: { at, r } }, { x, y, px }) {
  const node = statusSign(sign, [x(at[0]), y(at[1])], r * px);
  node.dataset.of = country;
  return node;
}

/** The line that leads to a label from its country, and under it its rim. */
const leadNodes = ({ className, country, spot: { line } }, { x, y }) =>
  ["lead-rim", "lead"].map((name) => {
    const d = throughPath(line.map(([across, down]) => ({ x: x(across), y: y(down) })));
    const node = vector("path", { class: `${name} ${className}`, d });
    node.dataset.of = country;
    return node;
  });

function textNode({ spot, lines, className, country }, { x, y }, line_px) {
  const rows = textLines(lines, (i) => ({
    x: x(spot.x),
    y: y(spot.box[1] + line_px * (i + 0.78)),
  }));
  const look = { class: className, "paint-order": "stroke", "text-anchor": spot.anchor };
  const node = vector("text", look, rows);
  if (country) node.dataset.of = country;
  return node;
}
