"""The statuses that a definition adds to those of every map."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from geo.definitions.keys import Keys
from geo.definitions.own_words import Unit, lacking_words
from geo.vocabulary.statuses import COUNTED, SHIPPED, Registry, faults
from geo.words import LANGUAGES, words

# What ``[[statuses]]`` says beside ``id`` and ``label``, as the registry has it.
KEYS = {
    "answers": "`troops`, `help` or `nothing`",
    "rank": "a whole number",
    "light": "a colour: `#0d4a80`",
    "dark": "a colour",
    "grey": "a shade, or `{ turned = 45, wide = 1.5, crossed = false }`",
    "sign": "a shape, and `firm` or `open`",
}


# That of every row of a map with a unit that says nothing else.
_COUNTED = {
    "means": "has a figure of what the map counts",
    "answers": "nothing",
    "rank": 1,
    "light": "#5b7fb5",
    "dark": "#7f9fd0",
    "grey": "#8a8a8a",
    "sign": ["bar", "open"],
}


def read_statuses(
    keys: Keys, languages: Collection[str], unit: Unit | None = None
) -> Registry:
    """Return the statuses of a map; what one of its own lacks is a finding.

    It needs a name in all ``languages`` of the page.  Rows of a map with a ``unit``
    need no status.
    """
    tables = keys.tables("statuses")
    if not tables and unit is None:
        return SHIPPED
    own: dict[str, dict[str, Any]] = {}
    labels: dict[str, dict[str, str]] = {}
    if unit is not None:
        word = f"neutral.status.{COUNTED}"
        own[COUNTED] = _COUNTED
        labels[COUNTED] = {code: words(code)[word] for code in LANGUAGES}
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
        lacking_words(inner, "label", name, label, languages)
        written = {key: value for key, value in values.items() if value is not None}
        own[name] = {"means": next(iter(label.values())), **written}
        labels[name], places[name] = label, inner
    registry = SHIPPED.extended(own, labels)
    for place, what, advice in faults(registry.table):
        _, name, *key = place.split(".")
        if name in places:
            places[name].find(".".join(key), "unfinished-term", what, advice)
    return registry
