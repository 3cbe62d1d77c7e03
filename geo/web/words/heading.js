// The date and the filters, said wherever the data are: in the heading, the window's
// title, the captions of the tables and the citation.

import { choiceButton } from "../common/buttons.js";
import { asOfNodes, enliven, headlineOf } from "./chips.js";
import { stopped } from "./citation.js";
import { UNFILTERED, filtersOf } from "../rules/filters.js";
import { element, made, replaceUnlike } from "../common/dom.js";
import { afterPaint } from "../common/later.js";
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
export function filterTexts(/** @type {Shown<"wording" | "record">} */ given, choices) {
  const { wording } = given;
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
  return choices.only ? [...rows, positionText(given, choices.only)] : rows;
}

/**
 * Under filters, the sentence that says so; blank where everything is shown.
 * @param {Given<"wording" | "state" | "record" | "listedStatements">} given
 */
export function narrowedText(given) {
  const { state, wording, record } = given;
  const filters = filterTexts(given, state.get());
  if (!filters.length) return "";
  return wording.say("filter.narrowed", {
    filters: wording.parted(filters),
    n: wording.number(given.listedStatements().length),
    all: wording.number(record.statements.length),
  });
}

/**
 * Keep the heading, and every as-of date of the page.
 * @param {Words & Given<"state" | "box" | "enterMap"> & RecordPart & PositionsPart} given
 */
export function addHeading(given) {
  const { state, payload, wording } = given;
  /** @type {HTMLElement} */
  const headline = document.querySelector(".headline");
  const asOf = document.querySelector(".as-of");
  const told = element("p");
  const showAll = choiceButton(() => {
    state.change(UNFILTERED);
    given.enterMap();
  });
  const narrowed = element("div", { class: "narrowed", hidden: true }, told, showAll);
  // Under the map, which it is about: it hides no name, and pushes no map away.
  given.box.after(made(narrowed));

  function draw() {
    drawHeadline();
    drawNarrowed();
  }
  /** The window's title, and what stands further down. */
  function dateTheRest() {
    const date = wording.date(payload.as_of);
    const title = wording.pick(payload.title);
    const chosen = state.get().date !== undefined;
    document.title = chosen ? wording.say("time.page_title", { title, date }) : title;
    for (const time of document.querySelectorAll("[data-as-of]")) {
      time.setAttribute("data-date", payload.as_of);
      time.setAttribute("datetime", payload.as_of);
      time.textContent = date;
    }
    for (const node of document.querySelectorAll("[data-stop]")) {
      node.textContent = stopped(date).slice(date.length);
    }
  }
  function drawNarrowed() {
    told.textContent = narrowedText(given);
    showAll.textContent = wording.say("filter.clear");
    narrowed.hidden = !told.textContent;
  }
  function drawHeadline() {
    const { nodes, lang, isDated } = headlineOf(given, given.snapshot());
    const focused = headline.contains(document.activeElement) && document.activeElement;
    // A position keeps to some of whom the sentence counts; filters change its numbers.
    const isPart = filtersOf(state.get()).length > 0;
    const lead = isPart && element("strong", { text: wording.say("filter.headline") });
    replaceUnlike(headline, [...(lead ? [lead, " "] : []), ...nodes].filter(Boolean));
    headline.toggleAttribute("data-stacked", isStacked(headline.textContent));
    if (lang) headline.lang = lang;
    else headline.removeAttribute("lang");
    replaceUnlike(asOf, asOfNodes(given, isDated, state.get().date === undefined).filter(Boolean));
    /** @type {HTMLButtonElement|null} */
    const same = focused && headline.querySelector(`[value="${focused.getAttribute("value")}"]`);
    if (same) same.focus();
    given.leavePosition();
  }
  state.follow(["shown", "language"], draw);
  state.follow(["shown"], afterPaint(dateTheRest));
  state.follow(["language"], dateTheRest);
  state.follow(["only"], drawNarrowed);
  // A page that was saved has pressed chips already, of what it showed then.
  if (headline.querySelector("button")) drawHeadline();
  else enliven(given, headline.querySelectorAll(".chip"));
}
