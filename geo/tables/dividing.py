"""Figures for each head, or of each euro of a budget: divided by a column beside them.

The definition names the column; a figure stays as it was written in the note of its
row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from geo.cells.figures import Figure as Number
from geo.cells.figures import figure_of_number, parse_figure
from geo.cells.numerals import Separators, plain_number
from geo.findings import quote
from geo.sheets.grid import GridRow
from geo.tables.raw import RawTable
from geo.tables.records import Figure, Statement
from geo.tables.said import Said
from geo.tables.synonyms import folded_header

# So exactly a divisor is read; GDP in millions has fewer.
_DECIMALS = 6


class Divisors:
    """Gathers what each row's figure is to be divided by."""

    def __init__(self, raw: RawTable, headers: Sequence[str]) -> None:
        self.raw = raw
        wanted = folded_header(raw.said.per)
        places = (
            at for at, text in enumerate(headers) if folded_header(text) == wanted
        )
        self.at = next(places, None) if raw.said.per else None
        if raw.said.per and self.at is None:
            raw.find(
                raw.place.header_row, None, "missing-column",
                f"no header is {quote(raw.said.per)}, by which [rows] divides",
                "mend it under [rows] in the map definition",
            )  # fmt: skip

    def take(self, row: GridRow) -> None:
        if self.at is None or self.at >= len(row.cells):
            return
        text, number = row.cells[self.at], row.numbers.get(self.at)
        self.raw.divisors[row.number] = (text, _value(text, number, self.raw.said))


def _value(text: str, number: float | None, said: Said) -> float | None:
    separators = said.thousands or Separators.COMMA_GROUPS
    found = (
        figure_of_number(number, _DECIMALS)
        if number is not None
        else parse_figure(text, separators=separators, decimals=_DECIMALS)
    )
    is_one = isinstance(found, Number) and found.minimum == found.maximum
    return (found.minimum or None) if isinstance(found, Number) and is_one else None


def divided(statements: Mapping[str, Statement], raw: RawTable) -> dict[str, Statement]:
    """Return the statements with their figures divided; those that cannot be are not.

    What cannot be divided is found, with its row.
    """
    return {one.id: one for one in _divided(statements.values(), raw)}


def _divided(statements: Iterable[Statement], raw: RawTable) -> Iterator[Statement]:
    for one in statements:
        figure = one.figure
        if figure is None:
            yield one
        elif not figure.has_number:  # in words: of all, not of each
            yield replace(one, figure=None, note=_joined(one.note, figure.words or ""))
        else:
            text, divisor = raw.divisors.get(one.row, ("", None))
            if divisor is not None:
                yield _of_each(one, figure, divisor, raw.said)
                continue
            raw.find(
                one.row, None, "bad-value",
                f"{quote(text)} under {quote(raw.said.per)} is no number above 0, by"
                " which the figure could be divided",
                "write the number in digits, or drop the row under [rows]",
            )  # fmt: skip


def _of_each(one: Statement, figure: Figure, divisor: float, said: Said) -> Statement:
    def each(bound: float | None) -> float | None:
        if bound is None:
            return None
        return plain_number(round(bound / divisor * said.each, said.decimals))

    bounds = dict.fromkeys((figure.minimum, figure.maximum))
    written = "–".join(f"{plain_number(n)}" for n in bounds if n is not None)
    times = f" × {said.each}" if said.each != 1 else ""
    how = f"{written} / {plain_number(divisor)} ({said.per}){times}"
    least, most = each(figure.minimum), each(figure.maximum)
    # Two bounds may be one once they are rounded.
    qualifier = (
        None if figure.qualifier == "range" and least == most else figure.qualifier
    )
    found = replace(
        figure, minimum=least, maximum=most, qualifier=qualifier, words=None
    )
    return replace(one, figure=found, note=_joined(one.note, figure.words or "", how))


def _joined(*parts: str) -> str:
    return "; ".join(filter(None, parts))
