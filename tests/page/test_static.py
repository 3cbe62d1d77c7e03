"""The static texts round the map: what is put together reads as a sentence."""

from pathlib import Path

import pytest

from geo.boundaries.keys import boundary_keys
from geo.boundaries.read import read_boundaries
from geo.definitions.load import load_map
from geo.layers.unplaced import unplaced
from geo.page.free_texts import FreeTexts
from geo.page.labels import Labels
from geo.page.names import country_names
from geo.page.static import unplaced_section
from geo.page.wording import Wording
from geo.words import LANGUAGES

ROOT = Path(__file__).parents[2]


def items(language: str) -> list[str]:
    """The coalition's list of what has no place on the map."""
    loaded, _ = load_map(ROOT / "maps/coalition.toml", ROOT / "data", boundary_keys())
    assert loaded
    names = country_names(read_boundaries(), language)
    rows = unplaced(
        loaded.dataset.participations.values(),
        loaded.statements.values(),
        loaded.dataset.claims.values(),
    )
    texts = FreeTexts({}, (language,))
    labels = Labels(Wording(language, loaded, names), texts)
    (section,) = unplaced_section(rows, loaded, labels)
    return ["".join(item.itertext()) for item in section.iter("li")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_item_has_the_colon_of_its_language(language: str) -> None:
    colon = "\u00a0: " if language == "fr" else ": "
    for text in items(language):
        name = text.partition(colon)[0]
        assert 0 < len(name) < 80, text
        assert name == name.strip(), text


def test_what_is_counted_is_said_once() -> None:
    texts = " | ".join(items("en"))
    assert "about 6 countries that discuss sending troops" in texts
    assert "70 headquarters staff of the force" in texts
    assert "up to 30,000 troops, the whole force" in texts


def test_a_meeting_is_told_by_name_and_date_and_how_without_a_capital() -> None:
    texts = items("en")
    told = "Video meeting of leaders, 25 November 2025, by videoconference. "
    assert any(told in text for text in texts)
    assert any("London summit on Ukraine, 2 March 2025, by phone, " in t for t in texts)
