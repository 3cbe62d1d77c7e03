// The legend of the choropleth: the statuses that occur, each with its count.

import { element } from "./dom.js";
import { filtersOf } from "./filters.js";
import { viewHolds } from "./frame.js";
import { legendList, legendNote, legendRow } from "./legend_rows.js";
import { dottedSwatch, smallSwatch, statusSwatch } from "./patterns.js";
import { standingKey } from "./wording.js";

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
  /**
   * The finding does not count the weak ones, and who was only announced took part in
   * nothing: they are said apart.
   */
  const count = (counted, kinds) => {
    const parts = kinds.map((kind) => {
      const few = counted.filter(({ strength }) => strength === kind).length;
      return few && say(`legend.of_them_${kind}`, { n: wording.number(few) });
    });
    const said = parts.filter(Boolean).join(", ");
    return wording.number(counted.length) + (said && ` (${said})`);
  };
  const rows = payload.statuses.map((status) => {
    const counted = entries.filter((entry) => entry.status === status);
    if (!counted.length) return false;
    const keys = [...new Set(counted.map(standingKey))];
    const text = say(keys.length > 1 ? `status.${status}` : keys[0]);
    const kinds = keys.length > 1 ? ["weak", "announced"] : ["weak"];
    return legendRow(statusSwatch(payload, status), text, count(counted, kinds));
  });
  const noData = filtersOf(state.get()).length ? "filter.no_data" : "status.no_data";
  const unequal = element("span", { class: "sign", text: "≠" });
  const dotted = dottedSwatch();
  return [
    legendList(
      rows,
      legendRow(statusSwatch(payload), say(noData)),
      has("strength", "weak") && legendRow(dotted, say("legend.dots")),
      showsSquares(page) && legendRow(smallSwatch(), say("legend.small")),
      has("contested", true) && legendRow(unequal, say("legend.contested")),
    ),
    has("strength", "as_told") && legendNote(say("legend.as_told")),
  ];
}
