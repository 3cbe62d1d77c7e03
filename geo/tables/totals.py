"""Totals that people write below a table, compared with what the rows add up to."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from geo.cells.figure import NotStated
from geo.cells.figures import Separators, StatedNumber, figure_of_number, parse_figure
from geo.cells.refused import Refused
from geo.findings import Finding, counted, quote
from geo.sheets.grid import GridRow
from geo.tables.body import Unread
from geo.tables.column_rules import GROUP
from geo.tables.raw import RawTable
from geo.tables.shorthand import Values

_FIGURES = frozenset({"figure", "integer"})


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


_NOTHING = Span(0, 0)


class RunningSums:
    """What the columns of figures add up to, as rows are taken in their order.

    At a total the sums of all rows above it and of those since the total before are
    kept.  Where a row could not be read a comparison is pointless: its own errors come
    first.
    """

    def __init__(self, raw: RawTable) -> None:
        columns = raw.place.columns
        self.names = [n for n in columns if raw.table.column(n).kind in _FIGURES]
        self.all = dict.fromkeys(self.names, _NOTHING)
        self.part = dict(self.all)
        self.whole = True
        self.at_totals: list[dict[str, tuple[Span, Span]] | None] = []

    def add(self, values: Values | None) -> None:
        """Take a row; None is one that could not be read."""
        if values is None:
            self.whole = False
        elif self.whole:
            for name in self.names:
                span = _of_row(values, name)
                if span is not _NOTHING:
                    self.all[name] += span
                    self.part[name] += span

    def stop(self) -> None:
        """Keep the sums of a total that stands here."""
        sums = {name: (self.all[name], self.part[name]) for name in self.names}
        self.at_totals.append(sums if self.whole else None)
        self.part = dict.fromkeys(self.names, _NOTHING)


def check_footer(
    raw: RawTable,
    unread: Unread,
    sums: RunningSums,
    separators: Mapping[str, Separators],
) -> Iterator[Finding]:
    """Find totals that do not add up, and tell what was kept out of the rows."""
    if unread.footnotes:
        rows = unread.footnotes
        yield raw.place.finding(
            rows[0].number, None, "footnote",
            f"{counted(len(rows), 'row is', 'rows are')} passed over as a footnote:"
            f" {quote(next(filter(None, rows[0].cells)))}",
            "nothing, if it is one", "note",
        )  # fmt: skip
    for total, at_total in zip(unread.totals, sums.at_totals, strict=True):
        yield _compared(raw, total, at_total or {}, separators)


def _compared(
    raw: RawTable,
    total: GridRow,
    sums: Mapping[str, tuple[Span, Span]],
    separators: Mapping[str, Separators],
) -> Finding:
    compared = False
    for name, (all_above, since_last) in sums.items():
        at = raw.place.columns[name][0]
        text = total.cells[at] if at < len(total.cells) else ""
        number, is_whole = total.numbers.get(at), not raw.options.decimals
        said = _said(text, number, separators.get(name), is_whole=is_whole)
        if said is None:
            continue
        compared = True
        if not said.meets(all_above) and not said.meets(since_last):
            return raw.place.finding(
                total.number, name, "total-differs",
                f"the total says {said}, the rows above add up to {all_above}",
                "mend the total or the rows; the total is not mapped", "warning",
            )  # fmt: skip
    label = next(filter(None, total.cells), "")
    told = "it agrees with the rows" if compared else "it is not compared with the rows"
    return raw.place.finding(
        total.number, None, "total-row",
        f"{quote(label)} is a total and is kept out; {told}", "", "note",
    )  # fmt: skip


def _said(
    text: str, number: float | None, separators: Separators | None, *, is_whole: bool
) -> Span | None:
    figure: StatedNumber | NotStated | Refused
    if number is not None:
        figure = figure_of_number(number)
    else:
        marks = {*GROUP.findall(text)}
        if separators is None and is_whole and len(marks) == 1:
            # What whole numbers add up to has no decimals.
            separators = Separators(marks.pop())
        figure = parse_figure(text, separators=separators)
    if isinstance(figure, Refused | NotStated):
        return None
    return _span(figure.minimum, figure.maximum)


def _of_row(values: Values, name: str) -> Span:
    if name != "troops":
        number = values[name]
        return Span(number, number) if number else _NOTHING
    # The parts of a figure in one cell.
    if values["qualifier"] in {"words_only", "withheld"}:
        return Span(0, math.inf)
    return _span(values["troops_min"], values["troops_max"])


def _span(minimum: float | None, maximum: float | None) -> Span:
    if minimum is None and maximum is None:
        return _NOTHING
    return Span(minimum or 0, math.inf if maximum is None else maximum)
