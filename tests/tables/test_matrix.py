"""The same ten rows in every format, encoding, delimiter and language are one table."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from books import write_ods, write_xlsx

from geo.tables.dataset import Dataset, read_dataset

ADDRESS = "https://example.org/page?a=1;b=2"
DAY = datetime.date
ENGLISH = [
    ["Country", "Date", "Status", "Troops", "Meaning", "Conditions", "Source", "Note"],
    ["United Kingdom", DAY(2025, 3, 15), "pledged_troops", "3,000", "pledge",
     "a ceasefire first", ADDRESS, 'He said "yes", then; more'],
    ["Namibia", DAY(2025, 3, 16), "declined", "", "", "", ADDRESS, ""],
    ["Côte d’Ivoire", DAY(2025, 3, 17), "considering", "up to 150", "estimate", "",
     ADDRESS, "two\nlines"],
    ["Türkiye", DAY(2025, 3, 18), "conditional", "2,000–3,000", "pledge",
     "a ceasefire first; a United Nations mandate", ADDRESS, ""],
    ["Norway", DAY(2025, 3, 19), "pledged_other", "", "", "", ADDRESS, "à suivre"],
    ["Lithuania", DAY(2025, 3, 20), "pledged_troops", "several hundred", "pledge", "",
     ADDRESS, ""],
    ["The Netherlands", DAY(2025, 3, 21), "conditional", "about 1,500", "estimate", "",
     ADDRESS, ""],
    ["Czechia", DAY(2025, 3, 22), "declined", "0", "pledge", "", ADDRESS, ""],
    ["Spain", DAY(2025, 3, 23), "took_part_only", "more than 3,000",
     "deployed_elsewhere", "", ADDRESS, ""],
    ["Kosovo", DAY(2025, 3, 24), "considering", "n/a", "", "", ADDRESS, ""],
]  # fmt: skip
TO_FRENCH = {
    "Country": "Pays", "Status": "Statut", "Troops": "Effectifs", "Meaning": "Sens",
    "United Kingdom": "Royaume-Uni", "Namibia": "Namibie", "Türkiye": "Turquie",
    "Norway": "Norvège", "Lithuania": "Lituanie", "The Netherlands": "les Pays-Bas",
    "Czechia": "Tchéquie", "Spain": "Espagne", "3,000": "3\u202f000",
    "up to 150": "jusqu’à 150", "2,000–3,000": "2 000–3 000",
    "about 1,500": "environ 1 500", "more than 3,000": "plus de 3 000",
    "declined": "refus", "conditional": "sous conditions", "n/a": "n.d.",
    "several hundred": "plusieurs centaines",
    "a ceasefire first": "un cessez-le-feu d’abord",
    "a ceasefire first; a United Nations mandate":
        "un cessez-le-feu d’abord; un mandat des Nations unies",
}  # fmt: skip
LANGUAGES: Mapping[str, Mapping[str, str]] = {"en": {}, "fr": TO_FRENCH}
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman"]
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}


def rows_in(language: str) -> list[list[Any]]:
    words = LANGUAGES[language]
    return [[words.get(cell, cell) for cell in row] for row in ENGLISH]


def date_in(language: str, day: DAY) -> str:
    return day.isoformat() if language == "en" else f"{day:%d/%m/%Y}"


def as_text(language: str, delimiter: str, end: str) -> str:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator=end)
    for row in rows_in(language):
        writer.writerow(
            date_in(language, cell) if isinstance(cell, DAY) else cell for cell in row
        )
    return file.getvalue()


def expected(tmp_path: Path) -> Dataset:
    path = tmp_path / "plain.csv"
    path.write_text(as_text("en", ",", "\n"), encoding="utf-8")
    dataset, findings = read_dataset({"pledges": path})
    assert findings == ()
    assert len(dataset.statements) == 10
    return dataset


def same(dataset: Dataset, other: Dataset) -> bool:
    """Compare statements but for the words of a figure, which keep their language."""

    def plain(d: Dataset) -> list[Any]:
        return [
            (s.actor, s.date, s.status, s.conditions, s.source, s.note, s.row,
             s.figure and (s.figure.minimum, s.figure.maximum, s.figure.qualifier,
                           s.figure.meaning))
            for s in d.statements.values()
        ]  # fmt: skip

    return plain(dataset) == plain(other)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("delimiter", DELIMITERS)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text(tmp_path: Path, language: str, delimiter: str, encoding: str) -> None:
    text = as_text(language, DELIMITERS[delimiter], "\r\n")
    if encoding in {"cp1252", "mac_roman"}:
        text = text.replace("\u202f", "\u00a0")
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode(encoding))
    dataset, findings = read_dataset({"pledges": path})
    guessed = ["guessed-encoding"] if encoding in ENCODINGS[3:] else []
    assert [finding.code for finding in findings] == guessed
    assert same(dataset, expected(tmp_path))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_workbooks(tmp_path: Path, language: str, form: str) -> None:
    write = write_xlsx if form == "xlsx" else write_ods
    rows = [
        [int(cell) if cell == "0" else cell for cell in row]
        for row in rows_in(language)
    ]
    path = write(tmp_path / f"a.{form}", {"Feuille 1": rows})
    dataset, findings = read_dataset({"pledges": path})
    assert findings == ()
    assert same(dataset, expected(tmp_path))
