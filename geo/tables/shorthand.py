"""Columns that stand for several: a figure in one cell, a participation in one word.

The simplest table that a person would type has three columns: ``country``, ``troops``
and ``participation``.  What it says is put into the columns of a statement:

- ``troops`` is read as people write figures, into bounds and a qualifier.
- ``participation`` is a status, or how the country took part in the meeting.  Who only
  took part takes no position: the status is then ``took_part_only``; unless the row
  gives a pledge of troops, which is a position.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from geo import vocabulary
from geo.cells import below_zero as zero
from geo.cells.figure import NEGATIVE, NotStated, StatedNumber
from geo.cells.figures import Separators, figure_of_number, parse_figure
from geo.cells.refused import Refused
from geo.cells.remarks import without_remark
from geo.tables.terms import own_term, term_of, terms_of

Values = dict[str, Any]
_BOUNDS = ("troops_min", "troops_max")
_ONE_BELOW = "below zero only one number is read, with nothing but its word beside it"
_AS_BELOW = "write it as -5 or -5 million"
FIGURE_COLUMNS = ("troops_min", "troops_max", "qualifier", "figure_words")
_TOOK_PART = (*vocabulary.PRESENT, "unknown")


def read_figure(
    text: str,
    number: float | None,
    separators: Separators | None,
    decimals: int = 0,
    *,
    below_zero: bool = False,
) -> Values | Refused:
    """Return the columns of a figure's parts, or why it is refused.

    What is counted may be ``below_zero``: then a minus before a number is one.
    """
    mark, rest = zero.parted(text) if below_zero else ("", text)
    if mark:
        values = read_figure(rest, number and abs(number), separators, decimals)
        return values if isinstance(values, Refused) else _marked(mark, values)
    figure = (
        parse_figure(text, separators=separators, decimals=decimals)
        if number is None
        else figure_of_number(number, decimals)
    )
    if isinstance(figure, Refused):
        plain = without_remark(text) if number is None else None
        if below_zero and figure.reason == NEGATIVE:
            return replace(figure, reason=_ONE_BELOW, expected=_AS_BELOW)
        return (plain and _remarked(text, plain, separators, decimals)) or figure
    if isinstance(figure, NotStated):
        return dict.fromkeys(FIGURE_COLUMNS)
    return _parts(figure)


def _marked(mark: str, values: Values) -> Values | Refused:
    """Return a figure with its mark: one number, for of a range it is none of both."""
    size = values["troops_min"]
    is_plain = values["qualifier"] is None and "note" not in values
    if not is_plain or size is None or (mark == "±" and size):
        return Refused(_ONE_BELOW, expected=_AS_BELOW)
    number = 0 - size if mark == "-" else size
    return {**values, **dict.fromkeys(_BOUNDS, number)}


def _remarked(
    text: str, plain: str, separators: Separators | None, decimals: int
) -> Values | None:
    """Return the columns of a figure with a remark beside it, which is kept whole."""
    figure = parse_figure(plain, separators=separators, decimals=decimals)
    if not isinstance(figure, StatedNumber) or figure.words is not None:
        return None
    return {**_parts(figure), "note": text}


def _parts(figure: StatedNumber) -> Values:
    return {
        "troops_min": figure.minimum,
        "troops_max": figure.maximum,
        "qualifier": figure.qualifier,
        "figure_words": figure.words,
    }


def read_participation(
    text: str, own: Mapping[str, Mapping[str, str]] = MappingProxyType({})
) -> Values | None:
    """Return the status or the mode of participation, None if it is neither.

    ``own`` are the labels of statuses that a definition adds.
    """
    parts = [part.strip() for part in text.split(";")]
    terms: list[str | None] = []
    for one in parts:
        added = own_term(one, own)
        terms += [added] if added else terms_of(one, vocabulary.STATUS)
    if all(terms):
        return {"status": tuple(dict.fromkeys(terms))}
    mode = term_of(text, vocabulary.MODE)
    return None if mode is None else {"meeting_mode": mode}


def status_of_participant(values: Values) -> tuple[str, ...]:
    """Return the status of a row that says how a country took part and no more.

    A pledge of troops is by definition a commitment of them.  Taking part takes no
    position, also where the row counts troops that are no pledge; absence says nothing.
    """
    if values["meaning"] == "pledge" and (values["troops_min"] or values["troops_max"]):
        return ("pledged_troops",)
    return ("took_part_only",) if values["meeting_mode"] in _TOOK_PART else ()
