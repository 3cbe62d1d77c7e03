"""Ids that every object of JavaScript knows by itself are ids like any other."""

from __future__ import annotations

import csv
from functools import partial
from pathlib import Path

from engines.page import Page, poll

from geo.building import build
from geo.tables.schema import TABLES

WORDS = ("__proto__", "constructor", "hasOwnProperty", "toString", "valueOf")
SHOWN = """() => [
  document.body.innerText,
  document.querySelector("#details").innerText,
  document.querySelector("#unplaced").innerText,
  [...document.querySelectorAll("#table td, #table li")].map((e) => e.textContent),
  [...document.querySelectorAll(".leaflet-pane path")].map((e) => e.className.baseVal),
]"""


def project(folder: Path, ids: tuple[str, ...]) -> Path:
    """Write tables and a map in which each id stands in every column of ids."""
    (folder / "data").mkdir(parents=True)
    (folder / "maps").mkdir()
    for table in ("pledges", "meetings", "meeting_counts", "participants", "sources",
                  "claims", "actors", "places"):  # fmt: skip
        path = folder / "data" / f"{table}.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, TABLES[table].names)
            writer.writeheader()
            writer.writerows(row for one in ids for row in rows(table, one))
    slug = ids[1].lower()
    path = folder / "maps" / f"{slug}.toml"
    path.write_text("\n".join(definition(ids)), encoding="utf-8")
    build(data=folder / "data", maps=folder / "maps")
    return path.with_suffix(".html")


def rows(table: str, one: str) -> list[dict[str, str]]:
    cited = {"source": one, "confidence": "high"}
    country = {"actor": "FRA", "actor_kind": "country"}
    union = {"actor": one, "actor_kind": "organisation"}
    said = {
        **cited, "date": "2025-03-01", "status": "conditional", "meeting": one,
        "meeting_mode": "in_person", "troops_min": "150", "troops_max": "150",
        "qualifier": "exact", "meaning": "pledge", "figure_place": one,
        "note": f"As {one} says.",
    }  # fmt: skip
    part = {**cited, "meeting": one, "mode": "in_person", "hub": one}
    cells = {
        "pledges": [{"id": one, **country, **said}, {"id": f"{one}2", **union, **said}],
        "participants": [
            {"id": one, **country, **part}, {"id": f"{one}2", **union, **part},
        ],
        "meetings": [
            {"id": one, **cited, "date": "2025-02-01", "name_en": "A meeting",
             "name_fr": "Une rencontre", "places": one},
        ],
        "meeting_counts": [
            {"id": one, **cited, "meeting": one, "count_min": "3",
             "qualifier": "at_least", "counted": "countries"},
        ],
        "claims": [
            {"id": one, **cited, "date": "2025-03-01", "kind": "troop_total",
             "value_min": "10", "scope": "All", "qualifier": "at_least"},
        ],
        "sources": [
            {"id": one, "title": "A source", "publisher": "A paper",
             "grade": "official", "url": "https://example.org/"},
        ],
        "actors": [
            {"id": one, "kind": "organisation", "name_en": "A union",
             "name_fr": "Une union"},
        ],
        "places": [
            {"id": one, "lon": "2", "lat": "48", "name_en": "A place",
             "name_fr": "Un lieu"},
        ],
    }  # fmt: skip
    return cells[table]


def definition(ids: tuple[str, ...]) -> list[str]:
    tables = ("pledges", "meetings", "meeting_counts", "participants", "sources",
              "claims", "actors", "places")  # fmt: skip
    lines = ['languages = ["en", "fr"]', 'title = "A map"']
    lines += ['headline = "{count:conditional} on conditions."', "[tables]"]
    lines += [f'{name} = "{name}.csv"' for name in tables]
    for one in ids:
        lines += ["[[views]]", f'id = "{one}"', 'projection = "europe_laea"']
        lines += ["bounds = [-24, 34, 45, 71]", f'title = "View {one}"']
    kinds = ("status", "figures", "participants", "unplaced", "disputed")
    for one, kind in zip(ids, kinds, strict=True):
        lines += ["[[layers]]", f'id = "{one}"', f'kind = "{kind}"']
        lines += [f'title = "Layer {one}"']
        if kind == "participants":
            lines += [f'meeting = "{ids[-1]}"', "choosable = true"]
    return lines


def same_words(plain: Page, tried: Page) -> str:
    text = str(plain.run(SHOWN)).replace("X", "")
    return text if text == str(tried.run(SHOWN)) else ""


def test_words_of_javascript_are_ids(reader, tmp_path: Path):
    plain = tuple(f"{word}X" for word in WORDS)
    for state in (
        "",
        "#country=FRA&view={0}&layers={0},{1},{2}&meeting={1}&lang=fr",
    ):
        pages = []
        for number, ids in enumerate((plain, WORDS)):
            folder = tmp_path / str(number)
            path = folder / "maps" / f"{ids[1].lower()}.html"
            if not folder.exists():
                project(folder, ids)
            pages.append(reader.open(path, state.format(*ids)))
        # What is out of sight gets its language a moment later.
        text = poll(partial(same_words, *pages), f"the same words {state}")
    assert all(word in text for word in WORDS)
