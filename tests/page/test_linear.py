"""Twice as many rows are twice the work: rows are read so often, however many days."""

from __future__ import annotations

import pytest
from page_modules import page_functions

FUNCTIONS = """
const TERMS = {
  commitment: ["pledged", "declined"], confidence: ["low", "medium", "high"],
  help: [], nothing: [], combined: [],
};
/** How often the rules read the rows of a country that speaks every day. */
const reads = (count) => {
  let read = 0;
  const rows = Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(0, 10);
    const row = { id: `r${i}`, actor: "ESP", known: day, date: day };
    row.statuses = [i % 7 ? "pledged" : "declined"];
    row.confidence = "high";
    row.figure = { min: i, meaning: "pledge" };
    return new Proxy(row, { get: (own, key) => { read += 1; return own[key]; } });
  });
  standingsOf(rows, TERMS);
  const standing = read;
  figureMarks(rows, ["pledge"])();
  return [standing, read - standing];
};
/** What holds on a day, of a country whose month was told late. */
const told = (day) => {
  const said = (id, known, date, status) =>
    ({ id, known, date, statuses: [status], confidence: "high" });
  const rows = [
    said("a", "2025-01-31", "2025-01", "declined"),
    said("b", "2025-01-10", "2025-01-10", "pledged"),
    said("c", "2025-01-20", "2025-01-20", "pledged"),
  ];
  return stepOn(standingsOf(rows, TERMS), day)?.entry;
};
"""


@pytest.fixture(scope="module")
def ask():
    modules = ("rules/standing.js", "rules/figure_marks.js")
    return page_functions(modules, ("reads", "told"), FUNCTIONS)


def test_each_row_is_read_so_often_however_many_there_are(ask) -> None:
    for few, many in zip(ask("reads", 200), ask("reads", 2000), strict=True):
        assert many < 12 * few


def test_a_month_is_known_at_its_end_and_counts_from_its_first_day(ask) -> None:
    assert ask("told", "2025-01-09") is None
    before, after = ask("told", "2025-01-25"), ask("told", "2025-02-01")
    assert (before["since"], before.get("before")) == ("b", None)
    assert (after["since"], after["before"], after["basis"]) == ("b", "declined", ["c"])
