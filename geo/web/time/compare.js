// What changed between two dates that the reader chooses, as a table.

import { changesBetween } from "../rules/changes.js";
import { figuresText, inLegendOrder, standingText } from "./change_list.js";
import { element, made } from "../common/dom.js";
import { filterTexts } from "../words/heading.js";
import { afterPaint } from "../common/later.js";
import { statusSwatch } from "../marks/patterns.js";
import { stopBy } from "../rules/stops.js";

const COLUMNS = ["table.country", "from", "to"];

/** A choice of a date among the slider's stops. */
function dateChooser(page, key, chosen) {
  const { stops, wording, state } = page;
  const none = key === "from" && [element("option", { value: "", text: "—" })];
  const options = stops.map(({ day, date }) =>
    element("option", {
      value: day,
      text: wording.date(date),
      selected: day === chosen,
    }),
  );
  const onchange = ({ target }) => state.change({ [key]: target.value || undefined });
  const select = element("select", { name: key, onchange }, none, options);
  const title = element("span", { text: wording.say(`compare.${key}`) });
  return element("label", {}, title, select);
}

function standingCellAt(page, entry, marks) {
  const figures = figuresText(page, marks);
  return element(
    "td",
    {},
    element(
      "span",
      { class: "status-line" },
      statusSwatch(page.payload, entry?.status, entry?.strength === "weak"),
      standingText(page, entry),
    ),
    figures && element("p", { text: figures }),
  );
}

function changeRow(page, change) {
  const { country, before, after, figuresBefore, figuresAfter } = change;
  const onclick = () => page.open(country);
  const text = page.wording.actor(country);
  const button = { type: "button", class: "plain", onclick, text };
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, element("button", button)),
    standingCellAt(page, before, figuresBefore),
    standingCellAt(page, after, figuresAfter),
  );
}

/**
 * @param {object} page
 * @param {object[]} pair the stops compared
 */
function changeTable(page, [from, to]) {
  const { wording, payload } = page;
  const [before, after] = [from, to].map(({ day }) => page.snapshot({ date: day }));
  const changes = inLegendOrder(
    page,
    changesBetween(before, after, payload.statements),
  );
  const dates = { from: wording.date(from.date), to: wording.date(to.date) };
  const caption = [
    wording.count("compare.caption", changes.length, dates),
    ...filterTexts(page, page.state.get()),
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
      changes.map((change) => changeRow(page, change)),
    ),
  );
  const label = wording.say("compare.title");
  const box = { class: "table-box", tabindex: 0, role: "region", "aria-label": label };
  return element("div", box, table);
}

/**
 * Add the comparison before the tables.  A map of one date has none.
 * @param {object} page
 */
export function addCompare(page) {
  const { state, stops, wording, record } = page;
  if (stops.length < 2 || record.asTold) return;
  const dates = element("div", { class: "fields" });
  const result = element("div");
  const title = element("h2", { "data-t": "compare.title" });
  const intro = element("p", { class: "note", "data-t": "compare.intro" });
  const look = { id: "compare", class: "compare" };
  const section = element("section", look, title, intro, dates, result);
  document.getElementById("table").before(made(section));

  function draw() {
    const { from, to, date } = state.get();
    const end = stops[to || date ? stopBy(stops, to ?? date) : stops.length - 1];
    const start = from && stops[stopBy(stops, from)];
    const { activeElement } = document;
    const focused = dates.contains(activeElement) && activeElement.getAttribute("name");
    dates.replaceChildren(
      dateChooser(page, "from", start?.day),
      dateChooser(page, "to", end.day),
    );
    if (focused) dates.querySelector(`[name=${focused}]`).focus();
    const pair = [start, end].sort((a, b) => (a?.day < b.day ? -1 : 1));
    result.replaceChildren(...(start ? [changeTable(page, pair)] : []));
  }
  const drawLater = afterPaint(draw);
  state.follow(["from", "to", "language"], draw);
  // The date shown is the end of the comparison, unless the reader chose another.
  state.follow(["shown"], ({ from, to }) => (from || !to) && drawLater());
  draw();
}
