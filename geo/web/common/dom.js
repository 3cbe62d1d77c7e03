// Elements are made here and nowhere by parsing markup: text of the tables goes through
// `textContent` alone, so it shows as it stands.

import { isStacked } from "./stacked.js";

const SVG = "http://www.w3.org/2000/svg";

/** What may be put into an element; false and undefined are left out. @typedef {any} Inside */

/**
 * @template {Element} T
 * @param {T} node
 * @param {Record<string, any>} properties
 * @param {Inside[]} children
 */
function furnish(node, properties, children) {
  for (const key of Object.keys(properties)) {
    const value = properties[key];
    if (value === undefined || value === false) continue;
    if (key === "text") node.textContent = value;
    else if (typeof value === "function") node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  const inside = children.flat(Infinity).filter((child) => child !== undefined && child !== false);
  if (isStacked(properties.text) || inside.some(isStacked)) node.setAttribute("data-stacked", "");
  node.append(...inside);
  return node;
}

/**
 * Make an HTML element.
 * @param {string} tag
 * @param {Record<string, any>} [properties] attributes; `text`; functions under `onclick` and
 *   the like
 * @param {...Inside} children
 * @returns {any} the element
 */
export function element(tag, properties = {}, ...children) {
  return furnish(document.createElement(tag), properties, children);
}

/**
 * Put children into an element; those that stand there already, alike, stay, with the focus
 * and all that a browser has worked out for them.  A list is gone through item by item.
 * @param {Element} parent
 * @param {(Node|string)[]} children
 */
export function replaceUnlike(parent, children) {
  const before = [...parent.childNodes];
  children.forEach((child, i) => {
    const old = before[i];
    const node = typeof child === "string" ? document.createTextNode(child) : child;
    const isList = node.nodeName === "UL" && old?.nodeName === "UL";
    if (!old) parent.append(node);
    else if (old.isEqualNode(node)) return;
    else if (isList) replaceUnlike(/** @type {Element} */ (old), [...node.childNodes]);
    else parent.replaceChild(node, old);
  });
  for (const old of before.slice(children.length)) old.remove();
}

/**
 * Mark what is added to the static page: a page that is saved as it stands has it, and
 * drops it when it is opened again.
 * @param {HTMLElement} node
 * @returns {HTMLElement} the same
 */
export function made(node) {
  node.dataset.made = "";
  return node;
}

/**
 * The link that a click is on, if it is on one.
 * @returns {HTMLAnchorElement|null|undefined}
 */
export const linkAt = (/** @type {any} */ { target }, /** @type {string} */ selector) =>
  target.closest?.(selector);

/**
 * Make an SVG element; as `element`.
 * @param {string} tag
 * @param {Record<string, any>} [properties]
 * @param {...Inside} children
 * @returns {any}
 */
export function vector(tag, properties = {}, ...children) {
  return furnish(document.createElementNS(SVG, tag), properties, children);
}

/**
 * Write the lines of one text.  Who copies it gets its words apart: between two lines
 * stands a space of its own place, which moves neither of them.
 * @param {string[]} lines
 * @param {function(number): {x: number, y: number}} placeOf a line, by its number
 * @returns {SVGElement[]}
 */
export const textLines = (lines, placeOf) =>
  lines.flatMap((text, i) => {
    const line = vector("tspan", { ...placeOf(i), text });
    return i ? [vector("tspan", { ...placeOf(i), text: " " }), line] : [line];
  });

/** Tell a reader who does not see the map what changed. */
export function announce(/** @type {string} */ text) {
  const said = document.getElementById("announcements");
  if (said) said.textContent = text;
}
