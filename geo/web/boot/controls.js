// The buttons of the map: views, zoom and moving the map.

import { choiceButton, iconButton } from "../common/buttons.js";
import { canMove } from "../ground/crs.js";
import { element, made } from "../common/dom.js";
import { tell } from "../words/labelled.js";

const STEP_PX = 140;
const ZOOM_STEP = 0.7;
const PANS = { left: [-1, 0], up: [0, -1], down: [0, 1], right: [1, 0] };
const ICONS = {
  zoom_in: "M10 4v12M4 10h12",
  zoom_out: "M4 10h12",
  pan_left: "M12.5 4.5 7 10l5.5 5.5",
  pan_up: "M4.5 12.5 10 7l5.5 5.5",
  pan_down: "M4.5 7.5 10 13l5.5-5.5",
  pan_right: "M7.5 4.5 13 10l-5.5 5.5",
  reset: "M4 8V4h4M16 8V4h-4M4 12v4h4M16 12v4h-4",
};

const mapButton = (name, onclick) => iconButton(`map.${name}`, ICONS[name], onclick);

/** Buttons of which one is pressed: a choice of a key of the state. */
function choice(/** @type {Given<"state">} */ { state }, key, options, label) {
  const buttons = options.map(({ id, ...properties }) =>
    choiceButton(() => state.change({ [key]: id }), properties),
  );
  const follow = () =>
    options.forEach(({ id }, i) =>
      buttons[i].setAttribute("aria-pressed", String(state.get()[key] === id)),
    );
  state.follow([key], follow);
  follow();
  return element(
    "div",
    { class: "choices", role: "group", "data-t-label": label },
    buttons,
  );
}

/** A button that does nothing, but keeps the focus, while it `can` not. */
function boundedButton(name, can, act) {
  const button = mapButton(name, () => can() && act());
  const follow = () => button.setAttribute("aria-disabled", String(!can()));
  return { button, follow };
}

/** The buttons that zoom and move the map, in its corner; at the ends they are off. */
function moveButtons(/** @type {Given<"payload" | "state" | "map"> & ViewPart} */ given) {
  const { map } = given;
  const zoom = (name, sign, end) => {
    const can = () => (map[end]() - map.getZoom()) * sign > 0.01;
    return boundedButton(name, can, () => zoomBy(given, sign * ZOOM_STEP));
  };
  const pans = Object.entries(PANS).map(([name, way]) =>
    boundedButton(
      `pan_${name}`,
      () => canMove(map, given.view(), way),
      () => map.panBy([way[0] * STEP_PX, way[1] * STEP_PX]),
    ),
  );
  const zooms = [zoom("zoom_in", 1, "getMaxZoom"), zoom("zoom_out", -1, "getMinZoom")];
  const buttonsOf = (all) => all.map(({ button }) => button);
  const reset = mapButton("reset", () => given.showView());
  const look = { class: "moves", role: "group", "data-t-label": "map.move" };
  const group = element(
    "div",
    look,
    element("div", { class: "zooms" }, buttonsOf(zooms), reset),
    element("div", { class: "pans" }, buttonsOf(pans)),
  );
  const follow = () => {
    [...zooms, ...pans].forEach((bounded) => bounded.follow());
    // All of the view is seen: nowhere to move to.
    group.classList.toggle("is-home", given.isAtHome());
  };
  map.on("moveend zoomend viewreset", follow);
  follow();
  const buttonBoxes = () => {
    const { left, top } = map.getContainer().getBoundingClientRect();
    const boxes = [...group.children].map((part) => part.getBoundingClientRect());
    return boxes
      .filter(({ width }) => width)
      .map((box) => [box.left - left, box.top - top, box.right - left, box.bottom - top]);
  };
  return { moves: group, buttonBoxes };
}

/** Zoom about what the map is about, which stays where it is. */
function zoomBy(/** @type {Given<"payload" | "state" | "map" | "toScreen">} */ given, step) {
  const { map } = given;
  const zoom = map.getZoom() + step;
  const within = Math.max(map.getMinZoom(), Math.min(map.getMaxZoom(), zoom));
  map.setZoomAround(L.point(middleOfInterest(given)), within);
}

/**
 * The open country, or the middle of the countries with data in sight, or of the map.
 * @returns {[number, number]} in pixels of the map
 */
function middleOfInterest({ map, payload, state, toScreen }) {
  const { x: width, y: height } = map.getSize();
  const { country } = state.get();
  /** @returns {[number, number][]} */
  const inSight = (id) => {
    if (!payload.points[id]) return [];
    const [x, y] = toScreen(payload.points[id]);
    return x > 0 && y > 0 && x < width && y < height ? [[x, y]] : [];
  };
  const [open] = country ? inSight(country) : [];
  const known = Object.entries(payload.countries)
    .filter(([, { status }]) => status !== "no_data")
    .flatMap(([id]) => inSight(id));
  if (open) return open;
  if (!known.length) return [width / 2, height / 2];
  const median = (i) => known.map((at) => at[i]).sort((a, b) => a - b)[known.length >> 1];
  return [median(0), median(1)];
}

/**
 * Add the choice of the view below the map, and the buttons that move it in its corner.
 * @param {Words & Given<"state" | "map"> & ViewPart} given
 * @returns {Given<"leaveMap" | "buttonBoxes">}
 */
export function addControls(given) {
  const { payload, state } = given;
  const views = choice(
    given,
    "view",
    payload.views.map(({ id }) => ({ id })),
    "view.label",
  );
  const title = () =>
    payload.views.forEach((view, i) =>
      tell(views.children[i], given.wording.told(view.title)),
    );
  state.follow(["language"], title);
  title();
  document.getElementById("toolbar").append(made(views));
  const { moves, buttonBoxes } = moveButtons(given);
  document.querySelector(".map-box").append(made(moves));
  // Next to the map and in sight with it: nothing scrolls.
  const leaveMap = () => moves.querySelector("button").focus({ preventScroll: true });
  return { leaveMap, buttonBoxes };
}
