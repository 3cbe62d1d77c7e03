"""Texts of the tables in other languages: told once, found by themselves."""

from __future__ import annotations

from pathlib import Path

from geo.building import pledge_map
from geo.page.free_texts import FreeTexts
from geo.page.packing import packed
from geo.tables.records import Translation

TRANSLATIONS = {
    "No.": Translation(id="No.", row=2, text={"fr": "Non.", "pl": "Nie."}),
    "oui": Translation(id="oui", row=3, text={"en": "yes", "fr": "oui"}),
}


def test_a_text_is_told_once_and_an_edited_one_is_another() -> None:
    texts = FreeTexts(TRANSLATIONS, ("en", "fr"))
    assert [texts.place(text) for text in ("No.", "oui", "No.", "No")] == [
        0,
        1,
        0,
        "No",
    ]
    assert texts.rows == [
        {"en": "No.", "fr": "Non."},
        {"en": "yes", "fr": "oui"},
    ]


def test_a_translation_into_its_own_language_leaves_the_text_as_it_is() -> None:
    own = Translation(id="No.", row=2, text={"en": "Not at all.", "fr": "Non."})
    texts = FreeTexts({"No.": own}, ("en", "fr"))
    texts.place("No.", "en")
    assert texts.rows == [{"en": "No.", "fr": "Non."}]


def test_what_the_page_shows_is_not_said_twice() -> None:
    texts = [{"en": "No.", "fr": "Non."}, {"en": "Yes.", "pl": "Tak."}]
    values = {"statements": {}, "participations": {}, "words": {}, "texts": texts}
    light = packed({**values, "language": "fr"}, (), {0, 1})["texts"]
    # What nobody said in French stands there in English.
    assert light == {"en": ["No.", 0], "fr": [0, 0], "pl": [0, "Tak."]}


def test_a_page_of_a_table_with_translations_shows_them(project: Path, edit) -> None:
    edit("maps/small.toml", "[tables]", '[tables]\ntranslations = "other.csv"')
    edit("data/pledges.csv", "speaks_for", "speaks_for,statement,speaker")
    edit(
        "data/pledges.csv", "high,own_government\nS2", "high,own_government,No.,Me\nS2"
    )
    for line in ("S2", "S3", "S4"):
        text = (project / "data/pledges.csv").read_text("utf-8")
        row = next(row for row in text.splitlines() if row.startswith(line))
        edit("data/pledges.csv", row, f"{row},,")
    other = "text,text_fr\nNo.,Non.\nStale,Vieux\n"
    (project / "data/other.csv").write_text(other, encoding="utf-8")
    parts = pledge_map(project / "maps/small.toml").get_root().parts
    assert '<td data-text="0">No.</td>' in parts.tables
    assert "Vieux" not in parts.payload
