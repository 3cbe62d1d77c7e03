// A strip a country: in what colour the map showed it from day to day, a dot for each
// statement, and a rule for each meeting.  Pure: the page, the tooltip, the panel and the
// sheet for reports all ask here.

import { element, vector } from "../common/dom.js";
import { grouped } from "../common/grouping.js";
import { changesOfMind, stepAt } from "../rules/history.js";
import { actorNode, colonNode } from "../words/labelled.js";
import { daysBetween, lastDay } from "../rules/partial_dates.js";
import { statusSwatch } from "../marks/patterns.js";
import { monthName, namedDays } from "./time_axis.js";
import { standingKey } from "../words/wording.js";

/** The orders of strips: by what stands, or by who changed last. */
export const STRIP_ORDERS = ["stands", "changed"];

const HEIGHT = 20;
const BAND = 13;
const LANE = 17;
/** On a page rules reach from row to row, which are a finger high. */
const ROW_PX = 28;
/** What is shorter than such a part of the time cannot be seen. */
const SLOTS = 500;
/** So many spells are said of a strip, and so many who changed their minds, the latest. */
const MOST_SAID = 24;
const MOST_MINDS = 100;
/** Behind the last day there is room to see what it brought. */
const ROOM_BEHIND = 0.02;
const NEAR_AN_END = 0.05;

/**
 * What a strip shows: spells of one colour, each with the standing at its beginning, and
 * the day on which the next one begins.
 * @returns {{day: string, until?: string, entry: object}[]}
 */
export function spellsOf({ steps }) {
  const look = ({ entry }) => [standingKey(entry), entry.strength === "weak"].join();
  const first = steps.filter((step, i) => !i || look(step) !== look(steps[i - 1]));
  return first.map((step, i) => ({ ...step, until: first[i + 1]?.day }));
}

/**
 * The time that strips span, and how wide it is.
 * @param {Shown<"stops">} given
 * @param {number} [width_px] for a picture that does not stretch
 */
export function stripScale({ stops }, width_px) {
  const first = stops[0].day;
  const last = stops[stops.length - 1].day;
  const days = Math.ceil(daysBetween(first, last) * (1 + ROOM_BEHIND)) || 1;
  const wide = width_px ?? days;
  const place = (day) => Math.max(0, Math.min(days, daysBetween(first, day))) / days;
  return {
    first,
    last,
    wide,
    isFixed: width_px !== undefined,
    /** Of the picture: one that stretches has its size from the page's style. */
    size: width_px ? { width: width_px, height: HEIGHT } : {},
    /** Where a day stands, as a share. */
    place,
    /** The same in units of a path. */
    x: (day) => Math.round(place(day) * wide * 10) / 10,
    /** The same as an attribute. */
    along: (share) => (width_px ? share * width_px : `${(100 * share).toFixed(1)}%`),
  };
}

/** Marks whose lines keep their width while time is stretched. */
function stretched({ wide, isFixed }, ...marks) {
  const box = { viewBox: `0 0 ${wide} ${HEIGHT}`, preserveAspectRatio: "none" };
  return isFixed ? vector("g", {}, marks) : vector("svg", box, marks);
}

/** Of many dots those in one place are drawn once. */
function dotsAt(said, { x }) {
  const places = said.map(({ known }) => x(known));
  const drawn = places.length > SLOTS ? [...new Set(places)] : places;
  return drawn.map((at) => `M${at} ${LANE}h0`).join("");
}

/** The spells that can be seen: of those that begin in one slot, the last. */
function seenSpells(spells, { place }) {
  const slot = ({ day }) => Math.floor(place(day) * SLOTS);
  const seen = spells.filter((spell, i) => !spells[i + 1] || slot(spell) < slot(spells[i + 1]));
  return seen.map((spell, i) => ({ ...spell, until: seen[i + 1]?.day }));
}

/** Lines keep their width where a strip is stretched. */
const UNSTRETCHED = { "vector-effect": "non-scaling-stroke" };

