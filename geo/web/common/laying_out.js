// What lies below the map is laid out once the map is whole: at once where it is asked for,
// else piece by piece, so that nobody waits for what is out of sight.

import { afterPaint } from "./later.js";

/** What is laid out in turn, from the top; of a long table so many rows at a time. */
const OUT_OF_SIGHT = ["#strips", "#unplaced", "#table", ".about"];
const ROWS_A_TURN = 15;
const ROWS_IN_TURN = 45;

/** @type {CSSStyleSheet|undefined} */
let putOff;

/**
 * The rules that put parts off.
 * @param {string[]} parts
 * @param {number} rows of each table that are laid out; 0 for all
 * @param {string} how
 */
function rulesFor(parts, rows, how) {
  const look = `{ content-visibility: ${how}; contain-intrinsic-block-size: 60rem; }`;
  const left = parts.length ? `:is(${parts}) ${look}` : "";
  const further = rows ? `#table > .table-box tr:nth-child(n + ${rows}) { display: none; }` : "";
  return `@media screen { ${left} ${further} }`;
}

/** Lay out what lies below the map, a piece after another, once the map is painted. */
export function layOutInTurn() {
  if (!document.adoptedStyleSheets) {
    // A browser of before 2023.
    layOutNow();
    return;
  }
  const sheet = new CSSStyleSheet();
  const turns = OUT_OF_SIGHT.map((_, i) => rulesFor(OUT_OF_SIGHT.slice(i + 1), ROWS_A_TURN, "auto"));
  for (let rows = 2 * ROWS_A_TURN; rows <= ROWS_IN_TURN; rows += ROWS_A_TURN) turns.push(rulesFor([], rows, "auto"));
  const next = afterPaint(() => {
    const turn = turns.shift();
    if (!turn) layOutNow();
    if (!turn || !putOff) return;
    sheet.replaceSync(turn);
    next();
  });
  sheet.replaceSync(rulesFor(OUT_OF_SIGHT, ROWS_A_TURN, "hidden"));
  putOff = sheet;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  next();
}

/** Before the page is scrolled to a part: then all parts above it have their height. */
export function layOutNow() {
  document.documentElement.classList.add("is-whole");
  if (!putOff) return;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== putOff);
  putOff = undefined;
}
