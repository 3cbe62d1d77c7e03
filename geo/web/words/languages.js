// The choice of the page's language: each by its own name, so that a reader who cannot
// read the page finds it, beside a globe.

import { element, made, vector } from "../common/dom.js";
import { keepMoving } from "../common/later.js";

const GLOBE =
  "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM2.5 10h15" +
  "M10 2.5c-5 4.5-5 10.5 0 15 5-4.5 5-10.5 0-15z";

/**
 * Add the choice of language to the page's head.
 * @param {Given<"payload" | "state">} given
 * @param {Element} head
 */
export function addLanguages({ payload, state }, head) {
  const { languages, words } = payload;
  if (languages.length < 2) return;
  const options = languages.map((/** @type {string} */ id) =>
    element("option", { value: id, lang: id, text: words[id]["language.name"] }),
  );
  const onchange = (/** @type {any} */ { target }) => {
    // All words of the page are others; those out of sight are laid out a little later.
    keepMoving();
    state.change({ language: target.value });
  };
  const select = element("select", { onchange }, options);
  const shape = vector("path", { d: GLOBE });
  const globe = vector("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, shape);
  const name = element("span", { class: "unseen", "data-t": "language.label" });
  head.append(made(element("label", { class: "language" }, globe, name, select)));
  const follow = (/** @type {Chosen} */ { language }) => (select.value = language);
  state.follow(["language"], follow);
  follow(state.get());
}
