// Labels on the map: the sign of each status on its own country, and beside it, as room
// allows, what is written: names, what figures are, the places of meetings.

import { vector } from "./dom.js";
import { boxInSight, boxOf } from "./ground_path.js";
import { createGrid } from "./land_grid.js";
import { afterPaint } from "./later.js";
import { LEADING, placeAll } from "./map_labels.js";
import { statusSign } from "./status_signs.js";

/** As the wide and the narrow lettering of geo/page/picture/lettering.py. */
const WIDE = { font_px: 12, characters: 24, most: { figure: 1, name: 0.7 } };
const NARROW = {
  map_px: 480,
  font_px: 10.5,
  characters: 18,
  isShort: true,
  most: { figure: 1, name: 0.55 },
};

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
  const widthOf = createPencil(getComputedStyle(map.getContainer()).fontFamily);
  const landNow = createLandGrids(page);
  let written;

  function draw() {
    const lettering = map.getSize().x < NARROW.map_px ? NARROW : WIDE;
    const { signs, labels } = placeAll(page, landNow(), lettering, widthOf);
    const offset = page.layerOffset();
    // A step in time moves few labels, and often none.
    const drawing = JSON.stringify([signs, labels, offset, lettering]);
    if (drawing === written) return;
    written = drawing;
    svg.setAttribute("font-size", lettering.font_px);
    svg.replaceChildren(
      ...signs.map((sign) => signNode(sign, offset)),
      ...labels.map((label) => textNode(label, offset, lettering.font_px * LEADING)),
    );
  }
  map.on("moveend viewreset", draw);
  const later = () => requestAnimationFrame(draw);
  state.follow(["language", "layers", "meeting", "markScale"], later);
  state.follow(["shown"], afterPaint(draw));
  draw();
}

/** Measures texts in the page's letters, each once. */
function createPencil(family) {
  const pencil = document.createElement("canvas").getContext("2d");
  const known = new Map();
  return (text, font_px, isBold) => {
    const font = `${isBold ? "600 " : ""}${font_px}px ${family}`;
    const key = font + text;
    if (!known.has(key)) {
      pencil.font = font;
      known.set(key, pencil.measureText(text).width);
    }
    return known.get(key);
  };
}

/** The land as the map shows it, laid out anew only when the map has moved. */
function createLandGrids({ map, land, view }) {
  let laidOut;
  let grid;
  return () => {
    const { x, y } = map.getSize();
    const box = boxInSight(map);
    const now = [view().projection, x, y, ...box].join();
    if (now !== laidOut) {
      const inSight = (ring) => {
        const [xmin, ymin, xmax, ymax] = boxOf(ring);
        return xmin < box[2] && xmax > box[0] && ymin < box[3] && ymax > box[1];
      };
      const lands = Object.entries(land.countries)
        .map(([id, { polygons }]) => [id, polygons.flat().filter(inSight)])
        .filter(([, rings]) => rings.length);
      grid = createGrid([x, y], box, lands);
      laidOut = now;
    }
    return grid;
  };
}

function signNode({ country, status, spot: { at, r } }, [dx, dy]) {
  const node = statusSign(status, [at[0] + dx, at[1] + dy], r);
  node.dataset.of = country;
  return node;
}

function textNode({ spot, lines, className, country }, [dx, dy], line_px) {
  const rows = lines.map((text, i) => {
    const y = spot.box[1] + dy + line_px * (i + 0.78);
    return vector("tspan", { x: spot.x + dx, y, text });
  });
  const look = { class: className, "paint-order": "stroke", "text-anchor": spot.anchor };
  const node = vector("text", look, rows);
  if (country) node.dataset.of = country;
  return node;
}
