// What the map shows at a date and under filters, worked out anew from the rows by the
// rules that Python used for the opening state.  Pure; a test holds the two alike.

import { isOld, replacedBy } from "./age.js";
import { tableOf } from "../common/dictionary.js";
import { figureMarks } from "./figure_marks.js";
import { attendanceCounts, keepsParticipation, keepsStatement } from "./filters.js";
import { grouped } from "../common/grouping.js";
import { dayInWords, firstDay, lastDay } from "./partial_dates.js";
import { settle } from "./settled.js";
import { decide } from "./standing.js";

const PRESENT_MODES = ["in_person", "videoconference", "phone"];

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
      return { id, known: lastDay(dateOf(row)), ...row };
    });
  const figures = payload.layers.filter(({ meanings }) => meanings);
  const statements = rows("statements", ({ date }) => date);
  return {
    statements,
    lastKnown: statements.reduce((last, { known }) => (known > last ? known : last), ""),
    participations: rows(
      "participations",
      ({ meeting }) => payload.meetings[meeting].date,
    ),
    countries: payload.countries,
    dates: tableOf(Object.entries(payload.statements).map(([id, { date }]) => [id, date])),
    governments: payload.order.governments.map((id) => ({ id, ...payload.governments[id] })),
    readUntil: payload.read_until,
    terms: payload.terms,
    asTold: Boolean(payload.as_told),
    settled: new Map(),
    gradeOf: (source) => grades[source],
    meanings: figures.map(({ id, meanings }) => [id, meanings]),
  };
}

/**
 * Do the map's own tables say anything of a country, not those beside it alone?
 * @param {{statements?: string[], participations?: string[]}} [entry]
 */
export const hasOwnRows = ({ statements, participations } = {}) =>
  Boolean(statements || participations);

/**
 * What is shown under a choice.
 * @param {object} record
 * @param {object} choices `date` and filters, each undefined for "all"
 * @returns {{countries, attendance, marks, statements, asOf}} `countries` and
 *   `attendance` as in the payload, `marks` by layer, `statements` the rows kept, `asOf`
 *   the date that the rows known by then know
 */
export function takeSnapshot(record, choices) {
  const kept = rowsUnder(record, choices);
  const { statements, national, settled } = kept;
  const marks = record.meanings.map(([id, meanings]) => [
    id,
    figureMarks(national, meanings, record.asTold),
  ]);
  return {
    countries: countriesOf(record, choices, kept),
    attendance: tableOf(grouped(settled, ({ meeting }) => meeting)),
    marks: tableOf(marks),
    statements,
    asOf: asOf(record, choices),
  };
}

/** The rows that a choice keeps; of the statements also those by countries alone. */
function rowsUnder(record, choices) {
  const statements = record.statements.filter(keepsStatement(record, choices));
  return {
    statements,
    national: statements.filter(({ actor }) => record.countries[actor]),
    parts: record.participations.filter(keepsParticipation(record, choices)),
    settled: settledUnder(record, choices),
  };
}

/**
 * The rows from which each country's standing is decided.
 * @returns {function(string): {voices: object[], took: object[]}} by country
 */
export function rowsOfCountries(record, choices, kept = rowsUnder(record, choices)) {
  const { national, settled } = kept;
  const voices = grouped(national, ({ actor }) => actor);
  const took = grouped(attendanceCounts(choices) ? settled : [], ({ actor }) => actor);
  return (id) => ({ voices: voices.get(id) ?? [], took: took.get(id) ?? [] });
}

/** Where a country stands by rows of its own; undefined where they say nothing. */
export function standingBy(record, { voices, took }) {
  const standing = decide(voices, record.terms, record.asTold) ?? attendance(took);
  return standing && entryOf(standing);
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
function asOf({ statements }, { date }) {
  const told = statements.filter(({ known }) => date === undefined || known <= date);
  const key = (said) => `${said.known} ${firstDay(said.date)}`;
  const latest = told.reduce((a, b) => (key(b) > key(a) ? b : a), told[0]);
  return latest && dayInWords(latest.date);
}

function countriesOf(record, choices, kept) {
  const rowsOf = rowsOfCountries(record, choices, kept);
  const [said, took] = [kept.national, kept.parts].map(
    (rows) => new Set(rows.map(({ id }) => id)),
  );
  const found = tableOf();
  for (const [id, entry] of Object.entries(record.countries)) {
    const rows = {
      statements: (entry.statements ?? []).filter((row) => said.has(row)),
      participations: (entry.participations ?? []).filter((row) => took.has(row)),
      beside: entry.beside ?? [],
      took_part_beside: (entry.took_part_beside ?? []).filter((row) => took.has(row)),
    };
    const told = Object.entries(rows).filter(([, ids]) => ids.length);
    if (!told.length) continue;
    const rule = standingBy(record, rowsOf(id));
    const age = rule && ageOf(record, choices, id, rule);
    found[id] = { ...(rule ?? { status: "no_data" }), ...age, ...Object.fromEntries(told) };
  }
  return found;
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
  const date = record.dates[basis[0]];
  const end = asOf(record, choices);
  // Only who sees the whole record sees what came after its last statement.
  const isWhole = choices.date === undefined || choices.date >= record.lastKnown;
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
function attendance(took) {
  const present = took.filter(
    ({ kind, mode, occurrence, beside }) =>
      kind === "country" &&
      occurrence !== "claimed" &&
      !beside &&
      PRESENT_MODES.includes(mode),
  );
  if (!present.length) return undefined;
  const isActual = present.some(({ occurrence }) => occurrence === "actual");
  return {
    status: "took_part_only",
    basis: present.flatMap(({ rows }) => rows),
    strength: isActual ? "attendance" : "announced",
  };
}
