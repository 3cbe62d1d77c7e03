// The tooltip: shown on focus as on hover; the pointer may move onto it, and Escape
// dismisses it (WCAG 2.2, success criterion 1.4.13).

import { figureTexts, participationTexts, statusText } from "./country_text.js";
import { element } from "./dom.js";
import { statusSwatch } from "./patterns.js";

const HIDE_DELAY_MS = 250;

/**
 * Add the tooltip to the map's stage.
 * @param {object} page
 */
export function addTooltip(page) {
  const { state } = page;
  const box = element("div", {
    class: "tooltip",
    id: "tooltip",
    role: "tooltip",
    hidden: true,
  });
  let timer;
  page.stage.append(box);

  function show({ hover }) {
    clearTimeout(timer);
    if (!hover) {
      timer = setTimeout(() => (box.hidden = true), HIDE_DELAY_MS);
      return;
    }
    box.replaceChildren(...tooltipLines(page, hover));
    box.hidden = false;
    place(box, page, hover.at);
  }
  state.follow(["hover", "language"], show);
  state.follow(["country", "view", "shown"], () => (box.hidden = true));
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", () => (box.hidden = true));
  page.map.on("movestart", () => (box.hidden = true));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") box.hidden = true;
  });
}

/** Put the box beside a point of the map, inside the stage where there is room. */
function place(box, page, [x, y]) {
  const map = page.map.getContainer();
  const left =
    x + 16 + box.offsetWidth > map.clientWidth ? x - 16 - box.offsetWidth : x + 16;
  const top = Math.min(y + 12, map.clientHeight - box.offsetHeight - 4);
  box.style.left = `${Math.max(4, left) + map.offsetLeft}px`;
  box.style.top = `${Math.max(4, top) + map.offsetTop}px`;
}

function tooltipLines(page, { country, areas = [] }) {
  const { payload, wording } = page;
  const disputed = areas.map((id) => payload.disputed?.[id]).filter(Boolean);
  const notes = disputed.map(({ name, basis }) => {
    const area = element("span", wording.told(name));
    const text = `. ${wording.say("tooltip.disputed")} `;
    const why = element("span", { lang: "en", text: basis });
    return element("p", { class: "tooltip-area" }, area, text, why);
  });
  return [...countryLines(page, country), ...notes];
}

function countryLines(page, country) {
  const { payload, wording } = page;
  const entry = payload.countries[country];
  const line = (text, className) => text && element("p", { class: className, text });
  const count = entry?.statements?.length;
  const open = count
    ? wording.count("tooltip.statements", count)
    : wording.say("tooltip.open");
  return [
    element("strong", { text: wording.actor(country) }),
    element(
      "p",
      { class: "status-line" },
      statusSwatch(entry?.status, entry?.strength === "weak"),
      statusText(page, entry),
    ),
    entry?.contested && line(wording.say("tooltip.contested")),
    ...figureTexts(page, country).map((text) => line(text)),
    ...participationTexts(page, country).map((text) => line(text)),
    entry && line(open, "hint"),
  ].filter(Boolean);
}
