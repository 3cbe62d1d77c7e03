// What the map shows at a date and under filters, worked out anew from the rows by the
// rules that Python used for the opening state.  Pure; a test holds the two alike.

import { tableOf } from "../common/dictionary.js";
import { figureMarks } from "./figure_marks.js";
import { keepsParticipation, keepsStatement } from "./filters.js";
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
  const figures = payload.layers.filter(({ kind }) => kind === "figures");
  return {
    statements: rows("statements", ({ date }) => date),
    participations: rows(
      "participations",
      ({ meeting }) => payload.meetings[meeting].date,
    ),
    countries: payload.countries,
    terms: payload.terms,
    asTold: Boolean(payload.as_told),
    settled: new Map(),
    gradeOf: (source) => grades[source],
    meanings: figures.map(({ id, meanings }) => [id, meanings]),
  };
}

/**
 * What is shown under a choice.
 * @param {object} record
 * @param {object} choices `date` and filters, each undefined for "all"
 * @returns {{countries, attendance, marks, statements, asOf}} `countries` and
 *   `attendance` as in the payload, `marks` by layer, `statements` the rows kept, `asOf`
 *   the date that the rows known by then know
 */
export function takeSnapshot(record, choices) {
  const statements = record.statements.filter(keepsStatement(record, choices));
  const parts = record.participations.filter(keepsParticipation(record, choices));
  const settled = settledUnder(record, choices);
  const national = statements.filter(({ actor }) => record.countries[actor]);
  const marks = record.meanings.map(([id, meanings]) => [
    id,
    figureMarks(national, meanings, record.asTold),
  ]);
  return {
    countries: countriesOf(record, choices, { national, parts, settled }),
    attendance: tableOf(grouped(settled, ({ meeting }) => meeting)),
    marks: tableOf(marks),
    statements,
    asOf: asOf(record, choices),
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
function asOf({ statements }, { date }) {
  const told = statements.filter(({ known }) => date === undefined || known <= date);
  const key = (said) => `${said.known} ${firstDay(said.date)}`;
  const latest = told.reduce((a, b) => (key(b) > key(a) ? b : a), told[0]);
  return latest && dayInWords(latest.date);
}

function countriesOf(record, choices, { national, parts, settled }) {
  // Taking part says nothing of a domain or a condition.
  const saysNothing = choices.domain !== undefined || choices.condition !== undefined;
  const attended = saysNothing ? tableOf() : attendedBy(settled);
  const voices = grouped(national, ({ actor }) => actor);
  const [said, took] = [national, parts].map(
    (kept) => new Set(kept.map(({ id }) => id)),
  );
  const found = tableOf();
  for (const [id, entry] of Object.entries(record.countries)) {
    const standing = decide(voices.get(id) ?? [], record.terms, record.asTold);
    const rows = {
      statements: (entry.statements ?? []).filter((row) => said.has(row)),
      participations: (entry.participations ?? []).filter((row) => took.has(row)),
      beside: entry.beside ?? [],
    };
    const told = Object.entries(rows).filter(([, ids]) => ids.length);
    if (!told.length) continue;
    found[id] = { ...entryOf(standing ?? attended[id]), ...Object.fromEntries(told) };
  }
  return found;
}

/** @param {{status: string, contested?: boolean}} [standing] */
function entryOf({ contested, ...standing } = { status: "no_data" }) {
  return { ...standing, ...(contested && { contested }) };
}

/** The standing of countries that took part, or were announced to. */
function attendedBy(settled) {
  const standings = tableOf();
  for (const { actor, kind, mode, occurrence, rows } of settled) {
    if (kind !== "country" || occurrence === "claimed") continue;
    if (!PRESENT_MODES.includes(mode)) continue;
    const standing = (standings[actor] ??= {
      status: "took_part_only",
      basis: [],
      strength: "announced",
    });
    standing.basis.push(...rows);
    if (occurrence === "actual") standing.strength = "attendance";
  }
  return standings;
}
