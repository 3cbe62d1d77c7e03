"""What may be wrong with a map as a whole, its definition and its tables together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from geo.boundaries.keys import label_points
from geo.definitions.headline import check_headline, stray_numbers
from geo.definitions.layers import (
    FiguresLayer,
    NumbersLayer,
    ParticipantsLayer,
    largest_figure,
)
from geo.definitions.model import Bounds
from geo.definitions.weight import long_table
from geo.findings import Finding, counted, did_you_mean, quote
from geo.layers.figures import radius_px
from geo.tables.raw import TablePlace
from geo.tables.records import NO_SOURCE
from geo.vocabulary.colours import ALL_CONES, LEAST, apart
from geo.vocabulary.statuses import COUNTED

if TYPE_CHECKING:
    from geo.definitions.load import MapInput

# The largest army has some two million; a circle of less than four pixels is a speck.
_MOST_TROOPS = 10_000_000
_LEAST_RADIUS_PX = 2

# So many sources are named that no row cites.
_NAMED = 3


def map_findings(
    loaded: MapInput, keys: frozenset[str], file: str
) -> Iterator[Finding]:
    """Find all that no table of a map is wrong about alone.

    ``keys`` are those that have a boundary; findings call the definition ``file``.
    """
    yield from _check_statements(loaded, file)
    yield from _unknown_meetings(loaded, file)
    yield from _ids_of_both(loaded, file)
    yield from check_headline(loaded, keys, file)
    yield from stray_numbers(loaded, file)
    yield from _check_boundaries(loaded, keys)
    yield from _empty_views(loaded, file)
    yield from long_table(loaded, file)
    yield from _odd_circles(loaded, file)
    yield from _undrawn_figures(loaded, file)
    yield from _near_colours(loaded, file)


def _check_statements(loaded: MapInput, file: str) -> Iterator[Finding]:
    dataset = loaded.dataset
    if any(said.source == NO_SOURCE for said in dataset.statements.values()):
        yield dataset.tables["pledges"].finding(
            None, None, "no-source",
            "the table has no column of sources: no row can be checked, and the page"
            " says so",
            "add a column source, or say where all rows are from, under [defaults] in"
            ' the map definition: source = "https://…" (defaults= in Python)',
            "warning",
        )  # fmt: skip
    if not loaded.statements:
        yield _no_statement(loaded, file)
    read_until = loaded.read_until
    if read_until and loaded.statements and not loaded.as_of.is_by(read_until):
        newest = max(
            loaded.statements.values(), key=lambda one: (one.date.last, one.date.first)
        )
        cell = dataset.tables["pledges"].finding(newest.row, "date", "date-order", "")
        yield Finding(
            file, None, "read_until", "date-order",
            f"pages were read until {read_until.iso}, and {cell.place} is of"
            f" {newest.date.iso}",
            f"mend the date in {cell.place} if it is wrong, or write until when pages"
            " were read that hold nothing newer",
        )  # fmt: skip


def _unknown_meetings(loaded: MapInput, file: str) -> Iterator[Finding]:
    known = loaded.dataset.meetings
    for layer in loaded.definition.layers:
        meeting = layer.meeting if isinstance(layer, ParticipantsLayer) else None
        if meeting and meeting not in known:
            yield Finding(
                file, None, f"layers.{layer.id}.meeting", "unknown-id",
                f"{quote(meeting)} is not an id of the table meetings",
                did_you_mean(meeting, known) or "name the table",
            )  # fmt: skip


def _ids_of_both(loaded: MapInput, file: str) -> Iterator[Finding]:
    dataset = loaded.dataset
    both = (
        ("pledges", set(loaded.beside) & set(dataset.statements)),
        ("participants", set(loaded.took_part_beside) & set(dataset.participations)),
    )
    for table, keys in both:
        for key in sorted(keys):
            yield Finding(
                file, None, f"beside.{table}", "duplicate-id",
                f"{quote(key)} is the id of a row of both tables",
                "give the two tables ids of their own",
            )  # fmt: skip


def _no_statement(loaded: MapInput, file: str) -> Finding:
    """Say why there is nothing to draw: of what is chosen, or of the table itself."""
    if loaded.definition.until or loaded.definition.countries:
        return Finding(
            file, None, "selection.until", "no-rows", "no statement is selected",
            "choose a later date, or other countries",
        )  # fmt: skip
    return loaded.dataset.tables["pledges"].finding(
        None, None, "no-rows", "no row of the table has something to draw",
        "see what else is said of its rows and headers; which header has the figures"
        " may be said under [columns] in the map definition",
    )  # fmt: skip


def _empty_views(loaded: MapInput, file: str) -> Iterator[Finding]:
    """Find views in which no country of the map lies, as of bounds in another order.

    A map of chosen countries keeps the views that the others need.
    """
    if loaded.definition.countries:
        return
    known = label_points()
    actors = {said.actor for said in loaded.statements.values()}
    actors |= {part.actor for part in loaded.dataset.participations.values()}
    points = [known[key] for key in actors & known.keys()]
    for number, view in enumerate(loaded.definition.views, start=1):
        if not points or _holds(view.bounds, points):
            continue
        west, south, east, north = view.bounds
        other = (south, west, north, east)
        advice = "choose bounds round the countries of the map, or leave the view out"
        if max(abs(west), abs(east)) <= 90 and _holds(other, points):
            written = ", ".join(f"{degrees:g}" for degrees in other)
            advice = f"longitude comes first: write bounds = [{written}]"
        yield Finding(
            file, None, f"views[{number}].bounds", "empty-view",
            f"no country of the map lies in the view {view.id}", advice, "warning",
        )  # fmt: skip


def _undrawn_figures(loaded: MapInput, file: str) -> Iterator[Finding]:
    """Find numbers that no layer of figures draws, by their meanings."""
    layers = [one for one in loaded.definition.layers if isinstance(one, NumbersLayer)]
    drawn = {meaning for layer in layers for meaning in layer.meanings}
    figures = [said.figure for said in loaded.statements.values()]
    numbers = [one for one in figures if one and one.has_number]
    if not numbers or any(one.meaning in drawn for one in numbers):
        return
    read = counted(len(numbers), "figure is", "figures are")
    meanings = sorted({one.meaning for one in numbers if one.meaning})
    line = 'kind = "figures"'
    if not {*meanings} <= {*NumbersLayer.meanings}:
        line += f" and meanings = {json.dumps(meanings)}"
    yield Finding(
        file, None, "layers", "undrawn-figures",
        f"{read} read, and no layer draws one of them",
        f"if the map shall show them, add [[layers]] with {line}",
        "warning" if loaded.definition.unit else "note",
    )  # fmt: skip


def _near_colours(loaded: MapInput, file: str) -> Iterator[Finding]:
    """Find colours of the map's own statuses that are taken for those of others on it.

    The word for what is counted is no status that somebody has coloured.
    """
    statuses = loaded.definition.statuses
    own = [key for key in statuses.labels if key != COUNTED]
    if not own:
        return
    said = {term for one in loaded.statements.values() for term in one.status}
    shown = [key for key, one in statuses.statuses.items() if key in said and one.sign]
    for number, key in enumerate(own, start=1):
        before = own[:number]
        others = [other for other in shown if other not in before]
        for scheme in ("light", "dark"):
            colour = getattr(statuses.statuses[key], scheme)
            distances = (
                (found, other, eye)
                for other in others
                for eye, found in apart(
                    colour, getattr(statuses.statuses[other], scheme)
                ).items()
            )
            if key not in said or not (near := min(distances, default=None)):
                continue
            found, other, eye = near
            if found < LEAST:
                sees = "" if eye == ALL_CONES else f" by who has {eye}"
                yield Finding(
                    file, None, f"statuses[{number}].{scheme}", "near-colours",
                    f"{colour} of {key} is taken for that of {other}{sees}: they are"
                    f" {found:.1f} apart, and {LEAST:g} are needed",
                    "choose a colour that is lighter, darker or of another hue",
                    "warning",
                )  # fmt: skip


def _odd_circles(loaded: MapInput, file: str) -> Iterator[Finding]:
    """Find figures that cannot be of troops, by the size of their circles."""
    layers = enumerate(loaded.definition.layers, start=1)
    numbers = [number for number, layer in layers if isinstance(layer, FiguresLayer)]
    figures = (said.figure for said in loaded.statements.values())
    bounds = [b for one in figures if one for b in (one.minimum, one.maximum)]
    if numbers and any(bound is not None and bound < 0 for bound in bounds):
        yield Finding(
            file, None, f"layers[{numbers[0]}]", "circle-size",
            "a number below zero has no circle",
            'draw the numbers as colours: kind = "value"',
        )  # fmt: skip
        return
    largest = largest_figure(loaded)
    if loaded.definition.unit or not numbers or not largest:
        return
    if largest > _MOST_TROOPS:
        what = f"{largest:,.0f} are more soldiers than any country has"
    elif radius_px(largest) < _LEAST_RADIUS_PX:
        what = f"the largest figure is {largest:,.0f}, and no circle can be seen"
    else:
        return
    yield Finding(
        file, None, f"layers[{numbers[0]}]", "circle-size", what,
        "if the table counts something else, say under [unit] what; circles then have"
        " the scale of its own largest figure", "warning",
    )  # fmt: skip


def _holds(bounds: Bounds, points: Iterable[tuple[float, float]]) -> bool:
    """Return whether a point lies within bounds, which may go on beyond 180°."""
    west, south, east, north = bounds
    return any(
        south <= lat <= north and (west <= lon <= east or west <= lon + 360 <= east)
        for lon, lat in points
    )


def _check_boundaries(loaded: MapInput, keys: frozenset[str]) -> Iterator[Finding]:
    rows: tuple[tuple[str, Iterable[tuple[int, str, str]]], ...] = (
        (
            "pledges",
            ((s.row, s.actor, s.actor_kind) for s in loaded.statements.values()),
        ),
        (
            "participants",
            (
                (p.row, p.actor, p.actor_kind)
                for p in loaded.dataset.participations.values()
            ),
        ),
    )
    for table, cells in rows:
        for row, actor, kind in cells:
            if kind == "country" and actor not in keys:
                yield loaded.dataset.tables[table].finding(
                    row, "actor", "no-boundary",
                    f"{actor} has no boundary to be drawn on",
                    "write a country that has one, or give the row another actor_kind",
                )  # fmt: skip


def uncited_sources(maps: Iterable[MapInput]) -> Iterator[Finding]:
    """Find sources that no row of any map cites: maps may share their sources."""
    cited: dict[tuple[str, str | None], set[str]] = {}
    sources: dict[tuple[str, str | None], tuple[TablePlace, dict[str, int]]] = {}
    for loaded in maps:
        place = loaded.dataset.tables.get("sources")
        if place is None:
            continue
        table = (place.file, place.sheet)
        rows = {s.id: s.row for s in loaded.dataset.sources.values()}
        sources[table] = (place, rows)
        cited.setdefault(table, set()).update(loaded.cited)
    for table, (place, rows) in sources.items():
        left_over = [key for key in rows if key not in cited[table]]
        if left_over:
            named = ", ".join(map(quote, left_over[:_NAMED]))
            more = len(left_over) - _NAMED
            yield place.finding(
                rows[left_over[0]], "id", "uncited-source",
                f"no row cites {named}" + (f" and {more} more" if more > 0 else ""),
                "cite them, take them out, or leave them for a map to come", "warning",
            )  # fmt: skip
