// The legend of the choropleth: the statuses that occur, each with its count.

import { element } from "../common/dom.js";
import { filtersOf } from "../rules/filters.js";
import { viewHolds } from "../ground/frame.js";
import { legendList, legendNote, legendRow } from "./legend_rows.js";
import {
  comparedSwatch, dottedSwatch, edgeSwatch, smallSwatch, statusSwatch,
} from "../marks/patterns.js";
import { oldIn } from "../rules/age.js";
import { countedAs } from "../rules/standing.js";
import { stopBy } from "../rules/stops.js";
import { standingKey } from "../words/wording.js";

/** Does the view in use show a country as a square, for its size? */
function showsSquares(/** @type {Shown<"payload" | "view">} */ { payload, view }) {
  const { small, countries, points } = payload;
  return small.some((id) => countries[id] && viewHolds(view(), points[id]));
}

/** Does the view in use show a country whose position is old? */
const showsOld = (/** @type {Shown<"payload" | "view">} */ { payload, view }) =>
  oldIn(payload).some((id) => viewHolds(view(), payload.points[id]));

/**
 * @param {Words & Shown<"state" | "stops" | "positionButton" | "view">} given
 */
export function statusLegend(given) {
  const { payload, wording, state } = given;
  const { say } = wording;
  const entries = Object.values(payload.countries);
  const has = (key, value) => entries.some((entry) => entry[key] === value);
  /**
   * The headline does not count the weak ones, and who was only announced took part in
   * nothing: they are said apart.
   */
  const count = (counted, kinds) => {
    const parts = kinds.map((kind) => {
      const few = counted.filter(({ strength }) => strength === kind).length;
      return few && say(`legend.of_them_${kind}`, { n: wording.number(few) });
    });
    const said = parts.filter(Boolean).join(", ");
    const all = wording.number(counted.length);
    return said ? { text: `${all} (${said})`, parted: wording.parted([all, said]) } : all;
  };
  const rows = payload.statuses.map((status) => {
    // As the headline counts: who declines and offers other help declines.
    const counted = entries.filter((entry) =>
      countedAs(entry.status, payload.terms).includes(status),
    );
    if (!counted.length) return false;
    const drawn = counted.filter((entry) => entry.status === status);
    const keys = [...new Set(drawn.map(standingKey))];
    const isPart = countedAs(status, payload.terms).length > 1;
    const own = keys.length === 1 ? keys[0] : `status.${status}`;
    const text = say(isPart ? "legend.of_them_helping" : own);
    const within = (all) => given.positionButton?.(status, { class: "key" }, all) ?? all;
    const kinds = keys.length > 1 ? ["weak", "announced"] : ["weak"];
    return legendRow(statusSwatch(payload, status), text, count(counted, kinds), { isPart, within });
  });
  const noData = filtersOf(state.get()).length ? "filter.no_data" : "status.no_data";
  const { from } = state.get();
  const dateOf = (day) => wording.date(given.stops[stopBy(given.stops, day)].date);
  const unequal = element("span", { class: "sign", text: "≠" });
  const dotted = dottedSwatch();
  return [
    legendList(
      rows,
      legendRow(statusSwatch(payload), say(noData)),
      has("strength", "weak") && legendRow(dotted, say("legend.dots")),
      showsOld(given) && legendRow(edgeSwatch(), say("legend.old")),
      showsSquares(given) && legendRow(smallSwatch(), say("legend.small")),
      from && legendRow(comparedSwatch(), say("compare.edge", { date: dateOf(from) })),
      has("contested", true) && legendRow(unequal, say("legend.contested")),
    ),
    has("strength", "as_told") && legendNote(say("legend.as_told")),
  ];
}
