// The view as a sheet: title, map, legend, as-of date and credits in one SVG picture.

import { layersShown } from "../kinds/kinds.js";
import { legendBlocks } from "./drawn_legend.js";
import { licenceText, mapIn, onPaper, saidOver } from "./paper.js";
import { createPen } from "./pen.js";

const SHEET_MARGIN_PX = 24;
const COLUMN_PX = 250;
const LEAST_WIDTH_PX = 640;

/**
 * The sheet of the present view.
 * @param {Words & Given<"state" | "map" | "changes" | "isShown" | "view"> & RecordPart
 *   & PositionsPart} given
 * @param {string} citation of the map as it is shown
 * @returns {{svg: SVGElement, width: number, height: number}}
 */
export function drawSheet(given, citation) {
  const { map, wording } = given;
  const pen = createPen();
  const inner = Math.max(map.getSize().x, LEAST_WIDTH_PX);
  const marks = [];
  let y = SHEET_MARGIN_PX;
  const line = (text, kind, colour) => {
    const { marks: written, height } = pen.write(text, kind, SHEET_MARGIN_PX, y, inner, colour);
    marks.push(...written);
    y += height + 4;
  };
  const { title, headline, narrowed, place } = saidOver(given);
  line(title, "title");
  line(headline, "lead");
  if (narrowed) line(narrowed, "text");
  line(place, "text", "muted");
  y += 8;
  const drawn = mapIn(map, { x: SHEET_MARGIN_PX, y, width: inner });
  marks.push(drawn.mark);
  y += drawn.height + 16;
  const blocks = legendBlocks(given, pen, layersShown(given), COLUMN_PX - 20);
  y += placeInColumns(blocks, inner, y, marks);
  line(wording.say("about.boundaries"), "small", "muted");
  line([licenceText(given), wording.say("about.licence")].filter(Boolean).join(" "), "small", "muted");
  line(`${wording.say("about.cite")} ${citation}`, "small", "muted");
  const size = [inner + 2 * SHEET_MARGIN_PX, Math.ceil(y + SHEET_MARGIN_PX - 8)];
  return onPaper(given, pen, size, marks);
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
