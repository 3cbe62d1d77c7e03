// The map by keyboard: one Tab stop; arrows move among the countries with data, Enter
// opens one, Escape leaves.  Every country is a button with its name and its status.

import { statusText } from "../words/country_text.js";
import { viewHolds } from "../ground/frame.js";
import { afterPaint } from "../common/later.js";

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
 * @param {object} page
 */
export function addKeyboard(page) {
  const { map, state, land, payload } = page;
  const container = map.getContainer();
  const nodeOf = (id) => {
    const { shape, hit, mark } = land.countries[id];
    return (hit && map.hasLayer(mark) ? hit : shape).getElement();
  };
  let order = [];
  let current;
  container.setAttribute("role", "group");
  container.setAttribute("aria-describedby", "map-help");

  /** Take the name and the role from a country's paths, but for one. */
  function unname(id, kept) {
    const { shape, hit } = land.countries[id];
    for (const node of [shape.getElement(), hit?.getElement()]) {
      if (node && node !== kept) NAMING.forEach((name) => node.removeAttribute(name));
    }
  }
  /** Name the countries and leave one of them in the Tab order. */
  function refresh() {
    const drawn = Object.keys(payload.countries).filter((id) => land.countries[id]);
    const ids = drawn.filter(page.hasRows);
    for (const id of drawn) if (!ids.includes(id)) unname(id);
    order = readingOrder(ids, payload.points, (place) => viewHolds(page.view(), place));
    if (!order.includes(current)) [current] = order;
    for (const id of order) {
      const node = nodeOf(id);
      unname(id, node);
      node.setAttribute("role", "button");
      node.setAttribute("tabindex", id === current ? "0" : "-1");
      const { contested } = payload.countries[id];
      const said = [page.wording.actor(id), statusText(page, payload.countries[id])];
      if (contested) said.push(page.wording.say("strength.contested"));
      node.setAttribute("aria-label", said.join(", "));
      node.dataset.key = id;
    }
    container.setAttribute("aria-label", page.wording.say("map.label"));
  }
  function focus(id) {
    const place = payload.points[id];
    if (!viewHolds(page.view(), place)) {
      const view = payload.views.find((other) => viewHolds(other, place));
      if (view) state.change({ view: view.id });
    }
    page.bringIntoSight(place);
    take(id);
  }
  function take(id) {
    current = id;
    refresh();
    nodeOf(id).focus({ preventScroll: true });
  }
  /** Whether any of a country is to be seen, be it far from its point. */
  function isSeen(id) {
    const map = container.getBoundingClientRect();
    const { left, right, top, bottom } = nodeOf(id).getBoundingClientRect();
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
    const points = order.map((id) => page.toScreen(payload.points[id]));
    return order[nearestAcross(at, points, key === "ArrowUp" ? -1 : 1)];
  }
  container.addEventListener("keydown", (event) => {
    const id = event.target.dataset?.key;
    if (!id || event.ctrlKey || event.altKey || event.metaKey) return;
    const to = next(event);
    if (to) focus(to);
    else if (event.key === "Enter" || event.key === " ") page.open(id);
    else if (event.key === "Escape") page.leaveMap();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  container.addEventListener("focusin", ({ target }) => {
    const id = target.dataset?.key;
    if (!id || !target.matches(":focus-visible")) return;
    current = id;
    const at = page.toScreen(payload.points[id]);
    state.change({ hover: { country: id, areas: page.areasOf(id), at } });
  });
  container.addEventListener("focusout", () => state.change({ hover: undefined }));
  map.on("zoomend viewreset", refresh);
  state.follow(["language", "view"], refresh);
  state.follow(["shown"], afterPaint(refresh));
  /**
   * Back to what opened the details, or to the country whose they were, or to the
   * buttons of the map.
   */
  page.leaveDetails = (id) => {
    const { opener } = page;
    opener?.focus();
    if (opener && document.activeElement === opener && opener !== document.body) return;
    if (page.hasRows(id)) comeBack(id);
    else page.leaveMap();
    const { top, bottom } = container.getBoundingClientRect();
    const isOut = bottom < LEAST_SEEN_PX || top > window.innerHeight - LEAST_SEEN_PX;
    if (isOut) container.scrollIntoView({ block: "nearest" });
  };
  refresh();
}
