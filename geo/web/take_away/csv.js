// Rows to CSV (RFC 4180) that a spreadsheet opens without running any of it.  Pure; a
// test holds it and geo/export/delimited.py alike.

// By these signs, full-width ones too, a spreadsheet knows a formula: at the beginning of
// a cell, and behind what it may part cells by, though we part them by commas.
const FORMULA = /^ *[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const FORMULA_BEHIND = /([;\t\r\n][" ]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;
const QUOTED = /[",;\t\r\n]/;

/**
 * One cell.  Before what a spreadsheet would run goes an apostrophe, whether it reads the
 * file by commas, semicolons or tabs.
 * @param {string|number|boolean|undefined} value blank if undefined
 * @returns {string}
 */
export function csvCell(value) {
  if (typeof value !== "string") return String(value ?? "");
  const behind = value.replace(FORMULA_BEHIND, "$1'");
  const safe = FORMULA.test(behind) ? `'${behind}` : behind;
  return QUOTED.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * A table.  It begins with a byte order mark, by which spreadsheets know UTF-8.
 * @param {Record<string, string|number|undefined>[]} rows all keys of all rows become columns, in their order
 * @returns {string}
 */
export function toCsv(rows) {
  const columns = [...new Set(rows.flatMap(Object.keys))];
  const lines = [columns, ...rows.map((row) => columns.map((key) => row[key]))];
  return `\ufeff${lines.map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
