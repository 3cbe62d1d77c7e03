// The map by keyboard: one Tab stop; arrows move among the countries with data and the
// symbols of regions, Enter opens one, Escape leaves.  Each is a button with its name and
// what the map shows of it.

import { layerTexts } from "../kinds/kinds.js";
import { statusText } from "../words/country_text.js";
import { tableOf } from "../common/dictionary.js";
import { viewHolds } from "../ground/frame.js";
import { afterPaint, inFrame } from "../common/later.js";

/** What names a country's path as a button. */
const NAMING = ["role", "tabindex", "aria-label", "data-key"];

/** Where less of the map is seen, it is scrolled to when it gets the focus back. */
const LEAST_SEEN_PX = 60;

/** Countries as near in latitude as this stand in one row of the reading order. */
const ROW_DEG = 5;

/**
 * Put countries into reading order: those in the view first, rows from north to south,
 * from west to east within a row.
 * @param {string[]} ids
 * @param {object} points [lon, lat] by id
 * @param {function(number[]): boolean} inView
 * @returns {string[]}
 */
export function readingOrder(ids, points, inView) {
  const key = (id) => {
    const [lon, lat] = points[id];
    return [inView(points[id]) ? 0 : 1, -Math.round(lat / ROW_DEG), lon];
  };
  const keys = new Map(ids.map((id) => [id, key(id)]));
  return [...ids].sort((a, b) => {
    const [first, second] = [keys.get(a), keys.get(b)];
    const i = first.findIndex((value, at) => value !== second[at]);
    return i < 0 ? 0 : first[i] - second[i];
  });
}

/**
 * The nearest point up or down a screen from one of them.
 * @param {number} from index of the point to start at
 * @param {number[][]} points [x, y] on the screen
 * @param {number} sign -1 for up, 1 for down
 * @returns {number} its index; `from` when there is none
 */
export function nearestAcross(from, points, sign) {
  let best = from;
  let least = Infinity;
  points.forEach(([x, y], i) => {
    const across = Math.abs(x - points[from][0]);
    const along = (y - points[from][1]) * sign;
    const distance = along + 2 * across;
    if (along > 4 && distance < least) [best, least] = [i, distance];
  });
  return best;
}

/**
 * Make the countries with data reachable by keyboard.
 * @param {Words & Given<"state" | "map" | "stage" | "land" | "leaveMap" | "open"
 *   | "showMap" | "smallMarks" | "takeOpener"> & RecordPart & LayersShownPart & ViewPart} given
 * @returns {Given<"enterMap" | "leaveDetails">}
 */
