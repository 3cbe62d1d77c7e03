"""The join of statements to boundaries, on ``iso_a3``."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence

import pandas as pd

import geopandas as gpd

from geo.boundaries.keys import boundary_keys
from geo.cells.dates import PartialDate, date_meant
from geo.cells.refused import Refused
from geo.findings import did_you_mean, quote
from geo.join.attendance import Attendance
from geo.join.figures import Counted, latest_figures
from geo.join.frames import with_numbers
from geo.join.rows import CountryStatement, statements_in
from geo.join.standing import Standing, Voice, decide
from geo.vocabulary import MEANING, PRESENT
from geo.vocabulary.statuses import SHIPPED, Registry

HELP_COLUMNS = (
    "help", "help_basis", "help_strength", "help_on", "help_since", "help_since_basis",
)  # fmt: skip
STANDING_COLUMNS = (
    "status", "basis", "strength", "contested", "decided_on", "since", "since_basis",
    "before", "source", "url", *HELP_COLUMNS,
)  # fmt: skip
FIGURE_COLUMNS = (
    "troops", "troops_min", "troops_max", "qualifier", "meaning", "figure_words",
    "figure_basis", "figure_strength", "figure_on", "figure_source", "figure_url",
)  # fmt: skip


def join_pledges(
    pledges: pd.DataFrame,
    boundaries: gpd.GeoDataFrame,
    *,
    attendances: Iterable[Attendance] = (),
    until: str | datetime.date | None = None,
    as_told: bool = False,
    meaning: str = "pledge",
    statuses: Registry | None = None,
) -> gpd.GeoDataFrame:
    """Put each country's standing, and its figure, on its boundary.

    Parameters
    ----------
    pledges
        One row a statement, as :func:`geo.read_pledges` gives them, also after they
        were saved and read again or rows were added: the columns ``actor, date,
        status`` are needed, and what a column or a cell does not say is taken as a
        blank is in a table (``confidence`` medium, ``speaks_for`` own_government).
        Rows of organisations, regions and unnamed groups are passed over: they have
        no boundary.
    boundaries
        One row a country, as :func:`geo.read_boundaries` gives them; ``iso_a3`` is
        the join key.  They may be a part of them: countries that are not among the
        rows are left out.
    attendances
        Who took part in meetings: a country without statements that took part has the
        status ``took_part_only``.
    until
        Leave out statements that are not known to have been said by this date.
    as_told
        Take every statement at its word, whatever its support.
    meaning
        What the figures count: ``pledge``, ``estimate``, ``deployed_elsewhere``, ….
    statuses
        Those that a row may take; by default those of every map.

    Returns
    -------
    geopandas.GeoDataFrame
        Every boundary once, in its order and its CRS, with these columns; a boundary
        without row has the status ``no_data`` and otherwise missing values.

        - ``status``, ``strength``, ``contested``; ``decided_on``, the date of the
          deciding rows as they state it (``2025-08`` of a month); ``basis`` (their
          ids), ``source`` and ``url`` of them, parted by ``;``;
        - ``since``, the date from which the position has held without another in
          between, ``since_basis``, the row that took it, and ``before``, the answer
          that it replaced; ``decided_on`` is its latest repeat;
        - ``help``, ``help_basis``, ``help_strength``, ``help_on``, ``help_since`` and
          ``help_since_basis`` say the same of other help where the status does not
          rest on that alone;
        - ``troops``: the latest figure of ``meaning``, for drawing: the upper bound
          where there is one, else the lower; missing where it is in words;
        - ``troops_min``, ``troops_max``, ``qualifier``, ``meaning``, ``figure_words``:
          that figure as it was stated; where several were on one day, from the least
          to the most; ``figure_basis``, ``figure_strength``, ``figure_on``,
          ``figure_source`` and ``figure_url`` say what it rests on, as above.

    Raises
    ------
    FindingsError
        If a cell of ``pledges`` cannot be used, or a country has no boundary; it
        names row and cell.
    TypeError, ValueError
        If ``pledges`` or ``boundaries`` is no such frame, or ``until`` or ``meaning``
        says nothing that is known.
    """
    statuses = statuses or SHIPPED
    _check_boundaries(boundaries)
    if meaning not in MEANING:
        advice = did_you_mean(meaning, MEANING)
        raise ValueError(f"no meaning is called {quote(meaning)}; {advice}")
    limit = None if until is None else _limit(until)
    known = boundary_keys().union(boundaries["iso_a3"])
    said = statements_in(pledges, known, statuses)
    return join_statements(
        (one for one in said if one.date.is_by(limit)),
        boundaries,
        attendances=attendances,
        as_told=as_told,
        meaning=meaning,
        statuses=statuses,
    )


def join_statements(
    statements: Iterable[CountryStatement],
    boundaries: gpd.GeoDataFrame,
    *,
    attendances: Iterable[Attendance] = (),
    as_told: bool = False,
    meaning: str = "pledge",
    statuses: Registry = SHIPPED,
) -> gpd.GeoDataFrame:
    """Join as :func:`join_pledges` does, statements that are read and checked."""
    said = {one.voice.id: one for one in statements}
    standings = _standings(said.values(), statuses, as_told=as_told)
    for country, standing in _attended(attendances):
        standings.setdefault(country, standing)
    features = boundaries
    for added in (
        _standing_frame(standings, said),
        _figure_frame(said, meaning, as_told=as_told),
    ):
        features = features.merge(added, on="iso_a3", how="left", validate="1:1")
    features["status"] = features["status"].fillna("no_data")
    return features


def _check_boundaries(boundaries: object) -> None:
    if not isinstance(boundaries, gpd.GeoDataFrame):
        raise TypeError(
            f"boundaries is a {type(boundaries).__name__}, and must be a geo data frame"
            " such as geo.read_boundaries returns"
        )
    if "iso_a3" not in boundaries:
        raise ValueError(
            "boundaries lacks the column iso_a3; call so the one that holds ISO 3166-1"
            " alpha-3 codes"
        )
    twice = [n for n in (*STANDING_COLUMNS, *FIGURE_COLUMNS) if n in boundaries]
    if twice:
        raise ValueError(
            f"boundaries has the columns {', '.join(twice)} already; join to a frame"
            " without them"
        )


def _limit(until: object) -> PartialDate:
    date = date_meant(until)
    if isinstance(date, Refused):
        shown = quote(str(until))
        raise ValueError(f"until: {shown}: {date.reason}; {date.expected}")
    return date


def _standings(
    said: Iterable[CountryStatement], statuses: Registry, *, as_told: bool
) -> dict[str, Standing]:
    voices: dict[str, list[Voice]] = {}
    for one in said:
        voices.setdefault(one.actor, []).append(one.voice)
    decided = {
        key: decide(rows, as_told=as_told, statuses=statuses)
        for key, rows in voices.items()
    }
    return {key: standing for key, standing in decided.items() if standing}


def _standing_frame(
    standings: Mapping[str, Standing], said: Mapping[str, CountryStatement]
) -> pd.DataFrame:
    rows = [
        (
            country,
            standing.status,
            ";".join(standing.basis),
            standing.strength,
            standing.contested,
            *_dated(standing, said),
            standing.before,
            *_cited(standing.basis, said),
            *_help(standing.help, said),
        )
        for country, standing in standings.items()
    ]
    return pd.DataFrame(rows, columns=["iso_a3", *STANDING_COLUMNS])


def _dated(
    standing: Standing, said: Mapping[str, CountryStatement]
) -> tuple[str | None, ...]:
    """Return the dates of the latest repeat and of the first, and the first's row."""
    rows = [said.get(key or "") for key in (standing.basis[0], standing.since)]
    dates = [row.date.iso if row else None for row in rows]
    return *dates, standing.since


