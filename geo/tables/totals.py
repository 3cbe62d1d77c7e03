"""Totals that people write below a table, compared with what the rows add up to."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.cells.figure import NotStated
from geo.cells.figures import Separators, figure_of_number, parse_figure
from geo.cells.refused import Refused
from geo.findings import Finding, quote
from geo.tables.below import Total
from geo.tables.raw import RawTable
from geo.tables.read import Unread
from geo.tables.shorthand import Values


class Span(NamedTuple):
    """The least and the greatest that something may be."""

    least: float
    greatest: float

    def __add__(self, other: object) -> Span:
        assert isinstance(other, Span)  # noqa: S101 - tells mypy which sum is meant
        return Span(self.least + other.least, self.greatest + other.greatest)

    def meets(self, other: Span) -> bool:
        return self.least <= other.greatest and other.least <= self.greatest

    def __str__(self) -> str:
        if self.least == self.greatest:
            return f"{self.least:,.0f}"
        if self.greatest == math.inf:
            return f"at least {self.least:,.0f}"
        return f"{self.least:,.0f} to {self.greatest:,.0f}"


def check_below(
    raw: RawTable,
    unread: Unread,
    values: Sequence[Values],
    separators: dict[str, Separators],
    *,
    whole: bool,
) -> Iterator[Finding]:
    """Find totals that do not add up, and tell what was kept out of the rows.

    ``whole`` says that every row is among ``values``.  Where rows could not be read a
    comparison is pointless: their own errors come first.
    """
    if unread.footnotes:
        rows = unread.footnotes
        yield raw.place.finding(
            rows[0].number, None, "footnote",
            f"{len(rows)} {'row is' if len(rows) == 1 else 'rows are'} passed over as"
            f" a footnote: {quote(next(filter(None, rows[0].cells)))}",
            "nothing, if it is one", "note",
        )  # fmt: skip
    start = 0
    for total in unread.totals:
        yield from _compare(raw, total, values, start, separators, whole=whole)
        start = total.rows_above


def _compare(
    raw: RawTable,
    total: Total,
    values: Sequence[Values],
    start: int,
    separators: dict[str, Separators],
    *,
    whole: bool,
) -> Iterator[Finding]:
    compared = False
    for name, (at, _) in raw.place.columns.items():
        text = total.row.cells[at] if at < len(total.row.cells) else ""
        if not text or raw.table.column(name).kind not in {"figure", "integer"}:
            continue
        said = _said(text, total.row.numbers.get(at), separators.get(name))
        if said is None or not whole:
            continue
        above = values[: total.rows_above]
        sums = [_sum(above, name), _sum(above[start:], name)]
        compared = True
        if not any(said.meets(one) for one in sums):
            yield raw.place.finding(
                total.row.number, name, "total-differs",
                f"the total says {said}, the rows above add up to {sums[0]}",
                "mend the total or the rows; the total is not mapped", "warning",
            )  # fmt: skip
            return
    label = next(filter(None, total.row.cells), "")
    told = "it agrees with the rows" if compared else "it is not compared with the rows"
    yield raw.place.finding(
        total.row.number, None, "total-row",
        f"{quote(label)} is a total and is kept out; {told}", "", "note",
    )  # fmt: skip


def _said(
    text: str, number: float | None, separators: Separators | None
) -> Span | None:
    figure = (
        parse_figure(text, separators=separators)
        if number is None
        else figure_of_number(number)
    )
    if isinstance(figure, Refused | NotStated):
        return None
    return _span(figure.minimum, figure.maximum)


def _sum(rows: Sequence[Values], name: str) -> Span:
    spans = [_of_row(values, name) for values in rows]
    return sum(spans, start=Span(0, 0))


def _of_row(values: Values, name: str) -> Span:
    if name != "troops":
        number = values[name] or 0
        return Span(number, number)
    # The parts of a figure in one cell.
    if values["qualifier"] in {"words_only", "withheld"}:
        return Span(0, math.inf)
    return _span(values["troops_min"], values["troops_max"])


def _span(minimum: int | None, maximum: int | None) -> Span:
    if minimum is None and maximum is None:
        return Span(0, 0)
    return Span(minimum or 0, math.inf if maximum is None else maximum)
