// The legend of a choropleth of numbers: its classes with their bounds and how many
// countries each has.

import { filtersOf } from "../rules/filters.js";
import { className, classIndex, numbersOf } from "../marks/classes.js";
import { earlierNote } from "../marks/figures.js";
import { statusSwatch } from "../marks/patterns.js";
import { legendList, legendNote, legendRow } from "./legend_rows.js";

/**
 * @param {Words & Shown<"state">} given
 * @param {LayerSpec} spec the layer's entry in the payload
 */
export function valueLegend(given, spec) {
  const { payload, wording, state } = given;
  const { breaks, ends = [] } = spec;
  const [least, most] = [Math.min(...ends, ...breaks), Math.max(...ends, ...breaks)];
  const bounds = ends.length ? [least, ...breaks, most] : [];
  const numbers = [...numbersOf(given, spec).values()];
  const classes = numbers.map(({ number }) => classIndex(spec, number));
  const rows = bounds.slice(1).map((max, index) => {
    const text = wording.figureNumber({ min: bounds[index], max });
    const count = classes.filter((one) => one === index).length;
    return legendRow(statusSwatch(payload, className(index)), text, wording.number(count));
  });
  const earlier = earlierNote(given, spec);
  const noData = filtersOf(state.get()).length ? "filter.no_data" : "status.no_data";
  return [
    legendList(
      rows.reverse(),
      legendRow(statusSwatch(payload), wording.say(noData)),
      numbers.some(({ weak }) => weak) && legendRow(statusSwatch(payload, className(0), true), wording.say("legend.dots")),
    ),
    earlier && legendNote(earlier),
    breaks.length > 0 && legendNote(wording.say("legend.bounds")),
  ];
}
