"""Figures for each head, or of each euro of a budget: divided by a column beside them.

The definition names the column; a figure stays as it was written in the note of its
row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from geo.cells.figures import StatedNumber, figure_of_number, parse_figure
from geo.cells.numerals import Separators, kept_to, plain_number
from geo.cells.refused import Refused
from geo.findings import quote
from geo.sheets.grid import GridRow
from geo.tables.column_rules import ColumnRules
from geo.tables.options import TableOptions
from geo.tables.raw import RawTable, Row
from geo.tables.records import Figure, Statement
from geo.tables.synonyms import folded_header

# So exactly a divisor is read; GDP in millions has fewer.
_DECIMALS = 6
_MORE = (
    "write more decimals under [unit] in the map definition, or a larger each under"
    " [rows]"
)


class Divisors:
    """Gathers what each row's figure is to be divided by."""

    def __init__(self, raw: RawTable, headers: Sequence[str]) -> None:
        self.raw = raw
        wanted = folded_header(raw.options.per)
        places = [
            at for at, text in enumerate(headers) if folded_header(text) == wanted
        ]
        self.at = places[0] if raw.options.per and len(places) == 1 else None
        if raw.options.per and self.at is None:
            count = "two headers are" if places else "no header is"
            raw.find(
                raw.place.header_row, None, "missing-column",
                f"{count} {quote(raw.options.per)}, by which [rows] divides",
                "give the column that is meant a header of its own"
                if places else "mend it under [rows] in the map definition",
            )  # fmt: skip

    def take(self, row: GridRow) -> None:
        if self.at is not None:
            text = row.cells[self.at] if self.at < len(row.cells) else ""
            self.raw.divisors[row.number] = (text, row.numbers.get(self.at))


def _separators(raw: RawTable) -> Separators | None:
    """Return what comma and point mean among the divisors, by all of them."""
    if raw.options.thousands:
        return raw.options.thousands
    name = raw.options.per
    # Of a product in billions 36.554 may be no thousands: it is not taken for whole.
    rules = ColumnRules(raw, {name: "figure"}, is_whole=False)
    for row, (text, number) in raw.divisors.items():
        rules.learn(Row(row, {name: text}, {} if number is None else {name: number}))
    return rules.separators.get(name)


def _value(
    text: str, number: float | None, separators: Separators | None
) -> float | str:
    """Return a divisor, or why it is none."""
    found = (
        figure_of_number(number, _DECIMALS)
        if number is not None
        else parse_figure(text, separators=separators, decimals=_DECIMALS)
    )
    if (
        isinstance(found, StatedNumber)
        and found.minimum == found.maximum
        and found.minimum
    ):
        return found.minimum
    if isinstance(found, Refused) and found.readings:
        return f"{found.reason} ({', or '.join(found.readings)})"
    return "it is no number above 0"


def divided(statements: Mapping[str, Statement], raw: RawTable) -> dict[str, Statement]:
    """Return the statements with their figures divided; those that cannot be are not.

    What cannot be divided is found, with its row.
    """
    return {one.id: one for one in _divided(statements.values(), raw)}


def _divided(statements: Iterable[Statement], raw: RawTable) -> Iterator[Statement]:
    separators = _separators(raw)
    for one in statements:
        figure = one.figure
        if figure is None:
            yield one
        elif not figure.has_number:  # in words: of all, not of each
            yield replace(one, figure=None, note=_joined(one.note, figure.words or ""))
        elif one.row in raw.divisors:  # else the column is missing, and that is told
            text, number = raw.divisors[one.row]
            divisor = _value(text, number, separators)
            if isinstance(divisor, str):
                _find_undivided(one.row, text, divisor, raw)
                continue
            of_each = _of_each(one, figure, divisor, raw.options)
            if fault := _lost(figure, of_each.figure, raw.options):
                raw.find(one.row, None, "bad-value", of_each.note + fault, _MORE)
            yield of_each


def _find_undivided(row: int, text: str, reason: str, raw: RawTable) -> None:
    raw.find(
        row, None, "bad-value",
        f"{quote(text)} under {quote(raw.options.per)} cannot divide the figure:"
        f" {reason}",
        "write the number in digits alone, say at the top of the map definition what"
        ' groups thousands (thousands = "." or ","), or drop the row under [rows]',
    )  # fmt: skip


def _lost(before: Figure, after: Figure | None, options: TableOptions) -> str:
    """Say of a figure that rounding has made nothing of it."""
    if after is None:
        return ""
    bounds = ((before.minimum, after.minimum), (before.maximum, after.maximum))
    if any(was and now == 0 for was, now in bounds):
        return f" rounds to 0 with decimals = {options.decimals}"
    return ""


def _of_each(
    one: Statement, figure: Figure, divisor: float, options: TableOptions
) -> Statement:
    def each(bound: float | None) -> float | None:
        if bound is None:
            return None
        return kept_to(bound / divisor * options.each, options.decimals)

    bounds = dict.fromkeys((figure.minimum, figure.maximum))
    written = "–".join(f"{plain_number(n)}" for n in bounds if n is not None)
    times = f" × {options.each}" if options.each != 1 else ""
    how = f"{written} / {plain_number(divisor)} ({options.per}){times}"
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
