// What the map shows at a date and under filters, worked out anew from the rows by the
// rules that Python used for the opening state.  Pure; a test holds the two alike.

import { isOld, replacedBy } from "./age.js";
import { tableOf } from "../common/dictionary.js";
import { figureMarks } from "./figure_marks.js";
import { FILTERS, attendanceCounts, keepsParticipation, keepsStatement } from "./filters.js";
import { grouped } from "../common/grouping.js";
import { dayInWords, lastDay, newestFirst } from "./partial_dates.js";
import { settle } from "./settled.js";
import { standingsOf } from "./standing.js";
import { stepOn } from "./steps.js";
import { stopsOf } from "./stops.js";

/**
 * The rows of a payload as the rules need them: lists with ids, in table order, each
 * with the day on which it was known.
 * @param {object} payload as Python wrote it, whole
 * @returns {object}
 */
export function readRecord(payload) {
  const grades = tableOf();
  for (const [grade, ids] of Object.entries(payload.grades)) {
    for (const id of ids) grades[id] = grade;
  }
  const rows = (name, dateOf) =>
    payload.order[name].map((id) => {
      const row = payload[name][id];
      return Object.assign(row, { id, known: lastDay(dateOf(row)) });
    });
  const figures = payload.layers.filter(({ meanings }) => meanings);
  const statements = rows("statements", ({ date }) => date);
  return {
    statements,
    stops: stopsOf(statements),
    participations: rows(
      "participations",
      ({ meeting }) => payload.meetings[meeting].date,
    ),
    countries: payload.countries,
    dateOf: (id) => payload.statements[id].date,
    governments: payload.order.governments.map((id) => ({ id, ...payload.governments[id] })),
    readUntil: payload.read_until,
    terms: payload.terms,
    asTold: Boolean(payload.as_told),
    kept: new Map(),
    settled: new Map(),
    gradeOf: (source) => grades[source],
    meanings: figures.map(({ id, meanings }) => [id, meanings]),
  };
}

/**
 * Do the map's own tables say anything of a country, not those beside it alone?
 * @param {object} [entry] its lists are not asked for: they may still have to be made
 */
export const hasOwnRows = (entry = {}) => "statements" in entry || "participations" in entry;

/**
 * What is shown under a choice.
 * @param {object} record
 * @param {object} choices `date` and filters, each undefined for "all"
 * @returns {{countries, attendance, marks, count: number, speakers: string[], statements, asOf}}
 *   `countries` and `attendance` as in the payload, `marks` by layer, `statements` the
 *   rows kept, in their `count`, with their `speakers`, `asOf` the date that the rows
 *   known by then know
 */
export function takeSnapshot(record, choices) {
  const kept = rowsUnder(record, choices);
  const { date } = choices;
  const isKnown = ({ known }) => date === undefined || known <= date;
  return {
    countries: countriesOf(record, choices, kept),
    attendance: tableOf(grouped(kept.settled.filter(isKnown), ({ meeting }) => meeting)),
    marks: tableOf(kept.marks.map(([id, at]) => [id, at(date)])),
    count: stepOn(kept.counts, date)?.count ?? 0,
    speakers: kept.firsts.filter(isKnown).map(({ actor }) => actor),
    get statements() {
      return kept.statements.filter(isKnown);
    },
    asOf: asOf(record, choices),
  };
}

/** So many choices of filters are remembered. */
const KEPT = 8;

/**
 * The rows that filters keep, whatever the date, and what they give from day to day:
 * worked out once, so that a step of the slider asks each country only where it stands.
 */
export function rowsUnder(record, choices) {
  const filters = { ...choices, date: undefined };
  const key = JSON.stringify(FILTERS.map((name) => filters[name]));
  if (!record.kept.has(key)) record.kept.set(key, keptRows(record, filters));
  if (record.kept.size > KEPT) record.kept.delete(record.kept.keys().next().value);
  return record.kept.get(key);
}

function keptRows(record, filters) {
  const statements = record.statements.filter(keepsStatement(record, filters));
  const national = statements.filter(({ actor }) => record.countries[actor]);
  const settled = settledUnder(record, filters);
  const voices = grouped(national, ({ actor }) => actor);
  const took = grouped(attendanceCounts(filters) ? settled : [], ({ actor }) => actor);
  const countries = Object.keys(record.countries).map((id) => [
    id,
    historyBy(record, voices.get(id) ?? [], took.get(id) ?? []),
  ]);
  let count = 0;
  return {
    statements,
    counts: stopsOf(statements).map((stop) => ({ ...stop, count: (count += stop.count) })),
    firsts: [...grouped(statements, ({ actor }) => actor).values()].map(firstKnown),
    parts: record.participations.filter(keepsParticipation(record, filters)),
    settled,
    countries: tableOf(countries),
    marks: record.meanings.map(([id, meanings]) => [
      id,
      figureMarks(national, meanings, record.asTold),
    ]),
  };
}

