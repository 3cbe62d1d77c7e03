// What the legends of all layers are made of.

import { element, vector } from "../common/dom.js";

/**
 * A row of a legend: a swatch, what it means, and at the end a count or the like.
 * @param {Node} swatch
 * @param {string} text
 * @param {string|{text: string, parted: string}} [note] also as it is said in parentheses
 * @param {{isPart?: boolean, within?: function((Node|string|undefined)[]): *}} [more]
 *   whether it is part of the row before it; what puts its content within a button
 */
export function legendRow(swatch, text, note, { isPart = false, within = (all) => all } = {}) {
  const said = typeof note === "string" ? { text: note } : { "text": note?.text, "data-parted": note?.parted };
  const end = note && element("span", { class: "n", ...said });
  const look = { class: isPart && "is-part" };
  return element("li", look, within([swatch, element("span", { text }), end]));
}

/** The rows of a legend; what is `false` is left out. */
export function legendList(/** @type {any[]} */ ...rows) {
  return element("ul", { class: "legend" }, rows);
}

/** A remark under a legend. */
export function legendNote(/** @type {string} */ text) {
  return element("p", { class: "note", text });
}

/** A list under a legend, folded away. */
export function legendFold(/** @type {string} */ title, /** @type {Node[]} */ items) {
  const summary = element("summary", { text: title });
  return element("details", {}, summary, element("ul", { class: "note" }, items));
}

/**
 * The parts of a symbol, drawn at a point.
 * @param {{x: number, y: number}} point
 * @param {any[]} parts as marks/symbols.js has them
 */
export function drawnAt(point, parts) {
  const draw = (/** @type {any} */ part) => vector("path", { class: part.className, d: part.draw(point) });
  return parts.map(draw);
}
