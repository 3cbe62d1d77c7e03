// The axis under the slider: a tick for each date with statements, a ring for each
// meeting, and the months.

import { vector } from "../common/dom.js";
import { daysBetween, firstDay, lastDay } from "../rules/partial_dates.js";
import { localeOf } from "../words/wording.js";

const QUARTER_MONTHS = 3;
const YEAR_MONTHS = 12;
/** Between names, the least that leaves no more of them than have room on a phone. */
const STEPS_MONTHS = [QUARTER_MONTHS, 6, YEAR_MONTHS, 24, 60, 120, 240];
const MOST_NAMES = 9;
const [YEAR_LENGTH, MONTH_LENGTH] = ["2025".length, "2025-03".length];

const monthsSince = (day) =>
  Number(day.slice(0, 4)) * YEAR_MONTHS + Number(day.slice(5, 7)) - 1;

/**
 * The first days of the quarters between two days; of half-years or years in a long time.
 * @param {string} first
 * @param {string} last
 * @param {number} [least] months between them
 */
export function quarters(first, last, least = QUARTER_MONTHS) {
  const [start, end] = [first, last].map(monthsSince);
  const fits = (months) => months >= least && (end - start) / months < MOST_NAMES;
  const step = STEPS_MONTHS.find(fits) ?? STEPS_MONTHS[STEPS_MONTHS.length - 1];
  const days = [];
  for (let month = Math.ceil(start / step) * step; month <= end; month += step) {
    const year = Math.floor(month / YEAR_MONTHS);
    const parts = [String(year).padStart(4, "0"), String((month % YEAR_MONTHS) + 1).padStart(2, "0")];
    const day = `${parts.join("-")}-01`;
    if (day >= first) days.push(day);
  }
  return days;
}

/**
 * The days that have a name on an axis.  What is known to its year or its month stands at
 * its end, and so do the names where nothing is known to the day.
 * @param {{day: string, date: string}[]} stops
 * @returns {{day: string, of: string}[]} where a name stands, and the day that it is of
 */
export function namedDays(stops) {
  const isKnownTo = (length) => stops.every(({ date }) => date.length <= length);
  const [first, last] = [stops[0], stops[stops.length - 1]];
  if (!isKnownTo(MONTH_LENGTH)) return quarters(first.day, last.day).map((day) => ({ day, of: day }));
  const isYears = isKnownTo(YEAR_LENGTH);
  return quarters(firstDay(first.date), last.day, isYears ? YEAR_MONTHS : QUARTER_MONTHS)
    .map((of) => ({ day: lastDay(of.slice(0, isYears ? YEAR_LENGTH : MONTH_LENGTH)), of }))
    .filter(({ day }) => day >= first.day && day <= last.day);
}

/** "2026" for January, "Apr" for another month. */
export function monthName(day, language) {
  if (day.slice(5, 7) === "01") return day.slice(0, 4);
  const format = new Intl.DateTimeFormat(localeOf(language), {
    month: "short",
    timeZone: "UTC",
  });
  return format.format(new Date(day));
}

/**
 * Draw the axis.  It says nothing that the slider's text does not say.
 * @param {Words & Shown<"stops">} given
 * @returns {SVGElement}
 */
export function timeAxis({ stops, payload, wording }) {
  const [first] = stops.map(({ day }) => day);
  const last = stops[stops.length - 1].day;
  const length = daysBetween(first, last);
  const x = (day) => `${((100 * daysBetween(first, day)) / length).toFixed(2)}%`;
  const inside = (day) => day >= first && day <= last;
  const ticks = stops.map(({ day }) =>
    vector("line", { x1: x(day), x2: x(day), y1: 2, y2: 9, class: "axis-tick" }),
  );
  const meetings = Object.values(payload.meetings)
    .filter(({ date }) => inside(lastDay(date)))
    .map(({ date, name }) => {
      const said = wording.pick(name);
      const text = wording.say("map.pair", { name: wording.date(date), said });
      const ring = { cx: x(firstDay(date)), cy: 17, r: 4, class: "axis-meeting" };
      return vector("circle", ring, vector("title", { text }));
    });
  const months = namedDays(stops).flatMap(({ day, of }) => [
    vector("line", { x1: x(day), x2: x(day), y1: 11, y2: 28, class: "axis-quarter" }),
    vector("text", { x: x(day), y: 38, text: monthName(of, wording.language) }),
  ]);
  const properties = { class: "time-axis", height: 42, "aria-hidden": "true" };
  return vector("svg", properties, months, ticks, meetings);
}
