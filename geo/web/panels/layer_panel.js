// The legend of the colours, and the panel of layers: bases one at a time, overlays each
// on its own, and under each that is shown its legend.

import { heldMeetings, meetingOf, meetingsShown } from "../rules/attendance.js";
import { element, replaceUnlike } from "../common/dom.js";
import { afterPaint } from "../common/later.js";
import { isDrawn, layerTitle, legendOf } from "../kinds/kinds.js";
import { meetingTitle } from "../legend/legend_participants.js";

function input({ payload, isShown, state }, spec) {
  const base = !spec || Boolean(spec.base);
  const id = spec?.id ?? "";
  const bases = payload.layers
    .filter((other) => other.base)
    .map((other) => other.id);
  const checked = spec ? isShown(id) : !bases.some((other) => isShown(other));
  const onchange = ({ target }) => {
    const off = base ? bases : target.checked ? [] : [id];
    const kept = state.get().layers.filter((other) => !off.includes(other));
    const added = id && target.checked && !kept.includes(id) ? [id] : [];
    state.change({ layers: [...kept, ...added] });
  };
  const type = base ? { type: "radio", name: "base" } : { type: "checkbox" };
  return element("input", { ...type, checked, value: id, onchange });
}

const layerControl = (/** @type {Words & Given<"state" | "isShown">} */ given, spec) =>
  element("label", {}, input(given, spec), element("span", layerTitle(given, spec)));

/** @param {Words & Given<"state" | "positionButton" | "isShown" | "view"> & RecordPart} given */
function layerItem(given, spec) {
  const shown = given.isShown(spec.id);
  if (!isDrawn(spec))
    return element("div", { class: "layer" }, legendOf(given, spec));
  const legend = shown && legendOf(given, spec);
  return element("div", { class: "layer" }, layerControl(given, spec), legend);
}

/** A layer that was added to the map: switched on the map itself, whose state it is. */
function addedItem({ map, wording }, { id, layer, name }, i) {
  const onchange = ({ target: { checked } }) => {
    layer[checked ? "addTo" : "removeFrom"](map);
    // As Leaflet's own control of layers tells others.
    map.fire(checked ? "overlayadd" : "overlayremove", { layer, name });
  };
  const type = { type: "checkbox", checked: map.hasLayer(layer), value: id, onchange };
  const text = name ?? wording.say("panel.added", { n: i + 1 });
  const label = element("label", {}, element("input", type), element("span", { text }));
  return element("div", { class: "layer" }, label);
}

/** The choice of the meeting that the participants' layers show, once one was held. */
function meetingChooser(/** @type {Words & Given<"state" | "record">} */ given) {
  const { payload, wording, state } = given;
  const spec = payload.layers.find((layer) => layer.choosable);
  if (!spec) return undefined;
  const held = heldMeetings(given);
  if (!held.length) return undefined;
  const chosen = meetingOf(given, spec);
  const options = held.map((value) => {
    const text = meetingTitle(given, payload.meetings[value]);
    return element("option", { value, selected: value === chosen, text });
  });
  const onchange = ({ target }) => state.change({ meeting: target.value });
  const select = element("select", { onchange }, options);
  const title = element("span", { text: wording.say("meeting.choose") });
  return element("label", { class: "meeting" }, title, select);
}

/**
 * Keep the panel of layers and their legends.
 * @param {Words & Given<"state" | "map" | "added" | "isShown" | "view"> & RecordPart
 *   & PositionsPart} given
 * @param {Element} panel
 */
export function addLayerPanel(given, panel) {
  const { payload, state, added } = given;
  const wide = window.matchMedia("(min-width: 60rem), print");
  const bases = payload.layers.filter((spec) => spec.base);
  const overlays = payload.layers.filter((spec) => !spec.base);
  let open = wide.matches;
  const colours = element("div", { class: "colours" });
  let meetings;

  function drawColours() {
    const shown = bases.filter(({ id }) => given.isShown(id));
    replaceUnlike(
      colours,
      shown.flatMap((spec) => [element("h3", layerTitle(given, spec)), ...legendOf(given, spec)]),
    );
    given.leavePosition();
  }
  function draw() {
    const { wording } = given;
    meetings = meetingsShown(given);
    const { activeElement } = document;
    const focused =
      panel.contains(activeElement) && /** @type {HTMLInputElement} */ (activeElement).value;
    const legend = (key) => element("legend", { text: wording.say(key) });
    const none = element(
      "label",
      {},
      input(given),
      element("span", { text: wording.say("panel.no_base") }),
    );
    const items = overlayItems();
    const more = element(
      "details",
      { class: "more", open, ontoggle: ({ target }) => (open = target.open) },
      element("summary", { text: wording.say("panel.more") }),
      element("fieldset", {}, legend("panel.base"), bases.map((spec) => layerControl(given, spec)), none),
      items.length > 0 && element("fieldset", {}, legend("panel.overlays"), items),
    );
    drawColours();
    panel.replaceChildren(element("h2", { text: wording.say("panel.title") }), colours, more);
    if (typeof focused === "string") {
      /** @type {NodeListOf<HTMLInputElement|HTMLSelectElement|HTMLButtonElement>} */
      const fields = panel.querySelectorAll("input, select, button");
      [...fields].find(({ value }) => value === focused)?.focus();
    }
  }
  function overlayItems() {
    const first = overlays.findIndex((spec) => spec.choosable);
    const items = overlays.map((spec) => layerItem(given, spec));
    const chooser = meetingChooser(given);
    if (chooser) items.splice(first, 0, chooser);
    return [...items, ...added.map((one, i) => addedItem(given, one, i))];
  }
  wide.addEventListener("change", ({ matches }) => {
    open = matches;
    draw();
  });
  state.follow(["layers", "added", "language", "meeting"], draw);
  state.follow(["shown", "from", "markScale", "view"], afterPaint(draw));
  // What is counted of colours, and of which meeting lines are, changes with the map.
  let isSeen = true;
  new IntersectionObserver((entries) => (isSeen = entries[entries.length - 1].isIntersecting)).observe(panel);
  state.follow(["shown"], () => {
    if (!isSeen) return;
    if (meetingsShown(given) === meetings) drawColours();
    else draw();
  });
  draw();
}
