// What changed on the date shown, since the stop before it or since the date that it is
// compared with: for the map's marks, the list under the slider and the status line.

import { changesBetween } from "../rules/changes.js";
import { changeItem, changeText, inLegendOrder } from "./change_list.js";
import { stopped } from "../words/citation.js";
import { element } from "../common/dom.js";
import { isolated } from "../common/isolated.js";
import { lastDay } from "../rules/partial_dates.js";
import { comparedOf, monthsOf, stopBy } from "../rules/stops.js";

const SPOKEN_CHANGES = 6;

/**
 * Follow the changes of the date shown.
 * @param {Given<"payload" | "state" | "stops" | "snapshot">} given
 * @returns {ChangesPart}
 */
export function addChanges({ state, stops, payload, snapshot }) {
  let known;
  const dayBefore = (date) => stops[stopBy(stops, date) - 1]?.day ?? "0000-00-00";
  const find = ({ date, from }) => {
    if (!from && !date) return [];
    const day = from ?? dayBefore(date);
    const pair = [snapshot({ date: day }), snapshot()];
    if (comparedOf(stops, { from, date })?.isBack) pair.reverse();
    return changesBetween(pair[0], pair[1], payload.statements);
  };
  state.follow(["shown", "from"], () => (known = undefined));
  return { changes: () => (known ??= find(state.get())) };
}

/** A stop in words: its date, and the meeting held on it. */
export function stopText(/** @type {Words} */ { payload, wording }, { day, date }) {
  const held = Object.values(payload.meetings).filter((m) => lastDay(m.date) === day);
  const names = held.map(({ name }) => isolated(wording.pick(name)));
  return [wording.date(date), ...names].join(" · ");
}

/**
 * That a month changed the map, or how many countries changed between two dates; blank
 * where nothing is compared.
 */
export function comparedText({ state, stops, wording, changes }, listed = changes()) {
  const compared = comparedOf(stops, state.get());
  if (!compared) return "";
  const [start, end] = compared.pair;
  const whole = monthsOf(stops).find(({ before, last }) => before === start && last === end);
  if (whole && listed.length) return wording.say("time.changed", { date: wording.date(whole.month) });
  const [from, to] = [start, end].map(({ date }) => wording.date(date));
  return wording.count("compare.caption", listed.length, { from, to });
}

/**
 * The list of changes under the slider.
 * @param {Words & Given<"state" | "stops" | "changes" | "open">} given
 * @param {object} stop the one shown
 * @returns {Node[]}
 */
export function changeLines(given, { date }) {
  const { state, wording } = given;
  const { from, date: chosen } = state.get();
  if (!from && !chosen) {
    return [element("p", { class: "note", text: wording.say("time.hint") })];
  }
  const changes = inLegendOrder(given, given.changes());
  const key = changes.length ? "time.changed" : "time.unchanged";
  const title = comparedText(given, changes) || wording.say(key, { date: wording.date(date) });
  const items = changes.map((change) => changeItem(given, change));
  return [element("p", { class: "time-title", text: title }), element("ul", {}, items)];
}

/** A stop and its changes, for the status line. */
export function spokenChanges(/** @type {Words & Given<"changes">} */ given, stop) {
  const { wording } = given;
  const changes = inLegendOrder(given, given.changes());
  const said = changes
    .slice(0, SPOKEN_CHANGES)
    .map((change) => {
      const name = wording.actor(change.country);
      return stopped(wording.say("map.pair", { name, said: changeText(given, change) }));
    });
  const more = changes.length - said.length;
  if (more > 0) said.push(wording.count("time.more", more));
  if (!changes.length) said.push(wording.say("time.no_change"));
  return [stopped(stopText(given, stop)), ...said].join(" ");
}
