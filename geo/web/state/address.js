// The state in the page's address: read at opening and when it changes, written after
// every choice, and once a rest while the reader moves through time: Safari takes no
// more than 100 addresses in 30 seconds.  A choice makes a step in the history, so "back"
// undoes it; not in a frame, whose steps would be steps of the page round it.

import { addAnchors } from "./anchors.js";
import { FILTERS } from "../rules/filters.js";
import { parseHash, writeHash } from "./hash.js";
import { soundOnly } from "../rules/positions.js";
import { ROW_CHOICES, rowChoices } from "./record.js";

/** So long a date stands before it is written. */
const REST_MS = 300;

/** What our entries of the history carry; an address that was typed carries nothing. */
const OURS = "pledgemap";

/** The choices of date and filters, and of the date compared. */
const ROW_KEYS = [...ROW_CHOICES, "only", "from"];

/**
 * Keep the address and the state alike.
 * @param {Given<"payload" | "state" | "layers" | "added" | "embedded"> & RecordPart} given
 * @returns {Given<"hash">}
 */
export function addAddress(given) {
  const { state, payload } = given;
  const present = () => {
    const { language, view, country, layers, added, meeting, ...others } = state.get();
    const order = payload.layers
      .map(({ id }) => id)
      .filter((id) => layers.includes(id));
    const rows = ROW_KEYS.map((key) => [key, others[key]]);
    const chosen = { lang: language, view, country, layers: order.join(), added, meeting };
    return { ...chosen, ...Object.fromEntries(rows) };
  };
  const opening = present();
  let isGoingBack = false;
  let last;
  let waiting;
  let resting;
  // A frame's address may ask for a language, and be given a state besides.
  const lang = new URLSearchParams(location.search).get("lang") ?? opening.lang;

  function read(hash = location.hash) {
    waitNoMore();
    const parsed = parseHash(hash);
    if (!parsed) return;
    const found = { ...opening, lang, ...parsed };
    const one = (ids, id, usual) => (ids.includes(id) ? id : usual);
    const isAsked = (id) => found.added.split(",").includes(id);
    state.change({
      ...(!isGoingBack && { language: one(payload.languages, found.lang, opening.lang) }),
      view: one(
        payload.views.map(({ id }) => id),
        found.view,
        opening.view,
      ),
      country: given.isOpenable(found.country) ? found.country : undefined,
      meeting: one(Object.keys(payload.meetings), found.meeting, undefined),
      layers: found.layers.split(",").filter((id) => Object.hasOwn(given.layers, id)),
      added: given.added.map(({ id }) => id).filter(isAsked).join(),
      only: one(payload.statuses.flatMap((id) => [id, soundOnly(id)]), found.only, undefined),
      ...rowChoices(given, found),
    });
  }
  function write(text, changed) {
    document.documentElement.dataset.state = text;
    // A page that stands in a notebook's frame has no address of its own.
    if (location.protocol === "about:") return;
    if (text === (parseHash(location.hash) ? location.hash.slice(1) : undefined))
      return;
    const isNew = isStep(changed) && !given.embedded && !isGoingBack;
    try {
      history[isNew ? "pushState" : "replaceState"](OURS, "", `#${text}`);
      last = changed.join();
    } catch {
      // A browser that takes no more addresses for now; the next choice writes anew.
    }
  }
  /** Write a date after a rest; all else at once, behind a date that waits. */
  function follow(_, changed) {
    const text = writeHash(present(), opening);
    const isMove = changed.join() === "date";
    if (!isMove) waiting?.();
    waitNoMore();
    const act = () => {
      waitNoMore();
      write(text, changed);
    };
    if (!isMove) {
      act();
      return;
    }
    waiting = act;
    resting = setTimeout(act, REST_MS);
  }
  /** An entry of ours is a step of the reader's; who reads in which language is none. */
  function goBack({ state: entry }) {
    isGoingBack = entry === OURS;
    read();
    if (isGoingBack) write(writeHash(present(), opening), []);
    // What the browser says of the same step is heard before the next task.
    setTimeout(() => (isGoingBack = false));
  }
  function waitNoMore() {
    clearTimeout(resting);
    waiting = undefined;
  }
  /**
   * Each choice is a step, so that "back" undoes it alone; a journey in time is one step,
   * and so are layers switched one after another.  A language is none.
   */
  function isStep(changed) {
    if (["country", "view", "only", ...FILTERS].some((key) => changed.includes(key))) return true;
    const inARow = ["date", "from", "layers", "added", "meeting"];
    return inARow.some((key) => changed.includes(key) && last !== key);
  }
  const hashNow = () => {
    const text = writeHash(present(), opening);
    return text && `#${text}`;
  };
  // A page that was saved as it stood knows its state without its address.
  const { dataset } = document.documentElement;
  const asked = location.hash || dataset.state;
  if (asked || lang !== opening.lang) read(asked);
  dataset.state = writeHash(present(), opening);
  if (location.protocol !== "about:") history.replaceState(OURS, "");
  const keys = ["language", "view", "country", "layers", "added", "meeting", ...ROW_KEYS];
  state.follow(keys, follow);
  window.addEventListener("hashchange", () => isGoingBack || read());
  window.addEventListener("popstate", goBack);
  addAnchors(given);
  return { hash: hashNow };
}