const firstKnown = (said) => said.reduce((first, one) => (one.known < first.known ? one : first));

/**
 * Where a country stands from day to day by rows of its own: what it said, and where it
 * said nothing yet, in what it took part.
 */
function historyBy(record, said, took) {
  const steps = standingsOf(said, record.terms, record.asTold);
  const [first] = steps;
  const days = new Set(took.map(({ known }) => known).filter((day) => !first || day < first.day));
  const attended = [...days].sort().map((day) => ({
    day,
    entry: attendance(record, took.filter(({ known }) => known <= day)),
  }));
  return {
    steps: [...attended, ...steps.map(({ day, entry }) => ({ day, entry: entryOf(entry) }))],
    said,
    hasSaidBy: (date) => first !== undefined && (date === undefined || first.day <= date),
    /** The ids of its statements known by a day, the newest first. */
    newest: newestBy(said),
  };
}

function newestBy(said) {
  let sorted;
  return (date) => {
    sorted ??= newestFirst(said);
    return sorted.filter(({ known }) => date === undefined || known <= date).map(({ id }) => id);
  };
}

/**
 * Who took part, of the meetings kept.  Date and meeting keep or drop whole meetings, so
 * reports are weighed once for each choice of what to trust.
 */
function settledUnder(record, choices) {
  const { confidence, without } = choices;
  const key = `${confidence} ${without}`;
  if (!record.settled.has(key)) {
    const parts = record.participations.filter(
      keepsParticipation(record, { confidence, without }),
    );
    record.settled.set(key, settle(parts, record.terms, record.gradeOf));
  }
  return record.settled.get(key).filter(keepsParticipation(record, choices));
}

/** The date of the statement that became known last; filters do not change it. */
function asOf(/** @type {Rows} */ { stops }, { date }) {
  const stop = stepOn(stops, date);
  return stop && dayInWords(stop.date);
}

function countriesOf(record, choices, kept) {
  const { date } = choices;
  const isKnown = ({ known }) => date === undefined || known <= date;
  const took = new Set(kept.parts.filter(isKnown).map(({ id }) => id));
  const found = tableOf();
  for (const [id, entry] of Object.entries(record.countries)) {
    const { steps, newest, hasSaidBy } = kept.countries[id];
    const rows = {
      participations: (entry.participations ?? []).filter((row) => took.has(row)),
      beside: entry.beside ?? [],
      took_part_beside: (entry.took_part_beside ?? []).filter((row) => took.has(row)),
    };
    const told = Object.entries(rows).filter(([, ids]) => ids.length);
    if (!told.length && !hasSaidBy(date)) continue;
    const rule = stepOn(steps, date)?.entry;
    const age = rule && ageOf(record, choices, id, rule);
    found[id] = { ...(rule ?? { status: "no_data" }), ...age, ...Object.fromEntries(told) };
    if (hasSaidBy(date)) lazily(found[id], "statements", () => newest(date));
  }
  return found;
}

/** A value that is worked out when it is asked for. */
function lazily(table, key, make) {
  let value;
  Object.defineProperty(table, key, { enumerable: true, get: () => (value ??= make()) });
}

/**
 * How old a position is on the map's date, and whether its government is gone.
 * @param {object} record
 * @param {object} choices
 * @param {string} actor
 * @param {{since?: string, basis: string[]}} standing
 */
function ageOf(record, choices, actor, { since, basis }) {
  if (since === undefined) return {};
  const date = record.dateOf(basis[0]);
  const end = asOf(record, choices);
  // Only who sees the whole record sees what came after its last statement.
  const isWhole = choices.date === undefined || stepOn(record.stops, choices.date) === stepOn(record.stops);
  const known = (isWhole && record.readUntil) || end;
  const ends = record.governments.filter((one) => one.actor === actor);
  const replaced = replacedBy(date, ends, known);
  return { ...(isOld(date, end) && { old: true }), ...(replaced && { replaced }) };
}

/** @param {{status: string, basis: string[], since?: string, contested?: boolean}} standing */
function entryOf({ contested, ...standing }) {
  return { ...standing, ...(contested && { contested }) };
}

/** The standing of a country that took part, or was announced to. */
function attendance({ terms }, took) {
  const present = took.filter(
    ({ kind, mode, occurrence, beside }) =>
      kind === "country" &&
      occurrence !== "claimed" &&
      !beside &&
      terms.present.includes(mode),
  );
  if (!present.length) return undefined;
  const isActual = present.some(({ occurrence }) => occurrence === "actual");
  return {
    status: "took_part_only",
    basis: present.flatMap(({ rows }) => rows),
    strength: isActual ? "attendance" : "announced",
  };
}
