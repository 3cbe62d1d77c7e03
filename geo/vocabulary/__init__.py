"""The controlled vocabularies of the tables: every term, and what it means.

A cell of a controlled column holds one of these terms, nothing else; what does not fit
a term is kept in the row's note.  They are those of ``terms.toml`` and
``statuses.toml``, for people who write tables; labels for readers are in
``geo/words/``, one file a language.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

from geo.vocabulary.statuses import STATUSES

_READ: Mapping[str, Mapping[str, str]] = {
    name: MappingProxyType(terms)
    for name, terms in tomllib.loads(
        (files(__name__) / "terms.toml").read_text(encoding="utf-8")
    ).items()
}

ACTOR_KIND = _READ["actor_kind"]
REGION = _READ["region"]
STATUS: Mapping[str, str] = MappingProxyType(
    {status.id: status.means for status in STATUSES.values() if not status.both}
)
DOMAIN = _READ["domain"]
QUALIFIER = _READ["qualifier"]
MEANING = _READ["meaning"]
CONDITION = _READ["condition"]
MODE = _READ["mode"]
CERTAINTY = _READ["certainty"]
OCCURRENCE = _READ["occurrence"]
ABSENCE_REASON = _READ["absence_reason"]
ROLE = _READ["role"]
LEVEL = _READ["level"]
COUNTED = _READ["counted"]
SPEAKS_FOR = _READ["speaks_for"]
CONFIDENCE = _READ["confidence"]
GRADE = _READ["grade"]
TITLE_IS = _READ["title_is"]
CLAIM_KIND = _READ["claim_kind"]

PRESENT = ("in_person", "videoconference", "phone")
"""The modes of who certainly took part."""

CONFIDENCE_RANK = MappingProxyType({"high": 2, "medium": 1, "low": 0})

VOCABULARIES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        name: STATUS if name == "status" else _READ[name]
        for name in sorted({*_READ, "status"} - {"region"})
    }
)
"""Every vocabulary by the prefix that its terms' labels have in ``geo/words/``.

Of regions no label stands there.
"""
