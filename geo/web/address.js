// The state in the page's address: read at opening and when it changes, written after
// every choice.  Opening a country makes a step in the history, so "back" closes it.

import { parseHash, writeHash } from "./hash.js";

/**
 * Keep the address and the state alike.
 * @param {object} page
 */
export function addAddress(page) {
  const { state, payload } = page;
  const present = () => {
    const { language, view, country, layers, meeting } = state.get();
    const order = payload.layers
      .map(({ id }) => id)
      .filter((id) => layers.includes(id));
    return { lang: language, view, country, layers: order.join(), meeting };
  };
  const opening = present();

  function read() {
    const parsed = parseHash(location.hash);
    if (!parsed) return;
    const found = { ...opening, country: undefined, meeting: undefined, ...parsed };
    const one = (ids, id, usual) => (ids.includes(id) ? id : usual);
    state.change({
      language: one(payload.languages, found.lang, opening.lang),
      view: one(
        payload.views.map(({ id }) => id),
        found.view,
        opening.view,
      ),
      country: one(Object.keys(payload.countries), found.country, undefined),
      meeting: one(Object.keys(payload.attendance), found.meeting, undefined),
      layers: found.layers.split(",").filter((id) => id in page.layers),
    });
  }
  function write(_, changed) {
    const text = writeHash(present(), opening);
    if (text === (parseHash(location.hash) ? location.hash.slice(1) : undefined))
      return;
    const url = `#${text}`;
    if (changed.includes("country")) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
  }
  read();
  page.opened = true;
  state.follow(["language", "view", "country", "layers", "meeting"], write);
  window.addEventListener("hashchange", read);
  window.addEventListener("popstate", read);
}
