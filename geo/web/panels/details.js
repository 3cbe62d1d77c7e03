// The details panel: everything the tables hold on one country.

import { figuresDrawn } from "../tables/country_row.js";
import { choiceButton } from "../common/buttons.js";
import { figureTexts, statusText } from "../words/country_text.js";
import { element } from "../common/dom.js";
import { grouped } from "../common/grouping.js";
import { labelled } from "../words/labelled.js";
import { noteNode } from "../words/note.js";
import { standingSwatch } from "../marks/patterns.js";
import { regionRows } from "../rules/regions.js";
import { sourceLine } from "../words/source_line.js";
import { facts, statementArticle } from "./statement.js";
import { addSwipe } from "./swipe.js";
import { capital } from "../words/wording.js";
import { hasStrips, stripAxis, stripPicture, stripScale, stripText, meetingRules } from "../time/strips.js";
import { followDate, listenToStrip } from "../time/strips_section.js";

/** One meeting of a country: how it took part, in what role, on whose word. */
function participationItem(/** @type {Words & Given<"snapshot">} */ given, id, beside) {
  const { payload, wording } = given;
  const { say } = wording;
  const part = payload.participations[id];
  const meeting = payload.meetings[part.meeting];
  const roles = (part.roles ?? []).map((role) => say(`role.${role}`));
  const how = [
    say(`mode.${part.mode}`),
    part.hub && say("details.place", { place: wording.place(part.hub) }),
    part.occurrence !== "actual" && say(`occurrence.${part.occurrence}`),
    part.reason && say(`absence_reason.${part.reason}`),
    ...roles,
  ].filter(Boolean);
  return element(
    "li",
    { id: `part-${id}` },
    element("strong", wording.told(meeting.name)),
    ", ",
    element("time", { datetime: meeting.date, text: wording.date(meeting.date) }),
    " ",
    element("span", { class: "row-id", text: id }),
    element("p", { text: capital(how.join(" · ")) }),
    facts(given, [
      ["details.person", part.person !== undefined && element("span", wording.free(part.person, "en"))],
      [
        "details.source",
        sourceLine(part.source),
        `, ${say(`confidence.${part.confidence_said ?? part.confidence}`)}`,
      ],
      ["details.note", noteNode(given, part.note, "en", { own: id, beside })],
    ]),
  );
}

/** The rows that what is said of a country rests on: its colour, and other help. */
const decidingRows = ({ basis = [], help }) => [...basis, ...(help?.basis ?? [])];

/** That a large map has more than is listed. */
const notListed = (/** @type {Shown<"wording">} */ { wording }, n) =>
  n > 0 && element("p", { class: "note", text: wording.say("large.panel", { n: wording.number(n) }) });

/** Of the statements of one day, sound ones before weak ones. */
function soundFirst(/** @type {Shown<"payload">} */ { payload: { statements } }, ids) {
  const doubt = (id) => Number(Boolean(statements[id].weak));
  const days = [...grouped(ids, (id) => statements[id].date).values()];
  return days.flatMap((own) => own.sort((a, b) => doubt(a) - doubt(b)));
}

function statementsSection(/** @type {Words & Given<"snapshot">} */ given, entry) {
  if (entry.isRegion) return [];
  const ids = soundFirst(given, entry.statements ?? []);
  const title = ids.length
    ? given.wording.count("details.statements", ids.length)
    : undefined;
  if (!title)
    return [
      element("p", { class: "note", text: given.wording.say("details.no_statement") }),
    ];
  const deciding = decidingRows(entry);
  const listed = given.payload.large?.listed ?? Infinity;
  const shown = ids.filter((id, i) => i < listed || deciding.includes(id));
  const articles = shown.map((id) =>
    statementArticle(given, id, { basis: deciding.includes(id), siblings: ids }),
  );
  return [element("h3", { text: title }), articles, notListed(given, ids.length - shown.length)];
}

