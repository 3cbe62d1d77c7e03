// What the map knows of a country, in short texts: for the tooltip, the names of shapes
// and the head of the details.

import { meetingOf, participantsOf } from "../rules/attendance.js";
import { countedAs, helpsBeside } from "../rules/standing.js";
import { capital, standingKey } from "./wording.js";

/** Is it said beside a status how firm it is?  Of what is sound it is not. */
export const saysStrength = (entry) => ["weak", "attendance"].includes(entry?.strength);

/**
 * A country's status in words, with its dates and how sound it is.
 * @param {Words} given
 * @param {object|undefined} entry the country's entry in the payload
 * @returns {string}
 */
export function statusText(given, entry) {
  const { payload, wording } = given;
  if (entry?.empty) return wording.say("filter.nothing");
  const status = wording.say(standingKey(entry));
  const isTold = ["weak", "as_told"].includes(entry?.strength);
  const firmness = isTold && wording.say(`strength.${entry.strength}`);
  const said = (...parts) => parts.filter(Boolean).join(", ");
  const [first, ...more] = datesOf(given, entry);
  if (isApart(payload, entry)) {
    return wording.pair(said(status, firmness), wording.parted([first, ...more]));
  }
  // A position reads on, "since" a day; a mere day is parted from it.
  const dated = first && isHeld(entry) ? `${status} ${first}` : said(status, first);
  return wording.parted([said(dated, firmness), ...more]);
}

/** Since when a country's answers have held, as a cell of a table has it. @param {Words} given */
export const sinceText = (given, entry) => capital(given.wording.parted(datesOf(given, entry)));

/** Is a position dated by when it began?  An article's own, told once, has but its day. */
const isHeld = ({ since, basis, strength }) =>
  since !== undefined && (strength !== "as_told" || since !== basis[0]);

/**
 * Are both answers in the status, and of other days?
 * @param {object} payload
 * @param {{status?: string, since?: string, basis?: string[], help?: any}} [entry]
 */
const isApart = ({ terms }, { status, since, basis, help } = {}) =>
  Boolean(help) && countedAs(status, terms).length > 1
  && (help.since !== since || help.basis[0] !== basis[0]);

/** The dates of a country's answers: on troops, what was before, and on other help. */
function datesOf(/** @type {Words} */ given, entry) {
  const { payload, wording } = given;
  // An id may be any word, also "undefined".
  if (!entry?.basis?.length || !payload.statements[entry.basis[0]]) return [];
  const { help, before } = entry;
  const apart = isApart(payload, entry);
  const own = heldText(given, entry);
  const isBeside = help && (apart || helpsBeside(entry, payload.terms));
  return [
    apart ? wording.say("since.troops", { since: own }) : own,
    before && wording.say("since.before", { status: wording.say(`status.${before}`) }),
    isBeside && helpText(given, help),
  ].filter(Boolean);
}

/** Since when an answer has held, and its latest repeat. */
function heldText(/** @type {Words} */ { payload: { statements }, wording }, answer) {
  const { date, approximate } = statements[answer.basis[0]];
  const last = wording.date(date, approximate);
  if (!isHeld(answer)) return last;
  const first = statements[answer.since];
  const since = wording.since(first.date, first.approximate);
  const repeat = first.date !== date && wording.say("since.last", { date: last });
  const old = answer.old && wording.say("since.old");
  return [since, repeat, old].filter(Boolean).join(", ");
}

function helpText(/** @type {Words} */ given, help) {
  const { wording } = given;
  const held = `${wording.say("standing.help")} ${heldText(given, help)}`;
  return help.strength === "weak" ? `${held}, ${wording.say("strength.weak")}` : held;
}

const shown = ({ payload, isShown }) => payload.layers.filter(({ id }) => isShown(id));

/** A figure in words, and whether it is weak. */
export function figureText(/** @type {Words} */ { payload, wording }, { row, weak }) {
  const text = wording.figure(payload.statements[row].figure);
  return weak ? `${text}, ${wording.say("strength.weak")}` : text;
}

/**
 * The day of a figure, where it is not that of what a country's standing rests on.
 * @returns {object|undefined} the figure's statement
 */
export function datedOtherwise({ payload: { statements, countries } }, { row, country }) {
  const basis = statements[countries[country]?.basis?.[0]];
  const said = statements[row];
  return said.date === basis?.date ? undefined : said;
}

/**
 * The figures that layers have of a country, each with its day if need be.
 * @param {Words & Shown<"isShown">} given
 */
export function figureTexts(given, country, specs = shown(given)) {
  const { wording } = given;
  return specs
    .flatMap(({ marks = [] }) => marks)
    .filter((mark) => mark.country === country)
    .map((mark) => {
      const said = datedOtherwise(given, mark);
      const date = said && wording.date(said.date, said.approximate);
      return [figureText(given, mark), date].filter(Boolean).join(", ");
    });
}

/** Who is placed in a region, and that no country of it is named. */
export function regionsText(/** @type {Shown<"wording">} */ { wording }, entries) {
  const names = wording.list(entries.map(({ actor }) => wording.actor(actor)));
  return wording.pair(names, wording.say("region.unnamed"));
}

/**
 * How a country, or who is placed in a region, took part in the meeting of a layer.
 * @param {Words & Shown<"state" | "record">} given
 */
export function participationTexts(given, spec, country) {
  const { wording } = given;
  const meeting = wording.meeting(meetingOf(given, spec));
  const whose = spec.beside ? [wording.say("participants.beside")] : [];
  return participantsOf(given, spec)
    .filter(({ actor }) => actor === country)
    .map(({ mode }) => [meeting, wording.say(`mode.${mode}`), ...whose].join(", "));
}
