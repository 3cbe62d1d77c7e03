// The swatches that show colours and textures in the legend: stripes mean no data, dots
// mean that a colour rests on weak sources, a hatch means disputed territory.  The page
// brings the patterns: geo/page/picture/patterns.py.

import { vector } from "./dom.js";
import { squarePath } from "./screen_path.js";
import { statusSign } from "./status_signs.js";

/** A small picture for the legend, drawn with the map's own classes. */
export function picture(width, height, ...marks) {
  const properties = {
    class: "picture",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  };
  return vector(
    "svg",
    { ...properties, "aria-hidden": "true", focusable: "false" },
    ...marks,
  );
}

/**
 * The swatch of a status, with its sign.
 * @param {string} [status] blank for no data
 * @param {boolean} [weak] with the dots of a weak source
 */
export function statusSwatch(status = "no_data", weak = false) {
  return picture(26, 16, colourOf(status, weak), statusSign(status, [13, 8], 4.5) ?? []);
}

/** The swatch of what dots mean, on any colour. */
export const dottedSwatch = () => picture(26, 16, colourOf("considering", true));

/** The mark of a country that is too small to see, of no status. */
export const smallSwatch = () =>
  picture(26, 16, vector("path", { class: "small-dot", d: squarePath({ x: 13, y: 8 }, 5) }));

function colourOf(status, weak) {
  const box = {
    x: 1,
    y: 1,
    width: 24,
    height: 14,
    class: "swatch",
    "data-status": status,
  };
  const rect = vector("rect", box);
  if (weak) rect.style.fill = `url(#weak-${status})`;
  return rect;
}
