// A drawing as a file: SVG, or pixels of it.

/** What XML 1.0 cannot hold: without it a viewer refuses the whole drawing. */
const NOT_XML = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A drawing as the text of an SVG file. */
export function svgText(/** @type {{svg: SVGElement}} */ { svg }) {
  const text = new XMLSerializer().serializeToString(svg).replace(NOT_XML, "\ufffd");
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}

/** A PNG's signature and first chunk are so long; then others may follow. */
const PNG_HEAD_BYTES = 8 + 25;
/** The chunk pHYs that says 300 dots to the inch: 11,811 to the metre, and its checksum. */
const DPI_300 = [0, 0, 0, 9, 112, 72, 89, 115, 0, 0, 46, 35, 0, 0, 46, 35, 1, 120, 165, 63, 118];

/**
 * A drawing as a PNG file, drawn at so many pixels to one of the screen.
 * @param {{svg: SVGElement, width: number, height: number}} drawing
 * @param {number} [scale]
 * @returns {Promise<Blob>}
 */
export async function pngOf(drawing, scale = 2) {
  const [width, height] = [drawing.width, drawing.height].map((side) => Math.round(side * scale));
  // An engine may draw letters for the size that the drawing says, and enlarge them.
  drawing.svg.setAttribute("width", String(width));
  drawing.svg.setAttribute("height", String(height));
  const image = new Image();
  // The page's policy lets images come from nowhere but such an address.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(drawing))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
  return new Promise((/** @type {function(any): void} */ done) => canvas.toBlob(done, "image/png"));
}

/** A PNG that tells documents to set it at 300 dots to the inch. */
export const forPrint = (/** @type {Blob} */ png) =>
  new Blob([png.slice(0, PNG_HEAD_BYTES), new Uint8Array(DPI_300), png.slice(PNG_HEAD_BYTES)], { type: png.type });
