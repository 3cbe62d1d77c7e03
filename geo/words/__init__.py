"""The words of the page, one TOML file a language.

Keys are flat: ``status.pledged_troops`` is the label of a term, ``map.zoom_in`` a word
of the interface.  All files have the same keys with the same slots, but for the forms
of the plural: each file has those that its language tells apart.  Tests hold it.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

FALLBACK = "en"
"""The language of a text that the wanted one lacks."""


WITH_A_CHOICE = {"status.no_data": "selection.no_data"}
"""What is said instead on a map of chosen countries: of the others there may be data.
"""
_NEUTRAL = (
    "map.label", "table.figure", "layer.figures", "legend.area", "legend.not_pledge",
    "unplaced.claims", "about.figures", "about.data", "layer.status",
    "details.speaker", "table.speaker", "time.hint", "strips.title", "strips.intro",
    "strips.help", "strips.minds", "strips.nobody",
)  # fmt: skip
WITH_A_UNIT = {
    **{key: f"neutral.{key}" for key in _NEUTRAL},
    "details.figure": "neutral.table.figure",
    "legend.pledge": "neutral.table.figure",
}
"""What is said instead on a map that counts something else than troops."""

# One line of a file, for to parse six of them takes longer than most commands need.
_NAME = re.compile(r'^"language\.name" = "(.+)"$', re.MULTILINE)


def _text(file: Traversable) -> str:
    return file.read_text(encoding="utf-8")


def _languages() -> tuple[str, ...]:
    named = {
        file.name.removesuffix(".toml"): _NAME.findall(_text(file))
        for file in files(__name__).iterdir()
        if file.name.endswith(".toml")
    }
    return tuple(sorted(named, key=lambda code: named[code]))


LANGUAGES = _languages()
"""The languages that have words, in the order of their own names: one a file."""


@cache
def words(language: str) -> Mapping[str, str]:
    """Return the words of one language by key.

    Raises
    ------
    ValueError
        If there is no such language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no words in {language!r}; there are {', '.join(LANGUAGES)}")
    return _parsed(_text(files(__name__) / f"{language}.toml"))


def _parsed(text: str) -> dict[str, str]:
    """Read pairs of a line each as JSON, which takes a tenth of tomllib's time."""
    lines = (line for line in text.splitlines() if line and line[0] != "#")
    pairs = ",".join(line.replace('" = "', '":"', 1) for line in lines)
    try:
        return dict(json.loads(f"{{{pairs}}}"))
    except ValueError:
        return {key: str(value) for key, value in tomllib.loads(text).items()}


def text_in(texts: Mapping[str, str], language: str) -> tuple[str, str]:
    """Return a text in a language, else in English, else in any; and which that is."""
    found = next(code for code in (language, FALLBACK, *texts) if code in texts)
    return texts[found], found


def in_languages(
    texts: Mapping[str, str], languages: Collection[str]
) -> Mapping[str, str]:
    """Keep the texts of some languages; all of them, if there is none in these."""
    kept = {code: text for code, text in texts.items() if code in languages}
    return kept or texts


def standing_key(status: str, strength: str | None) -> str:
    """Return the key of what a standing is called.

    Who was only announced took part in nothing.
    """
    return "standing.announced" if strength == "announced" else f"status.{status}"
