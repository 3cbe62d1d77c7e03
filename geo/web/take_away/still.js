// Marks of the page as marks of a picture that stands alone: what the style sheet says
// of them is written into their attributes, so that any program draws them alike.

import { vector } from "../common/dom.js";

const LOOKS = [
  "opacity",
  "fill",
  "fill-opacity",
  "fill-rule",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-linecap",
];
const STROKES = LOOKS.filter((key) => key.startsWith("stroke-"));
const LETTERS = ["font-family", "font-size", "font-weight", "font-style"];
const GEOMETRY = [
  "d", "x", "y", "cx", "cy", "r", "width", "height", "text-anchor", "paint-order",
]; // prettier-ignore
/** What holds when an attribute is missing. */
const USUAL = {
  "opacity": "1",
  "fill-opacity": "1",
  "fill-rule": "nonzero",
  "stroke": "none",
  "stroke-width": "1px",
  "stroke-opacity": "1",
  "stroke-dasharray": "none",
  "stroke-linejoin": "miter",
  "stroke-linecap": "butt",
};
const TEXTS = ["text", "tspan"];

/**
 * Copy a mark with all that decides its look.
 * @param {SVGElement} node in the document
 * @returns {SVGElement}
 */
export function stillMark(node) {
  const name = node.localName;
  const style = getComputedStyle(node);
  const kept = {};
  for (const key of GEOMETRY) {
    if (node.hasAttribute(key)) kept[key] = node.getAttribute(key);
  }
  if (name !== "tspan") {
    for (const key of TEXTS.includes(name) ? [...LOOKS, ...LETTERS] : LOOKS) {
      const value = style.getPropertyValue(key).replace(/url\("(.*?)"\)/, "url($1)");
      if (value !== USUAL[key]) kept[key] = value;
    }
    if (!kept.stroke) for (const key of STROKES) delete kept[key];
  }
  const children = [...node.children].map(stillMark);
  const isText = TEXTS.includes(name) && !children.length;
  const text = isText ? node.textContent : undefined;
  return vector(name, { ...kept, text }, children);
}

/** Is a mark to be seen at all? */
export function isSeen(node) {
  const { fill, stroke, display } = getComputedStyle(node);
  const drawn = !node.hasAttribute("d") || node.getAttribute("d").length > 6;
  const clear = ["none", "rgba(0, 0, 0, 0)"];
  const painted = node.localName === "text" || !clear.includes(fill) || stroke !== "none";
  return drawn && painted && display !== "none" && !node.matches(".small-target");
}

/** The patterns of the page, copied. */
export function stillPatterns() {
  const patterns = [...document.querySelectorAll(".patterns pattern")].map((pattern) => {
    const kept = [...pattern.attributes].map(({ name, value }) => [name, value]);
    const marks = [...pattern.children].map(stillMark);
    return vector("pattern", Object.fromEntries(kept), marks);
  });
  return vector("defs", {}, patterns);
}

/** Marks of what the reader points at, opened or stepped to: no legend explains them. */
const READERS_OWN = ".leaflet-outlines-pane *, .changed, .changed-rim";

/** Everything else that the map's panes show, back to front, in pixels of its box. */
export function stillMap(map, isWanted = (/** @type {Element} */ _node) => true) {
  const panes = Object.values(map.getPanes())
    .filter((pane) => pane.parentNode === map.getPane("mapPane"))
    .sort((a, b) => Number(getComputedStyle(a).zIndex) - Number(getComputedStyle(b).zIndex));
  const { x, y } = map.layerPointToContainerPoint([0, 0]);
  const marks = panes.flatMap((pane) => [...pane.querySelectorAll("path, text")]);
  const isOfMap = (node) => !node.matches(READERS_OWN) && isWanted(node) && isSeen(node);
  const seen = marks.filter(isOfMap).map(stillMark);
  return vector("g", { transform: `translate(${x} ${y})` }, seen);
}
