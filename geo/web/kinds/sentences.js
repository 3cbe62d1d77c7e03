// What the layers of a map show, as sentences for who does not see it.

import { isMapped, participantsOf } from "../rules/attendance.js";
import { oldIn } from "../rules/age.js";
import { regionsOf } from "../rules/regions.js";
import { regionsText } from "../words/country_text.js";
import { capital, standingKey } from "../words/wording.js";

/** What is said, and if it rests on weak sources alone, that: no count has it. */
const withStrength = (/** @type {Words} */ { wording }, text, isWeak) =>
  isWeak ? `${text} (${wording.say("strength.weak")})` : text;

/** Each status that occurs, with the names of its countries. */
export function statusesInWords(/** @type {Words} */ given) {
  const { payload, wording } = given;
  const entries = Object.entries(payload.countries);
  const sentences = payload.statuses.flatMap((status) => {
    const own = entries.filter(([, entry]) => entry.status === status);
    const keys = [...new Set(own.map(([, entry]) => standingKey(entry)))].sort();
    return keys.map((key) => {
      const same = own.filter(([, entry]) => standingKey(entry) === key);
      const names = same.map(([id, { strength }]) => withStrength(given, wording.actor(id), strength === "weak"));
      const listed = wording.list(names.sort(wording.compare), "conjunction");
      return `${wording.pair(wording.say(key), listed)}.`;
    });
  });
  const old = oldIn(payload).map((id) => wording.actor(id)).sort(wording.compare);
  const listed = wording.list(old, "conjunction");
  if (listed) sentences.push(`${wording.pair(capital(wording.say("since.old")), listed)}.`);
  return sentences.join(" ");
}

/** The figures, each with what it counts. */
export function figuresInWords(/** @type {Words} */ given, { marks }) {
  const { wording } = given;
  const said = marks.map((mark) => `${wording.actor(mark.country)}, ${figureOf(given, mark)}`);
  const all = wording.parted(said.sort(wording.compare));
  return all && `${wording.pair(wording.say("layer.figures"), all)}.`;
}

/**
 * Who took part, of those that have a place on the map, and who is placed in a region.
 * @param {Words & Shown<"state" | "record">} given
 */
export function participantsInWords(given, spec, title) {
  const { wording } = given;
  const present = participantsOf(given, spec).filter((entry) => isMapped(given, entry));
  const names = present.map(({ actor }) => wording.actor(actor));
  const placed = participantsOf(given, spec).filter((entry) => regionsOf(given, entry).length);
  const sentences = [
    names.length && wording.pair(title, wording.list(names, "conjunction")),
    placed.length && !names.length && title,
    placed.length && regionsText(given, placed),
  ];
  return sentences.filter(Boolean).map((text) => `${text}.`).join(" ");
}

const figureOf = (/** @type {Words} */ given, { row, weak }) =>
  withStrength(given, given.wording.figure(given.payload.statements[row].figure), weak);
