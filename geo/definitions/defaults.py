"""What a definition says for all rows of a table that lacks a column.

A table of three columns, ``country,troops,participation``, says neither when nor on
whose word.  The definition must: a blank in a column that the table does have stays a
blank and is never filled.
"""

from __future__ import annotations

from collections.abc import Mapping

from geo.definitions.keys import Keys
from geo.findings import did_you_mean, quote
from geo.tables.schema import DEFAULTS, PLEDGES
from geo.tables.terms import term_of


def read_defaults(keys: Keys) -> Mapping[str, str]:
    """Give the text of each column that ``[defaults]`` fills."""
    inner = keys.inner("defaults")
    if inner is None:
        return {}
    texts = {name: _text(inner, name) for name in DEFAULTS}
    inner.close()
    return {name: text for name, text in texts.items() if text}


def _text(keys: Keys, name: str) -> str:
    column = PLEDGES.column(name)
    if column.kind == "date":
        return _date(keys, name)
    text = keys.text(name)
    if not text or column.terms is None:
        return text
    term = term_of(text, column.terms)
    if term is None:
        keys.find(
            name, "unknown-term", f"{quote(text)} is not a {name}",
            did_you_mean(text, column.terms),
        )  # fmt: skip
    return term or ""


def _date(keys: Keys, name: str) -> str:
    date = keys.date(name)
    return date.iso if date else ""
