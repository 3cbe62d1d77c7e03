// The date and the filters, said wherever the data are: in the heading, the window's
// title, the captions of the tables and the citation.

import { asOfNodes, headlineOf } from "./chips.js";
import { stopped } from "./citation.js";
import { filtersOf } from "../rules/filters.js";
import { element, made } from "../common/dom.js";
import { isSound, statusOf } from "../rules/positions.js";
import { isStacked } from "../common/stacked.js";

/** Countries of one position, in words. */
function positionText({ wording: { say }, record }, position) {
  const status = say(`status.${statusOf(position)}`);
  // Where a text is taken at its word, nothing is called sound.
  const isJudged = isSound(position) && !record.asTold;
  return say(isJudged ? "filter.only.sound" : "filter.only.said", { status });
}

/** What the filters keep, in words. */
export function filterTexts(page, choices) {
  const { wording } = page;
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
  const rows = filtersOf(choices).map((key) => texts[key](choices[key]));
  return choices.only ? [...rows, positionText(page, choices.only)] : rows;
}

/** Under filters, the sentence that says so; blank where everything is shown. */
export function narrowedText(page) {
  const { state, wording, record } = page;
  const filters = filterTexts(page, state.get());
  if (!filters.length) return "";
  return wording.say("filter.narrowed", {
    filters: filters.join("; "),
    n: wording.number(page.listedStatements().length),
    all: wording.number(record.statements.length),
  });
}

/**
 * Keep the heading, and every as-of date of the page.
 * @param {object} page
 */
export function addHeading(page) {
  const { state, payload, wording } = page;
  /** @type {HTMLElement} */
  const finding = document.querySelector(".finding");
  const asOf = document.querySelector(".as-of");
  const narrowed = element("p", { class: "narrowed", hidden: true });
  // Over the map, which it is about, and which it must not push away.
  document.querySelector(".map-box").append(made(narrowed));

  function draw() {
    const choices = state.get();
    const date = wording.date(payload.as_of);
    const title = wording.pick(payload.title);
    const chosen = choices.date !== undefined;
    document.title = chosen ? wording.say("time.page_title", { title, date }) : title;
    drawHeadline();
    for (const time of document.querySelectorAll("[data-as-of]")) {
      time.setAttribute("data-date", payload.as_of);
      time.setAttribute("datetime", payload.as_of);
      time.textContent = date;
    }
    for (const node of document.querySelectorAll("[data-stop]")) {
      node.textContent = stopped(date).slice(date.length);
    }
    drawNarrowed();
  }
  function drawNarrowed() {
    narrowed.textContent = narrowedText(page);
    narrowed.hidden = !narrowed.textContent;
  }
  function drawHeadline() {
    const { nodes, lang, isDated } = headlineOf(page, page.snapshot());
    const focused = finding.contains(document.activeElement) && document.activeElement;
    finding.replaceChildren(...nodes);
    finding.toggleAttribute("data-stacked", isStacked(finding.textContent));
    if (lang) finding.lang = lang;
    else finding.removeAttribute("lang");
    asOf.replaceChildren(...asOfNodes(page, isDated, state.get().date === undefined));
    /** @type {HTMLButtonElement|null} */
    const same = focused && finding.querySelector(`[value="${focused.getAttribute("value")}"]`);
    if (same) same.focus();
    page.leavePosition();
  }
  state.follow(["shown", "language"], draw);
  state.follow(["only"], drawNarrowed);
  drawHeadline();
}
