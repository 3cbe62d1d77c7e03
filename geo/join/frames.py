"""Records as data frames: what a notebook works with and the join takes."""

from __future__ import annotations

import pandas as pd

from geo.cells.dates import PartialDate
from geo.join.standing import weaknesses
from geo.tables.dataset import Dataset
from geo.tables.records import Figure, Statement

COLUMNS = (
    "id", "row", "actor", "actor_kind", "date", "approximate", "status", "domains",
    "troops_min", "troops_max", "qualifier", "meaning", "figure_place", "figure_words",
    "conditions", "conditions_note", "meeting", "meeting_mode", "speaker", "speaks_for",
    "confidence", "weak", "better_sought", "statement", "language", "note", "source",
    "publisher", "grade", "aligned_state", "url",
)  # fmt: skip


def statements_frame(
    dataset: Dataset, file: str, until: PartialDate | None = None
) -> pd.DataFrame:
    """Return the statements of a data set as a data frame, one row a statement.

    Several statuses, domains, conditions or weaknesses of one row are parted by
    ``;``.  Rows that are not known to be said by ``until`` are left out.
    ``attrs["file"]`` is the table's file, for findings.
    """
    rows = [
        _row(statement, dataset)
        for statement in dataset.statements.values()
        if statement.date.is_by(until)
    ]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    frame.attrs["file"] = file
    return with_numbers(frame)


def with_numbers(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame whose bounds are whole numbers, or fractions where one is."""
    for column in ("troops_min", "troops_max"):
        numbers = frame[column].astype("Float64")
        is_whole = bool((numbers.dropna() % 1 == 0).all())
        frame[column] = numbers.astype("Int64") if is_whole else numbers
    return frame


def _row(statement: Statement, dataset: Dataset) -> tuple[object, ...]:
    figure = statement.figure or Figure()
    source = dataset.sources.get(statement.source)
    cited = (
        (source.publisher, source.grade, source.aligned_state, source.url)
        if (source)
        else (None,) * 4
    )
    return (
        statement.id,
        statement.row,
        statement.actor,
        statement.actor_kind,
        statement.date.iso,
        statement.approximate,
        ";".join(statement.status),
        ";".join(statement.domains),
        figure.minimum,
        figure.maximum,
        figure.qualifier,
        figure.meaning,
        figure.place,
        figure.words,
        ";".join(statement.conditions),
        statement.conditions_note,
        statement.meeting,
        statement.meeting_mode,
        statement.speaker,
        statement.speaks_for,
        statement.confidence,
        ";".join(weaknesses(statement, source)),
        statement.better_sought and statement.better_sought.iso,
        statement.statement,
        statement.language,
        statement.note,
        statement.source,
        *cited,
    )
