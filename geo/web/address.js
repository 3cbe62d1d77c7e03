// The state in the page's address: read at opening and when it changes, written after
// every choice.  Opening a country makes a step in the history, so "back" closes it; not
// in a frame, whose steps would be steps of the page round it.

import { addAnchors } from "./anchors.js";
import { FILTERS } from "./filters.js";
import { parseHash, writeHash } from "./hash.js";
import { atRest } from "./later.js";
import { ROW_CHOICES, rowChoices } from "./record.js";

/** The choices of date and filters, and of the two dates compared. */
const ROW_KEYS = [...ROW_CHOICES, "from", "to"];

/** Put a text behind the address, as a step of the history or in place of the last. */
function note(text, isStep) {
  try {
    if (isStep) history.pushState(null, "", text);
    else history.replaceState(null, "", text);
  } catch (error) {
    // A browser that was asked too often keeps the address as it was.
    if (error.name !== "SecurityError") throw error;
  }
}

/**
 * Keep the address and the state alike.
 * @param {object} page
 */
export function addAddress(page) {
  const { state, payload } = page;
  const present = () => {
    const { language, view, country, layers, meeting, ...others } = state.get();
    const order = payload.layers
      .map(({ id }) => id)
      .filter((id) => layers.includes(id));
    const rows = ROW_KEYS.map((key) => [key, others[key]]);
    const chosen = { lang: language, view, country, layers: order.join(), meeting };
    return { ...chosen, ...Object.fromEntries(rows) };
  };
  const opening = present();
  // A frame's address may ask for a language, and be given a state besides.
  const lang = new URLSearchParams(location.search).get("lang") ?? opening.lang;

  function read() {
    const parsed = parseHash(location.hash);
    if (!parsed) return;
    const found = { ...opening, lang, ...parsed };
    const one = (ids, id, usual) => (ids.includes(id) ? id : usual);
    state.change({
      language: one(payload.languages, found.lang, opening.lang),
      view: one(
        payload.views.map(({ id }) => id),
        found.view,
        opening.view,
      ),
      country: one(Object.keys(payload.countries), found.country, undefined),
      meeting: one(Object.keys(payload.meetings), found.meeting, undefined),
      layers: found.layers.split(",").filter((id) => Object.hasOwn(page.layers, id)),
      ...rowChoices(page, found),
    });
  }
  function write(_, changed) {
    // A page that stands in a notebook's frame has no address of its own.
    if (location.protocol === "about:") return;
    const text = writeHash(present(), opening);
    if (text === (parseHash(location.hash) ? location.hash.slice(1) : undefined))
      return;
    note(`#${text}`, isStep(changed) && !page.embedded);
    last = changed.join();
  }
  /** Opening a country is a step, and so is a filter; a journey in time is one step. */
  function isStep(changed) {
    if (["country", ...FILTERS].some((key) => changed.includes(key))) return true;
    return ["date", "from", "to"].some((key) => changed.includes(key) && last !== key);
  }
  let last;
  read();
  page.opened = true;
  const keys = ["language", "view", "country", "layers", "meeting", ...ROW_KEYS];
  // Writing the address takes longer than drawing a step of the slider, and Safari lets a
  // page do it a hundred times in half a minute.
  const writeDate = atRest(() => write(state.get(), ["date"]));
  state.follow(keys, (choices, changed) => {
    if (changed.join() === "date") writeDate();
    else write(choices, changed);
  });
  window.addEventListener("hashchange", read);
  window.addEventListener("popstate", read);
  addAnchors(page);
}
