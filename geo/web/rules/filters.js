// What the reader leaves out: which rows a choice of date and filters keeps.  Pure.

/** The filters, as keys of the state and of the address. */
export const FILTERS = ["confidence", "without", "domain", "condition", "at"];

/** The choices that leave out nothing. */
export const UNFILTERED = Object.fromEntries([...FILTERS, "only"].map((key) => [key, undefined]));

/** Does taking part count?  It says nothing of a domain or a condition. */
export const attendanceCounts = (/** @type {Chosen} */ { domain, condition }) =>
  domain === undefined && condition === undefined;

/** The filters that are set, of a set of choices. */
export function filtersOf(/** @type {Chosen} */ choices) {
  return FILTERS.filter((key) => choices[key] !== undefined);
}

/**
 * The test of a row's confidence and publisher.
 * @param {Rows} record
 * @param {{confidence?: string, without?: string}} choices the least confidence, and
 *   the kinds of publishers left out, parted by commas
 */
export function isTrusted({ terms, gradeOf }, { confidence, without }) {
  const least = terms.confidence.indexOf(confidence);
  const grades = without?.split(",") ?? [];
  return (/** @type {Statement|Participation} */ row) =>
    terms.confidence.indexOf(row.confidence) >= least &&
    !grades.includes(gradeOf(row.source));
}

/**
 * The test of a statement: known by the date, and kept by every filter.
 * @param {Rows} record
 * @param {Chosen} choices `date` and filters, each undefined for "all"
 * @returns {function(Statement): boolean}
 */
export function keepsStatement(record, choices) {
  const { date, domain, condition, at } = choices;
  const trusted = isTrusted(record, choices);
  return (said) =>
    (date === undefined || said.known <= date) &&
    (domain === undefined || Boolean(said.domains?.includes(domain))) &&
    (condition === undefined || Boolean(said.conditions?.includes(condition))) &&
    (at === undefined || said.meeting === at) &&
    trusted(said);
}

/**
 * The test of a participation: its meeting was held by the date, and the filters that
 * can be asked of it keep it.
 * @param {Rows} record
 * @param {Chosen} choices
 */
export function keepsParticipation(record, choices) {
  const { date, at } = choices;
  const trusted = isTrusted(record, choices);
  return (/** @type {Participation} */ part) =>
    (date === undefined || part.known <= date) &&
    (at === undefined || part.meeting === at) &&
    trusted(part);
}
