// Reading the boundaries as the page carries them: one text of bits, which says each
// number by how many bits it has, in a Huffman code, and then by these.  What is known
// already is not said: where an arc begins in a ring, how a ring closes.  All of it is
// read before the live map can be seen, so it makes few objects on the way.  Pure;
// geo/page/arcs.py writes it.

const CHARACTER_BITS = 6;
/** The codes, as geo/page/arcs.py numbers them. */
const PARTS = 0;
const RINGS = 1;
const ARCS_OF_RING = 2;
const WHICH_ARC = 3;
const STEPS_OF_ARC = 4;
const BEGINS_X = 5;
const BEGINS_Y = 6;
const EAST = 7;
const NORTH = 25;

/**
 * The topology that a page carries: its areas are MultiPolygon, its lines MultiLineString.
 * @param {PackedTopology} packed
 * @returns {Topology}
 */
export function unpackedTopology({ transform, objects, codes, text }) {
  const number = createReader(codes, text);
  const { begun, readPolygons } = createShapes(number);
  for (const { geometries } of Object.values(objects)) {
    for (const one of geometries) {
      const isLine = Boolean(one.type);
      const polygons = readPolygons(isLine);
      one.type = isLine ? "MultiLineString" : "MultiPolygon";
      one.arcs = isLine ? polygons[0] : polygons;
    }
  }
  return { transform, objects: /** @type {any} */ (objects), ...readArcs(number, begun) };
}

/**
 * What geometries are made of, and what is said of each arc where it is first used: its
 * steps, where it begins or else which arc ends there, and, if it closes a ring, the arc
 * whose begin it leads to.
 * @param {function(number): number} number
 */
function createShapes(number) {
  const begun = {
    /** @type {number[]} */
    steps: [],
    /** @type {(number|undefined)[]} */
    after: [],
    /** @type {(number|undefined)[]} */
    closes: [],
    /** @type {number[]} */
    begins: [],
  };
  let x = 0;
  let y = 0;

  /**
   * @param {number[]} run so far
   * @param {boolean} isLast of a ring
   */
  function readArc(run, isLast) {
    const known = begun.steps.length;
    const back = number(WHICH_ARC);
    if (back) return back > 0 ? known - back : ~(known + back);
    if (!run.length) {
      x += number(BEGINS_X);
      y += number(BEGINS_Y);
    }
    begun.begins.push(x, y);
    begun.after.push(run[run.length - 1]);
    begun.closes.push(isLast ? (run[0] ?? known) : undefined);
    begun.steps.push(1 + number(STEPS_OF_ARC));
    return known;
  }
  /** @param {boolean} isLine */
  function readRings(isLine) {
    /** @type {number[][]} */
    const rings = [];
    for (let left = number(RINGS); left >= 0; left -= 1) {
      /** @type {number[]} */
      const run = [];
      for (let more = number(ARCS_OF_RING); more >= 0; more -= 1) {
        run.push(readArc(run, !isLine && more === 0));
      }
      rings.push(run);
    }
    return rings;
  }
  /** @param {boolean} isLine */
  function readPolygons(isLine) {
    const polygons = [];
    for (let left = number(PARTS); left >= 0; left -= 1) polygons.push(readRings(isLine));
    return polygons;
  }
  return { begun, readPolygons };
}

/**
 * The steps of all arcs, one after another, and how many each has; the first of an arc
 * leads from the grid's corner.
 * @param {function(number): number} number
 * @param {ReturnType<typeof createShapes>["begun"]} begun
 */
function readArcs(number, { steps, after, closes, begins }) {
  const lengths = steps.map((n, arc) => n + (closes[arc] === undefined ? 0 : 1));
  const walked = new Int32Array(2 * lengths.reduce((sum, n) => sum + n, 0));
  const ends = new Int32Array(2 * steps.length);
  /** A coordinate of where an arc ends; `~i` is arc `i` reversed. */
  const endOf = (/** @type {number} */ arc, /** @type {number} */ axis) =>
    arc < 0 ? begins[2 * ~arc + axis] : ends[2 * arc + axis];
  let at = 0;
  for (let arc = 0; arc < steps.length; arc += 1) {
    const from = after[arc];
    if (from !== undefined) {
      begins[2 * arc] = endOf(from, 0);
      begins[2 * arc + 1] = endOf(from, 1);
    }
    let x = (walked[at] = begins[2 * arc]);
    let y = (walked[at + 1] = begins[2 * arc + 1]);
    at += 2;
    let before = 0;
    for (const end = at + 2 * steps[arc] - 2; at < end; at += 2) {
      const east = number(EAST + before);
      const bits = 32 - Math.clz32(Math.abs(east));
      const north = number(NORTH + bits);
      before = Math.max(bits, 32 - Math.clz32(Math.abs(north)));
      x += walked[at] = east;
      y += walked[at + 1] = north;
    }
    const to = closes[arc];
    if (to !== undefined) {
      walked[at] = endOf(~to, 0) - x;
      walked[at + 1] = endOf(~to, 1) - y;
      x += walked[at];
      y += walked[at + 1];
      at += 2;
    }
    ends[2 * arc] = x;
    ends[2 * arc + 1] = y;
  }
  return { lengths, steps: walked };
}

/**
 * Reads numbers, each by its code, which says how many bits it has.  The first of these
 * is always one; its sign stands in its place.
 * @param {string} codes how long the words of each code are
 * @param {string} text
 * @returns {function(number): number} of a code
 */
function createReader(codes, text) {
  const books = codes.split(" ").map(bookOf);
  let at = 0;
  let held = 0;
  let left = 0;

  /** A number with a sign. */
  function number(/** @type {number} */ code) {
    const { longest, words } = books[code];
    while (left < longest) more();
    const word = words[(held >> (left - longest)) & ((1 << longest) - 1)];
    if (!word) throw new SyntaxError("the boundaries cannot be read");
    left -= word & 31;
    const bits = word >> 5;
    if (!bits) return 0;
    while (left < bits) more();
    left -= bits;
    const first = 1 << (bits - 1);
    const said = (held >> left) & (2 * first - 1);
    return said & first ? -said : said | first;
  }
  /** No more than 24 bits are asked for; behind the text they are all 0. */
  function more() {
    const character = text.charCodeAt(at);
    // From ">" to "~" without the backslash.
    held = (held << CHARACTER_BITS) | (character - (character > 92 ? 63 : 62));
    left += CHARACTER_BITS;
    at += 1;
  }
  return number;
}

/**
 * What each run of bits, as long as the longest word, begins with: the number of bits
 * that the word stands for, and in five bits how long it is.
 * @param {string} lengths of the words, a digit each
 */
function bookOf(lengths) {
  const each = [...lengths].map((digit) => parseInt(digit, 36));
  const longest = Math.max(0, ...each);
  const words = new Uint16Array(1 << longest);
  let begin = 0;
  for (let length = 1; length <= longest; length += 1) {
    for (let bits = 0; bits < each.length; bits += 1) {
      if (each[bits] !== length) continue;
      const end = begin + (1 << (longest - length));
      words.fill((bits << 5) | length, begin, end);
      begin = end;
    }
  }
  return { longest, words };
}
