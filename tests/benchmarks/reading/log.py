"""A log of statements of any length, with faults that are known."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parents[3] / "data"
BESIDE = ("actors.csv", "places.csv", "sources.csv", "meetings.csv")

# A column, and what one cell of it says that is wrong.
FAULTS = (
    ("actor", "Frnace"),
    ("date", "2025-02-30"),
    ("status", "pledgd_troops"),
    ("troops_max", "1.776"),
    ("source", "none_such"),
    ("confidence", "hihg"),
    ("id", "X0"),
)


def write_log(path: Path, rows: int) -> None:
    """Write a log, and beside it the tables that its ids are of."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows(_rows(rows))
    for name in BESIDE:
        shutil.copy(DATA / name, path.with_name(name))


def _rows(count: int) -> Iterator[list[str]]:
    with (DATA / "pledges.csv").open(encoding="utf-8", newline="") as file:
        header, *record = list(csv.reader(file))
    yield header
    step = max(1, count // (len(FAULTS) + 1))
    faults = {step * number: fault for number, fault in enumerate(FAULTS, start=1)}
    for number in range(count):
        row = [f"X{number}", *record[number % len(record)][1:]]
        if number in faults:
            column, text = faults[number]
            row[header.index(column)] = text
        yield row
