"""The reference is what the code says, and all that it says."""

from __future__ import annotations

import tomllib

from docs.reference import columns, definition
from docs.reference.__main__ import FOLDER, derived
from geo.tables.schema import TABLES


def test_the_committed_pages_are_the_generated_ones() -> None:
    for name, text in derived().items():
        written = (FOLDER / name).read_text(encoding="utf-8")
        assert written == text, f"{name}: run python -m docs.reference"


def test_every_column_and_term_is_told() -> None:
    page = columns.page()
    every = [column for table in TABLES.values() for column in table.columns]
    assert [c.name for c in every if f"| `{c.name}` |" not in page] == []
    terms = {term for column in every for term in column.terms or ()}
    assert sorted(term for term in terms if f"| `{term}` |" not in page) == []


def test_every_key_of_a_definition_has_its_line_and_no_line_is_left() -> None:
    asked = set(definition.keys_asked_for())
    assert asked <= set(definition.meanings())
    written = set(tomllib.loads(definition.WORDS.read_text(encoding="utf-8")))
    assert written <= asked | set(definition.SECTIONS)