def _help(
    help_: Standing | None, said: Mapping[str, CountryStatement]
) -> tuple[str | None, ...]:
    if help_ is None:
        return (None,) * len(HELP_COLUMNS)
    dated = _dated(help_, said)
    return help_.status, ";".join(help_.basis), help_.strength, *dated


def _figure_frame(
    said: Mapping[str, CountryStatement], meaning: str, *, as_told: bool
) -> pd.DataFrame:
    counted = [one.counted for one in said.values() if one.counted]
    rows = []
    for (country, means), latest in latest_figures(counted, as_told=as_told).items():
        if means != meaning:
            continue
        basis = [one.id for one in latest]
        strength = "weak" if latest[0].is_weak else "sound"
        rows.append(
            (
                country,
                *_numbers(latest),
                _parted(one.figure.qualifier for one in latest),
                meaning,
                _parted(one.figure.words for one in latest),
                ";".join(basis),
                "as_told" if as_told else strength,
                said[basis[0]].date.iso,
                *_cited(basis, said),
            )
        )
    frame = pd.DataFrame(rows, columns=["iso_a3", *FIGURE_COLUMNS])
    frame["troops"] = frame["troops"].astype("float64")
    return with_numbers(frame)


def _numbers(
    latest: Iterable[Counted],
) -> tuple[float | None, float | None, float | None]:
    """Return the number to draw, and both bounds; one that a figure lacks is open."""
    figures = [one.figure for one in latest if one.figure.has_number]
    least = [figure.minimum for figure in figures]
    most = [figure.maximum for figure in figures]
    drawn = [
        low if high is None else high for low, high in zip(least, most, strict=True)
    ]
    return _bound(max, drawn), _bound(min, least), _bound(max, most)


def _bound(
    choose: Callable[[list[float]], float], numbers: Sequence[float | None]
) -> float | None:
    stated = [number for number in numbers if number is not None]
    return choose(stated) if stated and len(stated) == len(numbers) else None


def _cited(
    basis: Iterable[str], said: Mapping[str, CountryStatement]
) -> tuple[str | None, ...]:
    """Return the sources of rows and their addresses; of attendance there are none."""
    rows = [said[key] for key in basis if key in said]
    return _parted(row.source for row in rows), _parted(row.url for row in rows)


def _parted(texts: Iterable[str | None]) -> str | None:
    return ";".join(dict.fromkeys(filter(None, texts))) or None


def _attended(attendances: Iterable[Attendance]) -> Iterable[tuple[str, Standing]]:
    present: dict[str, list[Attendance]] = {}
    for part in attendances:
        named = part.kind == "country" and part.occurrence != "claimed"
        if named and part.mode in PRESENT:
            present.setdefault(part.actor, []).append(part)
    for actor, parts in present.items():
        basis = tuple(row for part in parts for row in part.rows)
        happened = any(part.occurrence == "actual" for part in parts)
        strength = "attendance" if happened else "announced"
        yield actor, Standing("took_part_only", basis, strength, contested=False)
