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


# What every row says wrongly: the same everywhere, or each row something else.
EVERY_ROW = {
    "nothing": ("note", ""),
    "one misspelt name": ("actor", "Frnace"),
    "a date that may be two": ("date", "03/04/2025"),
    "an unknown source each": ("source", "none_such_{}"),
    "a misspelt name each": ("actor", "Frnace {}"),
}


def write_log(path: Path, rows: int, every_row: str = "") -> None:
    """Write a log, and beside it the tables that its ids are of.

    It has the faults that are known, or one of :data:`EVERY_ROW` in every row.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows(_wrong(rows, every_row) if every_row else _rows(rows))
    for name in BESIDE:
        shutil.copy(DATA / name, path.with_name(name))


def _wrong(count: int, every_row: str) -> Iterator[list[str]]:
    column, text = EVERY_ROW[every_row]
    header, record = _record()
    at = header.index(column)
    yield header
    for number in range(count):
        row = [f"X{number}", *record[number % len(record)][1:]]
        yield [*row[:at], text.format(number), *row[at + 1 :]]


def _record() -> tuple[list[str], list[list[str]]]:
    with (DATA / "pledges.csv").open(encoding="utf-8", newline="") as file:
        header, *record = list(csv.reader(file))
    return header, record


def _rows(count: int) -> Iterator[list[str]]:
    header, record = _record()
    yield header
    step = max(1, count // (len(FAULTS) + 1))
    faults = {step * number: fault for number, fault in enumerate(FAULTS, start=1)}
    for number in range(count):
        row = [f"X{number}", *record[number % len(record)][1:]]
        if number in faults:
            column, text = faults[number]
            row[header.index(column)] = text
        yield row
