// The date and the filters, said wherever the data are: in the heading, the window's
// title, the captions of the tables and the citation.

import { stopped } from "./citation.js";
import { filtersOf } from "../rules/filters.js";
import { element, made } from "../common/dom.js";
import { tell } from "./labelled.js";

/** What the filters keep, in words. */
export function filterTexts({ wording }, choices) {
  const { say } = wording;
  const texts = {
    confidence: (value) => say(`filter.confidence.${value}`),
    without: (value) => {
      const grades = value.split(",").map((grade) => say(`grade.${grade}`));
      return say("filter.without.said", { grades: wording.list(grades) });
    },
    domain: (value) => say("filter.domain.said", { domain: say(`domain.${value}`) }),
    condition: (value) =>
      say("filter.condition.said", { condition: say(`condition.${value}`) }),
    at: (id) => say("filter.at.said", { meeting: wording.meeting(id) }),
  };
  return filtersOf(choices).map((key) => texts[key](choices[key]));
}

/** Under filters, the sentence that says so; blank where everything is shown. */
export function narrowedText(page) {
  const { state, wording, record } = page;
  const filters = filterTexts(page, state.get());
  if (!filters.length) return "";
  return wording.say("filter.narrowed", {
    filters: filters.join("; "),
    n: wording.number(page.snapshot().statements.length),
    all: wording.number(record.statements.length),
  });
}

/**
 * Keep the heading, and every as-of date of the page.
 * @param {object} page
 */
export function addHeading(page) {
  const { state, payload, wording } = page;
  const finding = document.querySelector(".finding");
  const narrowed = element("p", { class: "narrowed", hidden: true });
  finding.after(made(narrowed));

  function draw() {
    const choices = state.get();
    const date = wording.date(payload.as_of);
    const title = wording.pick(payload.title);
    const chosen = choices.date !== undefined;
    document.title = chosen ? wording.say("time.page_title", { title, date }) : title;
    tell(finding, wording.told(payload.finding));
    for (const time of document.querySelectorAll("[data-as-of]")) {
      time.setAttribute("data-date", payload.as_of);
      time.setAttribute("datetime", payload.as_of);
      time.textContent = date;
    }
    for (const node of document.querySelectorAll("[data-stop]")) {
      node.textContent = stopped(date).slice(date.length);
    }
    narrowed.textContent = narrowedText(page);
    narrowed.hidden = !narrowed.textContent;
  }
  state.follow(["shown", "language"], draw);
}
