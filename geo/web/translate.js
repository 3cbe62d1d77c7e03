// The static page in the chosen language: Python writes the words of the opening
// language and says in attributes which words they are.

import { isStacked } from "./stacked.js";
import { capital } from "./wording.js";

/** Show a text, and say its language where it is not the page's. */
export function tell(node, { text, lang }) {
  node.textContent = text;
  node.toggleAttribute("data-stacked", isStacked(text));
  if (lang) node.lang = lang;
  else node.removeAttribute("lang");
}

/**
 * Put every labelled element of `root` into the wording's language.
 * @param {ParentNode} root
 * @param {object} payload
 * @param {object} wording
 */
export function translate(root, payload, wording) {
  const texts = {
    t: (key) => wording.say(key),
    words: (keys) =>
      capital(
        keys
          .split(" ")
          .map((key) => wording.say(key))
          .join(", "),
      ),
    colon: () => wording.say("map.pair", { name: "", said: "" }),
    country: wording.actor,
    date: (date, node) => wording.date(date, "approximate" in node.dataset),
    figure: (json) => wording.figure(JSON.parse(json)),
  };
  /** @returns {NodeListOf<HTMLElement>} */
  const labelled = (key) => root.querySelectorAll(`[data-${key}]`);
  for (const [key, text] of Object.entries(texts)) {
    for (const node of labelled(key)) {
      node.textContent = text(node.dataset[key], node);
    }
  }
  const named = {
    say: (key) => payload[key],
    actor: (id) => payload.actors[id]?.name,
    place: (id) => payload.places[id]?.name,
    meeting: (id) => payload.meetings[id]?.name,
  };
  for (const [key, texts] of Object.entries(named)) {
    for (const node of labelled(key)) {
      const id = node.dataset[key];
      tell(node, wording.told(texts(id) ?? { [wording.language]: id }));
    }
  }
  for (const node of labelled("t-label")) {
    node.setAttribute("aria-label", wording.say(node.dataset.tLabel));
  }
  document.documentElement.lang = wording.language;
  document.documentElement.dir = wording.say("language.direction");
}
