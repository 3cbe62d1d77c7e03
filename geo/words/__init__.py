"""The words of the page, one TOML file a language.

Keys are flat: ``status.pledged_troops`` is the label of a term, ``ui.search`` a word of
the interface.  Both files have the same keys; a test holds it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "fr")


@cache
def words(language: str) -> Mapping[str, str]:
    """Give the words of one language by key.

    Raises
    ------
    ValueError
        If there is no such language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no words in {language!r}; there are {', '.join(LANGUAGES)}")
    text = (files(__name__) / f"{language}.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return {key: str(value) for key, value in table.items()}
