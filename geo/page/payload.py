"""The payload: the one JSON text that the page's script reads.

All text of the tables reaches the page through it (and through the escaped table), as
data.  Keys are sorted and a missing value is a missing key, so that the same input
gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from functools import partial
from typing import Any

import geopandas as gpd

from geo.boundaries.regions import read_regions
from geo.cells.dates import PartialDate, parse_date
from geo.definitions.load import MapInput
from geo.definitions.model import Definition
from geo.embed.frame import FRAME
from geo.embed.hosts import host_script
from geo.join.age import is_old, replaced_by
from geo.join.attendance import Attendance
from geo.join.standing import weaknesses
from geo.page.free_texts import FreeTexts
from geo.page.names import country_names, other_names
from geo.page.rules import rules
from geo.tables import records
from geo.words import in_languages

# Countries smaller than this have a mark of their own to be hit by; Luxembourg, at
# 2,600 km², is about 10 px wide in the Europe view of a wide screen.
SMALL_KM2 = 12_000

USUAL_ROLES = ("participant",)

# Of a large map, so many statements stand in the panel of a country, the newest, and so
# many of all in the page's table.
LISTED = 10
TABLED = 200


def payload(
    loaded: MapInput,
    features: gpd.GeoDataFrame,
    present: Iterable[Attendance],
    layers: list[dict[str, Any]],
    texts: FreeTexts,
    whole: Collection[str] | None = None,
) -> dict[str, Any]:
    """Return what the page's script needs but headline, words and boundaries, as JSON.

    A free text that is translated stands as its place among ``texts``.  ``whole`` are
    the statements that a large map has here, as :func:`geo.page.large.kept_whole`
    returns them; all others stand in columns.
    ``labels`` are words of the map's own; ``instead`` names words that others stand
    for, as on a map of chosen countries.
    """
    definition = loaded.definition
    # A text may be in another language only: it is still filled with that one's names.
    spoken = dict.fromkeys((*definition.languages, *definition.headline))
    said = dict(loaded.statements)
    if whole is not None:
        said = {key: one for key, one in said.items() if key in whole}
    return {
        **_of_definition(loaded),
        **_labels(definition, spoken),
        "frame": FRAME,
        "host_script": host_script(),
        **rules(loaded, said),
        **_size(loaded, whole),
        "names": {language: _names(features, language) for language in spoken},
        "also": {code: other_names(code) for code in definition.languages},
        "codes": _short_codes(features),
        "points": _points(features),
        "small": _small(features),
        "layers": layers,
        "countries": _countries(loaded, features, said.values()),
        "statements": {
            key: _statement(one, loaded, texts)
            for key, one in {**said, **loaded.beside}.items()
        },
        "attendance": _attendance(present),
        "regions": _regions(loaded),
        **_of_tables(loaded, texts),
        "texts": texts.rows,
    }


def _of_definition(loaded: MapInput) -> dict[str, Any]:
    """Return what the definition says, and until when the tables go."""
    definition = loaded.definition
    return {
        "map": definition.slug,
        "language": definition.language,
        "languages": list(definition.languages),
        "statuses": list(definition.statuses.statuses),
        "title": dict(definition.title),
        "as_of": loaded.as_of.iso,
        **known_values(read_until=loaded.read_until and loaded.read_until.iso),
        "licence": definition.licence,
        **({"instead": loaded.instead} if loaded.instead else {}),
        "views": [_view(view) for view in definition.views],
    }


def _of_tables(loaded: MapInput, texts: FreeTexts) -> dict[str, Any]:
    """Return the rows of the other tables, as their records."""
    dataset, languages = loaded.dataset, loaded.definition.languages
    own, beside = dataset.participations.items(), loaded.took_part_beside.items()
    governments = {
        key: {"actor": one.actor, "date": one.date.iso, "source": one.source}
        for key, one in dataset.governments.items()
    }
    return {
        **({"governments": governments} if governments else {}),
        "meetings": _meetings(loaded, texts),
        "participations": {
            **{key: _participation(part, texts) for key, part in own},
            **{k: {**_participation(p, texts), "beside": True} for k, p in beside},
        },
        "places": {key: _place(one, languages) for key, one in dataset.places.items()},
        "actors": {
            key: known_values(
                kind=actor.kind,
                name=in_languages(actor.name, languages),
                regions=actor.regions,
            )
            for key, actor in dataset.actors.items()
        },
    }


def _labels(definition: Definition, languages: Iterable[str]) -> dict[str, Any]:
    """Return the words of the page that are the map's own, if it has any."""
    own = {language: definition.own_words(language) for language in languages}
    return {"labels": own} if any(own.values()) else {}


