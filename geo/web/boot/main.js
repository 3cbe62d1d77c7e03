// The page's script: opens the map, gives folium its layers, and puts the parts
// together.  Each part is a module that takes what others offer, returns what it offers
// itself, and keeps itself up to date.

import { addAddress } from "../state/address.js";
import { addArticle } from "../panels/article.js";
import { addAttention } from "../layers/attention.js";
import { addChangedMarks } from "../layers/changed_marks.js";
import { addChoices } from "../state/choices.js";
import { addCompare } from "../time/compare.js";
import { addControls } from "./controls.js";
import { addChanges } from "../time/date_changes.js";
import { addDetails } from "../panels/details.js";
import { tableOf } from "../common/dictionary.js";
import { disputedLayer } from "../layers/disputed_layer.js";
import { element } from "../common/dom.js";
import { addEmbedding, prepareFrame } from "../embed/embedded.js";
import { addFilterPanel } from "../panels/filter_panel.js";
import { addGestures } from "./gestures.js";
import { addHeading } from "../words/heading.js";
import { addKeyboard } from "./keyboard.js";
import { afterPaint, inNextTask } from "../common/later.js";
import { addLabels } from "../labels/labels.js";
import { translate } from "../words/labelled.js";
import { addLand } from "../layers/land.js";
import { layOutInTurn, layOutNow } from "../common/laying_out.js";
import { addLanguages } from "../words/languages.js";
import { drawingOf, isDrawn, colouredBy } from "../kinds/kinds.js";
import { addLayersShown } from "../layers/layers_shown.js";
import { addLayerPanel } from "../panels/layer_panel.js";
import { addOutside } from "../layers/outside.js";
import { marksLayer } from "../layers/marks_layer.js";
import { createGround } from "../ground/ground.js";
import { unpackedTopology } from "../ground/packed_topology.js";
import { readBoundaries, readPayload, readTexts } from "../rules/payload.js";
import { addPositions } from "../rules/positions.js";
import { addPrinting } from "./printing.js";
import { addRecord } from "../state/record.js";
import { addSmallMarks } from "../layers/small_marks.js";
import { addSearch } from "../panels/search.js";
import { createState } from "../state/state.js";
import { landLayer } from "../layers/status_layer.js";
import { addTableButtons } from "../tables/table_buttons.js";
import { addTableRows } from "../tables/table_rows.js";
import { addTakeAway } from "../take_away/take_away.js";
import { addTimeSlider } from "../time/time_slider.js";
import { addTooltip } from "../panels/tooltip.js";
import { addStrips } from "../time/strips_section.js";
import { attempt, sayTrouble } from "./trouble.js";
import { addView } from "../layers/view.js";
import { createWording } from "../words/wording.js";
import { addZoom } from "../layers/zoom.js";

/** What the parts of the page offer to each other; it is put together here alone. */
const page = /** @type {Page} */ ({ layers: tableOf(), added: [] });
const offer = (/** @type {Partial<Page>} */ parts) => Object.assign(page, parts);

/** Read what the page carries of the tables; needs no map. */
export function readTables() {
  offer({ payload: readPayload() });
}

/** Read the boundaries. */
export function readGround() {
  const topology = unpackedTopology(readBoundaries());
  offer({ ground: createGround(topology), boundaries: topology.objects });
}

/** Project them for the view that the map opens with. */
export const projectGround = () => page.ground.project(page.payload.views[0].projection);

/** Begin the live map, under the still picture. */
export function beginMap() {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { payload } = page;
  offer({ embedded: prepareFrame() });
  const map = L.map(document.querySelector(".folium-map"), {
    attributionControl: false,
    zoomControl: false,
    keyboard: false,
    scrollWheelZoom: false,
    boxZoom: false,
    trackResize: false,
    zoomSnap: 0,
    zoomAnimation: !calm,
    inertia: !calm,
  });
  // Until it is shown, nobody paints what the still picture hides.
  map.getPane("mapPane").style.visibility = "hidden";
  const state = createState({
    language: payload.language,
    view: payload.views[0].id,
    layers: [],
    only: undefined,
  });
  const stage = document.getElementById("stage");
  offer({
    map,
    state,
    wording: createWording(payload),
    stage,
    showMap: () => stage.scrollIntoView({ block: "start" }),
    // With what a Python user put over the map, if there is any.
    box: document.querySelector(".round-map") ?? document.querySelector(".map-box"),
  });
  // First of all followers, so that the others find the new language.
  state.follow(["language"], ({ language }) => (page.wording.language = language));
  offer(addRecord(page));
  offer(addChanges(page));
  offer(addPositions(page));
  offer(addLayersShown(page));
}

/** Take the land into the opening view. */
export function placeLand() {
  offer({ land: addLand(page) });
  offer(addView(page));
  page.showView();
}

/** Draw what the opening view shows of it. */
export const drawLand = () => page.land.addFirst();

/** Let it be pointed at. */
export function attendLand() {
  offer(addSmallMarks(page));
  offer(addAttention(page));
}

/**
 * Open the map, which was begun.
 * @returns {L.Map}
 */
export function openMap() {
  page.map.getPane("mapPane").style.visibility = "";
  return page.map;
}

/**
 * The layer of an entry of the payload, for folium to add or not.
 * @param {string} id
 * @returns {L.Layer}
 */
export function layer(id) {
  const spec = page.payload.layers.find((entry) => entry.id === id);
  page.layers[id] = layerOf(spec);
  return page.layers[id];
}

