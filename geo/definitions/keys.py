"""Reading one TOML table key by key, so that each fault is a finding of its own."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any

from geo import countries
from geo.cells.dates import PartialDate, parse_date
from geo.cells.refused import Refused
from geo.cells.urls import INSECURE, is_secure, parse_url
from geo.findings import Finding, did_you_mean, quote
from geo.words import LANGUAGES

# Lines to paste that would mean nothing further down.
AT_THE_TOP = ("date_order", "thousands", "demonyms", "header_row", "columns")

# Whatever is counted or measured here is smaller; infinity and what is no number are
# not less than it.
_LARGEST = 1e12

_NAME = re.compile(r"[A-Za-z0-9_-]+")


class Keys:
    """One table of a definition: gives values of the asked kind, notes what is wrong.

    Keys that nobody asked for are findings, with the nearest key as a suggestion:
    call :meth:`close` when all have been asked for.
    """

    def __init__(
        self, table: Any, path: str, file: str, findings: list[Finding]
    ) -> None:
        self.path = path
        self.file = file
        self.findings = findings
        self.asked: list[str] = []
        self.table: Mapping[str, Any] = table if isinstance(table, dict) else {}
        if not isinstance(table, dict):
            self.find("", "bad-value", "this must be a table", f"write [{path}]")

    def find(self, key: str, code: str, message: str, advice: str) -> None:
        place = ".".join(part for part in (self.path, key) if part)
        self.findings.append(
            Finding(self.file, None, place or None, code, message, advice)
        )

    def get(self, key: str, *, required: bool = False) -> Any:
        self.asked.append(key)
        if required and key not in self.table:
            self.find(key, "missing-key", f"the key {key} is missing", "add it")
        return self.table.get(key)

    def any(self, key: str, is_: str) -> Any:
        """A value of several kinds, judged elsewhere; ``is_`` says what is wanted."""
        del is_  # for who lists the keys
        return self.get(key)

    def text(self, key: str, default: str = "", *, required: bool = False) -> str:
        value = self.get(key, required=required)
        if value is None:
            return default
        if isinstance(value, str) and value.strip():
            return value
        self.find(key, "bad-value", f"{_shown(value)} is not a text", 'write it in "…"')
        return default

    def date(self, key: str) -> PartialDate | None:
        """A date as text, or as TOML writes days and years: 2025.10 would be 2025.1."""
        value = self.get(key)
        if value is None:
            return None
        date: PartialDate | Refused = Refused(
            "it is no date", expected='write it in "…": "2025-10-31", or "2025-10"'
        )
        written = isinstance(value, str | int | datetime.date)
        if written and not isinstance(value, bool):
            date = parse_date(_plain(value))
        if isinstance(date, Refused):
            message = f"{_shown(value)}: {date.reason}"
            self.find(key, "bad-value", message, date.expected)
            return None
        return date

    def name(self, key: str, default: str = "", *, required: bool = False) -> str:
        """An id that stands in the page's address and script: plain letters only."""
        value = self.text(key, default, required=required)
        if value and not _NAME.fullmatch(value):
            self.find(
                key, "bad-value", f"{quote(value)} cannot be an id",
                "write letters without accents, digits, - and _ only",
            )  # fmt: skip
            return default
        return value

    def address(self, key: str) -> str:
        """An address of the web that nobody in between can change."""
        value = self.text(key)
        found = parse_url(value) if value else ""
        if isinstance(found, Refused):
            message = f"{quote(value)}: {found.reason}"
            self.find(key, "bad-value", message, found.expected)
            return ""
        if found and not is_secure(found):
            self.find(
                key, "bad-value", f"{quote(value)} does not begin with https://",
                f"{INSECURE}; name an https: address",
            )  # fmt: skip
            return ""
        return found

    def one_of(
        self, key: str, known: Iterable[str], default: str = "", *,
        required: bool = False,
    ) -> str:  # fmt: skip
        words = tuple(known)
        value = self.text(key, default, required=required)
        if value and value not in words:
            self.find(
                key, "unknown-term", f"{quote(value)} is not known here",
                did_you_mean(value, words),
            )  # fmt: skip
            return default
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        value = self.get(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.find(
            key, "bad-value", f"{_shown(value)} is not a yes or no", "true or false"
        )
        return default

    def words(self, key: str, known: Iterable[str] | None = None) -> tuple[str, ...]:
        """A list of texts, each in ``known`` if that is given."""
        value = self.get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            self.find(key, "bad-value", "this is not a list of texts", '["…", "…"]')
            return ()
        terms = None if known is None else tuple(known)
        for word in value:
            if terms is not None and word not in terms:
                self.find(
                    key, "unknown-term", f"{quote(word)} is not known here",
                    did_you_mean(word, terms),
                )  # fmt: skip
        return tuple(value)

    def countries(self, key: str) -> tuple[str, ...]:
        """A list of countries, by codes or names in any language, as join keys."""
        found = []
        for text in self.words(key):
            answer = countries.resolve(text)
            if isinstance(answer, countries.Country):
                found.append(answer.iso_a3)
                continue
            near: tuple[str, ...] = ()
            if isinstance(answer, countries.Ambiguous):
                near = answer.candidates
            elif isinstance(answer, countries.Unknown):
                near = answer.suggestions
            self.find(
                key, "unknown-actor", f"{quote(text)} is no country, or more than one",
                f"did you mean {', '.join(near)}?" if near else "write its code",
            )  # fmt: skip
        return tuple(found)

    def numbers(self, key: str, count: int | None = None) -> tuple[float, ...]:
        value = self.get(key)
        if value is None:
            return ()
        plain = isinstance(value, list) and all(
            isinstance(v, int | float)
            and not isinstance(v, bool)
            and -_LARGEST < v < _LARGEST
            for v in value
        )
        if not plain or (count is not None and len(value) != count):
            wanted = f"{count} numbers" if count else "numbers"
            self.find(key, "bad-value", f"this is not a list of {wanted}", "[1, 2, …]")
            return ()
        return tuple(float(v) for v in value)

    def whole(self, key: str, most: int) -> int | None:
        """A whole number from 1 to ``most``."""
        value = self.get(key)
        if value is None:
            return None
        if type(value) is int and 1 <= value <= most:  # True is no number
            return value
        self.find(
            key, "bad-value", f"{_shown(value)} is no whole number from 1 to {most}",
            "write it without quotation marks",
        )  # fmt: skip
        return None

    def texts(self, key: str) -> tuple[tuple[str, str], ...]:
        """A table of texts whose keys are the reader's own."""
        inner = self.inner(key)
        if inner is None:
            return ()
        pairs = ((name, inner.text(name)) for name in inner.table)
        return tuple((name, text) for name, text in pairs if text)

    def lists(self, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """A table whose keys are the reader's own, each of a text or a list of them."""
        inner = self.inner(key)
        if inner is None:
            return ()
        return tuple(
            (name, inner.words(name) if isinstance(value, list) else (text,))
            for name, value in inner.table.items()
            if isinstance(value, list) or (text := inner.text(name))
        )

    def translated(self, key: str, *, required: bool = False) -> dict[str, str]:
        """A text in one or more languages: a plain text is in English."""
        value = self.get(key, required=required)
        if value is None:
            return {}
        if isinstance(value, str) and value.strip():
            return {"en": value}
        if not isinstance(value, dict):
            self.find(
                key, "bad-value", f"{_shown(value)} is not a text",
                'write it in "…", or as { en = "…", fr = "…" }',
            )  # fmt: skip
            return {}
        inner = self._below(value, f"{self.path}.{key}".lstrip("."))
        texts = {code: inner.text(code) for code in LANGUAGES}
        inner.close()
        if not value:
            self.find(key, "bad-value", "it has no text", 'write it as { en = "…" }')
        return {code: text for code, text in texts.items() if text}

    def _below(self, table: Any, path: str) -> Keys:
        return type(self)(table, path, self.file, self.findings)

    def tables(self, key: str) -> list[Keys]:
        """A list of tables, ``[[key]]`` in the file."""
        value = self.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.find(key, "bad-value", "this must be a list", f"write [[{key}]]")
            return []
        return [
            self._below(table, f"{key}[{number}]")
            for number, table in enumerate(value, start=1)
        ]

    def inner(self, key: str) -> Keys | None:
        value = self.get(key)
        if value is None:
            return None
        return self._below(value, f"{self.path}.{key}".lstrip("."))

    def close(self) -> None:
        for key in self.table:
            if key not in self.asked:
                above = key in AT_THE_TOP and self.path
                self.find(
                    key, "unknown-key", f"the key {key} means nothing here",
                    "it stands at the top of the file, above the first [table]"
                    if above
                    else did_you_mean(key, self.asked),
                )  # fmt: skip


def _plain(value: object) -> str:
    """Write a value as it was typed; of what is too long for that, its kind."""
    try:
        return str(value)
    except (ValueError, RecursionError):
        return f"a long {type(value).__name__}"


def _shown(value: object) -> str:
    return quote(_plain(value))
