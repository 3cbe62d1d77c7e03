// The buttons over the map: views, zoom and moving the map.

import { element, vector } from "./dom.js";
import { tell } from "./translate.js";

const STEP_PX = 140;
const ICONS = {
  zoom_in: "M10 4v12M4 10h12",
  zoom_out: "M4 10h12",
  pan_left: "M12.5 4.5 7 10l5.5 5.5",
  pan_up: "M4.5 12.5 10 7l5.5 5.5",
  pan_down: "M4.5 7.5 10 13l5.5-5.5",
  pan_right: "M7.5 4.5 13 10l-5.5 5.5",
  reset: "M4 8V4h4M16 8V4h-4M4 12v4h4M16 12v4h-4",
};

/** A square button that shows an icon and says its name. */
function iconButton(name, onclick) {
  const icon = vector("path", { d: ICONS[name] });
  const picture = vector("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, icon);
  const properties = {
    type: "button",
    class: "icon",
    "data-t-label": `map.${name}`,
    onclick,
  };
  return element("button", properties, picture);
}

/** Buttons of which one is pressed: a choice of a key of the state. */
function choice(page, key, options, label) {
  const buttons = options.map(({ id, ...properties }) => {
    const onclick = () => page.state.change({ [key]: id });
    return element("button", {
      type: "button",
      class: "choice",
      onclick,
      ...properties,
    });
  });
  const follow = () =>
    options.forEach(({ id }, i) =>
      buttons[i].setAttribute("aria-pressed", String(page.state.get()[key] === id)),
    );
  page.state.follow([key], follow);
  follow();
  return element(
    "div",
    { class: "choices", role: "group", "data-t-label": label },
    buttons,
  );
}

/**
 * Add the buttons of the map, before it.
 * @param {object} page gains `leaveMap()`
 */
export function addControls(page) {
  const { map, payload, state } = page;
  const views = choice(
    page,
    "view",
    payload.views.map(({ id }) => ({ id })),
    "view.label",
  );
  const title = () =>
    payload.views.forEach((view, i) =>
      tell(views.children[i], page.wording.told(view.title)),
    );
  state.follow(["language"], title);
  title();
  const pan = (x, y) => () => map.panBy([x * STEP_PX, y * STEP_PX]);
  const moves = element(
    "div",
    { class: "moves", role: "group", "data-t-label": "map.move" },
    iconButton("zoom_in", () => map.zoomIn(0.7)),
    iconButton("zoom_out", () => map.zoomOut(0.7)),
    iconButton("pan_left", pan(-1, 0)),
    iconButton("pan_up", pan(0, -1)),
    iconButton("pan_down", pan(0, 1)),
    iconButton("pan_right", pan(1, 0)),
    iconButton("reset", () => page.showView()),
  );
  document.getElementById("toolbar").append(views, moves);
  page.leaveMap = () => views.querySelector("[aria-pressed=true]").focus();
}
