"""What the tables name has a name in every language of the page."""

import csv
from pathlib import Path

import pytest

from geo.tables.schema import LANGUAGE_NAMES
from geo.words import LANGUAGES

DATA = Path(__file__).parents[2] / "data"
NAMED = {
    "actors.csv": ["name"],
    "places.csv": ["name", "where"],
    "meetings.csv": ["name"],
    "article/meetings.csv": ["name"],
    "boundaries/policy.csv": ["label"],
}


def test_the_tables_and_the_page_have_the_same_languages() -> None:
    assert set(LANGUAGE_NAMES) == set(LANGUAGES)


@pytest.mark.parametrize("file", NAMED)
def test_a_name_in_every_language_or_none(file: str) -> None:
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for noun in NAMED[file]:
        named = [row for row in rows if row[f"{noun}_en"]]
        assert named
        for row in rows:
            given = {code for code in LANGUAGES if row[f"{noun}_{code}"].strip()}
            assert given == (set(LANGUAGES) if row in named else set()), row


def test_the_basis_of_every_shown_area_is_told_in_every_language() -> None:
    with (DATA / "boundaries/policy.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["label_id"]]
    assert rows
    for row in rows:
        told = {code: row[f"basis_{code}"] for code in LANGUAGES if code != "en"}
        assert all(text and text != row["basis"] for text in told.values()), row
        assert not told["uk"].isascii()


def test_ukrainian_names_are_in_cyrillic() -> None:
    for file, nouns in NAMED.items():
        with (DATA / file).open(encoding="utf-8", newline="") as lines:
            names = [
                row[f"{noun}_uk"] for row in csv.DictReader(lines) for noun in nouns
            ]
        assert [name for name in names if name and name.isascii()] == []


def test_a_meetings_name_does_not_hold_its_date() -> None:
    """The page says the date beside it."""
    for file in ("meetings.csv", "article/meetings.csv"):
        with (DATA / file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                day = str(int(row["date"][-2:]))
                for code in LANGUAGES:
                    words = row[f"name_{code}"].replace(".", " ").split()
                    assert day not in words, row["id"]


def test_our_own_names_have_curly_apostrophes() -> None:
    for file, nouns in NAMED.items():
        with (DATA / file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                for noun in nouns:
                    for code in LANGUAGES:
                        assert "'" not in row[f"{noun}_{code}"], row
