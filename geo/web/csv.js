// Rows to CSV (RFC 4180) that a spreadsheet opens without running any of it.  Pure.

/** Beginnings by which a spreadsheet takes a text for a formula, full-width ones too. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * One cell.  A text that a spreadsheet would run gets an apostrophe before it.
 * @param {string|number|undefined} value blank if undefined
 * @returns {string}
 */
export function csvCell(value) {
  const text = String(value ?? "");
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
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
