// The tooltip of a country: shown on focus as on hover.

import { layerTexts } from "../kinds/kinds.js";
import { statusText } from "../words/country_text.js";
import { element } from "../common/dom.js";
import { standingSwatch } from "../marks/patterns.js";
import { hasStrips, stripPicture, stripScale } from "../time/strips.js";
import { followDate } from "../time/strips_section.js";
import { createTooltip } from "./tooltip_box.js";
import { capital } from "../words/wording.js";

/**
 * Add the tooltip to the map's stage.
 * @param {Words & Given<"state" | "map" | "stage" | "embedded" | "isShown"> & RecordPart} given
 */
export function addTooltip(given) {
  const { state, map } = given;
  const { show, hide, leave } = createTooltip(given.stage, map.getContainer());
  state.follow(["hover", "language"], ({ hover }) => {
    if (hover) show(tooltipLines(given, hover), hover.at);
    else leave();
  });
  state.follow(["country", "view", "shown"], hide);
  map.on("movestart", hide);
}

/** @param {Words & Given<"state" | "embedded" | "isShown"> & RecordPart} given */
function tooltipLines(given, { country, areas = [] }) {
  const { payload, wording } = given;
  const disputed = areas.map((id) => payload.disputed?.[id]).filter(Boolean);
  const notes = disputed.map(({ name, basis }) => {
    const area = element("span", wording.told(name));
    const text = `. ${wording.say("tooltip.disputed")} `;
    const why = element("span", wording.told(basis));
    return element("p", { class: "tooltip-area" }, area, text, why);
  });
  const isPlaced = !payload.countries[country] && given.isOpenable(country);
  return [...(isPlaced ? regionLines : countryLines)(given, country), ...notes];
}

const line = (text, className) => text && element("p", { class: className, text });

/** What is shown of whom a source places in a region. */
function regionLines(/** @type {Words & Shown<"state" | "record" | "isShown">} */ given, actor) {
  const { wording } = given;
  return [
    element("strong", { text: wording.actor(actor) }),
    line(capital(wording.say("region.unnamed"))),
    ...layerTexts(given, actor).map((text) => line(text)),
    line(wording.say("tooltip.open"), "hint"),
  ];
}

/** The country's strip; what it says the panel says in words. */
function stripLine(/** @type {Shown<"state" | "stops" | "histories">} */ given, country) {
  const history = given.histories()[country];
  if (!history || !hasStrips(given)) return false;
  const strip = stripPicture(given, history, stripScale(given), { "aria-hidden": "true" });
  const box = element("div", { class: "strip-box" }, strip);
  followDate(given, box);
  return box;
}

/** @param {Words & Given<"state" | "embedded" | "isShown"> & RecordPart} given */
function countryLines(given, country) {
  const { payload, wording } = given;
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
      standingSwatch(payload, entry),
      statusText(given, entry),
    ),
    entry?.contested && line(wording.say("legend.contested")),
    ...layerTexts(given, country).map((text) => line(text)),
    !given.embedded && stripLine(given, country),
    entry && line(open, "hint"),
  ].filter(Boolean);
}