/**
 * The country's own strip, over the months.
 * @param {Words & Given<"state" | "stops" | "histories" | "showStatement">} given
 */
function stripBox(given, country) {
  const history = given.histories()[country];
  if (!history || !hasStrips(given)) return undefined;
  const scale = stripScale(given);
  const rules = () => meetingRules(given, scale);
  const look = { "role": "img", "aria-label": stripText(given, history), "rules": rules() };
  const strip = stripPicture(given, history, scale, look);
  const box = element("div", { class: "strip-box" }, strip, stripAxis(given, scale, rules()));
  listenToStrip(given, country, strip);
  followDate(given, box);
  return box;
}

/** How many statements the date and the filters leave out, if any. */
function leftOut(/** @type {Shown<"wording" | "record">} */ { record, wording }, entry, country) {
  const all = record.countries[country]?.statements ?? [];
  const n = all.length - (entry.statements?.length ?? 0);
  return (
    n > 0 && element("p", { class: "note", text: wording.count("filter.left_out", n) })
  );
}

function meetingList(/** @type {Words & Given<"snapshot">} */ given, ids) {
  const { participations, meetings } = given.payload;
  const date = (id) => meetings[participations[id].meeting].date;
  const newest = [...ids].sort((a, b) => date(b).localeCompare(date(a)));
  const items = newest.map((id) => participationItem(given, id, ids));
  return element("ul", { class: "meetings" }, items);
}

/** That who spoke governs no more, and on whose word. */
function replacedNodes(/** @type {Words} */ given, { replaced }) {
  if (!replaced) return [];
  const said = labelled(given, "replaced", replaced);
  const { source } = given.payload.governments[replaced];
  return [element("p", { class: "note" }, said, ". ", sourceLine(source))];
}

function besideSection(/** @type {Words & Given<"snapshot">} */ given, ids = [], parts = []) {
  if (!ids.length && !parts.length) return undefined;
  const { say } = given.wording;
  return element(
    "section",
    { class: "beside" },
    element("h3", { text: say("beside.title") }),
    element("p", { class: "note", text: say("beside.intro") }),
    ids.map((id) => statementArticle(given, id, { basis: false, siblings: ids })),
    parts.length > 0 && meetingList(given, parts),
  );
}

function meetingsSection(/** @type {Words & Given<"snapshot">} */ given, ids = []) {
  if (!ids.length) return undefined;
  const { participations } = given.payload;
  const count = new Set(ids.map((id) => participations[id].meeting)).size;
  return [
    element("h3", { text: given.wording.count("details.meetings", count) }),
    meetingList(given, ids),
  ];
}

const standingLine = (/** @type {Words} */ given, entry) =>
  element(
    "p",
    { class: "status-line lead" },
    standingSwatch(given.payload, entry),
    statusText(given, entry),
  );

const regionLine = (/** @type {Shown<"wording">} */ { wording }) =>
  element("p", { class: "lead", text: `${capital(wording.say("region.unnamed"))}.` });

/**
 * Keep the details panel: it opens with a country and closes by its button or Escape.
 * @param {Words & Given<"state" | "map" | "embedded" | "leaveDetails" | "opened"
 *   | "showStatement" | "takeOpener" | "toScreen"> & RecordPart & LayersShownPart} given
 * @param {HTMLElement} panel
 * @returns {Given<"showStatement">}
 */
