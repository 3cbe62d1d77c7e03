// While its script runs, the page has rules that no copy of it holds: without them the
// live map is not shown.  So a page that was saved as it stood shows no map that nobody
// keeps right; where its script may run, the map is made anew.

import { element } from "../common/dom.js";

const ALIVE =
  ".folium-map[hidden] { display: block !important; visibility: visible !important; }" +
  ".is-ready:not(.has-trouble) .trouble { display: none; }" +
  // What lies below the map is laid out once, when all of it is there.
  ":root:not(.is-ready, .has-trouble) :is(#strips, #unplaced, #table, .about)" +
  " { content-visibility: hidden; contain-intrinsic-block-size: 60rem; }";

/** Give the page rules, whatever style its host allows. */
export function adopt(/** @type {string} */ css) {
  if (!document.adoptedStyleSheets) {
    // A browser of before 2023.
    const look = /** @type {HTMLStyleElement} */ (document.getElementById("look"));
    look.sheet?.insertRule(`@media all { ${css} }`);
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/**
 * Show what lives; where the page was saved as it stood, begin with a new map.
 * @returns {boolean} whether the page was saved so: call `dropMade` then
 */
export function comeAlive() {
  for (const style of document.querySelectorAll("style")) {
    // A host may allow no style but that of its own files.
    if (!style.sheet) adopt(style.textContent);
  }
  adopt(ALIVE);
  const root = document.documentElement;
  if (!root.classList.length) return false;
  root.removeAttribute("class");
  delete root.dataset.scheme;
  const map = document.querySelector(".folium-map");
  map?.replaceWith(element("div", { class: "folium-map", id: map.id, hidden: true }));
  return true;
}

/** What a script adds behind the page's own script, which is not read yet. */
const LATER = [
  "main > script ~ [data-made]",
  "main > script ~ * [data-made]",
  ".about [data-made]",
].join();

/** Drop what a script had added to the page, before one of this time adds anything. */
export function dropMade() {
  const drop = (/** @type {string} */ wanted) => document.querySelectorAll(wanted).forEach((node) => node.remove());
  drop("[data-made]");
  document.addEventListener("readystatechange", () => drop(LATER), { once: true });
}
