// The letters of the map's labels: how large they are, how long a line may be, and how
// wide a text is taken to be.  Pure.

/** Lines stand so many ems apart. */
export const LEADING = 1.12;

const WIDE = { font_px: 12, characters: 24, most: { figure: 1, name: 0.7 } };
const NARROW = {
  font_px: 10.4,
  characters: 18,
  most: { figure: 1, name: 0.55 },
};

/**
 * What maps are lettered with: `characters` of a line, `most` is the share of a `figure` and of a `name` that may lie on other countries with
 * data.  Letters and marks have the size that is meant where a pixel is `unitsPerPx` of the
 * still picture, and grow and shrink with it; map.css says which of them a page has.
 */
export const LETTERINGS = {
  wide: { ...WIDE, unitsPerPx: 1 },
  middle: { ...WIDE, unitsPerPx: 1.3 },
  narrow: { ...NARROW, unitsPerPx: 2.5 },
};

/** Mean advance of sans-serif faces, in ems: which one a reader has is not known. */
const ADVANCE = { plain: 0.56, bold: 0.61 };

/**
 * How wide a text is taken to be where no typeface is at hand to measure it.
 * @param {string} text
 * @param {number} font_px
 * @param {boolean} isBold
 */
export function estimatedWidth(text, font_px, isBold) {
  return text.length * font_px * (isBold ? ADVANCE.bold : ADVANCE.plain);
}
