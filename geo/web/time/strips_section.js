// The section of strips, alive: it follows date, filters and language, and leads to
// statements.  The static page has drawn it; it is drawn anew once it is seen.

import { choiceButton, plainButton } from "../common/buttons.js";
import { announce, element, made } from "../common/dom.js";
import { afterPaint } from "../common/later.js";
import { standingSwatch } from "../marks/patterns.js";
import { STRIP_ORDERS, hasStrips, mindItems, stripNodes, stripScale } from "./strips.js";

/** So near a dot a finger means its statement. */
const NEAR_A_DOT_PX = 12;
const STEPS = { ArrowLeft: -1, ArrowRight: 1 };
const ROWS = { ArrowUp: -1, ArrowDown: 1 };

/** The statement whose dot lies nearest to a point of a strip, if one is near. */
function saidAt(/** @type {Shown<"stops" | "histories">} */ given, country, strip, clientX) {
  const { left, width } = strip.getBoundingClientRect();
  const { place } = stripScale(given);
  const far = ({ known }) => Math.abs(left + place(known) * width - clientX);
  const said = given.histories()[country]?.said ?? [];
  const [nearest] = [...said].sort((a, b) => far(a) - far(b));
  return nearest && far(nearest) <= NEAR_A_DOT_PX ? nearest.id : undefined;
}

/**
 * Let the strip at the head of a panel lead to the statements below it.
 * @param {Given<"stops" | "histories" | "showStatement">} given
 */
export function listenToStrip(given, country, strip) {
  strip.addEventListener("click", ({ clientX }) => {
    const said = saidAt(given, country, strip, clientX);
    if (said) given.showStatement(said);
  });
}

/** The date shown, as a line across strips; at the last one, where they end. */
export function followDate(/** @type {Shown<"state" | "stops">} */ given, box) {
  const { date } = given.state.get();
  const { place, last } = stripScale(given);
  box.style.setProperty("--at", String(date === undefined || date >= last ? 1 : place(date)));
  box.classList.toggle("is-dated", date !== undefined);
}

/** The map comes into sight, and beside it or over it what a country said. */
function openOnMap({ showMap, open, showStatement }, country, said) {
  showMap();
  open(country);
  if (said) showStatement(said);
}

/**
 * Who changed their minds, with ways to the statement and to the day.
 * @param {Words & Given<"state" | "showMap" | "open" | "showStatement">} given
 */
function mindsMaker(given) {
  const { state, wording, payload } = given;
  const goTo = (date) => {
    given.showMap();
    state.change({ date });
  };
  return {
    nameOf: (id, { basis }) => {
      const look = { text: wording.actor(id), value: id };
      return plainButton(() => openOnMap(given, id, basis[0]), look);
    },
    dateOf: (day, text) =>
      element("time", { datetime: day }, plainButton(() => goTo(day), { text })),
    swatchOf: (entry) => standingSwatch(payload, entry),
  };
}

/** The buttons that choose the order of strips. */
function orderButtons(choose) {
  const buttons = STRIP_ORDERS.map((order) =>
    choiceButton(() => press(order), {
      "data-order": order,
      "data-t": `strips.order.${order}`,
      "aria-pressed": String(order === STRIP_ORDERS[0]),
    }),
  );
  function press(order) {
    for (const one of buttons) {
      one.setAttribute("aria-pressed", String(one.dataset.order === order));
    }
    choose(order);
  }
  const look = { class: "choices", role: "group", "data-t-label": "strips.order" };
  return element("div", look, buttons);
}

/**
 * Move among strips by keys: up and down among countries, of which one is a stop of the
 * Tab key, left and right among a country's statements; Enter and touch open.
 * @param {Given<"wording" | "showMap" | "open" | "showStatement"> & RecordPart} given
 * @param {HTMLElement} box
 */
