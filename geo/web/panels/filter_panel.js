// The filters: by confidence, kind of publisher, domain, condition and meeting.

import { choiceButton } from "../common/buttons.js";
import { element, made } from "../common/dom.js";
import { FILTERS, UNFILTERED, filtersOf } from "../rules/filters.js";
import { filterValues } from "../state/record.js";

/** The words of a filter's values. */
function valueText(/** @type {Words} */ { wording, payload }, key, value) {
  if (key === "at") {
    const { date, name } = payload.meetings[value];
    const texts = { date: wording.date(date), name: wording.pick(name) };
    return wording.say("meeting.option", texts);
  }
  const kind = key === "confidence" ? "filter.confidence" : key;
  return wording.say(`${kind}.${value}`);
}

/** A choice of one value, or all. */
function chooser(/** @type {Words & Given<"state">} */ given, key, values) {
  const { wording, state } = given;
  const chosen = state.get()[key];
  const named = values.map((value) => [value, valueText(given, key, value)]);
  if (key === "domain" || key === "condition") {
    named.sort(([, a], [, b]) => wording.compare(a, b));
  }
  const options = [["", wording.say(`filter.${key}.all`)], ...named].map(
    ([value, text]) =>
      element("option", { value, text, selected: value === (chosen ?? "") }),
  );
  const onchange = ({ target }) => {
    const value = target.value || undefined;
    // The layers of participants show the meeting that the filter keeps.
    state.change(
      key === "at" && value ? { at: value, meeting: value } : { [key]: value },
    );
  };
  const title = element("span", { text: wording.say(`filter.${key}`) });
  const select = element("select", { onchange, name: key }, options);
  return element("label", {}, title, select);
}

/** The kinds of publishers, each to be left out. */
function publishers(/** @type {Given<"wording" | "state">} */ { wording, state }, grades) {
  const out = state.get().without?.split(",") ?? [];
  const boxes = grades.map((grade) => {
    const onchange = ({ target }) => {
      const left = grades.filter((other) =>
        other === grade ? !target.checked : out.includes(other),
      );
      state.change({ without: left.join() || undefined });
    };
    const box = { type: "checkbox", name: grade, checked: !out.includes(grade) };
    const text = element("span", { text: wording.say(`grade.${grade}`) });
    return element("label", {}, element("input", { ...box, onchange }), text);
  });
  const legend = element("legend", { text: wording.say("filter.without") });
  return element("fieldset", {}, legend, element("div", { class: "boxes" }, boxes));
}

/**
 * Add the filters under the slider; the words of an article are not filtered.
 * @param {Words & Given<"state" | "stage" | "record">} given
 */
export function addFilterPanel(given) {
  const { state, record, stage, wording } = given;
  if (record.asTold) return;
  const values = filterValues(given);
  const summary = element("summary");
  const fields = element("div", { class: "fields" });
  const onclick = () => {
    state.change(UNFILTERED);
    summary.focus();
  };
  const clear = choiceButton(onclick, { "data-t": "filter.clear" });
  const panel = element("details", { class: "filters" }, summary, fields, clear);
  stage.append(made(panel));

  function draw() {
    const set = filtersOf(state.get()).length + Number(state.get().only !== undefined);
    const { activeElement } = document;
    const focused = fields.contains(activeElement) && activeElement.getAttribute("name");
    const choosers = ["confidence", "domain", "condition", "at"]
      .filter((key) => values[key].length)
      .map((key) => chooser(given, key, values[key]));
    const grades = values.without.length > 1 && publishers(given, values.without);
    summary.textContent = set
      ? wording.say("filter.title.set", { n: wording.number(set) })
      : wording.say("filter.title");
    clear.hidden = !set;
    fields.replaceChildren(...[...choosers, grades].filter(Boolean));
    if (focused) fields.querySelector(`[name="${CSS.escape(focused)}"]`)?.focus();
  }
  state.follow([...FILTERS, "only", "language"], draw);
  draw();
}
