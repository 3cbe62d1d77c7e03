// The details panel: everything the tables hold on one country.

import { figureTexts, statusText } from "../words/country_text.js";
import { element } from "../common/dom.js";
import { noteNode } from "../words/note.js";
import { statusSwatch } from "../marks/patterns.js";
import { countedAs } from "../rules/standing.js";
import { sourceLine } from "../words/source_line.js";
import { facts, statementArticle } from "./statement.js";
import { capital } from "../words/wording.js";

/** So much of a frame shows the panel, or it is scrolled to. */
const SHARE_SEEN = 0.6;

/** One meeting of a country: how it took part, in what role, on whose word. */
function participationItem(page, id, beside) {
  const { payload, wording } = page;
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
    facts(page, [
      ["details.person", part.person !== undefined && element("span", wording.free(part.person, "en"))],
      [
        "details.source",
        sourceLine(part.source),
        `, ${say(`confidence.${part.confidence_said ?? part.confidence}`)}`,
      ],
      ["details.note", noteNode(page, part.note, "en", { own: id, beside })],
    ]),
  );
}

/** The rows that give a country its colour; a combined one rests on both answers. */
function decidingRows({ payload: { terms } }, { status, basis = [], help }) {
  return countedAs(status, terms).length > 1 ? [...basis, ...help.basis] : basis;
}

function statementsSection(page, entry) {
  const ids = entry.statements ?? [];
  const title = ids.length
    ? page.wording.count("details.statements", ids.length)
    : undefined;
  if (!title)
    return [
      element("p", { class: "note", text: page.wording.say("details.no_statement") }),
    ];
  const articles = ids.map((id) =>
    statementArticle(page, id, {
      basis: decidingRows(page, entry).includes(id),
      siblings: ids,
    }),
  );
  return [element("h3", { text: title }), articles];
}

/** How many statements the date and the filters leave out, if any. */
function leftOut({ record, wording }, entry, country) {
  const all = record.countries[country]?.statements ?? [];
  const n = all.length - (entry.statements?.length ?? 0);
  return (
    n > 0 && element("p", { class: "note", text: wording.count("filter.left_out", n) })
  );
}

function besideSection(page, ids = []) {
  if (!ids.length) return undefined;
  const { say } = page.wording;
  return element(
    "section",
    { class: "beside" },
    element("h3", { text: say("beside.title") }),
    element("p", { class: "note", text: say("beside.intro") }),
    ids.map((id) => statementArticle(page, id, { basis: false, siblings: ids })),
  );
}

function meetingsSection(page, ids = []) {
  if (!ids.length) return undefined;
  const { participations, meetings } = page.payload;
  const date = (id) => meetings[participations[id].meeting].date;
  const newest = [...ids].sort((a, b) => date(b).localeCompare(date(a)));
  const count = new Set(ids.map((id) => participations[id].meeting)).size;
  return [
    element("h3", { text: page.wording.count("details.meetings", count) }),
    element(
      "ul",
      { class: "meetings" },
      newest.map((id) => participationItem(page, id, ids)),
    ),
  ];
}

/**
 * Keep the details panel: it opens with a country and closes by its button or Escape.
 * @param {object} page
 * @param {HTMLElement} panel
 */
export function addDetails(page, panel) {
  const { state, payload } = page;
  const close = () => state.change({ country: undefined });
  let shown;

  function draw({ country }, changed = []) {
    const entry = payload.countries[country];
    const hadFocus = panel.contains(document.activeElement);
    panel.hidden = !entry;
    document.documentElement.classList.toggle("details-open", Boolean(entry));
    if (entry) panel.replaceChildren(...content(entry, country));
    if (!entry) {
      if (hadFocus) page.leaveDetails(shown);
      page.opener = undefined;
    }
    if (entry && changed.includes("country")) bringUp(country);
    shown = country;
  }
  function content(entry, country) {
    const { wording } = page;
    const name = wording.actor(country);
    panel.setAttribute("aria-label", wording.say("details.title", { country: name }));
    const button = { type: "button", class: "choice close", onclick: close };
    const sections = [
      statementsSection(page, entry),
      leftOut(page, entry, country),
      besideSection(page, entry.beside),
      meetingsSection(page, entry.participations),
    ];
    return [
      element(
        "header",
        {},
        element("h2", { tabindex: "-1", text: name }),
        element("button", { ...button, text: wording.say("details.close") }),
      ),
      element(
        "p",
        { class: "status-line lead" },
        statusSwatch(payload, entry.status, entry.strength === "weak"),
        statusText(page, entry),
      ),
      ...figureTexts(page, country, payload.layers).map((text) => element("p", { text })),
      ...sections.flat(Infinity).filter(Boolean),
    ];
  }
  /** Move the reader to the panel, and where it lies over the map, the map above it. */
  function bringUp(country) {
    panel.scrollTop = 0;
    if (page.opened) panel.querySelector("h2").focus({ preventScroll: true });
    if (page.embedded) showInFrame();
    if (getComputedStyle(panel).position !== "fixed") return;
    const [, y] = page.toScreen(payload.points[country]);
    const top = page.map.getContainer().getBoundingClientRect().top;
    window.scrollBy({ top: top + y - window.innerHeight * 0.18 });
  }
  /** A frame of fixed height may end above a panel that stands below the map. */
  function showInFrame() {
    const { top, left, height } = panel.getBoundingClientRect();
    const isBeside = left >= page.map.getContainer().getBoundingClientRect().right;
    const seen = window.innerHeight - top;
    const isSeen = isBeside || seen > Math.min(height, window.innerHeight * SHARE_SEEN);
    if (isSeen) panel.querySelector("h2").scrollIntoView({ block: "nearest" });
    else panel.scrollIntoView();
  }
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  state.follow(["country", "language", "shown"], draw);
  draw(state.get());
}
