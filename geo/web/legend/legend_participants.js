// The legend of a layer of participants: of which meeting, its symbols, how many, who has
// no place on the map, and how many each source counted.

import { hubsOf, isDoubtful, leads, meetingOf, participantsOf } from "../rules/attendance.js";
import { element, vector } from "../common/dom.js";
import { filtersOf } from "../rules/filters.js";
import {
  drawnAt,
  legendFold,
  legendList,
  legendNote,
  legendRow,
} from "./legend_rows.js";
import { picture } from "../marks/patterns.js";
import { sourceLine } from "../words/source_line.js";
import { badgePx, isRemote, participantSymbol, placeSymbol } from "../marks/symbols.js";
import { capital } from "../words/wording.js";

/**
 * @param {object} page
 * @param {object} spec the layer's entry in the payload
 */
export function participantsLegend(page, spec) {
  const { payload, wording } = page;
  const { say } = wording;
  const present = participantsOf(page, spec);
  const mapped = present.filter(({ kind }) => kind === "country");
  const others = present.filter(({ kind }) => kind !== "country");
  const count = (mode) => mapped.filter((entry) => entry.mode === mode).length;
  const modes = spec.modes.filter(count);
  const [usual] = [...modes, ...spec.modes];
  const hub = picture(26, 16, ...drawnAt({ x: 13, y: 8 }, placeSymbol()));
  const hasHub = hubsOf(page, spec).length > 0;
  const names = wording.list(others.map(({ actor }) => wording.actor(actor)));
  const meeting = payload.meetings[meetingOf(page, spec)];
  const counts = meeting?.counts ?? [];
  const items = counts
    .filter(({ text }) => text !== undefined)
    .map((entry) => countItem(page, entry));
  return [
    meeting && legendNote(meetingTitle(page, meeting)),
    !present.length && legendNote(say(whyNobody(page, meeting))),
    legendList(
      modes.map((mode) =>
        legendRow(
          symbol(page, mode),
          capital(say(`mode.${mode}`)),
          wording.count("legend.countries", count(mode)),
        ),
      ),
      mapped.some(leads) && legendRow(symbol(page, usual, true), say("legend.lead")),
      mapped.some(isDoubtful) &&
        legendRow(symbol(page, usual, false, true), say("legend.announced")),
      hasHub && legendRow(hub, say("legend.hub")),
      hasHub && modes.length > 0 && legendRow(line(usual), say("legend.link")),
    ),
    names && legendNote(say("legend.others", { names })),
    items.length > 0 && legendFold(say("legend.counts"), items),
  ];
}

/** A meeting by its date and name, as the list to choose from says it. */
export function meetingTitle({ wording }, { date, name }) {
  const said = { date: wording.date(date), name: wording.pick(name) };
  return wording.say("meeting.option", said);
}

/** What filters leave out may well be recorded. */
function whyNobody({ state }, meeting) {
  return meeting && !filtersOf(state.get()).length ? "legend.nobody" : "filter.nothing";
}

function symbol({ state }, mode, leading = false, doubtful = false) {
  const r = badgePx(state.get().markScale);
  const parts = participantSymbol(mode, leading, doubtful, r);
  return picture(26, 24, ...drawnAt({ x: 13, y: 12 }, parts));
}

function line(mode) {
  const className = `link ${isRemote(mode) ? "remote" : "present"}`;
  const lines = ["link-rim", className].map((name) =>
    vector("path", { class: name, d: "M1 9Q13 0 25 6" }),
  );
  return picture(26, 12, ...lines);
}

/** One source's count of the participants; the counts differ. */
function countItem({ wording }, { text, source, ...count }) {
  const said = element("q", wording.free(text, "en"));
  return element(
    "li",
    {},
    said,
    ", ",
    sourceLine(source),
    `, ${wording.say(`confidence.${count.confidence_said ?? count.confidence}`)}`,
  );
}
