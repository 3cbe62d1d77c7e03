"""Tables of any length: dated rows on some countries, and a map of them."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from geo.boundaries.keys import boundary_keys
from geo.countries.codes import codes

HEADER = ("country", "date", "status", "troops", "meaning", "source")
STATUSES = ("pledged_troops", "conditional", "considering", "declined")
SOURCES = 20
FIRST = date(2000, 1, 1)
DAYS = 3_000

DEFINITION = """\
language = "en"

[title]
en = "Who would send troops"

[headline]
en = "By {as_of}, {count:pledged_troops} of {speakers} had pledged troops."

[tables]
pledges = "pledges.csv"
sources = "sources.csv"

[[views]]
id = "world"
projection = "equal_earth"
bounds = [-170, -56, 180, 78]
title = { en = "World" }

[[layers]]
kind = "status"

[[layers]]
kind = "figures"
"""


def write_project(
    folder: Path, rows: int, countries: int, steady: bool = False
) -> None:
    """Write tables and a definition, ``maps/series.toml``; the same at every call.

    Every row says something else than the one before it, of its country; where the
    table is ``steady``, one in twenty does.
    """
    for name in ("data", "maps"):
        (folder / name).mkdir(parents=True)
    (folder / "maps" / "series.toml").write_text(DEFINITION, encoding="utf-8")
    _write(folder / "data" / "pledges.csv", HEADER, _rows(rows, countries, steady))
    head = ("id", "title", "publisher", "grade", "url")
    sources = (
        (f"s{n}", f"Report {n}", f"Office {n}", "agency_or_record",
         f"https://example.org/{n}")
        for n in range(SOURCES)
    )  # fmt: skip
    _write(folder / "data" / "sources.csv", head, sources)


def _write(
    path: Path, head: tuple[str, ...], rows: Iterator[tuple[object, ...]]
) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def _rows(rows: int, countries: int, steady: bool) -> Iterator[tuple[object, ...]]:
    chance = random.Random(1)  # the same table at every call
    names = sorted(boundary_keys() & set(codes().values()))[:countries]
    said: dict[str, tuple[str, int]] = {}
    for number in range(rows):
        country = names[number % countries]
        day = FIRST + timedelta(days=number * DAYS // rows)
        if country not in said or not steady or chance.random() < 0.05:
            said[country] = (chance.choice(STATUSES), chance.randrange(10, 10_000))
        status, troops = said[country]
        # Who declines has no pledge.
        meaning = "deployed_elsewhere" if status == "declined" else "pledge"
        yield country, day.isoformat(), status, troops, meaning, f"s{number % SOURCES}"
