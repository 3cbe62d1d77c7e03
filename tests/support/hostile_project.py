"""A folder in which every free text is one of a list: cells, names, ids, definition."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from geo.tables.schema import TABLES
from geo.words import LANGUAGES

COUNTRIES = ("FRA", "ESP", "POL", "ITA", "DEU", "GBR")
NAMES = [f"name_{code}" for code in LANGUAGES]
WHERE = [f"where_{code}" for code in LANGUAGES]

Row = Mapping[str, str]

# The columns of each table whose text is free, and those that hold ids.
FREE: Mapping[str, tuple[str, ...]] = {
    "pledges": (
        "id", "figure_words", "conditions_note", "speaker", "statement", "language",
        "note",
    ),
    "sources": ("id", "title", "publisher", "kind", "language", "note"),
    "meetings": ("id", *NAMES, "format", "note"),
    "meeting_counts": ("id", "words", "note"),
    "participants": ("id", "person", "note"),
    "claims": ("id", "unit", "scope", "unnamed", "note"),
    "not_pledges": ("id", "reason", "statement", "note"),
    "sayings": ("id", "subject", "says", "words", "reading", "check", "note"),
    "actors": (*NAMES, "note"),
    "places": (*NAMES, *WHERE, "note"),
}  # fmt: skip
PLACES = sum(map(len, FREE.values()))


def write_project(folder: Path, texts: Sequence[str], title: str) -> Path:
    """Write tables with a row a text, which stands in each free column of its row.

    Parameters
    ----------
    folder
        Gets ``data/`` and ``maps/hostile.toml``.
    texts
        What stands in the cells; each once.
    title
        What stands in every text of the definition.
    """
    (folder / "data").mkdir(parents=True)
    (folder / "maps").mkdir()
    for name in FREE:
        rows = [{**_told(name, n, text, texts), **dict.fromkeys(FREE[name], text)}
                for n, text in enumerate(texts)]  # fmt: skip
        path = folder / "data" / f"{name}.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, TABLES[name].names)
            writer.writeheader()
            writer.writerows(rows)
    definition = "\n".join(_definition(texts[0], title))
    (folder / "maps" / "hostile.toml").write_text(definition, encoding="utf-8")
    return folder


def _told(table: str, number: int, text: str, texts: Sequence[str]) -> Row:
    """Return the cells of a row that are not free, referring to rows of this number."""
    day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
    country = COUNTRIES[number % len(COUNTRIES)]
    own = number % 10 == 0
    actor = {
        "actor": f"actor{number}" if own else country,
        "actor_kind": "organisation" if own else "country",
    }
    cited = {"source": text, "confidence": "high"}
    cells: Mapping[str, Row] = {
        "pledges": {
            **actor, **cited, "date": day, "status": "conditional",
            "qualifier": "words_only", "meaning": "pledge", "meeting": text,
            "conditions": "ceasefire", "figure_place": f"place{number}",
            "meeting_mode": "in_person",
        },
        "sources": {
            "grade": "official", "url": f"https://example.org/{quote(text[:200])}",
        },
        "meetings": {**cited, "date": day, "places": f"place{number}"},
        "meeting_counts": {**cited, "meeting": text, "count_min": "3",
                           "qualifier": "at_least", "counted": "countries"},
        "participants": {**actor, **cited, "meeting": text, "mode": "in_person",
                         "hub": f"place{number}"},
        "claims": {**cited, "date": day, "kind": "troop_total", "value_min": "10",
                   "qualifier": "at_least"},
        "not_pledges": {**actor, **cited, "date": day},
        "sayings": {**cited, "check_source": texts[0]},
        "actors": {"id": f"actor{number}", "kind": "organisation"},
        "places": {"id": f"place{number}", "lon": "2", "lat": str(number % 60)},
    }  # fmt: skip
    return cells[table]


def toml_text(text: str) -> str:
    """Write a text as TOML's basic string."""
    # TOML has no surrogates, and forbids DEL unescaped, which JSON lets stand.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _definition(meeting: str, text: str) -> Iterator[str]:
    plain = toml_text(text)
    each = "{ " + ", ".join(f"{code} = {plain}" for code in LANGUAGES) + " }"
    # What stands in braces in a headline is a measure, and anything else is refused.
    finding = toml_text(text.replace("{", "").replace("}", ""))
    findings = ", ".join(f"{code} = {finding}" for code in LANGUAGES)
    yield f"languages = {json.dumps(LANGUAGES)}\ntitle = {each}"
    yield f"headline = {{ {findings} }}\nlicence = {plain}"
    yield "[tables]"
    yield from (f'{name} = "{name}.csv"' for name in FREE)
    for number in range(2):
        yield f'[[views]]\nid = "view{number}"'
        yield f'projection = "europe_laea"\nbounds = [-24, 34, 45, 71]\ntitle = {each}'
    for number, kind in enumerate(("status", "figures", "participants", "unplaced")):
        yield f'[[layers]]\nkind = "{kind}"\nid = "layer{number}"'
        yield f"title = {each}"
        if kind == "participants":
            yield f"meeting = {toml_text(meeting)}\nchoosable = true"


# Title, headline, two views, four layers in each language; the licence.
DEFINITION_PLACES = 8 * len(LANGUAGES) + 1
