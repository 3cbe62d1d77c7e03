// What the map knows of a country, in short texts: for the tooltip, the names of shapes
// and the head of the details.

import { meetingOf, participantsOf } from "../rules/attendance.js";
import { helpsBeside } from "../rules/standing.js";
import { standingKey } from "./wording.js";

/** Is it said beside a status how firm it is?  Of what is sound it is not. */
export const saysStrength = (entry) => ["weak", "attendance"].includes(entry?.strength);

/**
 * A country's status in words, with its date and how sound it is.
 * @param {object} page
 * @param {object|undefined} entry the country's entry in the payload
 * @returns {string}
 */
export function statusText({ payload, wording }, entry) {
  if (entry?.empty) return wording.say("filter.nothing");
  const parts = [wording.say(standingKey(entry))];
  const basis = payload.statements[entry?.basis?.[0]];
  if (basis) parts.push(wording.date(basis.date, basis.approximate));
  if (["weak", "as_told"].includes(entry?.strength)) {
    parts.push(wording.say(`strength.${entry.strength}`));
  }
  return wording.parted([parts.join(", "), helpText({ payload, wording }, entry)].filter(Boolean));
}

/** Other help beside the status, with its day, unless both were said at once. */
function helpText({ payload, wording }, entry) {
  if (!entry?.help) return "";
  const { help, basis } = entry;
  if (!helpsBeside(entry, payload.terms) && help.basis[0] === basis[0]) return "";
  const said = payload.statements[help.basis[0]];
  const parts = [wording.say("standing.help"), wording.date(said.date, said.approximate)];
  if (help.strength === "weak") parts.push(wording.say("strength.weak"));
  return parts.join(", ");
}

const shown = ({ payload, isShown }, kind) =>
  payload.layers.filter((spec) => spec.kind === kind && isShown(spec.id));

/** A figure in words, and whether it is weak. */
export function figureText({ payload, wording }, { row, weak }) {
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

/** The figures that a layer shows for a country, each with its day if need be. */
export function figureTexts(page, country, specs = shown(page, "figures")) {
  const { wording } = page;
  return specs
    .flatMap(({ marks = [] }) => marks)
    .filter((mark) => mark.country === country)
    .map((mark) => {
      const said = datedOtherwise(page, mark);
      const date = said && wording.date(said.date, said.approximate);
      return [figureText(page, mark), date].filter(Boolean).join(", ");
    });
}

/** Who is placed in a region, and that no country of it is named. */
export function regionsText({ wording }, entries) {
  const names = wording.list(entries.map(({ actor }) => wording.actor(actor)));
  return wording.pair(names, wording.say("region.unnamed"));
}

/** How a country, or who is placed in a region, took part in the meetings that are shown. */
export function participationTexts(page, country) {
  const { wording } = page;
  return shown(page, "participants").flatMap((spec) => {
    const meeting = wording.meeting(meetingOf(page, spec));
    return participantsOf(page, spec)
      .filter(({ actor }) => actor === country)
      .map(({ mode }) => [meeting, wording.say(`mode.${mode}`), spec.beside && wording.say("participants.beside")])
      .map((parts) => parts.filter(Boolean).join(", "));
  });
}
