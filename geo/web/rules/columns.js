// Of a large map the payload has all statements in columns, as geo/page/large.py writes
// them: the values that occur, and for each row the code of its value.  Here they are
// rows again, and those that the page has with their texts complete.

import { tableOf } from "../common/dictionary.js";
import { grouped } from "../common/grouping.js";
import { newestFirst } from "./partial_dates.js";

const FIGURE_COLUMN = "figure.";
const SAME_AS_MIN = "=";
const FIRST_DIGIT = "#".charCodeAt(0);
const DIGITS = Array.from({ length: 92 }, (_, i) => String.fromCharCode(FIRST_DIGIT + i))
  .filter((digit) => digit !== "<" && digit !== "\\");

/** What each row has of what the parts of a column say, by its place. */
function columnReaders([parts, digits, codes, runs], count) {
  const places = tableOf(DIGITS.map((digit, place) => [digit, place]));
  const codeAt = (at) => {
    let code = 0;
    for (let i = at * digits; i < (at + 1) * digits; i += 1) {
      code = code * DIGITS.length + places[codes[i]];
    }
    return code;
  };
  const rows = new Uint32Array(count);
  let row = 0;
  (runs ?? []).forEach((length, at) => rows.fill(codeAt(at), row, (row += length)));
  if (!runs) rows.forEach((_, at) => (rows[at] = codeAt(at)));
  let each = 1;
  return parts.flatMap(([names, values]) => {
    const [before, { length }] = [each, values];
    each *= length;
    const valuesAt = (at) => values[Math.floor(rows[at] / before) % length];
    return names.map((name, i) => ({ name, read: (at) => valuesAt(at)[i] ?? undefined }));
  });
}

/** Figures that say the same are one object. */
function figureReader(columns) {
  const known = new Map();
  return (row) => {
    const parts = columns.map(({ name, read }) => [name.slice(FIGURE_COLUMN.length), read(row)]);
    const key = JSON.stringify(parts);
    if (!known.has(key)) {
      const told = tableOf(parts.filter(([, value]) => value !== undefined));
      if (told.max === SAME_AS_MIN) told.max = told.min;
      known.set(key, Object.keys(told).length ? told : undefined);
    }
    return known.get(key);
  };
}

const idsOf = (ids) =>
  ids.flatMap((id) =>
    typeof id === "string" ? id : Array.from({ length: id[1] }, (_, i) => `row-${id[0] + i}`),
  );

function rowsOf({ ids: written, columns }) {
  const ids = idsOf(written);
  const readers = columns.flatMap((column) => columnReaders(column, ids.length));
  const isOfFigure = ({ name }) => name.startsWith(FIGURE_COLUMN);
  const figure = figureReader(readers.filter(isOfFigure));
  const plain = readers.filter((reader) => !isOfFigure(reader));
  return ids.map((id, at) => {
    const row = { id, figure: figure(at) };
    for (const { name, read } of plain) row[name] = read(at);
    return row;
  });
}

/** Put the rows of columns among the statements of a payload, and among its countries'. */
export function addColumns(payload) {
  const { statements: whole, countries, order } = payload;
  const rows = rowsOf(payload.rows);
  payload.statements = tableOf(rows.map((row) => [row.id, row]));
  for (const [id, said] of Object.entries(whole)) {
    payload.statements[id] = Object.assign(payload.statements[id] ?? said, said);
  }
  order.statements = rows.map(({ id }) => id);
  const national = rows.filter(({ actor }) => countries[actor]);
  for (const [actor, own] of grouped(newestFirst(national), (said) => said.actor)) {
    countries[actor].statements = own.map(({ id }) => id);
  }
}