def _size(loaded: MapInput, whole: Collection[str] | None) -> dict[str, Any]:
    """Return how many statements a large map has, and how many are shown at once."""
    if whole is None:
        return {}
    all_said = len(loaded.statements)
    return {"large": {"all": all_said, "listed": LISTED, "tabled": TABLED}}


def to_json(value: Any) -> str:
    """Write a value as JSON that can stand inside a ``<script>``.

    ``<`` is escaped, so that no text can close the element or open a comment; sorted
    keys and fixed separators give the same bytes for the same value.
    """
    text = json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"),
        allow_nan=False,
    )  # fmt: skip
    escapes = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
    for character, escape in escapes.items():
        text = text.replace(character, escape)
    # A lone surrogate cannot be written as UTF-8; JSON spells it as an escape.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def known_values(**values: Any) -> dict[str, Any]:
    """Leave out what is blank: a missing key means that nothing is known."""
    return {key: value for key, value in values.items() if value not in (None, "", ())}


def _unusual(value: Any, usual: Any) -> Any:
    """Leave out what most rows say; ``geo/web/rules/payload.js`` puts it back."""
    if value == usual:
        return None
    return list(value) if isinstance(value, tuple) else value


def _names(features: gpd.GeoDataFrame, language: str) -> list[str]:
    """Return countries' names in the order of their codes, as ``points`` has them."""
    return [name for _, name in sorted(country_names(features, language).items())]


def _short_codes(features: gpd.GeoDataFrame) -> str:
    """Return the codes of two letters in the same order; blanks where there is none."""
    columns = (features[name] for name in ("iso_a3", "iso_a2"))
    codes = sorted(zip(*columns, strict=True))
    return "".join(two if isinstance(two, str) else "  " for _, two in codes)


def _points(features: gpd.GeoDataFrame) -> dict[str, list[float]]:
    columns = ("iso_a3", "label_lon", "label_lat")
    rows = zip(*(features[name] for name in columns), strict=True)
    return {key: [round(lon, 2), round(lat, 2)] for key, lon, lat in rows}


def _small(features: gpd.GeoDataFrame) -> list[str]:
    return sorted(features.loc[features["area_km2"] < SMALL_KM2, "iso_a3"])


def _view(view: Any) -> dict[str, Any]:
    return {
        "id": view.id,
        "projection": view.projection,
        "bounds": list(view.bounds),
        "title": dict(view.title),
    }


def _countries(
    loaded: MapInput,
    features: gpd.GeoDataFrame,
    statements: Iterable[records.Statement],
) -> dict[str, Any]:
    newest_first = sorted(statements, key=lambda s: s.date.first, reverse=True)
    with_data = features[features["status"] != "no_data"]
    known = {
        row.iso_a3: {
            "status": row.status,
            "basis": row.basis.split(";"),
            "strength": row.strength,
            **({"contested": True} if row.contested else {}),
            **known_values(since=_told(row.since_basis), before=_told(row.before)),
            **_age(row, loaded),
            **({"help": _help(row)} if isinstance(row.help, str) else {}),
        }
        for row in with_data.itertuples()
    }
    for said in newest_first:
        if said.actor_kind == "country":
            known[said.actor].setdefault("statements", []).append(said.id)
    for part in loaded.dataset.participations.values():
        if part.actor_kind == "country":
            entry = known.setdefault(part.actor, {"status": "no_data"})
            entry.setdefault("participations", []).append(part.id)
    beside = sorted(loaded.beside.values(), key=lambda s: s.date.first, reverse=True)
    for said in beside:
        entry = known.setdefault(said.actor, {"status": "no_data"})
        entry.setdefault("beside", []).append(said.id)
    for part in loaded.took_part_beside.values():
        if part.actor_kind == "country":
            entry = known.setdefault(part.actor, {"status": "no_data"})
            entry.setdefault("took_part_beside", []).append(part.id)
    return known


def _help(row: Any) -> dict[str, Any]:
    """What a country says of other help, as the script decides it."""
    return {
        "status": row.help,
        "basis": row.help_basis.split(";"),
        "strength": row.help_strength,
        **known_values(since=_told(row.help_since_basis)),
    }


def _age(row: Any, loaded: MapInput) -> dict[str, Any]:
    """How old the position is on the map's date, and whether its government is gone."""
    said = parse_date(row.decided_on) if _told(row.decided_on) else None
    if not isinstance(said, PartialDate) or not _told(row.since_basis):
        return {}
    ends = loaded.dataset.governments.values()
    own = [one for one in ends if one.actor == row.iso_a3]
    gone = replaced_by(said, own, loaded.read_until or loaded.as_of)
    old = is_old(said, loaded.as_of)
    return known_values(old=old or None, replaced=gone.id if gone else None)


