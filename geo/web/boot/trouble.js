// What fails while the page starts is never hidden: it is said above the map, where the
// page has the words for it in its own language, and in the console.

import { element, made } from "../common/dom.js";

/**
 * Say what failed.
 * @param {unknown} error
 * @param {HTMLElement} [words] what that means, if not that the map has not started in full
 */
export function sayTrouble(error, words) {
  console.error(error);
  const told = document.getElementById("trouble");
  if (told) {
    const usual = told.querySelector("span");
    if (usual) usual.hidden = Boolean(words);
    const said = made(element("code", { lang: "en", text: String(error) }));
    told.append(words ?? "", " ", said);
  }
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
