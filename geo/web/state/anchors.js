// Links to parts of this page lead there and leave the address alone: it holds the state,
// and a link copied afterwards opens the same picture.

import { linkAt } from "../common/dom.js";
import { layOutNow } from "../common/laying_out.js";

/**
 * Let links inside the page lead to its parts, also into folds; and lead to the part that
 * the page's address names.
 * @param {Given<"embedded">} given
 */
export function addAnchors({ embedded }) {
  // A frame is no place for these: there they open the full map.
  if (embedded) return;
  document.addEventListener("click", (event) => {
    const link = linkAt(event, "a[href^='#']");
    const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
    const elsewhere = button || ctrlKey || metaKey || shiftKey || altKey;
    if (!link || elsewhere || event.defaultPrevented) return;
    if (leadToPart(link.hash)) event.preventDefault();
  });
  const follow = () => location.hash.includes("=") || leadToPart(location.hash);
  window.addEventListener("hashchange", follow);
  follow();
}

/** Lead to the part that an address names; gives whether there is one. */
function leadToPart(/** @type {string} */ hash) {
  const part = document.getElementById(decoded(hash.slice(1)));
  if (part) leadTo(part);
  return Boolean(part);
}

/** Unfold, show and focus a part of the page. */
export function leadTo(/** @type {any} */ part) {
  for (let fold = part.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
  }
  if (part.tabIndex < 0) part.setAttribute("tabindex", "-1");
  layOutNow();
  part.focus({ preventScroll: true });
  part.scrollIntoView();
}

/** Addresses may be written by hand. */
function decoded(/** @type {string} */ text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