def _told(cell: object) -> str | None:
    """Return what a cell of a frame says, None where it is missing."""
    return cell if isinstance(cell, str) else None


def _statement(
    said: records.Statement, loaded: MapInput, texts: FreeTexts
) -> dict[str, Any]:
    weak = weaknesses(said, loaded.dataset.sources.get(said.source))
    free = partial(texts.place, language=said.language)
    return known_values(
        actor=said.actor,
        date=said.date.iso,
        approximate=said.approximate or None,
        status=";".join(said.status),
        domains=said.domains,
        figure=figure_values(said.figure, texts) if said.figure else None,
        conditions=said.conditions,
        conditions_note=free(said.conditions_note),
        meeting=said.meeting,
        mode=said.meeting_mode,
        speaker=free(said.speaker),
        speaks_for=_unusual(said.speaks_for, "own_government"),
        source=said.source,
        confidence=said.confidence,
        confidence_said=_unstated(said.confidence_stated),
        better_sought=said.better_sought and said.better_sought.iso,
        text=free(said.statement),
        lang=_unusual(said.language, "en"),
        note=free(said.note),
        weak=weak,
    )


def figure_values(figure: records.Figure, texts: FreeTexts) -> dict[str, Any]:
    return known_values(
        min=figure.minimum,
        max=figure.maximum,
        qualifier=figure.qualifier,
        meaning=figure.meaning,
        place=figure.place,
        words=texts.place(figure.words) if figure.words else None,
    )


def _meetings(loaded: MapInput, texts: FreeTexts) -> dict[str, Any]:
    languages = loaded.definition.languages
    counts: dict[str, list[dict[str, Any]]] = {}
    for count in loaded.dataset.meeting_counts.values():
        figure = figure_values(count.figure, texts) if count.figure else {}
        counts.setdefault(count.meeting, []).append(
            known_values(
                **figure,
                counted=count.counted,
                text=texts.place(count.words),
                source=count.source,
                confidence=count.confidence,
                confidence_said=_unstated(count.confidence_stated),
            )
        )
    return {
        key: known_values(
            date=meeting.date.iso,
            name=in_languages(meeting.name, languages),
            places=meeting.places,
            level=meeting.level,
            hosts=meeting.hosts,
            source=meeting.source,
            counts=tuple(counts.get(key, ())),
            note=meeting.note,
        )
        for key, meeting in loaded.dataset.meetings.items()
    }


def _attendance(attendances: Iterable[Attendance]) -> dict[str, Any]:
    by_meeting: dict[str, list[dict[str, Any]]] = {}
    for part in attendances:
        by_meeting.setdefault(part.meeting, []).append(
            known_values(
                rows=part.rows,
                roles=_unusual(part.roles, USUAL_ROLES),
                contested=part.contested,
            )
        )
    return by_meeting


def _participation(part: records.Participation, texts: FreeTexts) -> dict[str, Any]:
    return known_values(
        meeting=part.meeting,
        actor=part.actor,
        kind=_unusual(part.actor_kind, "country"),
        mode=part.mode,
        hub=part.hub,
        occurrence=_unusual(part.occurrence, "actual"),
        reason=part.absence_reason,
        roles=_unusual(part.roles, USUAL_ROLES),
        person=texts.place(part.person),
        source=part.source,
        confidence=part.confidence,
        confidence_said=_unstated(part.confidence_stated),
        note=texts.place(part.note),
    )


def _unstated(stated: bool) -> str | None:
    """Return what the page says of a blank confidence; the rule counts it as medium."""
    return None if stated else "not_stated"


def _regions(loaded: MapInput) -> dict[str, Any]:
    """Return where the regions are that a participant is placed in."""
    known = loaded.dataset.actors
    groups = (loaded.dataset.participations, loaded.took_part_beside)
    actors = {part.actor for group in groups for part in group.values()}
    placed = [known[key] for key in actors if key in known]
    used = {region for actor in placed for region in actor.regions}
    shipped = read_regions()
    return {
        key: {
            "middle": shipped[key].middle,
            "point": shipped[key].point,
            "outline": shipped[key].outline,
        }
        for key in sorted(used)
    }


def _place(place: records.Place, languages: tuple[str, ...]) -> dict[str, Any]:
    point = None if place.lon is None or place.lat is None else (place.lon, place.lat)
    return known_values(
        name=in_languages(place.name, languages),
        where=in_languages(place.where, languages) or None,
        country=place.country,
        point=point,
    )
