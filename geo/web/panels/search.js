// The search: a text field with a list of answers, after the pattern "combobox" of the
// WAI-ARIA Authoring Practices.  Choosing a country shows it on the map; choosing who has
// no place there leads to what is said of it.

import { leadTo } from "../state/anchors.js";
import { findCountries } from "../words/country_search.js";
import { standingSwatch } from "../marks/patterns.js";
import { announce, element, made } from "../common/dom.js";

const MOST_ANSWERS = 8;

/**
 * Add the search before the other tools of the map.
 * @param {Words & Given<"state" | "embedded" | "land" | "open" | "pointTo" | "zoomTo">} given
 */
export function addSearch(given) {
  const { payload, wording, state } = given;
  let answers = [];
  let active = -1;

  const field = element("input", {
    type: "text",
    id: "search",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: "60",
    "aria-autocomplete": "list",
    "aria-controls": "search-list",
    "aria-expanded": "false",
    "data-t-label": "search.label",
    oninput: () => answer(),
    onkeydown: (event) => press(event),
    onblur: () => fold(),
  });
  const box = element("ul", {
    id: "search-list",
    role: "listbox",
    hidden: true,
    "data-t-label": "search.label",
    // The field keeps the focus while the pointer chooses.
    onpointerdown: (event) => event.preventDefault(),
  });

  // For the eyes: whoever hears has it announced.
  const nothing = element("p", { "class": "nothing", "hidden": true, "aria-hidden": "true" });

  /** All that something may be called: in the page's language, in English, in others. */
  function calledIn(namesIn) {
    const { language } = wording;
    const others = payload.languages.filter((one) => one !== language && one !== "en");
    return [language, "en", ...others].flatMap((one) =>
      namesIn(one).map((text) => ({ text, lang: one === language ? undefined : one })),
    );
  }
  /** Each country of the map, and who else said something, with all names. */
  function named() {
    const { codes, countries, names, also, actors } = payload;
    const namesOf = (id) => (language) =>
      [names[language]?.[id] ?? [], also[language]?.[id] ?? []].flat();
    const lands = Object.keys(given.land.countries).map((id) => ({
      id,
      names: calledIn(namesOf(id)),
      codes: [id, codes[id]],
      known: Boolean(countries[id]),
    }));
    const others = [...voices().keys()].map((id) => ({
      id,
      names: calledIn((language) => [actors[id]?.name[language] ?? []].flat()),
      codes: [id],
      known: true,
    }));
    return [...lands, ...others.filter(({ names: [own] }) => own)];
  }
  /** Who is no country of the map, by the first item or row that tells of it. */
  function voices() {
    const { statements, participations } = payload;
    /** @type {Map<string, HTMLElement>} */
    const found = new Map();
    if (given.embedded) return found;
    /** @type {NodeListOf<HTMLElement>} */
    const items = document.querySelectorAll(
      "#unplaced [data-told]:not([hidden]), tr[data-told]:not([hidden])",
    );
    for (const item of items) {
      const { actor } = statements[item.dataset.told] ?? participations[item.dataset.told] ?? {};
      if (actor && !found.has(actor)) found.set(actor, item);
    }
    return found;
  }
  function list(found) {
    answers = found;
    active = -1;
    box.replaceChildren(...found.map(answerItem));
    const empty = !found.length;
    box.hidden = empty;
    field.setAttribute("aria-expanded", String(!empty));
    field.removeAttribute("aria-activedescendant");
  }
  function answer() {
    const text = field.value.trim();
    list(findCountries(text, named()).slice(0, MOST_ANSWERS));
    const isNothing = Boolean(text) && !answers.length;
    nothing.textContent = isNothing ? wording.say("search.none", { text }) : "";
    nothing.hidden = !isNothing;
    if (isNothing) announce(nothing.textContent);
    else if (text) announce(wording.count("search.found", answers.length));
  }
  function answerItem({ id, name }, i) {
    const own = wording.actor(id);
    const entry = payload.countries[id];
    const isLand = id in given.land.countries;
    return element(
      "li",
      {
        id: `search-${i}`,
        role: "option",
        "aria-selected": "false",
        onclick: () => choose(i),
      },
      isLand && standingSwatch(payload, entry),
      element("span", { text: own }),
      name.text !== own && element("span", { class: "note", ...name }),
    );
  }
  function move(to) {
    active = (to + answers.length) % answers.length;
    [...box.children].forEach((node, i) =>
      node.setAttribute("aria-selected", String(i === active)),
    );
    field.setAttribute("aria-activedescendant", `search-${active}`);
    box.children[active].scrollIntoView({ block: "nearest" });
  }
  function fold() {
    list([]);
    nothing.hidden = true;
  }
  function choose(i) {
    const { id } = answers[i];
    field.value = wording.actor(id);
    fold();
    const item = voices().get(id);
    if (item) {
      leadTo(item);
      return;
    }
    given.zoomTo(id);
    const known = payload.countries[id];
    const key = known ? "search.shown" : "search.no_data";
    announce(wording.say(key, { country: wording.actor(id) }));
    if (known) given.open(id);
    else state.change({ country: undefined, hover: given.pointTo(id) });
  }
  function press(event) {
    const open = !box.hidden;
    if (event.key === "Escape") {
      if (!open) field.value = "";
      fold();
    } else if (event.key === "Enter" && open) choose(Math.max(0, active));
    else if (event.key === "ArrowDown" && open) move(active + 1);
    else if (event.key === "ArrowUp" && open) move(active < 0 ? -1 : active - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const label = () => (field.placeholder = wording.say("search.label"));
  state.follow(["language"], label);
  label();
  const toolbar = document.getElementById("toolbar");
  toolbar.prepend(made(element("div", { class: "search" }, field, box, nothing)));
}