/** A rule for each meeting; a page draws them once, and uses them for each country. */
export function meetingRules(/** @type {Shown<"payload">} */ { payload }, scale, id) {
  const days = Object.values(payload.meetings).map(({ date }) => lastDay(date));
  const inside = days.filter((day) => day >= scale.first && day <= scale.last);
  const tall = scale.isFixed ? HEIGHT : ROW_PX;
  const d = [...new Set(inside)].map((day) => `M${scale.x(day)} ${(HEIGHT - tall) / 2}v${tall}`).join("");
  return vector("path", { id, "class": "strip-meeting", d, ...UNSTRETCHED });
}

/**
 * The strip of a country.
 * @param {object} given
 * @param {{steps, said}} history as `historiesOf` has it
 * @param {object} scale as `stripScale` has it
 * @param {object} [look] attributes, and `rules` of meetings
 */
export function stripPicture(given, history, scale, { rules, ...look } = {}) {
  const bands = seenSpells(spellsOf(history), scale).map(({ day, until, entry }) => {
    const from = scale.place(day);
    const to = until ? scale.place(until) : 1;
    const { status } = entry;
    const weak = entry.strength === "weak" && { "data-weak": status, "fill": `url(#weak-${status})` };
    const box = { x: scale.along(from), width: scale.along(to - from), height: BAND };
    return vector("rect", { ...box, "data-status": status, ...weak });
  });
  const dots = (kept, name) => kept.length > 0 && vector("path", { "class": name, "d": dotsAt(kept, scale), ...UNSTRETCHED });
  const weak = history.said.filter((said) => said.weak);
  return vector(
    "svg",
    { class: "strip", ...scale.size, ...look },
    bands,
    stretched(
      scale,
      rules ?? [],
      dots(history.said, "strip-dot"),
      dots(weak, "strip-dot is-open"),
    ),
  );
}

/** A day on which a country's standing became another, as its statement dates it. */
function dateOfChange({ said }, { day, entry }) {
  const ofTheDay = said.filter(({ known }) => known === day);
  const [first = { date: day }] = [
    ...ofTheDay.filter(({ id }) => entry.basis.includes(id)),
    ...ofTheDay,
  ];
  return first;
}

/** How many changes there are beyond those that are said, if any. */
const moreThan = (/** @type {Shown<"wording">} */ { wording }, count, most) =>
  count > most ? [wording.count("time.more", count - most)] : [];

/** What a colour says: who stands where, and whether on weak sources alone. */
function colourText(/** @type {Shown<"wording">} */ { wording: { say } }, entry) {
  const status = say(standingKey(entry));
  return entry.strength === "weak" ? `${status}, ${say("strength.weak")}` : status;
}

/** What a strip shows, in words: "considering since …; yes, on conditions since …". */
export function stripText(/** @type {Shown<"wording">} */ given, history) {
  const { since, parted } = given.wording;
  const spells = spellsOf(history);
  const texts = spells.slice(-MOST_SAID).map((spell) => {
    const { date, approximate } = dateOfChange(history, spell);
    return `${colourText(given, spell.entry)} ${since(date, approximate)}`;
  });
  return parted([...texts, ...moreThan(given, spells.length, MOST_SAID)]);
}

/** The months under strips, and the rings of meetings. */
export function stripAxis({ stops, wording }, scale, rules) {
  const months = namedDays(stops).map(({ day, of }) => {
    const share = scale.place(day);
    // A name at an end would be cut in half.
    const anchor = share < NEAR_AN_END ? "start" : share > 1 - NEAR_AN_END ? "end" : "middle";
    const look = { "x": scale.along(share), "y": HEIGHT - 7, "text-anchor": anchor };
    return vector("text", { ...look, text: monthName(of, wording.language) });
  });
  const box = { "class": "strip-axis", ...scale.size, "aria-hidden": "true" };
  return vector("svg", box, months, stretched(scale, rules ?? []));
}

/**
 * The countries in an order, in groups that may have a status as their title.
 * @returns {{entry?: object, countries: string[]}[]}
 */
