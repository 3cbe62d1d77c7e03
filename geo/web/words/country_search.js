// Finding countries by what people call them: accents, case and punctuation do not count,
// and a country may be typed in the page's language, in English or as its code.  Pure.

// Letters that Unicode does not take apart into a letter and an accent.
const WHOLE_LETTERS = { ł: "l", ø: "o", đ: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", ґ: "г" };

/** A text as it is compared: plain small letters and single spaces. */
export function plainText(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[łøđıßæœґ]/g, (letter) => WHOLE_LETTERS[letter])
    .replace(/(?:ʼ|[^\p{L}\p{N}])+/gu, " ") // to Unicode, this apostrophe is a letter
    .trim();
}

/** "Oesterreich" as "Osterreich": an umlaut on a keyboard that has none. */
const withoutUmlauts = (text) => plainText(text).replace(/([aou])e/g, "$1");

const together = (text) => text.replaceAll(" ", "");

const NO_ANSWER = 4;

/**
 * How well a name answers: 0 it is the text, 1 it begins so, 2 a word of it does, 3 it
 * holds the text.  "U.S.A." is "USA"; two letters stand within too many names.
 */
function rankOf(name, wanted) {
  const [all, part] = [together(name), together(wanted)];
  if (all === part) return 0;
  if (all.startsWith(part)) return 1;
  if (name.includes(` ${wanted}`)) return 2;
  return part.length > 2 && name.includes(wanted) ? 3 : NO_ANSWER;
}

/**
 * The countries that answer a text, best first.
 * @param {string} text as typed
 * @param {{id: string, names: {text: string, lang?: string}[], codes: string[],
 *   known: boolean}[]} countries names in the order of their weight; `known` are those
 *   with data
 * @returns {{id: string, name: {text: string, lang?: string}}[]} `name` is the first one
 *   if that answers, else the name or code that does
 */
export function findCountries(text, countries) {
  const found = answering(text, countries, plainText);
  return found.length ? found : answering(text, countries, withoutUmlauts);
}

function answering(text, countries, plain) {
  const wanted = plain(text);
  if (!wanted) return [];
  const found = countries.flatMap(({ id, names, codes, known }) => {
    const ranks = names.map(({ text }) => rankOf(plain(text), wanted));
    const code = codes.find((code) => code.toLowerCase() === together(wanted));
    const rank = code ? 0 : Math.min(...ranks);
    if (rank === NO_ANSWER) return [];
    const answer = ranks[0] < NO_ANSWER ? names[0] : names[ranks.indexOf(rank)];
    const name = answer ?? { text: code };
    return [{ id, name, order: [rank, known ? 0 : 1], first: names[0].text }];
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
