"""Terms as people write them: the term itself, its label, or a word that means it.

A label is what the page shows, in any of its languages: ``declined`` may be typed as
``Declined to send troops`` or ``Refus d’envoyer des troupes``, and the label of two
answers, ``No troops, but other help``, means both.  Words are matched whole, without
case and accents; nothing near is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from geo import vocabulary
from geo.cells.letters import fold, plain
from geo.tables.synonyms import listed_names
from geo.vocabulary.statuses import STATUSES
from geo.words import LANGUAGES, words

_PARTS = re.compile(r"\s*[,/+]\s*|\s+(?:and|et|&)\s+")


def term_of(text: str, terms: Mapping[str, str]) -> str | None:
    """Return the one term of a vocabulary that a cell means, or None."""
    found = _meant(text, terms)
    return found[0] if len(found) == 1 else None


def own_term(text: str, labels: Mapping[str, Mapping[str, str]]) -> str | None:
    """Return the status that a cell means of those that a definition adds, or None."""
    wanted = _folded(text) if labels else ""
    for key, texts in labels.items():
        if wanted in map(_folded, (key, *texts.values())):
            return key
    return None


def terms_of(text: str, terms: Mapping[str, str]) -> list[str | None]:
    """Return the terms of one part of a cell that may hold several.

    ``land, air`` and ``terre et air`` are two, if every part of them is a term;
    otherwise the part is taken as a whole.
    """
    whole = _meant(text, terms)
    if whole:
        return [*whole]
    parts = [term_of(part, terms) for part in _PARTS.split(text)]
    return parts if len(parts) > 1 and all(parts) else [None]


def _meant(text: str, terms: Mapping[str, str]) -> tuple[str, ...]:
    """Return the terms that a text means as a whole; none if it means none."""
    if text in terms:
        return (text,)
    term = text.casefold().replace(" ", "_").replace("-", "_")
    if term in terms:
        return (term,)
    return _by_label(_prefix(terms)).get(_folded(text), ())


@cache
def _by_label(prefix: str) -> Mapping[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    doubtful = set()
    for language in LANGUAGES:
        for key, meant in _labelled(prefix).items():
            if key not in words(language):  # which is told before anything is built
                continue
            label = _folded(words(language)[key])
            if table.setdefault(label, meant) != meant:
                doubtful.add(label)
    for key, names in listed_names("term_names.txt"):
        kind, _, term = key.partition(".")
        for name in names if kind == prefix else ():
            table.setdefault(_folded(name), (term,))
    return {label: meant for label, meant in table.items() if label not in doubtful}


def _labelled(prefix: str) -> dict[str, tuple[str, ...]]:
    """Return the keys of the words that the page shows, and the terms each means."""
    known = vocabulary.VOCABULARIES.get(prefix, {})
    labelled: dict[str, tuple[str, ...]] = {
        f"{prefix}.{term}": (term,) for term in known
    }
    if prefix == "status":
        labelled |= {
            f"status.{one.id}": one.both for one in STATUSES.values() if one.both
        }
        helping = tuple(one.id for one in STATUSES.values() if one.answers == "help")
        # What stands behind an answer on troops; of several kinds it would say none.
        if len(helping) == 1:
            labelled["standing.help"] = helping
    return labelled


def _prefix(terms: Mapping[str, str]) -> str:
    found = (p for p, known in vocabulary.VOCABULARIES.items() if known is terms)
    return next(found, "")  # of regions the words stand in no vocabulary


def _folded(text: str) -> str:
    return " ".join(fold(plain(text)).replace("_", " ").strip(" .").split())
