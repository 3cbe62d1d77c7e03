// A text of others inside a sentence of ours: none of our words is turned by it.  Pure; a
// test holds it and geo/page/isolated.py alike.

/** Letters that run from right to left, and characters that turn what follows them. */
const TURNING =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const [FIRST_STRONG, END] = ["\u2068", "\u2069"];
/**
 * What ends it.  WebKit's drawings go on turning beyond the end of a whole.
 * @param {string} character
 */
const endOf = (character) => (/[\u2066-\u2068]/.test(character) ? END : "\u202c");

/** Does a character turn what follows it, until another ends that? @param {string} text */
export const isTurning = (text) => /[\u202a\u202b\u202d\u202e\u2066-\u2068]/.test(text);

/**
 * A text as it may stand in a sentence; one that turns nothing stays as it is.
 * @param {string} text
 * @returns {string}
 */
export function isolated(text) {
  if (!TURNING.test(text)) return text;
  const ends = [END];
  let kept = FIRST_STRONG;
  for (const character of text) {
    if (character === END) {
      // An end without a beginning would be that of the whole.
      if (ends.indexOf(END) === ends.lastIndexOf(END)) continue;
      while (ends[0] !== END) kept += ends.shift();
    }
    if (character === ends[0]) ends.shift();
    else if (isTurning(character)) ends.unshift(endOf(character));
    kept += character;
  }
  return kept + ends.join("");
}
