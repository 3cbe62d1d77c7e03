"""The maps that ship say their own texts in every language."""

import re
from pathlib import Path

import pytest

from geo.definitions.read import read_definition
from geo.words import LANGUAGES

MAPS = Path(__file__).parents[2] / "maps"


@pytest.mark.parametrize("path", sorted(MAPS.glob("*.toml")), ids=lambda p: p.stem)
def test_every_text_in_every_language(path: Path) -> None:
    definition, findings = read_definition(path)
    assert findings == ()
    assert definition is not None
    texts = [definition.title, definition.headline]
    texts += [view.title for view in definition.views]
    texts += [layer.title for layer in definition.layers if layer.title]
    for text in texts:
        assert set(text) == set(LANGUAGES)


@pytest.mark.parametrize("path", sorted(MAPS.glob("*.toml")), ids=lambda p: p.stem)
def test_the_headline_measures_the_same_in_every_language(path: Path) -> None:
    definition, _ = read_definition(path)
    assert definition is not None
    slots = {
        code: set(re.findall(r"\{(?!agree:)[^}]*\}", sentence))
        for code, sentence in definition.headline.items()
    }
    assert len({frozenset(found) for found in slots.values()}) == 1, slots
