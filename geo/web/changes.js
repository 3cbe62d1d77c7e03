// What changed on the map between two dates, country by country.  Pure.

const DRAWN = ["status", "strength", "contested"];

/**
 * The countries that are drawn otherwise in `after` than in `before`.
 * @param {object} before a snapshot, as `takeSnapshot` gives it
 * @param {object} after
 * @param {object} statements the payload's, for the figures of marks
 * @returns {{country, before, after, figuresBefore, figuresAfter, restated, refigured}[]}
 *   `before` and `after` are entries of `countries`, blank for none; the figures are the
 *   rows drawn; `restated` says that the standing changed, `refigured` the figures
 */
export function changesBetween(before, after, statements) {
  const ids = Object.keys({ ...before.countries, ...after.countries });
  return ids
    .map((country) => {
      const [old, now] = [before, after].map(({ countries }) => countries[country]);
      const [figuresBefore, figuresAfter] = [before, after].map(({ marks }) =>
        rowsOf(marks, country),
      );
      const drawn = (rows) => rows.map((row) => figureKey(statements[row].figure));
      return {
        country,
        before: old,
        after: now,
        figuresBefore,
        figuresAfter,
        restated: DRAWN.some((key) => valueOf(old, key) !== valueOf(now, key)),
        refigured: drawn(figuresBefore).join() !== drawn(figuresAfter).join(),
      };
    })
    .filter(({ restated, refigured }) => restated || refigured);
}

function valueOf(entry, key) {
  return entry?.[key] ?? (key === "status" ? "no_data" : undefined);
}

function rowsOf(marks, country) {
  const own = Object.values(marks)
    .flat()
    .filter((mark) => mark.country === country);
  return [...new Set(own.map(({ row }) => row))];
}

function figureKey({ min, max, qualifier, meaning, place }) {
  return [min, max, qualifier, meaning, place].join(" ");
}
