// The rows behind the map, and what they show under the reader's choices.  The payload's
// parts that depend on date and filters are put anew; the state's key `shown` says so.

import { tableOf } from "../common/dictionary.js";
import { FILTERS } from "../rules/filters.js";
import { readRecord, takeSnapshot } from "../rules/snapshot.js";
import { regionActors, regionRows } from "../rules/regions.js";
import { stopBy } from "../rules/stops.js";
import { historiesOf } from "../rules/history.js";

/** What the reader may choose of the rows. */
export const ROW_CHOICES = ["date", ...FILTERS];

const REMEMBERED = 8;

/**
 * Let the payload follow date and filters.
 * @param {Given<"payload" | "state" | "record">} given
 * @returns {RecordPart}
 */
export function addRecord(given) {
  const { payload, state } = given;
  const record = readRecord(payload);
  const take = remembered((choices) => takeSnapshot(record, choices));
  /** What is shown, or what would be under other choices. */
  const snapshot = (choices = {}) => take({ ...state.get(), ...choices });
  const takeHistories = remembered((choices) => historiesOf(record, choices));
  /** Where each country stood from day to day, under the present filters. */
  const histories = () => takeHistories({ ...state.get(), date: undefined });
  /** Is anything known of a country, or placed in a region, under the present choices? */
  const hasRows = (actor) => {
    const entry = payload.countries[actor];
    return entry ? !entry.empty : regionRows(given, actor).length > 0;
  };
  /** What can be opened, though nothing may be known of it yet. */
  const isOpenable = (actor) =>
    Object.hasOwn(payload.countries, actor) || regionActors(given).includes(actor);

  function show() {
    const now = snapshot();
    // Countries of which nothing is known yet can still be opened.
    /** @type {[string, object][]} */
    const none = Object.keys(record.countries).map((id) => [
      id,
      { status: "no_data", empty: true },
    ]);
    payload.countries = tableOf([...none, ...Object.entries(now.countries)]);
    payload.attendance = now.attendance;
    payload.as_of = now.asOf;
    for (const spec of payload.layers) spec.marks &&= now.marks[spec.id];
    state.change({ shown: now });
  }
  state.follow(ROW_CHOICES, show);
  return { record, stops: record.stops, snapshot, histories, hasRows, isOpenable };
}

/** A step of the slider needs the picture before it, which was shown just now. */
function remembered(take) {
  const known = new Map();
  return (choices) => {
    const key = ROW_CHOICES.map((name) => choices[name]).join("|");
    if (!known.has(key)) known.set(key, take(choices));
    if (known.size > REMEMBERED) known.delete(known.keys().next().value);
    return known.get(key);
  };
}

/** The values of each filter that occur in the rows, in the order of the terms. */
export function filterValues(/** @type {Shown<"payload" | "record">} */ { record, payload }) {
  const { statements, gradeOf, terms } = record;
  const occurring = (valuesOf) => new Set(statements.flatMap(valuesOf));
  const inOrder = (order, values) => order.filter((value) => values.has(value));
  const sorted = (values) => [...values].sort();
  const meetings = occurring(({ meeting }) => meeting ?? []);
  const [, ...better] = inOrder(
    terms.confidence,
    occurring(({ confidence }) => confidence),
  );
  return {
    confidence: better,
    without: inOrder(
      terms.grade,
      occurring(({ source }) => gradeOf(source)),
    ),
    domain: sorted(occurring(({ domains = [] }) => domains)),
    condition: sorted(occurring(({ conditions = [] }) => conditions)),
    at: Object.keys(payload.meetings).filter((id) => meetings.has(id)),
  };
}

/** Is it a day of the calendar, such as 2025-02-28, and not 2025-02-31? */
const isDate = (/** @type {string | undefined} */ day) =>
  /^\d{4}-\d\d-\d\d$/.test(day ?? "") && new Date(day).toJSON()?.slice(0, 10) === day;

/**
 * Choices of the rows from an address: what is not known there is left out.
 * @param {Shown<"payload" | "record" | "stops">} given
 * @param {object} found texts by key
 * @returns {object} a value, or undefined, for each of ROW_CHOICES, and for `from`
 */
export function rowChoices(given, found) {
  const { stops } = given;
  const values = filterValues(given);
  const choices = {};
  for (const key of FILTERS) {
    const known = (found[key]?.split(",") ?? []).filter((id) =>
      values[key].includes(id),
    );
    choices[key] = (key === "without" ? known.join() : known[0]) || undefined;
  }
  // Addresses of earlier pages say `to` for the date that is compared.
  const asked = { from: found.from, date: found.date ?? (found.from && found.to) };
  for (const [key, day] of Object.entries(asked)) {
    choices[key] = isDate(day) ? stops[stopBy(stops, day)].day : undefined;
  }
  return choices;
}
