// A text of others inside a sentence of ours: none of our words is turned by it.  Pure; a
// test holds it and geo/page/isolated.py alike.

/** Letters that run from right to left, and characters that turn what follows them. */
const TURNING =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const [FIRST_STRONG, END] = ["\u2068", "\u2069"];
const BEGINS = /[\u2066-\u2068]/;

/** Does a character turn what follows it, until another ends that? @param {string} text */
export const isTurning = (text) => /[\u202a-\u202e\u2066-\u2068]/.test(text);

/**
 * A text as it may stand in a sentence; one that turns nothing stays as it is.
 * @param {string} text
 * @returns {string}
 */
export function isolated(text) {
  if (!TURNING.test(text)) return text;
  let open = 0;
  let kept = "";
  for (const character of text) {
    // An end without a beginning would be that of the whole.
    if (character === END && !open) continue;
    if (character === END) open -= 1;
    else if (BEGINS.test(character)) open += 1;
    kept += character;
  }
  return FIRST_STRONG + kept + END.repeat(open + 1);
}
