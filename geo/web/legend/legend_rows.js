// What the legends of all layers are made of.

import { element, vector } from "../common/dom.js";

/**
 * A row of a legend: a swatch, what it means, and at the end a count or the like.
 * @param {Node} swatch
 * @param {string} text
 * @param {string} [note]
 * @param {boolean} [isPart] of the row before it
 */
export function legendRow(swatch, text, note, isPart = false) {
  const end = note && element("span", { class: "n", text: note });
  const look = { class: isPart && "is-part" };
  return element("li", look, swatch, element("span", { text }), end);
}

/** The rows of a legend; what is `false` is left out. */
export function legendList(...rows) {
  return element("ul", { class: "legend" }, rows);
}

/** A remark under a legend. */
export function legendNote(text) {
  return element("p", { class: "note", text });
}

/** A list under a legend, folded away. */
export function legendFold(title, items) {
  const summary = element("summary", { text: title });
  return element("details", {}, summary, element("ul", { class: "note" }, items));
}

/** The parts of a symbol, drawn at a point. */
export function drawnAt(point, parts) {
  const draw = (part) => vector("path", { class: part.className, d: part.draw(point) });
  return parts.map(draw);
}
