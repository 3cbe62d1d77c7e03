"""What the cells below a header are, so that a header can be proposed for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from geo import countries
from geo.cells.below_zero import parted
from geo.cells.dates import OpenOrder, parse_date
from geo.cells.figure import StatedNumber
from geo.cells.figures import parse_figure
from geo.cells.partial_date import PartialDate
from geo.cells.urls import parse_url
from geo.countries.normal import fold
from geo.sheets.grid import GridRow
from geo.tables.shorthand import read_participation
from geo.tables.table import Column
from geo.tables.terms import terms_of

# Yes, no and maybe, as tables in the six languages say it.
_ANSWERS = frozenset(map(fold, (
    "yes", "no", "maybe", "perhaps", "undecided", "unclear", "in favour", "in favor",
    "abstained", "abstention", "not voting", "absent",
    "oui", "non", "peut-être", "ja", "nein", "vielleicht", "sí", "quizás", "quizá",
    "tak", "nie", "może", "так", "ні", "можливо",
)))  # fmt: skip

# As the United Nations write votes: yes, no, abstained.
_VOTES = frozenset("YNA")
# What heads places in an order, in the six languages; such a number counts nothing.
_RANKS = frozenset(map(fold, (
    "rank", "ranking", "rang", "rangliste", "platz", "classement", "puesto",
    "clasificación", "miejsce", "місце", "ранг", "рейтинг",
)))  # fmt: skip

_MOST_OF = 2 / 3
_A_FEW = 3  # numbers that stand in order by no chance
_ALIKE = 0.85  # of difflib's ratio, where any text would fit below
_NUMBERS = frozenset({"figure", "integer", "number"})


def cells_below(rows: Iterable[GridRow], at: int) -> list[str]:
    """Return the filled cells of a column."""
    return [row.cells[at] for row in rows if at < len(row.cells) and row.cells[at]]


def kind_of(cells: Sequence[str]) -> str:
    """Return what most cells are: ``actor``, ``date``, ``figure``, ``url``, ``answer``.

    ``amount`` is a number with something beside it, and blank what is none of these.
    A column of years is one of dates.
    """
    for kind, fits in (
        ("date", _is_date), ("figure", _is_number), ("answer", _is_answer),
        ("actor", _is_actor), ("url", _is_address), ("amount", _is_amount),
    ):  # fmt: skip
        if kind == "answer" and "Y" in cells and _VOTES.issuperset(cells):
            return kind
        if cells and sum(map(fits, cells)) >= _MOST_OF * len(cells):
            return kind
    return ""


def is_ascending(cells: Sequence[str]) -> bool:
    """Return whether cells are whole numbers in order, as codes, ranks and ids are."""
    numbers = _whole(cells)
    return len(numbers) >= _A_FEW and numbers == sorted({*numbers})


def is_rank(header: str) -> bool:
    """Return whether a header says that its numbers are places in an order."""
    return not _RANKS.isdisjoint(fold(header).split("_"))


def counts_on(cells: Sequence[str]) -> bool:
    """Return whether cells number the rows of a list, some of which may be missing."""
    numbers = _whole(cells)
    is_dense = bool(numbers) and numbers[-1] - numbers[0] < 2 * len(numbers)
    return is_dense and numbers == sorted({*numbers})


def _whole(cells: Sequence[str]) -> list[int]:
    """Return the numbers that cells are, none if one is anything else."""
    texts = [text.strip(" .)") for text in cells]
    are_whole = all(text.isascii() and text.isdigit() for text in texts)
    return [int(text) for text in texts] if are_whole else []


def _is_date(text: str) -> bool:
    return isinstance(parse_date(text), PartialDate | OpenOrder)


def _is_number(text: str) -> bool:
    text = parted(text)[1]
    figure = parse_figure(text)
    if isinstance(figure, StatedNumber):
        return figure.minimum is not None or figure.maximum is not None
    # What is refused as ambiguous is a number all the same.
    is_begun = text[:1].isdigit()
    return is_begun and not any(c.isalpha() for c in text)


def _is_amount(text: str) -> bool:
    """Return whether a number begins a cell, with something beside it: 5 bn euros."""
    return parted(text)[1].lstrip("$€£~≈<> ")[:1].isdigit()


def _is_answer(text: str) -> bool:
    """Tell an answer to whether a country would: a position, or yes or no."""
    words = fold(text)
    begins = words in _ANSWERS or words.startswith(tuple(f"{a}_" for a in _ANSWERS))
    return begins or read_participation(text) is not None


def _is_actor(text: str) -> bool:
    return not isinstance(countries.resolve(text), countries.Unknown)


def _is_address(text: str) -> bool:
    return isinstance(parse_url(text), str)


def is_data(cells: Sequence[str], named: Iterable[str | None]) -> bool:
    """Tell a row that holds a country's name or a number from a header.

    ``named`` are the columns that its cells would name: "No" heads numbers.  A year
    heads a column of that year.
    """
    for text, name in zip(cells, named, strict=True):
        if not text or name is not None:
            continue
        if len(text) > 3 and isinstance(countries.resolve(text), countries.Country):
            return True
        if _is_number(text) and not _is_date(text):
            return True
    return False


def misspelt(header: str, column: Column, cells: Sequence[str]) -> bool:
    """Return whether cells fit the column that their header nearly names."""
    if not cells:
        return True
    if column.terms:
        terms = column.terms
        known = sum(all(terms_of(text, terms)) for text in cells)
        return known >= _MOST_OF * len(cells)
    kind = kind_of(cells)
    if column.kind in _NUMBERS:
        return kind == "figure"
    if column.kind in {"date", "url"}:
        return kind == column.kind
    if column.kind in {"actor", "actors", "code"}:
        return kind == "actor"
    import difflib  # only here: see nearest

    alike = difflib.SequenceMatcher(None, header.casefold(), column.name).ratio()
    return alike >= _ALIKE


def line_of_columns(headers: Mapping[str, str]) -> str:
    """Return the line of a definition that says which header each column has."""
    pairs = (f"{called(n)} = {quoted_toml(text)}" for n, text in headers.items())
    return f"columns = {{ {', '.join(pairs)} }}"


def called(column: str) -> str:
    """Return what people call a column where they are told of it."""
    return "country" if column == "actor" else column


def quoted_toml(text: str) -> str:
    """Return a text as a basic string of TOML."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
