// Finding countries by name: accents, case and punctuation do not count, and a name may
// be typed in the page's language, in English or as its three-letter code.  Pure.

// Letters that Unicode does not take apart into a letter and an accent.
const WHOLE_LETTERS = { ł: "l", ø: "o", đ: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe" };

/** A text as it is compared: plain small letters and single spaces. */
export function plainText(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[łøđıßæœ]/g, (letter) => WHOLE_LETTERS[letter])
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** How well a name answers: 0 begins with it, 1 a word does, 2 holds it, 3 not. */
function rankOf(name, wanted) {
  if (name.startsWith(wanted)) return 0;
  if (name.includes(` ${wanted}`)) return 1;
  return name.includes(wanted) ? 2 : 3;
}

/**
 * The countries that answer a text, best first.
 * @param {string} text as typed
 * @param {{id: string, names: string[], known: boolean}[]} countries names in the order
 *   of their weight; `known` are those with data
 * @returns {{id: string, name: string}[]} `name` is the one that answers
 */
export function findCountries(text, countries) {
  const wanted = plainText(text);
  if (!wanted) return [];
  const found = countries.flatMap(({ id, names, known }) => {
    const ranks = names.map((name) => rankOf(plainText(name), wanted));
    if (id.toLowerCase() === wanted) ranks[0] = 0;
    const rank = Math.min(...ranks);
    const name = names[ranks.indexOf(rank)];
    return rank < 3 ? [{ id, name, order: [rank, known ? 0 : 1], first: names[0] }] : [];
  });
  return found
    .sort(
      (a, b) =>
        a.order[0] - b.order[0] ||
        a.order[1] - b.order[1] ||
        a.first.localeCompare(b.first),
    )
    .map(({ id, name }) => ({ id, name }));
}
