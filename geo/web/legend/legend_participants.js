// The legend of a layer of participants: of which meeting, its symbols, how many, who has
// no place on the map, and how many each source counted.

import { hubsOf, isDoubtful, leads, meetingOf, participantsOf } from "../rules/attendance.js";
import { element, vector } from "../common/dom.js";
import { filtersOf } from "../rules/filters.js";
import { regionsOf } from "../rules/regions.js";
import { regionsText } from "../words/country_text.js";
import {
  drawnAt,
  legendFold,
  legendList,
  legendNote,
  legendRow,
} from "./legend_rows.js";
import { picture } from "../marks/patterns.js";
import { linkClass } from "../marks/participants.js";
import { sourceLine } from "../words/source_line.js";
import { arrowSymbol, badgePx, participantSymbol, placeSymbol } from "../marks/symbols.js";
import { capital } from "../words/wording.js";

/**
 * @param {Words & Shown<"state" | "record">} given
 * @param {LayerSpec} spec the layer's entry in the payload
 */
export function participantsLegend(given, spec) {
  const { payload, wording } = given;
  const { say } = wording;
  const present = participantsOf(given, spec);
  const inRegions = present.filter((entry) => regionsOf(given, entry).length);
  const countries = present.filter(({ kind }) => kind === "country");
  const mapped = [...countries, ...inRegions];
  const others = present.filter((entry) => !mapped.includes(entry));
  const count = (mode) => countries.filter((entry) => entry.mode === mode).length;
  const modes = spec.modes.filter((mode) => mapped.some((entry) => entry.mode === mode));
  const [usual] = [...modes, ...spec.modes];
  const hub = picture(26, 16, ...drawnAt({ x: 13, y: 8 }, placeSymbol()));
  const hasHub = hubsOf(given, spec).length > 0;
  const names = wording.list(others.map(({ actor }) => wording.actor(actor)));
  const meeting = payload.meetings[meetingOf(given, spec)];
  const counts = meeting?.counts ?? [];
  const items = counts
    .filter(({ text }) => text !== undefined)
    .map((entry) => countItem(given, entry));
  return [
    meeting && legendNote(meetingTitle(given, meeting)),
    spec.beside && legendNote(`${capital(say("participants.beside"))}.`),
    !present.length && legendNote(say(whyNobody(given, meeting))),
    legendList(
      modes.map((mode) =>
        legendRow(
          symbol(given, spec, mode),
          capital(say(`mode.${mode}`)),
          count(mode) > 0 && wording.count("legend.countries", count(mode)),
        ),
      ),
      inRegions.length > 0 && [
        legendRow(
          symbol(given, spec, inRegions[0].mode, false, inRegions.some(isDoubtful)),
          regionsText(given, inRegions),
        ),
        legendRow(outlineSwatch(), say("legend.region")),
      ],
      mapped.some(leads) && legendRow(symbol(given, spec, usual, true), say("legend.lead")),
      mapped.some(isDoubtful) &&
        legendRow(symbol(given, spec, usual, false, true), say("legend.announced")),
      hasHub && legendRow(hub, say("legend.hub")),
      hasHub && modes.length > 0 && legendRow(linkLine(usual, spec), say("legend.link")),
    ),
    names && legendNote(say("legend.others", { names })),
    items.length > 0 && legendFold(say("legend.counts"), items),
  ];
}

/** The dashes of a region's outline, and the arrow that leads to one. */
const outlineSwatch = () =>
  picture(
    26,
    16,
    vector("path", { class: "region", d: "M1 3Q9 0 16 4T15 14Q8 17 2 13Z" }),
    ...drawnAt({ x: 13, y: 8 }, [arrowSymbol([1, 0], 2.5, 1)]),
  );

/** A meeting by its date and name, as the list to choose from says it. */
export function meetingTitle(/** @type {Shown<"wording">} */ { wording }, { date, name }) {
  const said = { date: wording.date(date), name: wording.pick(name) };
  return wording.say("meeting.option", said);
}

/** What filters leave out may well be recorded. */
function whyNobody(/** @type {Shown<"state">} */ { state }, meeting) {
  return meeting && !filtersOf(state.get()).length ? "legend.nobody" : "filter.nothing";
}

function symbol({ state }, { beside }, mode, leading = false, doubtful = false) {
  const r = badgePx(state.get().markScale);
  const parts = participantSymbol(mode, leading, doubtful, r, beside);
  return picture(26, 24, ...drawnAt({ x: 13, y: 12 }, parts));
}

function linkLine(mode, spec) {
  const lines = ["link-rim", linkClass(mode, spec)].map((name) =>
    vector("path", { class: name, d: "M1 9Q13 0 25 6" }),
  );
  return picture(26, 12, ...lines);
}

/** One source's count of the participants; the counts differ. */
function countItem(/** @type {Shown<"wording">} */ { wording }, { text, source, ...count }) {
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