function layerOf(spec) {
  if (!isDrawn(spec)) return L.layerGroup();
  const drawing = drawingOf(page, spec);
  if (drawing) return marksLayer(page, drawing);
  if (!spec.base) return disputedLayer(page);
  return landLayer(page, (id) => colouredBy(page, spec, id), spec.kind === "status");
}

/**
 * Run what folium printed for what was added to the map: as a script of the page's own,
 * since folium's variables are global, and its elements name them.
 * @param {object} uses the map and our layers, by the names that folium gave them
 * @param {Array} titles of the layers for the panel: variable, and name or null
 */
export function runAdded(uses, titles) {
  Object.assign(window, { $: window.jQuery ?? query, ...uses });
  const text = document.getElementById("added-lines").textContent;
  let failed;
  const note = (event) => {
    event.preventDefault(); // it is said with all else that fails
    failed ??= event.error ?? event.message;
  };
  window.addEventListener("error", note);
  const script = element("script", { text });
  document.body.append(script);
  script.remove();
  window.removeEventListener("error", note);
  for (const [variable, name] of titles) {
    const layer = /** @type {any} */ (window)[variable];
    if (layer) page.added.push({ id: `added-${page.added.length}`, layer, name });
  }
  if (failed) throw failed;
}

/**
 * What folium's lines ask of jQuery, where that is not loaded: the elements of a text of
 * HTML, which is the Python user's own, or to be called once the document is there.
 */
function query(asked) {
  if (asked === document) return { ready: (call) => call() };
  return [...new DOMParser().parseFromString(asked, "text/html").body.childNodes];
}

/**
 * Go on without what others added to the map: it failed, which is said.  Where a layer
 * of our own is missing, there is no map to go on with.
 * @param {Error} error
 * @param {object} [sentence] that says so, by language, where anything was added
 */
export function goOnWithout(error, sentence) {
  const made = (spec) => !isDrawn(spec) || spec.id in page.layers;
  if (!page.payload.layers.every(made)) throw error;
  const words = sentence && element("span");
  const write = () => (words.textContent = sentence[page.wording.language]);
  if (words) write();
  if (words) page.state.follow(["language"], write);
  sayTrouble(error, words);
}

/**
 * Put the page together, once every layer is there: the map first, then what stands
 * round it, so that the reader sees the map as soon as it can be.
 * @param {{sight: object, hover: object, asked: string}} done what the reader did with
 *   the still picture: the map goes on from there
 */
export function ready({ sight, hover, asked }) {
  const { map, state } = page;
  offer(addChoices(page));
  state.change({
    layers: Object.keys(page.layers).filter((id) => map.hasLayer(page.layers[id])),
    added: page.shownAdded(),
  });
  if (sight) page.showSight(sight);
  addTooltip(page);
  if (hover) state.change({ hover: { ...hover, areas: page.areasOf(hover.country) } });
  showLiveMap();
  whenParsed(() => goOn([...ROUND_THE_MAP, () => asked && page.open(asked)]));
}

/** The live map is there: of the still picture only the labels stay, until it has its own. */
function showLiveMap() {
  const picture = document.getElementById("picture");
  if (!picture) return;
  for (const mark of picture.querySelectorAll(":scope > :not(.labels, .halo)")) mark.remove();
  picture.classList.add("is-over-map");
}

/** The tables stand in the page behind the script. */
function whenParsed(call) {
  if (document.readyState !== "loading") call();
  else document.addEventListener("DOMContentLoaded", call);
}

/**
 * Take steps one after another; between them the browser may paint or hear a key.  An
 * address that asks for another picture is obeyed at once.  A part that fails is said,
 * and takes no other with it.
 * @param {function[]} steps
 */
function goOn([step, ...others]) {
  if (!step) return;
  const take = () => {
    attempt(step);
    goOn(others);
  };
  if (location.hash) take();
  else inNextTask(take);
}

/** What stands round the map, in steps short enough not to hold up the reader. */
const ROUND_THE_MAP = [
  () => offer(addLabels(page)),
  () => page.chooseLabels(),
  () => {
    page.writeLabels();
    document.getElementById("picture")?.remove();
  },
  () => page.land.addRest(),
  () => readTexts(page.payload),
  () => {
    offer(addControls(page));
    offer(addZoom(page));
    addSearch(page);
    addLanguages(page, document.getElementById("languages"));
  },
  () => offer(addKeyboard(page)),
  () => {
    addGestures(page);
    offer(addPrinting(page));
    offer(addDetails(page, document.getElementById("details")));
  },
  () => addLayerPanel(page, document.getElementById("panel")),
  () => {
    addTableButtons(page);
    addArticle(page);
    addChangedMarks(page);
    addTimeSlider(page);
  },
  () => {
    addOutside(page);
    addFilterPanel(page);
    addCompare(page);
  },
  () => {
    addStrips(page);
    addTableRows(page);
    addTakeAway(page, document.getElementById("take-away"));
  },
  () => {
    // The rest of the page is written in its opening language.
    for (const id of ["stage", "languages", "strips", "compare"]) {
      const part = document.getElementById(id);
      if (part) translate(part, page);
    }
  },
  () => {
    const { state } = page;
    state.follow(["language"], () => translate(document, page));
    addHeading(page);
    // Before the address leads to a part: then all parts above it have their height.
    const isAsked = page.embedded || location.hash;
    if (!isAsked) layOutInTurn();
    document.documentElement.classList.add("is-ready");
    // From now on an opened country takes the focus: a reader asked for it.
    offer({ ...addAddress(page), opened: true });
    addEmbedding(page);
    // Behind what the address has asked for.
    if (isAsked) afterPaint(layOutNow)();
  },
];