export function stripGroups({ payload, wording, state }, histories, order) {
  const { date } = state.get();
  const names = (a, b) => wording.compare(wording.actor(a), wording.actor(b));
  const countries = Object.keys(histories).sort(names);
  if (order === "changed") {
    const day = (id) => spellsOf(histories[id]).pop().day;
    const latest = (a, b) => (day(a) === day(b) ? 0 : day(a) < day(b) ? 1 : -1);
    return [{ countries: countries.sort(latest) }];
  }
  const stands = (id) => stepAt(histories[id], date)?.entry ?? { status: "no_data" };
  const groups = grouped(countries, (id) => stands(id).status);
  return [...payload.statuses, "no_data"]
    .filter((status) => groups.has(status))
    .map((status) => ({ entry: { status }, countries: groups.get(status) }));
}

/**
 * The axis, and the strips in their order.
 * @param {Words & Shown<"state" | "stops" | "histories">} given
 * @param {string} order one of `STRIP_ORDERS`
 * @param {function(string): Node} nameOf what names a country
 * @param {object} [scale]
 * @returns {Node[]}
 */
export function stripNodes(given, order, nameOf, scale = stripScale(given)) {
  const { payload, wording } = given;
  const histories = given.histories();
  const drawn = () => meetingRules(given, scale, "strip-meetings");
  const rules = scale.isFixed ? drawn : () => vector("use", { href: "#strip-meetings" });
  const row = (id) => {
    const title = vector("title", { text: stripText(given, histories[id]) });
    const strip = stripPicture(given, histories[id], scale, { role: "img", rules: rules() });
    strip.append(title);
    return element("li", { "data-strip": id }, nameOf(id), strip);
  };
  const groups = stripGroups(given, histories, order).map(({ entry, countries }) => [
    entry && element(
      "h3",
      { class: "status-line" },
      statusSwatch(payload, entry.status),
      element("span", { text: wording.say(standingKey(entry)) }),
    ),
    element("ul", {}, countries.map(row)),
  ]);
  // A page's axis holds the rules for the strips, and shows none: they would strike its names.
  const axis = stripAxis(given, scale, scale.isFixed ? undefined : drawn());
  return [axis, ...groups.flat().filter(Boolean)];
}

/**
 * One who changed their mind: when, and from what to what.
 * @param {Words & Shown<"histories">} given
 * @param {object} change as `changesOfMind` has it
 * @param {{nameOf: function, dateOf: function, swatchOf?: function}} make
 */
function mindItem(given, { country, day, before, after }, { nameOf, dateOf, swatchOf }) {
  const { date, approximate } = dateOfChange(given.histories()[country], { day, entry: after });
  const standing = (entry) =>
    swatchOf
      ? element("span", { class: "status-line" }, swatchOf(entry), colourText(given, entry))
      : colourText(given, entry);
  return element(
    "li",
    {},
    dateOf(day, given.wording.date(date, approximate)),
    element("span", {}, nameOf(country, after), colonNode(given), standing(before), " → ", standing(after)),
  );
}

/**
 * Who changed their minds by the date shown, the latest first.
 * @param {Words & Shown<"state" | "histories">} given
 * @param {{nameOf: function, dateOf: function, swatchOf?: function}} make what names a
 *   country and a day, and perhaps shows the colour of a standing
 */
export function mindItems(given, make) {
  const { date } = given.state.get();
  const changes = changesOfMind(given.histories(), given.payload.terms).filter(
    ({ day }) => date === undefined || day <= date,
  );
  const more = moreThan(given, changes.length, MOST_MINDS).map((text) => element("li", { text }));
  return [...changes.slice(0, MOST_MINDS).map((change) => mindItem(given, change, make)), ...more];
}

/** A map of one date has no strips. */
export const hasStrips = (/** @type {Shown<"stops">} */ { stops }) => stops.length > 1;

/** Names and days that are texts alone. */
export const PLAIN_STRIPS = (/** @type {Words} */ given) => ({
  nameOf: (id) => actorNode(given, id),
  dateOf: (day, text) => element("time", { datetime: day, text }),
});
