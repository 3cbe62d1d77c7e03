// The card that a link shows in a feed, or a person posts: what is shown, few words, large.

import { isolated } from "../common/isolated.js";
import { vector } from "../common/dom.js";
import { layersShown } from "../kinds/kinds.js";
import { NO_SOURCE, originalText } from "../rules/payload.js";
import { legendBlocks } from "./drawn_legend.js";
import { licenceText, mapIn, onPaper, saidOver } from "./paper.js";
import { createPen } from "./pen.js";
import { shownNow } from "./shown.js";

/** Half the pixels of its file. */
export const CARD = { width: 600, height: 315, map_px: 374 };
const CARD_MARGIN_PX = 14;
const SIDE_PX = CARD.width - CARD.map_px - 2 * CARD_MARGIN_PX;
/** How much smaller than on a sheet the words are, where all of them have room. */
const CARD_SCALE = { largest: 0.9, least: 0.4, step: 0.02 };
/** The legend is larger than on a sheet: a feed shows the card small. */
const LEGEND_SCALE = 1.25;
/** Where colours say the most at a glance, marks over them would hide them. */
const OVER_COLOURS = ["figures", "participants"];
const MARKS_OVER = ["links", "link_rims", "figures", "symbols"]
  .map((pane) => `.leaflet-${pane}-pane *`)
  .concat(":is(text, .lead, .lead-rim):not(.label-name)")
  .join();

/**
 * The card of the present view.
 * @param {Words & Given<"state" | "map" | "changes" | "isShown" | "view"> & RecordPart
 *   & PositionsPart} given its map as wide as `CARD` asks
 * @param {{url: string}} said of all that leaves the page
 * @returns {{svg: SVGElement, width: number, height: number}}
 */
export function drawCard(given, { url }) {
  const { map } = given;
  const pen = createPen();
  const all = layersShown(given);
  const isColoured = all.some(({ base }) => base);
  const specs = all.filter(({ kind }) => !isColoured || !OVER_COLOURS.includes(kind));
  const { width, height, map_px } = CARD;
  const frame = { x: width - map_px, y: 0, width: map_px };
  const { mark } = mapIn(map, frame, (node) => !isColoured || !node.matches(MARKS_OVER));
  return onPaper(given, pen, [width, height], [mark, sideOf(given, pen, specs, url)]);
}

/**
 * The words beside the map, as large as there is room for.
 * @param {Words & Given<"state" | "changes" | "view"> & RecordPart & PositionsPart} given
 */
function sideOf(given, pen, specs, url) {
  const room = CARD.height - 2 * CARD_MARGIN_PX;
  for (let k = CARD_SCALE.largest; ; k -= CARD_SCALE.step) {
    const { marks, height } = cardWords(given, pen, specs, [SIDE_PX / k, room / k], url);
    if (height * k > room && k > CARD_SCALE.least) continue;
    return vector("g", { transform: `translate(${CARD_MARGIN_PX} ${CARD_MARGIN_PX}) scale(${k.toFixed(2)})` }, marks);
  }
}

/**
 * All words of the card, one under the other; the credits at the foot of the room.
 * @param {Words & Given<"state" | "changes" | "view"> & RecordPart & PositionsPart} given
 */
function cardWords(given, pen, specs, [width, room], url) {
  const { title, headline, narrowed, place } = saidOver(given);
  const marks = [];
  let y = 0;
  const put = (block, gap = 6) => {
    marks.push(...block.marks);
    y += block.height + gap;
  };
  const line = (text, kind, colour) => text && put(pen.write(text, kind, 0, y, width, colour));
  line(title, "title");
  line(headline, "lead");
  line(narrowed, "text");
  line(place, "text", "muted");
  y += 4;
  for (const draw of legendBlocks(given, pen, specs, width / LEGEND_SCALE, false)) {
    const { marks: rows, height } = draw(0, y / LEGEND_SCALE);
    put({ marks: [vector("g", { transform: `scale(${LEGEND_SCALE})` }, rows)], height: height * LEGEND_SCALE }, 0);
  }
  const foot = pen.write(creditOf(given, url), "small", 0, 0, width, "muted");
  y += foot.height;
  put(pen.write(creditOf(given, url), "small", 0, Math.max(y, room) - foot.height, width, "muted"), -foot.height);
  return { marks, height: y };
}

/** Whose the statements shown are; of rows without source, that none is named. */
function sourcesOf(/** @type {Words} */ { payload, wording: { say, number, pick } }, statements) {
  const cited = [...new Set(Object.values(statements).map(({ source }) => source))];
  const { publisher } = payload.sources[cited[0]] ?? {};
  if (cited.length !== 1 || !publisher) return say("sheet.many_sources", { n: number(cited.length) });
  if (cited[0] === NO_SOURCE) return `${pick(payload.texts[publisher])}.`;
  return say("sheet.source", { names: isolated(originalText(payload, publisher)) });
}

/**
 * Who is owed what, in a few sentences; the page is named, not what it shows just now.
 * @param {Words & Given<"snapshot" | "isListed" | "listedStatements">} given
 */
function creditOf(given, url) {
  const { say } = given.wording;
  const sources = sourcesOf(given, shownNow(given).statements);
  const address = url.replace(/#.*/, "");
  return [say("sheet.map"), address, sources, licenceText(given), say("sheet.boundaries")].filter(Boolean).join(" ");
}
