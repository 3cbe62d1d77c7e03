// Dates known to the day, the month or the year, as ISO texts.  Pure.

/**
 * The first day that a date may mean, as an ISO text.
 * @param {string} date
 */
export function firstDay(date) {
  return date + "-01-01".slice(date.length - 4);
}

/**
 * The last day that a date may mean, as an ISO text.
 * @param {string} date
 */
export function lastDay(date) {
  const [year, month = 12, day] = date.split("-").map(Number);
  if (day) return date;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/**
 * The day by which a map that ends in a date is named: no language says "by August 2025"
 * as it says "by 31 August".  What is known to its month is known at the month's end; a
 * year is left as it is.  A statement's own date is always shown as far as it is known.
 * @param {string} date
 */
export function dayInWords(date) {
  return date.length === 7 ? lastDay(date) : date;
}

/**
 * The days from one ISO day to another.
 * @param {string} from
 * @param {string} to
 */
export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/**
 * Rows by their dates, the newest first; of one day as they stood.
 * @param {any[]} rows
 * @returns {any[]}
 */
export function newestFirst(rows) {
  const dated = rows.map((row) => ({ row, day: firstDay(row.date) }));
  dated.sort((a, b) => Number(a.day < b.day) - Number(a.day > b.day));
  return dated.map(({ row }) => row);
}