export function addKeyboard(given) {
  const { map, state, land, smallMarks, payload } = given;
  const container = map.getContainer();
  const landNode = (id) => {
    const small = smallMarks[id];
    return (small && map.hasLayer(small.mark) ? small.hit : land.countries[id].shape).getElement();
  };
  /** What is reached, by its key: a country by its code, the symbol of a region by its own. */
  /** @type {Record<string, { actor: Actor, place: number[], node: HTMLElement }>} */
  let stops = tableOf();
  function findStops() {
    const countries = Object.keys(payload.countries)
      .filter((id) => land.countries[id] && given.hasRows(id))
      .map((id) => [id, { actor: id, place: payload.points[id], node: landNode(id) }]);
    const regions = given
      .targets()
      .map(({ key, actor, place, path }) => [key, { actor, place, node: path.getElement() }])
      .filter((/** @type {any} */ [, { node }]) => node);
    return tableOf([...countries, ...regions]);
  }
  let order = [];
  let current;
  container.setAttribute("role", "group");
  container.setAttribute("aria-describedby", "map-help");

  /** Take the name and the role from a country's paths, but for one. */
  function unname(id, kept) {
    const paths = [land.countries[id].shape, smallMarks[id]?.hit];
    for (const node of paths.map((path) => path?.getElement())) {
      if (node && node !== kept) NAMING.forEach((name) => node.removeAttribute(name));
    }
  }
  /** What a button says of whom it is about. */
  function saidOf(actor) {
    const { wording } = given;
    const entry = payload.countries[actor];
    const said = entry
      ? [statusText(given, entry), entry.contested && wording.say("strength.contested")]
      : [wording.say("region.unnamed"), ...layerTexts(given, actor)];
    return [wording.actor(actor), ...said].filter(Boolean).join(", ");
  }
  /** Name the countries and the regions' symbols, and leave one in the Tab order. */
  function refresh() {
    stops = findStops();
    const points = Object.fromEntries(Object.entries(stops).map(([key, { place }]) => [key, place]));
    for (const id of Object.keys(payload.countries)) {
      if (land.countries[id]) unname(id, stops[id]?.node);
    }
    order = readingOrder(Object.keys(stops), points, (place) => viewHolds(given.view(), place));
    if (!order.includes(current)) [current] = order;
    for (const key of order) {
      const { node, actor } = stops[key];
      node.setAttribute("role", "button");
      node.setAttribute("tabindex", key === current ? "0" : "-1");
      node.setAttribute("aria-label", saidOf(actor));
      node.dataset.key = key;
    }
    container.setAttribute("aria-label", given.wording.say("map.label"));
  }
  function focus(id) {
    const { place } = stops[id];
    if (!viewHolds(given.view(), place)) {
      const view = payload.views.find((other) => viewHolds(other, place));
      if (view) state.change({ view: view.id });
    }
    given.bringIntoSight(place);
    take(id);
  }
  function take(id) {
    current = id;
    refresh();
    stops[id].node.focus({ preventScroll: true });
  }
  /** Into the map, where arrows work; where nobody is left on it, to its place. */
  function enterMap() {
    refresh();
    if (current) take(current);
    else given.stage.focus();
    const isNear = container.getBoundingClientRect().top >= 0;
    if (!isNear) given.showMap();
  }
  /** Whether any of a country is to be seen, be it far from its point. */
  function isSeen(id) {
    const map = container.getBoundingClientRect();
    const { left, right, top, bottom } = stops[id].node.getBoundingClientRect();
    return left < map.right && right > map.left && top < map.bottom && bottom > map.top;
  }
  /** Back to a country that was left: the map moves only where nothing of it is seen. */
  const comeBack = (id) => (isSeen(id) ? take : focus)(id);
  function next({ key }) {
    const at = order.indexOf(current);
    const steps = { ArrowRight: 1, ArrowLeft: -1 };
    if (key in steps) return order[(at + steps[key] + order.length) % order.length];
    if (key === "Home") return order[0];
    if (key === "End") return order[order.length - 1];
    if (key !== "ArrowUp" && key !== "ArrowDown") return undefined;
    const points = order.map((key) => given.toAlone(stops[key].place));
    return order[nearestAcross(at, points, key === "ArrowUp" ? -1 : 1)];
  }
  container.addEventListener("keydown", (/** @type {any} */ event) => {
    const id = event.target.dataset?.key;
    if (!id || event.ctrlKey || event.altKey || event.metaKey) return;
    const to = next(event);
    if (to) focus(to);
    else if (event.key === "Enter" || event.key === " ") given.open(stops[id].actor);
    else if (event.key === "Escape") given.leaveMap();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  container.addEventListener("focusin", (/** @type {any} */ { target }) => {
    const id = target.dataset?.key;
    if (!id || !target.matches(":focus-visible")) return;
    current = id;
    const { actor, place } = stops[id];
    const at = given.toScreen(place);
    state.change({ hover: { country: actor, areas: given.areasOf(actor), at } });
  });
  container.addEventListener("focusout", () => state.change({ hover: undefined }));
  document.querySelector(".skip")?.addEventListener("click", (event) => {
    event.preventDefault();
    enterMap();
  });
  const refreshInFrame = inFrame(refresh);
  map.on("zoomend viewreset", refreshInFrame);
  state.follow(["language", "view", "layers", "meeting", "markScale"], refreshInFrame);
  state.follow(["shown"], afterPaint(refresh));
  /**
   * Back to what opened the details, or to the country whose they were, or to the
   * buttons of the map.
   */
  function leaveDetails(id) {
    const opener = given.takeOpener();
    opener?.focus();
    if (opener && document.activeElement === opener && opener !== document.body) return;
    // Who is left on the map may not be known yet: names wait while the reader moves.
    refresh();
    const key = order.find((one) => stops[one].actor === id);
    if (key) comeBack(key);
    else given.leaveMap();
    const { top, bottom } = container.getBoundingClientRect();
    const isOut = bottom < LEAST_SEEN_PX || top > window.innerHeight - LEAST_SEEN_PX;
    if (isOut) container.scrollIntoView({ block: "nearest" });
  }
  refresh();
  return { enterMap, leaveDetails };
}
