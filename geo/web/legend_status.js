// The legend of the choropleth: the statuses that occur, each with its count.

import { element } from "./dom.js";
import { filtersOf } from "./filters.js";
import { legendList, legendNote, legendRow } from "./legend_rows.js";
import { statusSwatch } from "./patterns.js";

/** @param {object} page */
export function statusLegend({ payload, wording, state }) {
  const { say } = wording;
  const entries = Object.values(payload.countries);
  const has = (key, value) => entries.some((entry) => entry[key] === value);
  const rows = payload.statuses.map((status) => {
    const n = entries.filter((entry) => entry.status === status).length;
    const text = say(`status.${status}`);
    return n > 0 && legendRow(statusSwatch(status), text, wording.number(n));
  });
  const noData = filtersOf(state.get()).length ? "filter.no_data" : "status.no_data";
  const unequal = element("span", { class: "sign", text: "≠" });
  const dotted = statusSwatch("considering", true);
  return [
    legendList(
      rows,
      legendRow(statusSwatch("no_data"), say(noData)),
      has("strength", "weak") && legendRow(dotted, say("legend.dots")),
      has("contested", true) && legendRow(unequal, say("legend.contested")),
    ),
    has("strength", "as_told") && legendNote(say("legend.as_told")),
  ];
}
