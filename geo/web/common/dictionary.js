// Tables by ids that others chose.  They have no prototype, for an id may be a word that
// every object of JavaScript knows: `constructor`, `toString`, `__proto__`.  Pure.

/**
 * @param {Iterable<any[]>} [entries] keys with their values
 * @returns {Record<string, any>} a table of them, and of nothing else
 */
export function tableOf(entries = []) {
  const table = Object.create(null);
  for (const [key, value] of entries) table[key] = value;
  return table;
}

/**
 * Make every object of a value such a table.
 * @param {*} value as JSON gives it
 * @returns {*} the same
 */
export function asTables(value) {
  if (value === null || typeof value !== "object") return value;
  if (!Array.isArray(value)) Object.setPrototypeOf(value, null);
  for (const one of Object.values(value)) if (typeof one === "object") asTables(one);
  return value;
}
