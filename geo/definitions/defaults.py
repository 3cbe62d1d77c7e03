"""What a definition says for all rows of a table that lacks a column.

A table of three columns, ``country,troops,participation``, says neither when nor on
whose word.  The definition must: a blank in a column that the table does have stays a
blank and is never filled.
"""

from __future__ import annotations

from collections.abc import Mapping

from geo.definitions.keys import Keys
from geo.definitions.own_words import Unit
from geo.findings import did_you_mean, none_of, quote
from geo.tables.cell_reader import two_answers
from geo.tables.schema import DEFAULTS, PLEDGES
from geo.tables.shorthand import read_participation
from geo.tables.terms import term_of
from geo.vocabulary.statuses import COUNTED, SHIPPED, Registry


def read_defaults(
    keys: Keys, statuses: Registry = SHIPPED, unit: Unit | None = None
) -> Mapping[str, str]:
    """Return the text of each column that ``[defaults]`` fills.

    ``statuses`` are those that a row may take.  Where the map has a ``unit``, a row
    that says nothing else counts it.
    """
    usual = dict.fromkeys(("status", "meaning"), COUNTED) if unit else {}
    inner = keys.inner("defaults")
    if inner is None:
        return usual
    texts = {name: _text(inner, name, statuses) for name in DEFAULTS}
    inner.close()
    return {**usual, **{name: text for name, text in texts.items() if text}}


def _text(keys: Keys, name: str, statuses: Registry) -> str:
    column = PLEDGES.column(name)
    if column.kind == "date":
        return _date(keys, name)
    text = keys.text(name)
    if not text or column.terms is None:
        return text
    if name == "status":
        return status_of(keys, name, text, statuses)
    term = term_of(text, column.terms)
    if term is None:
        keys.find(
            name, "unknown-term", none_of(text, name),
            did_you_mean(text, column.terms),
        )  # fmt: skip
    return term or ""


def status_of(keys: Keys, key: str, text: str, statuses: Registry) -> str:
    """Return the status that a key says: one answer, or one on troops and one on help.

    Blank if it is none; then it is found.
    """
    terms = (read_participation(text, statuses.labels) or {}).get("status", ())
    if not terms:
        keys.find(
            key, "unknown-term", f"{quote(text)} is not a status",
            did_you_mean(text, statuses.terms),
        )  # fmt: skip
    elif fault := two_answers(terms, statuses):
        keys.find(key, "bad-value", *fault)
        return ""
    return "; ".join(terms)


def _date(keys: Keys, name: str) -> str:
    date = keys.date(name)
    return date.iso if date else ""
