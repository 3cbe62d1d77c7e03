// The tooltip of a country: shown on focus as on hover.

import { layerTexts } from "../kinds/kinds.js";
import { statusText } from "../words/country_text.js";
import { element } from "../common/dom.js";
import { statusSwatch } from "../marks/patterns.js";
import { hasStrips, stripPicture, stripScale } from "../time/strips.js";
import { followDate } from "../time/strips_section.js";
import { createTooltip } from "./tooltip_box.js";
import { capital } from "../words/wording.js";

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
  const isPlaced = !payload.countries[country] && page.isOpenable(country);
  return [...(isPlaced ? regionLines : countryLines)(page, country), ...notes];
}

const line = (text, className) => text && element("p", { class: className, text });

/** What is shown of whom a source places in a region. */
function regionLines(page, actor) {
  const { wording } = page;
  return [
    element("strong", { text: wording.actor(actor) }),
    line(capital(wording.say("region.unnamed"))),
    ...layerTexts(page, actor).map((text) => line(text)),
    line(wording.say("tooltip.open"), "hint"),
  ];
}

/** The country's strip; what it says the panel says in words. */
function stripLine(page, country) {
  const history = page.histories()[country];
  if (!history || !hasStrips(page)) return false;
  const strip = stripPicture(page, history, stripScale(page), { "aria-hidden": "true" });
  const box = element("div", { class: "strip-box" }, strip);
  followDate(page, box);
  return box;
}

function countryLines(page, country) {
  const { payload, wording } = page;
  const entry = payload.countries[country];
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
    !page.embedded && stripLine(page, country),
    entry && line(open, "hint"),
  ].filter(Boolean);
}
