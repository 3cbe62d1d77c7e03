// The finding sentence, its slots filled with what is shown: as geo/page/sentence.py
// fills them.  Pure; a test holds the two alike.

const SLOT_OF_FINDING = /\{([^{}]*)\}/g;
const listFormats = {};

function listInWords(items, locale) {
  listFormats[locale] ??= new Intl.ListFormat(locale, { type: "conjunction" });
  return listFormats[locale].format(items);
}

/** The first form for one, the last for many; of three, the middle one for few. */
function agreeing(n, forms, locale) {
  const category = new Intl.PluralRules(locale).select(n);
  if (category === "one") return forms[0];
  return category === "few" && forms.length > 2 ? forms[1] : forms[forms.length - 1];
}

/** The status whose countries a template counts or names first. */
const firstStatus = (template) => /\{(?:count|countries):([^{}]*)\}/.exec(template)?.[1];

/**
 * Fill the finding sentence.
 * @param {string} template
 * @param {{countries, statements}} snapshot as `takeSnapshot` gives it
 * @param {{locale, names, words, date, none}} language its locale, the names of
 *   countries, the words, the as-of date in words, and perhaps the template for where
 *   no country has the status that is counted first
 * @returns {string}
 */
export function findingText(template, { countries, statements }, language) {
  const { locale, names, words, date, none } = language;
  const entries = Object.entries(countries);
  const withArticle = words["sentence.with_article"].split(" ");
  const members = (status) =>
    entries
      .filter(([, entry]) => entry.status === status && entry.strength !== "weak")
      .map(([id]) => id);
  const inAList = (id) =>
    withArticle.includes(id)
      ? words["sentence.article"].replace("{name}", () => names[id])
      : names[id];
  const ordered = (ids) =>
    [...ids].sort((a, b) => names[a].localeCompare(names[b], locale));
  const measures = {
    as_of: () => date,
    statements: () => String(statements.length),
    speakers: () =>
      String(
        new Set(statements.map(({ actor }) => actor).filter((id) => id in names)).size,
      ),
    count: (status) => String(members(status).length),
    countries: (status) =>
      listInWords(ordered(members(status)).map(inAList), locale) ||
      words["sentence.none"],
    agree: (rest) => {
      const [status, ...forms] = rest.split("|");
      return agreeing(members(status).length, forms, locale);
    },
  };
  const first = firstStatus(template);
  const counts = first === undefined || members(first).length > 0;
  const told = counts ? template : (none ?? template);
  return told.replace(SLOT_OF_FINDING, (_, slot) => {
    const [kind, rest] = slot.split(/:(.*)/s);
    return measures[kind](rest);
  });
}
