// Labels on the map that never lie over one another: the country it is about, what
// figures are, the places of meetings, then the names of the countries with data, as
// room allows.

import { vector } from "./dom.js";
import { placeLabels, wrap } from "./label_places.js";
import { afterPaint } from "./later.js";
import { hasSign, statusSign } from "./status_signs.js";

const WRAP_CHARACTERS = 24;
/** Under a mark of this reach a name stands better than beside it. */
const LARGE_MARK_PX = 12;
const FONT_PX = 12;
const NARROW = { map_px: 480, font_px: 10.5 };

/**
 * Add the labels, and keep them as the map moves and the choices change.
 * @param {object} page
 */
export function addLabels(page) {
  const { map, state } = page;
  const pane = map.createPane("labels");
  pane.style.zIndex = 370;
  const properties = { class: "labels leaflet-zoom-hide", width: 1, height: 1 };
  const svg = vector("svg", { ...properties, "aria-hidden": "true" });
  pane.append(svg);
  const family = getComputedStyle(map.getContainer()).fontFamily;
  const pencil = document.createElement("canvas").getContext("2d");
  const fontPx = () => (map.getSize().x < NARROW.map_px ? NARROW.font_px : FONT_PX);
  const linePx = () => fontPx() * 1.12;
  const signPx = ({ sign }) => (sign ? fontPx() : 0);

  /** A label with its lines wrapped, its position and its size in pixels. */
  function measured({ place, lines, ...label }) {
    const wrapped = lines.flatMap((line) => (line ? wrap(line, WRAP_CHARACTERS) : []));
    const weight = label.className === "label-figure" ? "600 " : "";
    pencil.font = `${weight}${fontPx()}px ${family}`;
    const width = Math.max(0, ...wrapped.map((line) => pencil.measureText(line).width));
    const rows = Math.max(1, wrapped.length);
    const size = [width + signPx(label) + (width && 4), rows * linePx()];
    return { ...label, place, lines: wrapped, size, at: page.toScreen(place) };
  }
  /** A sign stands before the first line; where that ends at a mark, between the two. */
  function write({ spot, lines, className, sign }) {
    const [dx, dy] = page.layerOffset();
    const width = signPx({ sign });
    const [left, top, right] = spot.box;
    if (sign) {
      const middle = spot.anchor === "end" ? right - width / 2 : left + width / 2;
      const at = [middle + dx, top + dy + linePx() / 2];
      svg.append(statusSign(sign, at, fontPx() / 2.7));
    }
    const aside = { start: width, middle: width / 2, end: -width - 2 }[spot.anchor];
    const rows = lines.map((text, i) => {
      const y = top + dy + linePx() * (i + 0.78);
      return vector("tspan", { x: spot.x + dx + aside, y, text });
    });
    const look = { class: className, "paint-order": "stroke" };
    svg.append(vector("text", { ...look, "text-anchor": spot.anchor }, rows));
  }
  const signOnly = (label) => ({ ...label, lines: [], size: [signPx(label), linePx()] });
  function draw() {
    const asked = page.texts().map(measured);
    const reachAt = (place) =>
      Math.max(0, ...asked.map((other) => (other.place === place ? other.reach : 0)));
    const names = nameLabels(page).map(measured);
    for (const name of names) {
      name.reach = Math.max(reachAt(name.place), page.land.dotReach(name.country));
    }
    for (const name of names) name.under = name.reach > LARGE_MARK_PX;
    const [subject, others] = [true, false].map((is) =>
      names.filter(({ className }) => className.endsWith("is-subject") === is),
    );
    const signs = others.filter(({ sign }) => sign).map(signOnly);
    const labels = [...onceEach([...subject, ...asked, ...others]), ...signs];
    const taken = asked.filter(({ reach }) => reach).map(roomOf);
    const { x, y } = map.getSize();
    svg.replaceChildren();
    svg.setAttribute("font-size", fontPx());
    placeLabels(labels, taken, [x, y]).forEach(write);
  }
  map.on("moveend viewreset", draw);
  const later = () => requestAnimationFrame(draw);
  state.follow(["language", "layers", "meeting", "markScale"], later);
  state.follow(["shown"], afterPaint(draw));
  draw();
}

/** Labels that say something, each text once: two layers may name one place. */
function onceEach(labels) {
  const texts = labels.map(({ lines }) => lines.join(" "));
  return labels.filter((_, i) => texts[i] && texts.indexOf(texts[i]) === i);
}

/** The box of the mark that a label belongs to. */
function roomOf({ at: [x, y], reach, shift: [dx, dy] = [0, 0] }) {
  return [x + dx - reach, y + dy - reach, x + dx + reach, y + dy + reach];
}

/** Names of the countries with data; a sign after one whose statements differ. */
function nameLabels({ payload, wording, isShown }) {
  const coloured = payload.layers.some(({ kind, id }) => kind === "status" && isShown(id));
  const rank = ([, { status, contested }]) =>
    contested ? -1 : payload.statuses.indexOf(status);
  return Object.entries(payload.countries)
    .filter(([id, { status }]) => status !== "no_data" && payload.points[id])
    .sort((a, b) => rank(a) - rank(b))
    .map(([id, { contested, status }]) => ({
      country: id,
      sign: coloured && hasSign(status) && status,
      place: payload.points[id],
      lines: [wording.actor(id) + (contested ? " ≠" : "")],
      className: status === "beneficiary" ? "label-name is-subject" : "label-name",
    }));
}
