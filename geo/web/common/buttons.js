// The looks that buttons have.

import { element, vector } from "./dom.js";

/**
 * A button that looks like a word of a text.
 * @param {function} onclick
 * @param {Record<string, any>} [more] attributes
 */
export const plainButton = (onclick, more) =>
  element("button", { type: "button", class: "plain", onclick, ...more });

/**
 * A button in a frame, to be chosen among others or by itself.
 * @param {function} onclick
 * @param {Record<string, any>} [more] attributes
 */
export const choiceButton = (onclick, more) =>
  element("button", { type: "button", class: "choice", onclick, ...more });

/**
 * A square button that shows an icon and says its name.
 * @param {string} label the key of its name
 * @param {string} d the icon's path, in a square of 20
 * @param {function} onclick
 * @param {string} [look] classes of its own
 */
export function iconButton(label, d, onclick, look = "") {
  const size = { "viewBox": "0 0 20 20", "aria-hidden": "true" };
  return element(
    "button",
    { "type": "button", "class": `icon ${look}`.trim(), "data-t-label": label, onclick },
    vector("svg", size, vector("path", { d })),
  );
}
