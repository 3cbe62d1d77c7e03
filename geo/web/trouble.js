// What fails while the page starts is never hidden: it is said above the map, where the
// page has the words for it in its own language, and in the console.

import { element, made } from "./dom.js";

/**
 * Say what failed.
 * @param {unknown} error
 */
export function sayTrouble(error) {
  console.error(error);
  const words = document.getElementById("trouble");
  words?.append(made(element("code", { lang: "en", text: ` ${error}` })));
  document.documentElement.classList.add("has-trouble");
}

/**
 * Take a step of the start.
 * @param {function} step
 * @returns {boolean} whether it went well; what failed is said
 */
export function attempt(step) {
  try {
    step();
    return true;
  } catch (error) {
    sayTrouble(error);
    return false;
  }
}
