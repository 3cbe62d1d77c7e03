// Square buttons that show an icon and say their name.

import { element, vector } from "./dom.js";

/**
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
