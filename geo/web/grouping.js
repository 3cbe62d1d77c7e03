// Lists in groups, in the order in which the groups first occur.  Pure.

/**
 * @param {Array} items
 * @param {function(*): string} keyOf
 * @returns {Map<string, Array>}
 */
export function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (groups.has(key)) groups.get(key).push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