function addStripKeys(given, box) {
  const { wording } = given;
  /** @type {{country?: string, id?: string}} the statement on which the keys stand */
  let at = {};

  function step(country, way) {
    const all = given.histories()[country]?.said ?? [];
    const said = [...all].sort((a, b) => (a.known < b.known ? -1 : 1));
    const from = said.findIndex(({ id }) => at.country === country && id === at.id);
    const start = from < 0 && way < 0 ? said.length : from;
    const next = said[Math.max(0, Math.min(said.length - 1, start + way))];
    if (!next) return;
    at = { country, id: next.id };
    markStep(box, country, stripScale(given).place(next.known));
    const texts = next.statuses.map((status) => wording.say(`status.${status}`));
    const date = wording.date(next.date, next.approximate);
    announce(wording.pair(`${wording.actor(country)}, ${date}`, wording.parted(texts)));
  }
  function move(row, way) {
    const rows = [...box.querySelectorAll("[data-strip]")];
    const next = rows[rows.indexOf(row) + way]?.querySelector("button");
    if (!next) return;
    row.querySelector("button").tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
  box.addEventListener("keydown", (event) => {
    const row = rowOf(event);
    if (row && event.key in STEPS) step(row.dataset.strip, STEPS[event.key]);
    else if (row && event.key in ROWS) move(row, ROWS[event.key]);
    else return;
    event.preventDefault();
  });
  box.addEventListener("click", (event) => {
    const country = rowOf(event)?.dataset.strip;
    if (!country) return;
    const target = /** @type {Element} */ (event.target);
    const strip = target.closest(".strip");
    const stood = at.country === country ? at.id : undefined;
    openOnMap(given, country, strip ? saidAt(given, country, strip, event.clientX) : stood);
  });
}

/**
 * The row that an event is on.
 * @returns {HTMLElement|null}
 */
const rowOf = ({ target }) => target.closest("[data-strip]");

/** A ring about the dot on which the keys stand. */
function markStep(box, country, share) {
  box.querySelector(".strip-step")?.remove();
  const ring = element("span", { "class": "strip-step", "aria-hidden": "true" });
  ring.style.setProperty("--at", String(share));
  box.querySelector(`[data-strip="${country}"]`).append(ring);
}

/** Put the focus back on a country that had it; one of all is a stop of the Tab key. */
function placeStop(box, focused) {
  /** @type {HTMLElement[]} */
  const names = [...box.querySelectorAll("[data-strip] button")];
  const own = names.find((name) => rowOf({ target: name }).dataset.strip === focused);
  const stop = own ?? names[0];
  for (const name of names) name.tabIndex = name === stop ? 0 : -1;
  if (focused) stop?.focus();
}

/**
 * Move among those who changed their minds by the arrow keys: one is a stop of Tab.
 * @param {HTMLElement} list
 */
function addMindKeys(list) {
  list.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const way = ROWS[key] ? 2 * ROWS[key] : STEPS[key];
    const buttons = [...list.querySelectorAll("button")];
    const next = way && buttons[buttons.indexOf(/** @type {any} */ (target)) + way];
    if (!next) return;
    event.preventDefault();
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });
}

/** What a button of one who changed their mind is, whenever it is drawn. */
function mindKey(button) {
  const item = button.closest("li");
  const isName = button.hasAttribute("value");
  const [day, name] = ["time", "[value]"].map((one) => item?.querySelector(one));
  return [day?.getAttribute("datetime"), name?.getAttribute("value"), isName].join(" ");
}

/** Put the focus back on a button that had it; one of all is a stop of the Tab key. */
function placeMind(list, focused) {
  /** @type {HTMLElement[]} */
  const buttons = [...list.querySelectorAll("button")];
  const stop = buttons.find((one) => mindKey(one) === focused) ?? buttons[0];
  for (const one of buttons) one.tabIndex = one === stop ? 0 : -1;
  // The map is being scrolled to.
  if (focused) stop?.focus({ preventScroll: true });
}

/**
 * Let the section live.
 * @param {Words & Given<"state" | "showMap" | "open" | "showStatement"> & RecordPart} given
 */
export function addStrips(given) {
  const section = document.getElementById("strips");
  if (!section || !hasStrips(given)) return;
  const { state, wording } = given;
  /** @type {HTMLElement} */
  const box = section.querySelector(".strips");
  /** @type {HTMLElement} */
  const minds = section.querySelector(".minds");
  let [order] = STRIP_ORDERS;
  let isSeen = false;
  let isDrawn = false;

  function draw() {
    isDrawn = true;
    const { activeElement } = document;
    const hadFocus = box.contains(activeElement);
    const focused = hadFocus ? rowOf({ target: activeElement })?.dataset.strip : undefined;
    box.replaceChildren(...stripNodes(given, order, (id) => plainButton(undefined, { text: wording.actor(id) })));
    const items = mindItems(given, mindsMaker(given));
    const nobody = element("li", { text: wording.say("strips.nobody") });
    const mind = minds.contains(activeElement) ? mindKey(activeElement) : undefined;
    minds.replaceChildren(...(items.length ? items : [nobody]));
    placeMind(minds, mind);
    placeStop(box, focused);
    followDate(given, box);
  }
  const drawLater = afterPaint(() => !isDrawn && draw());
  const choose = (chosen) => {
    order = chosen;
    draw();
  };
  const notes = ["strips.help", "strips.keys"].map((key) =>
    made(element("p", { "class": "note", "data-t": key })),
  );
  box.before(made(orderButtons(choose)), ...notes);
  addStripKeys(given, box);
  addMindKeys(minds);
  // So long as it is on a phone, it would stand before all else of the page.
  const isNarrow = window.matchMedia("(max-width: 40rem)").matches;
  for (const fold of section.querySelectorAll("details")) fold.open = !isNarrow;

  // Nothing is drawn for who is elsewhere, but what is heard must be in their language.
  new IntersectionObserver(
    (entries) => {
      isSeen = entries[entries.length - 1].isIntersecting;
      if (isSeen) drawLater();
    },
    { rootMargin: "200px" },
  ).observe(section);
  window.addEventListener("beforeprint", () => !isDrawn && draw());
  state.follow(["language", "shown"], (_, changed) => {
    isDrawn = false;
    if (isSeen || changed.includes("language")) drawLater();
  });
}
