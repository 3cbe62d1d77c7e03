// The date shown compared with another that the reader chooses: what changed is outlined
// on the map, and stands here as a table.

import { plainButton } from "../common/buttons.js";
import { changesBetween } from "../rules/changes.js";
import { figuresText, inLegendOrder, standingText } from "./change_list.js";
import { comparedText } from "./date_changes.js";
import { element, made } from "../common/dom.js";
import { filterTexts } from "../words/heading.js";
import { afterPaint } from "../common/later.js";
import { standingSwatch } from "../marks/patterns.js";
import { comparedOf, monthsOf, stopBy } from "../rules/stops.js";

const COLUMNS = ["table.country", "from", "to"];

/** A choice among the ends of months, and the day that is shown. */
function dateChooser({ stops, wording }, key, chosen, choose) {
  const months = monthsOf(stops).map(({ month, last }) => [last.day, wording.date(month)]);
  const isOther = chosen && !months.some(([day]) => day === chosen.day);
  const other = isOther ? [[chosen.day, wording.date(chosen.date)]] : [];
  const inOrder = [...months, ...other].sort(([a], [b]) => (a < b ? -1 : 1));
  const none = key === "from" && [element("option", { value: "", text: "—" })];
  const options = inOrder.map(([value, text]) =>
    element("option", { value, text, selected: value === chosen?.day }),
  );
  const onchange = ({ target }) => choose(target.value || undefined);
  const select = element("select", { name: key, onchange }, none, options);
  const title = element("span", { text: wording.say(`compare.${key}`) });
  return element("label", {}, title, select);
}

/** A way to each month: what it changed on the map. */
function monthLinks({ stops, wording, state, showMap }) {
  const links = monthsOf(stops)
    .filter(({ before }) => before)
    .map(({ month, before, last }) => {
      const onclick = () => {
        showMap();
        state.change({ from: before.day, date: last.day });
      };
      return element("li", {}, plainButton(onclick, { text: wording.date(month) }));
    });
  return [
    element("h3", { text: wording.say("compare.months") }),
    element("ul", { class: "months" }, links),
  ];
}

function standingCellAt(/** @type {Words} */ given, entry, marks) {
  const figures = figuresText(given, marks);
  return element(
    "td",
    {},
    element(
      "span",
      { class: "status-line" },
      standingSwatch(given.payload, entry),
      standingText(given, entry),
    ),
    figures && element("p", { text: figures }),
  );
}

function changeRow(/** @type {Words & Given<"open">} */ given, change) {
  const { country, before, after, figuresBefore, figuresAfter } = change;
  const name = plainButton(() => given.open(country), { text: given.wording.actor(country) });
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, name),
    standingCellAt(given, before, figuresBefore),
    standingCellAt(given, after, figuresAfter),
  );
}

/**
 * @param {Words & Given<"state" | "changes" | "isListed" | "open"> & RecordPart} given
 * @param {object[]} pair the stops compared
 */
function changeTable(given, [from, to]) {
  const { wording, payload } = given;
  const [before, after] = [from, to].map(({ day }) => given.snapshot({ date: day }));
  const changes = inLegendOrder(
    given,
    changesBetween(before, after, payload.statements).filter(({ country }) =>
      given.isListed(country),
    ),
  );
  const dates = { from: wording.date(from.date), to: wording.date(to.date) };
  const caption = [
    comparedText(given, changes),
    ...filterTexts(given, given.state.get()),
  ].join(". ");
  const heads = COLUMNS.map((key) =>
    element("th", { scope: "col", text: dates[key] ?? wording.say(key) }),
  );
  const table = element(
    "table",
    {},
    element("caption", { text: caption }),
    element("thead", {}, element("tr", {}, heads)),
    element(
      "tbody",
      {},
      changes.map((change) => changeRow(given, change)),
    ),
  );
  const label = wording.say("compare.title");
  const box = { class: "table-box", tabindex: 0, role: "region", "aria-label": label };
  return element("div", box, table);
}

/**
 * Add the comparison of the date shown with another.  A map of one date has none.
 * @param {Words & Given<"state" | "showMap" | "changes" | "isListed" | "open"> & RecordPart} given
 */
export function addCompare(given) {
  const { state, stops } = given;
  if (stops.length < 2) return;
  const dates = element("div", { class: "fields" });
  const months = element("div");
  const result = element("div");
  const title = element("h2", { "data-t": "compare.title" });
  const intro = element("p", { class: "note", "data-t": "compare.intro" });
  const look = { id: "compare", class: "compare" };
  const section = element("section", look, title, intro, dates, months, result);
  const below = document.getElementById("strips") ?? document.getElementById("table");
  below.before(made(section));

  function draw() {
    const { from, date } = state.get();
    const end = stops[date ? stopBy(stops, date) : stops.length - 1];
    const start = from && stops[stopBy(stops, from)];
    const { activeElement } = document;
    const focused = dates.contains(activeElement) && activeElement.getAttribute("name");
    dates.replaceChildren(
      dateChooser(given, "from", start, (day) => state.change({ from: day })),
      dateChooser(given, "to", end, (day) => state.change({ date: day })),
    );
    if (focused) dates.querySelector(`[name=${focused}]`).focus();
    const compared = comparedOf(stops, state.get());
    result.replaceChildren(...(compared ? [changeTable(given, compared.pair)] : []));
  }
  const drawMonths = () => months.replaceChildren(...monthLinks(given));
  state.follow(["from", "language"], draw);
  state.follow(["language"], drawMonths);
  state.follow(["shown", "only"], afterPaint(draw, section));
  draw();
  drawMonths();
}
