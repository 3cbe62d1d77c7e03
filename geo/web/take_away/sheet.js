// The view as a sheet: title, map, legend, as-of date and credits in one SVG picture.

import { stopped } from "../words/citation.js";
import { element, vector } from "../common/dom.js";
import { narrowedText } from "../words/heading.js";
import { isolated } from "../common/isolated.js";
import { layerTitle, layersShown, legendOf } from "../kinds/kinds.js";
import { shownNow } from "./shown.js";
import { stillMap, stillMark, stillPatterns } from "./still.js";

const SHEET_MARGIN_PX = 24;
const COLUMN_PX = 250;
const LEAST_WIDTH_PX = 640;
const FONTS = {
  title: { font: "serif", size: 24, weight: 600 },
  lead: { font: "serif", size: 15, weight: 400 },
  head: { font: "sans", size: 13, weight: 600 },
  text: { font: "sans", size: 12, weight: 400 },
  small: { font: "sans", size: 10.5, weight: 400 },
};

/** A writer of wrapped text that keeps to the page's own faces and colours. */
function createPen() {
  const root = getComputedStyle(document.documentElement);
  const value = (name) => root.getPropertyValue(`--${name}`).trim();
  const context = document.createElement("canvas").getContext("2d");

  function wrapped(text, { font, size, weight }, width) {
    context.font = `${weight} ${size}px ${value(font)}`;
    const lines = [];
    for (const word of text.split(" ")) {
      const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
      if (lines.length && context.measureText(longer).width <= width) lines.pop();
      lines.push(context.measureText(longer).width <= width ? longer : word);
    }
    return lines;
  }
  /** Write a text; gives the marks and the height they take. */
  function write(text, kind, x, y, width, colour = "ink") {
    const look = FONTS[kind];
    const step = look.size * 1.35;
    const properties = {
      "font-family": value(look.font),
      "font-size": look.size,
      "font-weight": look.weight,
      "fill": value(colour),
    };
    const lines = wrapped(text, look, width);
    const marks = lines.map((line, i) =>
      vector("text", { ...properties, x, y: y + step * i + look.size, text: line }),
    );
    return { marks, height: step * lines.length };
  }
  return { write, value };
}

/** The legend's blocks: a title each, then rows, pictures and remarks. */
function legendBlocks(page, pen) {
  // Computed styles need the marks to stand in the document.
  const host = element("div", { class: "unseen", "aria-hidden": "true" });
  document.body.append(host);
  const blocks = layersShown(page).map((spec) => {
    const nodes = element("div", {}, legendOf(page, spec));
    host.append(nodes);
    const items = [...nodes.querySelectorAll(":scope > .picture, li, p.note")].filter(
      (node) => !node.closest("details"),
    );
    const rows = items.map((node) => legendItem(node));
    return (x, y) => {
      const title = pen.write(layerTitle(page, spec).text, "head", x, y, COLUMN_PX - 20);
      const marks = [...title.marks];
      let down = title.height + 4;
      for (const row of rows) {
        const drawn = row(pen, x, y + down);
        marks.push(...drawn.marks);
        down += drawn.height;
      }
      return { marks, height: down + 14 };
    };
  });
  host.remove();
  return blocks;
}

/** One item of a legend, told apart by what it is: picture, remark or row. */
function legendItem(node) {
  const picture = node.matches(".picture") ? node : node.querySelector(".picture");
  const [width, height] = picture
    ? ["width", "height"].map((key) => Number(picture.getAttribute(key)))
    : [0, 0];
  const marks = picture ? [...picture.children].map(stillMark) : [];
  const at = (x, y) => vector("g", { transform: `translate(${x} ${y})` }, marks);
  if (node === picture) {
    return (pen, x, y) => ({ marks: [at(x, y)], height: height + 6 });
  }
  if (!node.matches("li")) {
    const text = node.textContent;
    return (pen, x, y) => pen.write(text, "small", x, y, COLUMN_PX - 20, "muted");
  }
  const sign = node.querySelector(".sign")?.textContent;
  const count = node.querySelector(".n")?.textContent;
  const [label] = [...node.querySelectorAll("span:not(.sign, .n)")];
  // "10 (1 weak)" stands in parentheses itself.
  const counted = count?.replace(" (", "; ").replace(/\)$/, "");
  const text = count ? `${label.textContent} (${counted})` : label.textContent;
  return (pen, x, y) => {
    const said = pen.write(text, "text", x + 36, y, COLUMN_PX - 56);
    const before = sign
      ? pen.write(sign, "head", x + 8, y, 20).marks
      : [at(x, y + (said.height > 20 ? 2 : 8.1 - height / 2))];
    const tall = Math.max(said.height, picture ? Math.min(height, 24) : 0);
    return { marks: [...before, ...said.marks], height: tall + 4, width };
  };
}

