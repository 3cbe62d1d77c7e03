// The section of strips, alive: it follows date, filters and language, and leads to
// statements.  The static page has drawn it; it is drawn anew when it is first seen.

import { element, made } from "../common/dom.js";
import { afterPaint } from "../common/later.js";
import { statusSwatch } from "../marks/patterns.js";
import { STRIP_ORDERS, hasStrips, mindItems, stripNodes, stripScale } from "./strips.js";

/** So near a dot a finger means its statement. */
const REACH_OF_DOT_PX = 12;
const STEPS = { ArrowLeft: -1, ArrowRight: 1 };
const ROWS = { ArrowUp: -1, ArrowDown: 1 };

/** The statements of a country in the order of their dots. */
const inTime = (said) => [...said].sort((a, b) => (a.known < b.known ? -1 : 1));

/** The statement whose dot lies nearest to a point of a strip, if one is near. */
function saidAt(page, country, strip, clientX) {
  const { left, width } = strip.getBoundingClientRect();
  const { place } = stripScale(page);
  const far = ({ known }) => Math.abs(left + place(known) * width - clientX);
  const said = page.histories()[country]?.said ?? [];
  const [nearest] = [...said].sort((a, b) => far(a) - far(b));
  return nearest && far(nearest) <= REACH_OF_DOT_PX ? nearest : undefined;
}

/** Let the strip at the head of a panel lead to the statements below it. */
export function listenToStrip(page, country, strip) {
  strip.addEventListener("click", ({ clientX }) => {
    const said = saidAt(page, country, strip, clientX);
    if (said) page.showStatement(said.id);
  });
}

/** The date shown, as a line across strips. */
export function followDate(page, box) {
  const { date } = page.state.get();
  const { place, last } = stripScale(page);
  box.style.setProperty("--at", String(place(date ?? last)));
  box.classList.toggle("is-dated", date !== undefined);
}

/**
 * Let the section live.
 * @param {object} page
 */
export function addStrips(page) {
  const section = document.getElementById("strips");
  if (!section || !hasStrips(page)) return;
  const { state, wording } = page;
  const box = section.querySelector(".strips");
  const minds = section.querySelector(".minds");
  let order = STRIP_ORDERS[0];
  let seen = false;
  let at; // the statement on which the keys stand

  const button = (text, onclick) => element("button", { type: "button", class: "plain", onclick, text });
  const bringMap = () => page.stage.scrollIntoView({ block: "start" });
  function open(country, said) {
    bringMap();
    page.open(country);
    if (said) page.showStatement(said);
  }
  const nameOf = (id) => {
    const name = element("button", { type: "button", class: "plain", text: wording.actor(id) });
    name.tabIndex = -1;
    return name;
  };
  const make = {
    swatchOf: ({ status, strength }) => statusSwatch(page.payload, status, strength === "weak"),
    nameOf: (id, { since, basis }) => button(wording.actor(id), () => open(id, since ?? basis[0])),
    dateOf: (date, text) =>
      element("time", { datetime: date }, button(text, () => {
        bringMap();
        state.change({ date });
      })),
  };

  function draw() {
    if (!seen) return;
    const { activeElement } = document;
    const focused = box.contains(activeElement) && activeElement.closest("[data-strip]")?.dataset.strip;
    box.replaceChildren(...stripNodes(page, order, nameOf));
    minds.replaceChildren(...mindItems(page, make));
    if (!minds.children.length) minds.append(element("li", { text: wording.say("strips.nobody") }));
    const names = [...box.querySelectorAll("button")];
    const entry = names.find((name) => name.closest("li").dataset.strip === focused) ?? names[0];
    if (entry) entry.tabIndex = 0;
    if (focused) entry?.focus();
    followDate(page, box);
  }
  const drawLater = afterPaint(draw);

  function choose(chosen) {
    order = chosen;
    for (const one of orders.children) {
      one.setAttribute("aria-pressed", String(one.dataset.order === order));
    }
    draw();
  }
  const orders = element(
    "div",
    { class: "choices", role: "group", "data-t-label": "strips.order" },
    STRIP_ORDERS.map((one) =>
      element("button", {
        "type": "button",
        "class": "choice",
        "data-order": one,
        "data-t": `strips.order.${one}`,
        "aria-pressed": String(one === order),
        "onclick": () => choose(one),
      }),
    ),
  );
  const help = element("p", { "class": "note", "data-t": "strips.help" });
  box.before(made(orders), made(help));

  box.addEventListener("click", ({ target, clientX }) => {
    const row = target.closest("[data-strip]");
    if (!row) return;
    const strip = target.closest(".strip");
    const { strip: country } = row.dataset;
    const isStepped = !strip && at?.country === country;
    open(country, isStepped ? at.id : strip && saidAt(page, country, strip, clientX)?.id);
  });
  box.addEventListener("keydown", (event) => {
    const row = event.target.closest("[data-strip]");
    if (!row) return;
    if (event.key in STEPS) step(row, STEPS[event.key]);
    else if (event.key in ROWS) move(row, ROWS[event.key]);
    else return;
    event.preventDefault();
  });
  /** Stand on another statement of a country, and say it. */
  function step({ dataset: { strip: country } }, way) {
    const said = inTime(page.histories()[country].said);
    const none = way > 0 ? -1 : said.length;
    const from = at?.country === country ? said.findIndex(({ id }) => id === at.id) : none;
    const next = said[Math.max(0, Math.min(said.length - 1, from + way))];
    if (!next) return;
    at = { country, id: next.id };
    markStep(box, country, stripScale(page).place(next.known));
    const texts = next.statuses.map((status) => wording.say(`status.${status}`));
    const date = wording.date(next.date, next.approximate);
    page.announce(wording.pair(`${wording.actor(country)}, ${date}`, wording.parted(texts)));
  }
  function move(row, way) {
    const rows = [...box.querySelectorAll("[data-strip]")];
    const next = rows[rows.indexOf(row) + way]?.querySelector("button");
    if (!next) return;
    row.querySelector("button").tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  // As long as it is on a phone, it would stand before all else of the page.
  const isNarrow = window.matchMedia("(max-width: 40rem)").matches;
  for (const fold of section.querySelectorAll("details")) fold.open = !isNarrow;
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      seen = true;
      draw();
    },
    { rootMargin: "200px" },
  );
  watch.observe(section);
  // Who hears the page may read it where nobody looks.
  state.follow(["language", "shown"], (_, changed) => {
    seen ||= changed.includes("language");
    drawLater();
  });
}

/** A ring about the dot on which the keys stand. */
function markStep(box, country, share) {
  box.querySelector(".strip-step")?.remove();
  const ring = element("span", { "class": "strip-step", "aria-hidden": "true" });
  ring.style.setProperty("--at", String(share));
  box.querySelector(`[data-strip="${country}"]`).append(ring);
}
