// Where labels can stand so that none lies over another.  Pure: pixels in, pixels out.

/**
 * Break a text into lines of at most so many characters, at spaces.
 * @param {string} text
 * @param {number} characters
 * @returns {string[]}
 */
export function wrap(text, characters) {
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && longer.length <= characters) lines.pop();
    lines.push(longer.length <= characters ? longer : word);
  }
  return lines;
}

/** Do two boxes [left, top, right, bottom] overlap? */
export function overlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/**
 * Where a block of text may stand about a point, best first: on the point when nothing
 * is drawn there, otherwise beside the mark, below it, above it.
 * @param {number[]} point [x, y]
 * @param {number} reach how far the mark on the point reaches; 0 for none
 * @param {number[]} size [width, height] of the block
 * @param {boolean} [under] rather below or above than beside
 * @returns {{anchor: string, x: number, box: number[]}[]} `x` is where SVG anchors it
 */
export function spotsAbout([x, y], reach, [width, height], under = false) {
  const spot = (anchor, left, top) => {
    const shift = { start: 0, middle: width / 2, end: width }[anchor];
    return { anchor, x: left + shift, box: [left, top, left + width, top + height] };
  };
  const gap = reach + 4;
  const [left, top] = [x - width / 2, y - height / 2];
  const vertical = [
    spot("middle", left, y + gap - 2),
    spot("middle", left, y - gap - height + 2),
  ];
  if (!reach) return [spot("middle", left, top), ...vertical];
  const beside = [top, y - height, y].flatMap((edge) => [
    spot("start", x + gap, edge),
    spot("end", x - gap - width, edge),
  ]);
  return under ? [...vertical, ...beside] : [...beside, ...vertical];
}

/**
 * Place labels in order; one that finds no room is left out, and so is one that says
 * less of a country that has a label.
 * @param {{at: number[], reach: number, size: number[], country: string}[]} labels in
 *   order of weight
 * @param {number[][]} taken boxes where nothing may stand
 * @param {number[]} size [width, height] of the map
 * @returns {object[]} the labels that found room, each with its `spot`
 */
export function placeLabels(labels, taken, [width, height]) {
  const full = [...taken];
  const named = new Set();
  return labels.flatMap((label) => {
    const free = ({ box: [left, top, right, bottom] }) =>
      left > 2 &&
      top > 2 &&
      right < width - 2 &&
      bottom < height - 2 &&
      !full.some((other) => overlap(other, [left, top, right, bottom]));
    const spot = spotsAbout(label.at, label.reach, label.size, label.under).find(free);
    if (!spot || named.has(label.country)) return [];
    if (label.country) named.add(label.country);
    full.push(spot.box);
    return [{ ...label, spot }];
  });
}
