// The tooltip of a country: shown on focus as on hover.

import { layerTexts } from "../kinds/kinds.js";
import { statusText } from "../words/country_text.js";
import { element } from "../common/dom.js";
import { statusSwatch } from "../marks/patterns.js";
import { createTooltip } from "./tooltip_box.js";

/**
 * Add the tooltip to the map's stage.
 * @param {object} page
 */
export function addTooltip(page) {
  const { state, map } = page;
  const { show, hide, leave } = createTooltip(page.stage, map.getContainer());
  state.follow(["hover", "language"], ({ hover }) => {
    if (hover) show(tooltipLines(page, hover), hover.at);
    else leave();
  });
  state.follow(["country", "view", "shown"], hide);
  map.on("movestart", hide);
}

function tooltipLines(page, { country, areas = [] }) {
  const { payload, wording } = page;
  const disputed = areas.map((id) => payload.disputed?.[id]).filter(Boolean);
  const notes = disputed.map(({ name, basis }) => {
    const area = element("span", wording.told(name));
    const text = `. ${wording.say("tooltip.disputed")} `;
    const why = element("span", wording.told(basis));
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
      statusSwatch(payload, entry?.status, entry?.strength === "weak"),
      statusText(page, entry),
    ),
    entry?.contested && line(wording.say("legend.contested")),
    ...layerTexts(page, country).map((text) => line(text)),
    entry && line(open, "hint"),
  ].filter(Boolean);
}
