// The legend of each kind of layer, drawn with the classes and sizes of the map itself.

import { element, vector } from "../common/dom.js";
import { figuresLegend } from "./legend_figures.js";
import { participantsLegend } from "./legend_participants.js";
import { legendFold, legendList, legendRow } from "./legend_rows.js";
import { statusLegend } from "./legend_status.js";
import { picture } from "../marks/patterns.js";

/** The hatch, the dashes, and on what each disputed area's drawing rests. */
function disputedLegend({ payload, wording }) {
  const box = { x: 1, y: 1, width: 24, height: 14, class: "disputed-area" };
  const hatch = picture(26, 16, vector("rect", box));
  const dashes = { d: "M1 8H25", class: "disputed-line" };
  const colon = wording.say("map.pair", { name: "", said: "" });
  const items = Object.values(payload.disputed ?? {}).map(({ name, basis }) => {
    const title = element("strong", wording.told(name));
    return element("li", {}, title, colon, element("span", wording.told(basis)));
  });
  return [
    legendList(
      legendRow(hatch, wording.say("legend.disputed_area")),
      legendRow(
        picture(26, 16, vector("path", dashes)),
        wording.say("legend.disputed_line"),
      ),
    ),
    items.length > 0 && legendFold(wording.say("legend.disputed_list"), items),
  ];
}

const LEGENDS = {
  status: statusLegend,
  figures: figuresLegend,
  participants: participantsLegend,
  disputed: disputedLegend,
  unplaced: ({ wording }) => [
    element("a", { href: "#unplaced", text: wording.say("layer.unplaced") }),
  ],
};

/** The title of a layer: its own, or that of its kind. */
export function layerTitle({ wording }, spec) {
  return spec.title ? wording.told(spec.title) : { text: wording.say(`layer.${spec.id}`) };
}

/**
 * The legend of a layer in the present language.
 * @param {object} page
 * @param {object} spec the layer's entry in the payload
 * @returns {Node[]}
 */
export function legendOf(page, spec) {
  return LEGENDS[spec.kind](page, spec).filter(Boolean);
}
