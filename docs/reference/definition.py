"""The keys of a map definition, as its reader asks for them.

Which keys there are, what their values may be and which are required is noted while
the reader reads a definition that holds every kind of table; what a key says stands in
``definition.toml`` beside this module, or with the columns and tables of that name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.definitions.keys import Keys
from geo.definitions.layers import LAYER_KINDS
from geo.definitions.read import definition_of
from geo.tables.schema import PLEDGES, TABLES

WORDS = Path(__file__).with_name("definition.toml")

# A definition with every table there is, and every kind of layer.
WHOLE: dict[str, Any] = {
    **{
        name: {}
        for name in (
            "tables",
            "defaults",
            "rows",
            "selection",
            "status",
            "unit",
            "beside",
            "pull",
        )
    },
    "statuses": [{"id": "own", "label": "own"}],
    "views": [{}],
    "layers": [{"kind": kind} for kind in LAYER_KINDS],
}
SECTIONS = {
    "": "At the top, above the first `[…]`",
    "tables": "`[tables]`",
    "defaults": "`[defaults]`",
    "rows": "`[rows]`",
    "selection": "`[selection]`",
    "status": "`[status]`",
    "statuses": "`[[statuses]]`",
    "unit": "`[unit]`",
    "beside": "`[beside]`",
    "pull": "`[pull]`",
    "views": "`[[views]]`",
    "layers": "`[[layers]]`",
}


@dataclass(frozen=True)
class Asked:
    """A key that the reader asks for: what its value is, and whether it must stand."""

    value: str
    required: bool = False


def page() -> str:
    """Write the page, in Markdown: one table for each table of a definition."""
    words, asked = meanings(), keys_asked_for()
    parts = ["# Keys of a definition", words[""].strip()]
    for section, title in SECTIONS.items():
        rows = [
            _row(path, key, words)
            for path, key in asked.items()
            if path.rpartition(".")[0] == section
        ]
        parts += [f"## {title}"]
        parts += [words[section].strip()] if section and section in words else []
        parts += [
            "\n".join(["| key | its value | it says |", "| --- | --- | --- |", *rows])
        ]
    return "\n\n".join(parts)


def keys_asked_for() -> dict[str, Asked]:
    """Return every key that means something, by its path, in the reader's order."""
    asked: dict[str, Asked] = {}

    class Noted(Keys):
        """Keys that note what is asked for; the outermost question says the kind."""

        def _note(self, key: str, value: str, *, required: bool = False) -> None:
            path = re.sub(r"\[\d+\]", "", self.path)
            name = f"{path}.{key}".lstrip(".")
            if not path.startswith("title"):
                asked.setdefault(name, Asked(value, required))

        def get(self, key: str, *, required: bool = False) -> Any:
            self._note(key, "a date", required=required)
            return super().get(key, required=required)

        def any(self, key: str, is_: str) -> Any:
            self._note(key, is_)
            return super().any(key, is_)

        def text(self, key: str, default: str = "", *, required: bool = False) -> str:
            self._note(key, "a text", required=required)
            return super().text(key, default, required=required)

        def name(self, key: str, default: str = "", *, required: bool = False) -> str:
            self._note(key, "an id: letters, digits, `-`, `_`", required=required)
            return super().name(key, default, required=required)

        def address(self, key: str) -> str:
            self._note(key, "an `https:` address")
            return super().address(key)

        def one_of(
            self, key: str, known: Iterable[str], default: str = "", *,
            required: bool = False,
        ) -> str:  # fmt: skip
            terms = tuple(known)
            self._note(key, f"one of {_listed(terms)}", required=required)
            return super().one_of(key, terms, default, required=required)

        def flag(self, key: str, *, default: bool) -> bool:
            self._note(key, "`true` or `false`")
            return super().flag(key, default=default)

        def words(
            self, key: str, known: Iterable[str] | None = None
        ) -> tuple[str, ...]:
            terms = None if known is None else tuple(known)
            of = "" if terms is None else f" of {_listed(terms)}"
            self._note(key, f"a list{of}")
            return super().words(key, terms)

        def countries(self, key: str) -> tuple[str, ...]:
            self._note(key, "a list of countries: codes, or names in any language")
            return super().countries(key)

        def numbers(self, key: str, count: int | None = None) -> tuple[float, ...]:
            self._note(key, f"a list of {count or ''} numbers".replace("  ", " "))
            return super().numbers(key, count)

        def whole(self, key: str, most: int) -> int | None:
            self._note(key, f"a whole number from 1 to {most}")
            return super().whole(key, most)

        def texts(self, key: str) -> tuple[tuple[str, str], ...]:
            self._note(key, "a table of texts")
            return super().texts(key)

        def lists(self, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
            self._note(key, "a table of texts, or of lists of texts")
            return super().lists(key)

        def translated(self, key: str, *, required: bool = False) -> dict[str, str]:
            self._note(key, "a text, or one a language", required=required)
            return super().translated(key, required=required)

        def inner(self, key: str) -> Keys | None:
            self._note(key, "")
            return super().inner(key)

        def tables(self, key: str) -> list[Keys]:
            self._note(key, "")
            return super().tables(key)

    definition_of("whole", Noted(WHOLE, "", "whole.toml", []), None)
    return {path: key for path, key in asked.items() if path not in SECTIONS}


def meanings() -> Mapping[str, str]:
    """Return what each key says, by its path."""
    words: dict[str, str] = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    rows = {
        f"tables.{t.name}": f"the file whose rows are each {t.row_is}"
        for t in TABLES.values()
    }
    pulled = {
        f"pull.{t.name}": f"where `{t.name}` is published" for t in TABLES.values()
    }
    columns = {f"defaults.{c.name}": c.description for c in PLEDGES.columns}
    return {**rows, **pulled, **columns, **words}


def _row(path: str, key: Asked, words: Mapping[str, str]) -> str:
    says = f"**required**: {words[path]}" if key.required else words[path]
    return f"| `{path.rpartition('.')[2]}` | {key.value} | {says} |"


def _listed(terms: Iterable[str]) -> str:
    return ", ".join(f"`{term}`" for term in terms)
