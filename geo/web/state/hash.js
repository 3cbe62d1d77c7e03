// The page's state in its address, so that a copied link opens the same picture.

const KEYS = [
  ...["lang", "view", "country", "layers", "added", "meeting", "date"],
  ...["confidence", "without", "domain", "condition", "at", "only", "from", "to"],
];

/** Choices of the reader, by the key that an address has. @typedef {Record<string, string>} Choices */

/**
 * Read a hash.  Anything that is not ours (`#table`) gives no choices at all.
 * @param {string} hash such as "#view=world&country=FRA"
 * @returns {Choices|undefined} choices by key; undefined for a plain anchor
 */
export function parseHash(hash) {
  const text = hash.replace(/^#/, "");
  if (text && !text.includes("=")) return undefined;
  const found = new URLSearchParams(text);
  /** @type {Choices} */
  const choices = {};
  for (const key of KEYS) {
    const value = found.get(key);
    if (value !== null) choices[key] = value;
  }
  return choices;
}

/**
 * Write a hash that holds only what differs from the page as it opens.
 * @param {Choices} choices
 * @param {Choices} opening the same keys as the page opens
 * @returns {string} "" when nothing differs
 */
export function writeHash(choices, opening) {
  const parts = KEYS.filter(
    (key) => choices[key] !== undefined && choices[key] !== opening[key],
  );
  const text = parts
    .map((key) => `${key}=${encodeURIComponent(choices[key])}`)
    .join("&");
  return text.replace(/%2C/g, ",");
}
