// The legend of disputed territory.

import { element, vector } from "../common/dom.js";
import { legendFold, legendList, legendRow } from "./legend_rows.js";
import { picture } from "../marks/patterns.js";

/** The hatch, the dashes, and on what each disputed area's drawing rests. */
export function disputedLegend(/** @type {Words} */ { payload, wording }) {
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
