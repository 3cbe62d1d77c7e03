// The page's legend as marks of a drawing.

import { element, vector } from "../common/dom.js";
import { layerTitle, legendOf } from "../kinds/kinds.js";
import { stillMark } from "./still.js";

/**
 * The blocks of a legend: a title each, if asked, then rows, pictures and remarks.
 * @param {Words & Shown<"state" | "record" | "stops" | "positionButton" | "view">} given
 * @param {object} pen
 * @param {object[]} specs the layers, as in the payload
 * @param {number} width
 * @param {boolean} [isTitled]
 * @returns {(function(number, number): {marks: SVGElement[], height: number})[]} a block
 *   each, to be drawn at a place
 */
export function legendBlocks(given, pen, specs, width, isTitled = true) {
  // Computed styles need the marks to stand in the document.
  const host = element("div", { class: "unseen", "aria-hidden": "true" });
  document.body.append(host);
  const blocks = specs.map((spec) => {
    const nodes = element("div", {}, legendOf(given, spec));
    host.append(nodes);
    const items = [...nodes.querySelectorAll(":scope > .picture, li, p.note")].filter(
      (node) => !node.closest("details"),
    );
    const rows = items.map((node) => legendItem(node, width));
    return (x, y) => {
      const title = pen.write(isTitled ? layerTitle(given, spec).text : "", "head", x, y, width);
      const marks = isTitled ? [...title.marks] : [];
      let down = isTitled ? title.height + 4 : 0;
      for (const row of rows) {
        const drawn = row(pen, x, y + down);
        marks.push(...drawn.marks);
        down += drawn.height;
      }
      return { marks, height: down + (isTitled ? 14 : 3) };
    };
  });
  host.remove();
  return blocks;
}

/** One item of a legend, told apart by what it is: picture, remark or row. */
function legendItem(node, room) {
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
    return (pen, x, y) => pen.write(text, "small", x, y, room, "muted");
  }
  const sign = node.querySelector(".sign")?.textContent;
  const note = node.querySelector(".n");
  // "10 (1 weak)" stands in parentheses itself.
  const count = note?.dataset.parted ?? note?.textContent;
  const [label] = [...node.querySelectorAll("span:not(.sign, .n)")];
  const text = count ? `${label.textContent} (${count})` : label.textContent;
  return (pen, x, y) => {
    const said = pen.write(text, "text", x + 36, y, room - 36);
    const before = sign
      ? pen.write(sign, "head", x + 8, y, 20).marks
      : [at(x, y + (said.height > 20 ? 2 : 8.1 - height / 2))];
    const tall = Math.max(said.height, picture ? Math.min(height, 24) : 0);
    return { marks: [...before, ...said.marks], height: tall + 4, width };
  };
}
