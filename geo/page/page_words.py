"""The words that one page needs: all of the interface, and the terms that it says.

A vocabulary has terms that no row of a map uses; six languages make them heavy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from geo.words import words

# Kinds of terms of which a page carries only those that its data say.
VOCABULARIES = frozenset(
    {
        "absence_reason",
        "claim_kind",
        "condition",
        "confidence",
        "domain",
        "grade",
        "meaning",
        "mode",
        "occurrence",
        "role",
        "speaks_for",
        "weak",
    }
)

# Terms that rows leave out because they are usual, as geo/web/rules/payload.js knows.
USUAL = frozenset({"actual", "own_government", "participant"})

# Labels that no page shows, or only one to which folium added something, which brings
# them.
UNSHOWN = (
    "actor_kind.", "added.", "certainty.", "counted.", "diff.", "level.", "neutral.",
    "qualifier.", "selection.", "site.", "source.", "title_is.",
)  # fmt: skip

# A key begins where its letters begin: else a cell of 100,000 letters is read 100,000
# times over.
_KEY = re.compile(r"(?<![a-z_])[a-z_]+\.[a-z_]+")


def page_words(
    languages: Iterable[str], values: Mapping[str, Any], html: str
) -> dict[str, Mapping[str, str]]:
    """Return the words that a page needs, by language and key.

    In ``values``, the payload, a term is said where it stands as a value, and
    ``instead`` names keys whose text is that of another key; ``html`` is the page's
    static text, whose attributes name the words that they show.
    """
    said = set(USUAL) | set(_texts(values))
    shown = set(_KEY.findall(html))
    other = values.get("instead", {})
    # A headline in a language that the page cannot be switched to has its words.
    spoken = dict.fromkeys((*languages, *values.get("sentence", {})))
    own = values.get("labels", {})
    return {
        language: {
            **_needed(language, said, shown, other, is_large="large" in values),
            **own.get(language, {}),
        }
        for language in spoken
    }


def _needed(
    language: str,
    said: set[str],
    shown: set[str],
    instead: Mapping[str, str],
    *,
    is_large: bool,
) -> Mapping[str, str]:
    # A page without strips has no words for them, nor a small one those of a large one.
    has = {"strips.": "strips.title" in shown, "large.": is_large}
    unshown = (*UNSHOWN, *(kind for kind, is_there in has.items() if not is_there))
    return {
        key: words(language)[instead[key]] if key in instead else text
        for key, text in words(language).items()
        if not key.startswith(unshown) and (key in shown or _is_said(key, said))
    }


def _is_said(key: str, said: set[str]) -> bool:
    kind, _, term = key.partition(".")
    return kind not in VOCABULARIES or term in said


def _texts(value: Any) -> Iterator[str]:
    """Return every text that stands in a value, at any depth, in no order."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list | tuple):
            waiting += one