export function addDetails(given, panel) {
  const { state, payload } = given;
  const close = () => state.change({ country: undefined });
  let shown;
  let written;
  let isTouched = false;
  for (const type of ["pointerdown", "keydown", "click"])
    window.addEventListener(type, () => (isTouched = true), { capture: true, once: true });

  /** Of whom a source places in a region, the rows of taking part. */
  function entryOf(actor) {
    if (payload.countries[actor] || !given.isOpenable(actor)) return payload.countries[actor];
    const rows = regionRows(given, actor);
    const [others, own] = [true, false].map((is) =>
      rows.filter(({ beside }) => Boolean(beside) === is).map(({ id }) => id),
    );
    return { isRegion: true, participations: own, took_part_beside: others };
  }
  function draw({ country }, changed = []) {
    const entry = entryOf(country);
    const all = JSON.stringify([entry, entry && figuresDrawn(given, country)]);
    // A step in time changes few countries.
    if (entry && all === written && changed.join() === "shown") {
      const strip = panel.querySelector(".strip-box");
      if (strip) followDate(given, strip);
      return;
    }
    written = all;
    const hadFocus = panel.contains(document.activeElement);
    panel.hidden = !entry;
    document.documentElement.classList.toggle("details-open", Boolean(entry));
    if (entry) panel.replaceChildren(...content(entry, country));
    if (!entry && hadFocus) given.leaveDetails(shown);
    if (!entry) given.takeOpener();
    if (entry && changed.includes("country")) bringUp(country);
    shown = country;
  }
  function content(entry, country) {
    const { wording } = given;
    const name = wording.actor(country);
    panel.setAttribute("aria-label", wording.say("details.title", { country: name }));
    const button = { class: "choice close", text: wording.say("details.close") };
    const sections = [
      statementsSection(given, entry),
      leftOut(given, entry, country),
      besideSection(given, entry.beside, entry.took_part_beside),
      meetingsSection(given, entry.participations),
    ];
    return [
      element(
        "header",
        {},
        element("h2", { tabindex: "-1", text: name }),
        choiceButton(close, button),
      ),
      entry.isRegion ? regionLine(given) : standingLine(given, entry),
      ...replacedNodes(given, entry),
      ...figureTexts(given, country, payload.layers).map((text) => element("p", { text })),
      ...[stripBox(given, country)].filter(Boolean),
      ...sections.flat(Infinity).filter(Boolean),
    ];
  }
  /** Move the reader to the panel, and where it lies over the map, the map above it. */
  function bringUp(country) {
    panel.scrollTop = 0;
    // Who reads the page that a frame stands in is not moved from there before they have
    // asked the map for something: an address, at first or later, is another's word.
    const isAsked = given.opened && (!given.embedded || isTouched);
    if (isAsked) panel.querySelector("h2").focus({ preventScroll: true });
    // A frame may be less high than the map asks for.
    if (given.embedded) {
      if (isAsked) panel.scrollIntoView({ block: "nearest" });
      uncover(country);
    }
    if (getComputedStyle(panel).position !== "fixed") return;
    const place = given.pointOf(country);
    if (!place) return;
    const [, y] = given.toScreen(place);
    const top = given.map.getContainer().getBoundingClientRect().top;
    window.scrollBy({ top: top + y - window.innerHeight * 0.18 });
  }
  addSwipe(panel, close);
  /** In a frame the panel may lie over the lower end of the map. */
  function uncover(country) {
    const map = given.map.getContainer().getBoundingClientRect();
    const cover = panel.getBoundingClientRect();
    const place = given.pointOf(country);
    if (!place) return;
    const [, y] = given.toScreen(place);
    const seen = cover.left < map.right ? cover.top - map.top : Infinity;
    if (y > seen) given.map.panBy([0, y - seen / 2], { animate: false });
  }
  /** Lead to a statement of the open country; one that is left out stays so. */
  function showStatement(id) {
    const article = document.getElementById(`statement-${id}`);
    if (!article) return;
    article.tabIndex = -1;
    article.focus({ preventScroll: true });
    panel.scrollIntoView({ block: "nearest" });
    // Its day stands right below the panel's head, which stays.
    const head = panel.querySelector("header").getBoundingClientRect();
    panel.scrollTop += article.getBoundingClientRect().top - head.bottom;
  }
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  state.follow(["country", "language", "shown"], draw);
  draw(state.get());
  return { showStatement };
}
