// Wrapped text on a drawing, in the page's own faces and colours.

import { vector } from "../common/dom.js";

const FONTS = {
  title: { font: "serif", size: 24, weight: 600 },
  lead: { font: "serif", size: 15, weight: 400 },
  head: { font: "sans", size: 13, weight: 600 },
  text: { font: "sans", size: 12, weight: 400 },
  small: { font: "sans", size: 10.5, weight: 400 },
};

/** The parts of a word, such as an address, that is longer than a line. */
function broken(word, fits) {
  if (fits(word)) return [word];
  const parts = [""];
  for (const letter of word) {
    const longer = parts[parts.length - 1] + letter;
    if (longer === letter || fits(longer)) parts[parts.length - 1] = longer;
    else parts.push(letter);
  }
  return parts;
}

/** A writer of wrapped text. */
export function createPen() {
  const root = getComputedStyle(document.documentElement);
  const value = (name) => root.getPropertyValue(`--${name}`).trim();
  const context = document.createElement("canvas").getContext("2d");

  function wrapped(text, { font, size, weight }, width) {
    context.font = `${weight} ${size}px ${value(font)}`;
    const fits = (line) => context.measureText(line).width <= width;
    const lines = [];
    for (const word of text.split(" ")) {
      const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
      if (lines.length && fits(longer)) lines[lines.length - 1] = longer;
      else lines.push(...broken(word, fits));
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
