// A source as a reader needs it.

import { element } from "../common/dom.js";

/**
 * Title, publisher, grade, date, and the way there; the entry of the page's list of
 * sources.
 * @param {string} id of the source
 * @returns {HTMLElement}
 */
export function sourceLine(id) {
  const entry = document.getElementById(`source-${id}`);
  const line = element("span", { class: "source" });
  line.append(...(entry ? entry.cloneNode(true).childNodes : [id]));
  return line;
}