/**
 * The sheet of the present view.
 * @param {object} page
 * @param {string} citation of the map as it is shown
 * @returns {{svg: SVGElement, width: number, height: number}}
 */
export function drawSheet(page, citation) {
  const { map, wording, payload } = page;
  const pen = createPen();
  const size = map.getSize();
  const width = Math.max(size.x, LEAST_WIDTH_PX) + 2 * SHEET_MARGIN_PX;
  const inner = width - 2 * SHEET_MARGIN_PX;
  const marks = [];
  let y = SHEET_MARGIN_PX;
  const line = (text, kind, colour) => {
    const { marks: written, height } = pen.write(text, kind, SHEET_MARGIN_PX, y, inner, colour);
    marks.push(...written);
    y += height + 4;
  };
  const title = wording.pick(payload.title);
  const asOf = `${wording.say("as_of")} ${wording.date(shownNow(page).asOf)}`;
  line(title, "title");
  line(document.querySelector(".finding")?.textContent ?? "", "lead");
  const narrowed = narrowedText(page);
  if (narrowed) line(narrowed, "text");
  line(`${asOf} · ${isolated(wording.pick(page.view().title))}`, "text", "muted");
  y += 8;
  const look = getComputedStyle(map.getContainer()).backgroundColor;
  const tall = Math.round((size.y * inner) / size.x);
  const frame = { x: SHEET_MARGIN_PX, y, width: inner, height: tall };
  const ground = vector("rect", { width: size.x, height: size.y, fill: look });
  const view = { ...frame, viewBox: `0 0 ${size.x} ${size.y}`, overflow: "hidden" };
  marks.push(vector("svg", view, ground, stillMap(map)));
  y += tall + 16;
  y += placeInColumns(legendBlocks(page, pen), inner, y, marks);
  line(wording.say("about.boundaries"), "small", "muted");
  const licence = payload.licence && `${wording.say("about.data_licence")} ${isolated(payload.licence)}.`;
  line([licence, wording.say("about.licence")].filter(Boolean).join(" "), "small", "muted");
  line(`${wording.say("about.cite")} ${citation}`, "small", "muted");
  const height = Math.ceil(y + SHEET_MARGIN_PX - 8);
  const box = { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" };
  const paper = vector("rect", { width, height, fill: pen.value("paper") });
  const name = vector("title", { text: [stopped(`${isolated(title)}. ${asOf}`), narrowed].filter(Boolean).join(" ") });
  const svg = vector("svg", { ...box, lang: wording.language }, name, stillPatterns());
  svg.append(paper, ...marks);
  return { svg, width, height };
}

/** Put blocks side by side, each into the column that is shortest; gives the height. */
function placeInColumns(blocks, width, top, marks) {
  const columns = Array(Math.max(1, Math.floor(width / COLUMN_PX))).fill(0);
  for (const draw of blocks) {
    const at = columns.indexOf(Math.min(...columns));
    const block = draw(SHEET_MARGIN_PX + at * COLUMN_PX, top + columns[at]);
    marks.push(...block.marks);
    columns[at] += block.height;
  }
  return Math.max(...columns);
}

/** What XML 1.0 cannot hold: without it a viewer refuses the whole drawing. */
const NOT_XML = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A sheet as the text of an SVG file. */
export function sheetText({ svg }) {
  const text = new XMLSerializer().serializeToString(svg).replace(NOT_XML, "\ufffd");
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}

/**
 * A sheet as a PNG file, drawn at so many pixels to one of the screen.
 * @returns {Promise<Blob>}
 */
export async function sheetPng(sheet, scale = 2) {
  const image = new Image();
  // The page's policy lets images come from nowhere but such an address.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sheetText(sheet))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [sheet.width * scale, sheet.height * scale];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
