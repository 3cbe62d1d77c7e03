// What a reader can take away: the data shown, a picture of the view, the citation, and
// the code that puts the map into another page.  All of it is made here, offline.

import { choiceButton } from "../common/buttons.js";
import { bibtexEntry, citationText, embedCode } from "../words/citation.js";
import { toCsv } from "./csv.js";
import { announce, element, made } from "../common/dom.js";
import { copyField, save, saveText } from "./download.js";
import { filtersOf } from "../rules/filters.js";
import { narrowedText } from "../words/heading.js";
import { isPublic, typedAddress } from "./hosting.js";
import { inLight } from "../embed/scheme.js";
import { viewBox } from "../ground/frame.js";
import { CARD, drawCard } from "./card.js";
import { forPrint, pngOf, svgText } from "./picture_file.js";
import { atSize } from "./resized.js";
import { drawSheet } from "./sheet.js";
import { countryRows, participantRows, shownNow, statementRows } from "./shown.js";
import { translate } from "../words/labelled.js";

const LONGEST_IN_NAME = 100;

/**
 * What is said of everything that leaves the page.
 * @param {Words & Given<"state" | "view" | "hash"> & RecordPart & PositionsPart} given
 */
function metadata(given) {
  const { wording, payload, state } = given;
  const { asOf } = shownNow(given);
  const choices = state.get();
  const title = wording.pick(payload.title);
  const url = isPublic(location) ? location.href.replace(/#.*/, "") + given.hash() : "";
  const said = {
    slug: payload.map,
    title,
    date: asOf,
    asOf: `${wording.say("as_of")} ${wording.date(asOf)}`,
    narrowed: narrowedText(given),
    licence: payload.licence,
    url,
  };
  return {
    ...said,
    view: given.view().id,
    layers: choices.layers,
    filters: Object.fromEntries(
      [...filtersOf(choices), ...(choices.only ? ["only"] : [])].map((key) => [key, choices[key]]),
    ),
    citation: citationText(said),
  };
}

/** The rows with what must go with each when a table is passed on. */
function stamped(rows, { date, filters, licence, citation }) {
  // As in the page's address.
  const told = Object.entries(filters).map((filter) => filter.join("="));
  const stamp = { filters: told.join("&"), as_of: date, licence, cite_as: citation };
  return rows.map((row) => ({ ...row, ...stamp }));
}

/** The name of what is saved: which map, of which day, under which filters, which view. */
function fileName({ slug, date, filters, view }) {
  const dated = slug.includes(date) ? slug : `${slug}-${date}`;
  const told = Object.entries(filters).flat().join("-");
  const plain = told.replace(/[^\p{L}\p{N}_-]+/gu, "-").slice(0, LONGEST_IN_NAME);
  return ["pledgemap", dated, plain, view].filter(Boolean).join("-");
}

/**
 * @param {Words & Given<"state" | "isShown" | "view" | "hash"> & RecordPart & PositionsPart} given
 */
function jsonText(given) {
  const { wording, payload } = given;
  const { title, date, citation, view, layers, filters, narrowed, url } = metadata(given);
  const value = {
    metadata: {
      map: payload.map,
      title,
      headline: document.querySelector(".headline")?.textContent,
      as_of: date,
      filters,
      only_part: narrowed || undefined,
      language: wording.language,
      view,
      layers,
      licence: payload.licence || undefined,
      cite_as: citation,
      boundaries: wording.say("about.boundaries"),
      pledgemap: payload.pledgemap,
      made_from: payload.made_from,
      url: url || undefined,
    },
    countries: countryRows(given),
    statements: statementRows(given),
    participants: participantRows(given),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/**
 * A sheet for print is so wide in pixels of its file: 170 mm at 300 to the inch; and its map
 * in those of the page.
 */
const PRINT_PX = { sheet: 2008, map: 640 };

/** The sides of the map on paper: the view whole, or what the reader has moved to. */
function sidesOnPaper({ map, viewIn, isAtHome }) {
  const [xmin, ymin, xmax, ymax] = viewBox(viewIn([PRINT_PX.map, PRINT_PX.map / 2]));
  const { x, y } = map.getSize();
  const slope = isAtHome() ? (ymax - ymin) / (xmax - xmin) : y / x;
  return [PRINT_PX.map, Math.round(PRINT_PX.map * slope)];
}

/**
 * What each button saves.
 * @param {Words & Given<"state" | "map" | "changes" | "isShown" | "hash" | "print"> & RecordPart
 *   & PositionsPart & ViewPart} given
 */
function files(given) {
  const name = () => fileName(metadata(given));
  const sheet = () => drawSheet(given, metadata(given).citation);
  const onPaper = (sides, lettering, draw) => inLight(() => atSize(given, sides, lettering, draw));
  const printed = () => onPaper(sidesOnPaper(given), "middle", sheet);
  const card = () =>
    onPaper([CARD.map_px, CARD.height], "narrow", () => drawCard(given, metadata(given)));
  const csv = (rows, what) =>
    saveText(`${name()}-${what}.csv`, "text/csv", toCsv(stamped(rows, metadata(given))));
  return {
    data: {
      "take.countries": () => csv(countryRows(given), "countries"),
      "take.statements": () => csv(statementRows(given), "statements"),
      "take.json": () => saveText(`${name()}.json`, "application/json", jsonText(given)),
    },
    paper: {
      "take.print_short": () => given.print(false),
      "take.print_all": () => given.print(true),
    },
    picture: {
      "take.png": async () => save(`${name()}.png`, await pngOf(sheet())),
      "take.png_print": async () => {
        const drawing = printed();
        const png = await pngOf(drawing, PRINT_PX.sheet / drawing.width);
        save(`${name()}-print.png`, forPrint(png));
      },
      "take.card": async () => save(`${name()}-card.png`, await pngOf(card())),
      "take.svg": () => saveText(`${name()}.svg`, "image/svg+xml", svgText(sheet())),
    },
  };
}

function buttons(/** @type {Shown<"wording">} */ { wording }, actions, done) {
  const made = Object.entries(actions).map(([key, act]) => {
    const onclick = async () => {
      await act();
      if (done) announce(wording.say(done));
    };
    return choiceButton(onclick, { "data-t": key });
  });
  return element("div", { class: "take-buttons" }, made);
}

/** A text to copy, with its button. */
function copyable(/** @type {Shown<"wording">} */ { wording }, key, rows) {
  const field = element("textarea", {
    rows,
    readonly: true,
    spellcheck: "false",
    "data-t-label": key,
  });
  const onclick = () =>
    announce(wording.say(copyField(field) ? "take.copied" : "take.selected"));
  const button = choiceButton(onclick, { "data-t": "take.copy" });
  const title = element("h3", { "data-t": key });
  return { field, title, text: element("div", { class: "take-text" }, field, button) };
}

/** Where a person says which address the page will have; none where it has one. */
function addressField(oninput) {
  if (isPublic(location)) return undefined;
  return element("input", { type: "url", placeholder: "https://", oninput });
}

/** Give a field the height of its text, so that a reader sees what is copied. */
function showWhole(field) {
  field.style.height = "auto";
  const rims_px = field.offsetHeight - field.clientHeight;
  field.style.height = `${field.scrollHeight + rims_px}px`;
}

/**
 * Add what can be taken away, folded.
 * @param {Words & Given<"state" | "map" | "changes" | "isShown" | "hash" | "print"> & RecordPart
 *   & PositionsPart & ViewPart} given
 * @param {HTMLElement} host
 */
export function addTakeAway(given, host) {
  const { data, picture, paper } = files(given);
  const heading = (key) => element("h3", { "data-t": key });
  const texts = {
    citation: copyable(given, "take.citation", 2),
    bibtex: copyable(given, "take.bibtex", 7),
    embed: copyable(given, "take.embed", 3),
  };
  const note = (key) => element("p", { class: "note", "data-t": key });
  const address = addressField(() => refresh());
  const first = address && [
    note("take.embed_first"),
    element("label", {}, element("span", { "data-t": "take.embed_address" }), address),
  ];
  const framed = window.self !== window.top;
  const fold = element(
    "details",
    { class: "take", ontoggle: () => refresh() },
    element("summary", { "data-t": "take.title" }),
    framed && note("take.framed"),
    element(
      "div",
      { class: "take-columns" },
      element(
        "div",
        {},
        [heading("take.data"), buttons(given, data, "take.saved"), note("take.data_note")],
        [heading("take.picture"), buttons(given, picture, "take.saved"), note("take.picture_note")],
        [heading("take.paper"), buttons(given, paper)],
      ),
      element(
        "div",
        {},
        [texts.citation, texts.bibtex].map(({ title, text }) => [title, text]),
        [texts.embed.title, first, texts.embed.text, note("take.embed_note")],
      ),
    ),
  );
  function refresh() {
    if (!fold.open) return;
    const said = metadata(given);
    texts.citation.field.value = said.citation;
    texts.bibtex.field.value = bibtexEntry(said);
    const { frame, host_script: script } = given.payload;
    const src =
      said.url ||
      typedAddress(address.value, said.slug, given.hash()) ||
      `${said.slug}.html${given.hash()}`;
    texts.embed.field.value = `${embedCode(src, said.title, said.slug, frame)}\n\n${script}`;
    Object.values(texts).forEach(({ field }) => showWhole(field));
  }
  window.addEventListener("resize", refresh);
  host.append(made(fold));
  translate(host, given);
  given.state.follow(Object.keys(given.state.get()), () => setTimeout(refresh));
}
