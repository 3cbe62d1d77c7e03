// Notes of rows: the ids that they name lead to what they are the ids of.

import { element } from "../common/dom.js";
import { freeText } from "./labelled.js";

/** What may be an id: an id that is a plain word or number is not told from the text. */
const MAY_BE_ID = /(?=[\p{L}\p{N}-]*[\p{N}_])(?=[\p{N}_-]*\p{L})[\p{L}\p{N}_-]+/gu;

/** A row, and what stands beside it. @typedef {{own: string, beside?: string[]}} Own */

/** A link to what an id is the id of; undefined where there is nothing. */
/** @param {Words & Given<"snapshot">} given @param {string} id @param {Own} rows */
function linkOf(given, id, { own, beside = [] }) {
  if (id === own) return undefined;
  if (beside.includes(id)) return element("a", { href: `#part-${id}`, text: id });
  const isShown = given.snapshot().statements.some((/** @type {any} */ said) => said.id === id);
  if (isShown) return element("a", { href: `#said-${id}`, text: id });
  const source = given.payload.sources[id];
  return source && freeText(given, source.publisher, undefined, "a", { href: `#source-${id}` });
}

/**
 * A note with its ids as links: of statements to their rows of the table, of
 * participations to theirs of the panel, of sources, by publisher, to the list.
 * @param {Words & Given<"snapshot">} given
 * @param {number|string|undefined} note
 * @param {string} language of a note that is not translated
 * @param {Own} rows the row whose note it is, and the
 *   participations that the panel shows with it
 * @returns {HTMLElement|undefined}
 */
export function noteNode(given, note, language, rows) {
  if (note === undefined) return undefined;
  const { text, ...look } = given.wording.free(note, language);
  const parts = [];
  let from = 0;
  for (const { 0: id, index } of text.matchAll(MAY_BE_ID)) {
    const link = linkOf(given, id, rows);
    if (!link) continue;
    parts.push(text.slice(from, index), link);
    from = index + id.length;
  }
  return element("span", look, parts, text.slice(from));
}
