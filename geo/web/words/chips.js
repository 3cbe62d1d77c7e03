// The numbers of the headline as chips in the colours of the map: its legend.  To point at
// one shows whom it counts; to press it keeps to them.

import { element } from "../common/dom.js";
import { headlineParts } from "./headline.js";
import { picture } from "../marks/patterns.js";
import { asOfNode, labelled, stopNode, wordNode } from "./labelled.js";
import { soundOnly } from "../rules/positions.js";
import { statusSign } from "../marks/status_signs.js";

/** The sign of a status, as large as a letter. */
function chipSign(/** @type {Shown<"payload">} */ { payload }, status) {
  const sign = statusSign(payload.signs[status], [6, 6], 4.2);
  return sign && picture(12, 12, sign);
}

const lookOfChip = (status) => ({ "class": "chip", "data-status": status });

/**
 * A number of countries, to be pressed.
 * @param {Words & Shown<"positionButton">} given
 * @param {{text: string, status?: string}} part
 * @param {(Node|string|undefined)[]} inside
 */
function chipButton(given, { status, text }, inside) {
  const said = given.wording.pair(text, given.wording.say(`status.${status}`));
  return given.positionButton(soundOnly(status), { ...lookOfChip(status), "aria-label": said }, inside);
}

/**
 * A number of countries, to be pressed where a script runs.
 * @param {Words & Shown<"positionButton">} given
 * @param {{text: string, status?: string}} part of the headline
 */
function chipNode(given, part) {
  const inside = [chipSign(given, part.status), part.text];
  return given.positionButton ? chipButton(given, part, inside) : element("span", lookOfChip(part.status), inside);
}

/**
 * Let the chips of a headline that was written while building be pressed.
 * @param {Words & Given<"positionButton">} given
 * @param {NodeListOf<HTMLElement>} chips
 */
export function enliven(given, chips) {
  for (const chip of chips) {
    const part = { status: chip.dataset.status, text: chip.textContent };
    chip.replaceWith(chipButton(given, part, [...chip.childNodes]));
  }
}

/** What must not begin a line. */
const CLOSING = /^[)\].,;:!?…»”]+/;

/**
 * The headline of what is shown, in the page's language or another that it is written in.
 * @param {Words & Shown<"record" | "positionButton">} given
 * @param {{countries: any, statements: Statement[], asOf: string}} snapshot as `takeSnapshot` gives it
 * @returns {{nodes: (Node|string)[], lang?: string, isDated: boolean}} `isDated` where it
 *   says the date of the data
 */
export function headlineOf(given, snapshot) {
  const { payload, wording } = given;
  const { text, lang } = wording.told(payload.sentence);
  const parts = text ? headlineParts(given, snapshot, lang ?? wording.language) : [];
  const isLegend = (part) => payload.statuses.includes(part?.status) && part.text !== "0";
  const closing = (part) => part?.text.match(CLOSING)?.[0] ?? "";
  const nodes = parts.map((part, i) => {
    if (part.asOf) return element("time", { datetime: part.asOf, text: part.text });
    if (!isLegend(part)) return part.text.slice(isLegend(parts[i - 1]) ? closing(part).length : 0);
    return element("span", { class: "whole" }, chipNode(given, part), closing(parts[i + 1]));
  });
  return { nodes, lang, isDated: parts.some(({ asOf }) => asOf) };
}

/**
 * The date of the data where the headline does not say it, and, of the whole record, until
 * when pages were read that hold nothing newer.
 * @param {Words} given
 * @param {boolean} isDated does the headline say the date?
 * @param {boolean} [isWhole]
 */
export function asOfNodes(given, isDated, isWhole = true) {
  const read = isWhole && given.payload.read_until;
  const dated = [wordNode(given, read ? "record.ends" : "as_of"), " ", asOfNode(given)];
  return [
    isDated ? [] : dated,
    read && !isDated ? [stopNode(given), " "] : [],
    read ? labelled(given, "read", read) : [],
  ].flat();
}
