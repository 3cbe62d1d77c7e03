"""The statuses that a definition adds to those of every map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from geo.definitions.keys import Keys
from geo.vocabulary.statuses import SHIPPED, Registry, faults
from geo.words import words

# What ``[[statuses]]`` says beside ``id`` and ``label``, as the registry has it.
KEYS = {
    "answers": "`troops`, `help` or `nothing`",
    "rank": "a whole number",
    "light": "a colour: `#0d4a80`",
    "dark": "a colour",
    "grey": "a shade, or `{ turned = 45, wide = 1.5, crossed = false }`",
    "sign": "a shape, and `firm` or `open`",
}


def read_statuses(keys: Keys, languages: Iterable[str]) -> Registry:
    """Return the statuses of a map; what one of its own lacks is a finding.

    Parameters
    ----------
    keys
        Those of the definition.
    languages
        Those of the page: it names each status in all of them.
    """
    tables = keys.tables("statuses")
    if not tables:
        return SHIPPED
    own: dict[str, dict[str, Any]] = {}
    labels: dict[str, dict[str, str]] = {}
    places: dict[str, Keys] = {}
    taken = words("en")  # also of what is no status of a statement: no_data
    for inner in tables:
        name = inner.name("id", required=True).replace("-", "_")
        label = inner.translated("label", required=True)
        values = {key: inner.any(key, what) for key, what in KEYS.items()}
        inner.close()
        if not name or not label:
            continue
        if name in own or name in SHIPPED.statuses or f"status.{name}" in taken:
            inner.find(
                "id", "duplicate-id", f"there is a status {name} already",
                "give yours an id of its own",
            )  # fmt: skip
            continue
        for language in languages:
            if language not in label:
                inner.find(
                    "label", "unfinished-term", f"{name} has no words in {language}",
                    f'write {language} = "…" there, or leave {language} out of'
                    " languages",
                )  # fmt: skip
        written = {key: value for key, value in values.items() if value is not None}
        own[name] = {"means": next(iter(label.values())), **written}
        labels[name], places[name] = label, inner
    registry = SHIPPED.extended(own, labels)
    for place, what, advice in faults(registry.table):
        _, name, *key = place.split(".")
        if name in places:
            places[name].find(".".join(key), "unfinished-term", what, advice)
    return registry
