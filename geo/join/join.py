"""The join of statements to boundaries, on ``iso_a3``."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

import geopandas as gpd

from geo.cells.dates import PartialDate, parse_date
from geo.cells.refused import Refused
from geo.findings import Finding, FindingsError
from geo.join.attendance import PRESENT, Attendance
from geo.join.standing import Standing, Voice, decide

NEEDED = ("id", "actor", "actor_kind", "date", "status", "confidence", "weak")
STANDING_COLUMNS = ("status", "basis", "strength", "contested", "decided_on")


def join_pledges(
    pledges: pd.DataFrame,
    boundaries: gpd.GeoDataFrame,
    *,
    attendances: Iterable[Attendance] = (),
    until: str | None = None,
    as_told: bool = False,
) -> gpd.GeoDataFrame:
    """Put each country's standing on its boundary.

    Parameters
    ----------
    pledges
        One row a statement, as :func:`geo.read_pledges` gives them; the columns
        ``id, actor, actor_kind, date, status, confidence, weak`` are needed.
        Rows of organisations, regions and unnamed groups are passed over: they have
        no boundary.
    boundaries
        One row a country, as :func:`geo.read_boundaries` gives them; ``iso_a3`` is
        the join key.
    attendances
        Who took part in meetings: a country without statements that took part has the
        status ``took_part_only``.
    until
        Leave out statements that are not known to have been said by this ISO date.
    as_told
        Take every statement at its word, whatever its support.

    Returns
    -------
    geopandas.GeoDataFrame
        Every boundary once, in its order and its CRS, with the columns ``status``,
        ``basis`` (ids of the deciding rows, parted by ``;``), ``strength``,
        ``contested`` and ``decided_on`` (ISO date).  A boundary without row has the
        status ``no_data`` and otherwise missing values.

    Raises
    ------
    FindingsError
        If a country of ``pledges`` has no boundary; it names row and cell.
    """
    lacking = [name for name in NEEDED if name not in pledges.columns]
    if lacking:
        raise ValueError(f"pledges lacks the columns {', '.join(lacking)}")
    countries = pledges[pledges["actor_kind"] == "country"]
    _check_matched(countries, boundaries, str(pledges.attrs.get("file", "pledges")))
    standings = _standings(countries, until, as_told=as_told)
    for country, standing in _attended(attendances):
        standings.setdefault(country, standing)
    features = boundaries.merge(
        _frame(standings), on="iso_a3", how="left", validate="1:1"
    )
    features["status"] = features["status"].fillna("no_data")
    return features


def _check_matched(
    countries: pd.DataFrame, boundaries: gpd.GeoDataFrame, file: str
) -> None:
    unmatched = countries[~countries["actor"].isin(boundaries["iso_a3"])]
    numbered = "row" in unmatched.columns
    rows = unmatched["row"].tolist() if numbered else [None] * len(unmatched)
    findings = [
        Finding(
            file, row, "actor",
            "no-boundary", f"{actor} has no boundary to be drawn on",
            "write a country that has one, or give the row another actor_kind",
        )
        for row, actor in zip(rows, unmatched["actor"], strict=True)
    ]  # fmt: skip
    if findings:
        raise FindingsError(findings)


def _standings(
    countries: pd.DataFrame, until: str | None, *, as_told: bool
) -> dict[str, Standing]:
    limit = None if until is None else _date(until)
    voices: dict[str, list[Voice]] = {}
    for row in countries[list(NEEDED)].itertuples(index=False):
        said = _date(str(row.date))
        if limit is None or said.last <= limit.last:
            weak = tuple(part for part in str(row.weak).split(";") if part)
            voice = Voice(
                str(row.id), said.first, str(row.status), str(row.confidence), weak
            )
            voices.setdefault(str(row.actor), []).append(voice)
    decided = {key: decide(said, as_told=as_told) for key, said in voices.items()}
    return {key: standing for key, standing in decided.items() if standing}


def _date(text: str) -> PartialDate:
    date = parse_date(text)
    if isinstance(date, Refused):
        raise ValueError(f"{text!r}: {date.reason}; {date.expected}")
    return date


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
        yield actor, Standing("took_part_only", basis, strength, False, None)


def _frame(standings: dict[str, Standing]) -> pd.DataFrame:
    rows = [
        (
            country,
            standing.status,
            ";".join(standing.basis),
            standing.strength,
            standing.contested,
            standing.decided_on.isoformat() if standing.decided_on else None,
        )
        for country, standing in standings.items()
    ]
    return pd.DataFrame(rows, columns=["iso_a3", *STANDING_COLUMNS])
