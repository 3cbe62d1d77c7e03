// The legend of the choropleth: the statuses that occur, each with its count.

import { viewHolds } from "./crs.js";
import { element } from "./dom.js";
import { filtersOf } from "./filters.js";
import { legendList, legendNote, legendRow } from "./legend_rows.js";
import { dottedSwatch, smallSwatch, statusSwatch } from "./patterns.js";

/** Does the view in use show a country as a square, for its size? */
function showsSquares({ payload, view }) {
  const { small, countries, points } = payload;
  return small.some((id) => countries[id] && viewHolds(view(), points[id]));
}

/** @param {object} page */
export function statusLegend(page) {
  const { payload, wording, state } = page;
  const { say } = wording;
  const entries = Object.values(payload.countries);
  const has = (key, value) => entries.some((entry) => entry[key] === value);
  /** The finding does not count the weak ones, so they are said apart. */
  const count = (counted) => {
    const weak = counted.filter(({ strength }) => strength === "weak").length;
    const n = wording.number(counted.length);
    return weak ? say("legend.of_them_weak", { n, weak: wording.number(weak) }) : n;
  };
  const rows = payload.statuses.map((status) => {
    const counted = entries.filter((entry) => entry.status === status);
    const text = say(`status.${status}`);
    return counted.length > 0 && legendRow(statusSwatch(status), text, count(counted));
  });
  const noData = filtersOf(state.get()).length ? "filter.no_data" : "status.no_data";
  const unequal = element("span", { class: "sign", text: "≠" });
  const dotted = dottedSwatch();
  return [
    legendList(
      rows,
      legendRow(statusSwatch("no_data"), say(noData)),
      has("strength", "weak") && legendRow(dotted, say("legend.dots")),
      showsSquares(page) && legendRow(smallSwatch(), say("legend.small")),
      has("contested", true) && legendRow(unequal, say("legend.contested")),
    ),
    has("strength", "as_told") && legendNote(say("legend.as_told")),
  ];
}
