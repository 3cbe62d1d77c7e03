"""A map definition with all that it names: everything a page is made of, checked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from geo.boundaries.keys import boundary_keys, label_points
from geo.cells.dates import PartialDate
from geo.definitions.files import (
    is_inside,
    options_beside,
    outside,
    published_name,
    table_file,
    table_files,
)
from geo.definitions.headline import check_headline, stray_numbers
from geo.definitions.inputs import Inputs, inputs_of
from geo.definitions.layers import (
    FiguresLayer,
    NumbersLayer,
    ParticipantsLayer,
    largest_figure,
)
from geo.definitions.lines import with_lines
from geo.definitions.model import Bounds, Definition
from geo.definitions.read import read_definition
from geo.definitions.terms import unfinished_terms
from geo.definitions.weight import long_table
from geo.digest import file_digest
from geo.findings import (
    Finding,
    FindingsError,
    counted,
    did_you_mean,
    errors,
    quote,
    sort_findings,
)
from geo.layers.figures import radius_px
from geo.tables.dataset import Dataset, TableMemory, cited_sources, read_dataset
from geo.tables.raw import TablePlace
from geo.tables.read import TableFile
from geo.tables.records import NO_SOURCE, Participation, Statement
from geo.vocabulary.statuses import SHIPPED
from geo.words import WITH_A_CHOICE, WITH_A_UNIT

# A file that is saved while it is read is read again, so often at most.
_ATTEMPTS = 3

# The largest army has some two million; a circle of less than four pixels is a speck.
_MOST_TROOPS = 10_000_000
_LEAST_RADIUS_PX = 2

# So many sources are named that no row cites.
_NAMED = 3

# A table of other statements is read with the map's own tables round it.
SHARED = ("sources", "actors", "places")
BESIDE = ("pledges", "participants")


@dataclass(frozen=True)
class MapInput:
    """What one map is made of.

    ``beside`` are statements of other sources that are said beside the map and never
    decide a colour, ``took_part_beside`` who took part in its meetings by their word.
    ``files`` are the tables' files as findings call them, ``inputs``
    all files with the digests of what was read.  ``cited`` are the sources of all rows,
    selected or not.
    """

    definition: Definition
    dataset: Dataset
    beside: Mapping[str, Statement]
    files: Mapping[str, str]
    inputs: Inputs
    cited: frozenset[str] = frozenset()
    took_part_beside: Mapping[str, Participation] = field(default_factory=dict)

    @cached_property
    def as_of(self) -> PartialDate:
        """The date of the selected statement that became known last.

        A date known to its month is known at the month's end, and named by that day:
        no language says "on August 2025".  A year is left as it is.
        """
        dates = [s.date for s in self.statements.values()]
        latest = max(dates, key=lambda date: (date.last, date.first))
        if latest.precision != "month":
            return latest
        return PartialDate(latest.year, latest.month, latest.last.day)

    @property
    def read_until(self) -> PartialDate | None:
        """By when nothing newer was found; of a map that ends before, that is idle."""
        is_whole = len(self.statements) == len(self.dataset.statements)
        return self.definition.read_until if is_whole else None

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """The selected statements: those known to be said by ``until``."""
        statements, until = self.dataset.statements, self.definition.until
        return {key: one for key, one in statements.items() if one.date.is_by(until)}

    @cached_property
    def is_of_troops(self) -> bool:
        """Whether some row speaks of troops; a vote in its own words does not."""
        every, known = self.dataset.statements.values(), SHIPPED.terms.keys()
        return self.definition.unit is None and any(
            one.figure or not known.isdisjoint(one.status) for one in every
        )

    @property
    def instead(self) -> dict[str, str]:
        """The words whose text is that of others on such a map."""
        chosen = WITH_A_CHOICE if self.definition.countries else {}
        return {**chosen, **({} if self.is_of_troops else WITH_A_UNIT)}

    def draws(self, part: Participation) -> bool:
        """Whether a layer draws how one of the map's own tables has it."""
        layers = _participants_layers(self.definition, beside=False)
        return any(layer.draws(part.meeting, part.mode) for layer in layers)


@dataclass(frozen=True)
class Reading:
    """What reading a definition and its tables gave.

    ``loaded`` is None if there is an error; ``inputs`` are there all the same.
    """

    loaded: MapInput | None
    findings: tuple[Finding, ...]
    inputs: Inputs


def load_map(
    definition_path: Path,
    data_dir: Path,
    keys: frozenset[str],
    language: str | None = None,
    given: TableFile | None = None,
) -> tuple[MapInput | None, tuple[Finding, ...]]:
    """Read a map definition and its tables, and return all that is wrong with them.

    ``keys`` are the join keys that have a boundary.  ``language`` is that to open in,
    and ``given`` the file of ``pledges``, if they are not those of the definition.
    There is no map if there is an error.
    """
    reading = read_map(definition_path, data_dir, keys, language=language, given=given)
    return reading.loaded, reading.findings


def right_map(
    definition: str | Path,
    data: str | Path | None,
    language: str | None = None,
    given: TableFile | None = None,
) -> tuple[MapInput, tuple[Finding, ...]]:
    """Read as :func:`load_map` does, on the shipped boundaries, a map without errors.

    Its tables are in ``data``, by default beside the folder of the definition.

    Raises
    ------
    FindingsError
        If anything has errors.
    """
    path = Path(definition)
    folder = path.parent.parent / "data" if data is None else Path(data)
    loaded, findings = load_map(path, folder, boundary_keys(), language, given)
    if loaded is None:
        raise FindingsError(errors(findings))
    return loaded, findings


def read_map(
    definition_path: Path,
    data_dir: Path,
    keys: frozenset[str],
    memory: TableMemory | None = None,
    language: str | None = None,
    given: TableFile | None = None,
) -> Reading:
    """Read as :func:`load_map` does, and tell which bytes were read.

    A file that changes meanwhile would be read in part before and in part after, so
    everything is read once more then.
    """
    for _ in range(_ATTEMPTS):
        reading = _read(definition_path, data_dir, keys, memory, language, given)
        if reading.inputs.are_current:
            return reading
    changed = Finding(
        definition_path.as_posix(), None, None, "changed-file",
        "the definition or a table changes while it is read",
        "wait until it is saved, then run the command again",
    )  # fmt: skip
    return Reading(None, (changed,), reading.inputs)


def _read(
    definition_path: Path,
    data_dir: Path,
    keys: frozenset[str],
    memory: TableMemory | None,
    language: str | None,
    given: TableFile | None,
) -> Reading:
    before = file_digest(definition_path)
    definition, findings = read_definition(definition_path, language=language)
    inputs = inputs_of(definition_path, _named(definition, given), data_dir)
    # What was parsed must be what is told, were it changed between the two.
    inputs = replace(inputs, digests={**inputs.digests, definition_path: before})
    definition = _named(definition, given, published_name)
    if definition is None:
        return Reading(None, findings, inputs)
    return load_tables(definition, inputs, data_dir, keys, findings, memory, given)


def _named(
    definition: Definition | None,
    given: TableFile | None,
    naming: Callable[[str], str] = str,
) -> Definition | None:
    """Return a definition whose statements are those of the file that is given."""
    if definition is None or given is None:
        return definition
    named = naming(given.shown_as or given.path.as_posix())
    return replace(definition, tables={**definition.tables, "pledges": named})


def load_tables(
    definition: Definition,
    inputs: Inputs,
    data_dir: Path,
    keys: frozenset[str],
    findings: Iterable[Finding] = (),
    memory: TableMemory | None = None,
    given: TableFile | None = None,
) -> Reading:
    """Read the tables of a definition that is read, as :func:`load_map` does.

    ``inputs`` are its files, as :func:`geo.definitions.inputs.inputs_of` gives them,
    ``findings`` what is wrong with the definition, and ``memory`` what was read before.
    """
    if unfinished := unfinished_terms():
        return Reading(None, sort_findings(unfinished), inputs)
    shown = inputs.definition.as_posix()
    tables, found = table_files(definition, data_dir, given)
    if "pledges" not in tables:
        wrong = with_lines([*findings, *found], inputs.definition, shown)
        return Reading(None, sort_findings(wrong), inputs)
    dataset, found_tables = read_dataset(tables, definition.defaults, shown, memory)
    other, found_beside = _read_beside(definition, data_dir, tables, memory)
    beside = _said_beside(definition, other, dataset)
    took_part = _took_part_beside(definition, other, dataset)
    read = dataset.tables
    files = {
        name: file.shown_as or file.path.as_posix()
        for name, file in tables.items()
        if not file.by_name or (name in read and read[name].sheet == file.sheet)
    }
    cited = cited_sources(dataset) | {said.source for said in beside.values()}
    cited |= {part.source for part in took_part.values()}
    chosen = _of_countries(dataset, definition.countries)
    loaded = MapInput(definition, chosen, beside, files, inputs, cited, took_part)
    every = [*findings, *found, *found_tables, *found_beside]
    if not errors([*findings, *found, *found_tables]):
        every += _check_map(loaded, shown)
        every += check_headline(loaded, keys, shown)
        every += stray_numbers(loaded, shown)
        every += _check_boundaries(loaded, keys)
        every += _empty_views(loaded, shown)
        every += long_table(loaded, shown)
        every += _odd_circles(loaded, shown)
        every += _undrawn_figures(loaded, shown)
    findings = sort_findings(with_lines(every, inputs.definition, shown))
    return Reading(None if errors(findings) else loaded, findings, inputs)


def _of_countries(dataset: Dataset, countries: tuple[str, ...]) -> Dataset:
    """Keep what the chosen countries said, and how they took part."""
    if not countries:
        return dataset
    said, took_part = dataset.statements.items(), dataset.participations.items()
    return replace(
        dataset,
        statements={key: one for key, one in said if one.actor in countries},
        participations={key: one for key, one in took_part if one.actor in countries},
    )


def _read_beside(
    definition: Definition,
    data_dir: Path,
    files: Mapping[str, TableFile],
    memory: TableMemory | None,
) -> tuple[Dataset, tuple[Finding, ...]]:
    """Read the tables of other sources, with the map's own ids round them.

    Their meetings are not all this map's, and what is found of them is not told.
    """
    if definition.beside is None:
        return Dataset(), ()
    tables = {name: files[name] for name in SHARED if name in files}
    options = options_beside(definition)
    for name in BESIDE:
        if file := getattr(definition.beside, name):
            tables[name] = table_file(data_dir, file, options)
            if not is_inside(tables[name], data_dir):
                return Dataset(), (outside(tables[name]),)
    other, found = read_dataset(tables, memory=memory)
    read = [other.tables[name] for name in BESIDE if name in other.tables]
    meetings = {table.columns.get("meeting", (0, "meeting"))[1] for table in read}
    return other, tuple(one for one in found if one.column not in meetings)


def _said_beside(
    definition: Definition, other: Dataset, dataset: Dataset
) -> dict[str, Statement]:
    """Return the other statements on the countries that the definition names.

    Statements that rest on a source of the map itself are no other word.
    """
    own = {statement.source for statement in dataset.statements.values()}
    # Meetings of the other table are not this map's: the statement stands without.
    return {
        key: replace(statement, meeting=None, meeting_mode=None)
        for key, statement in other.statements.items()
        if definition.beside is not None
        and statement.actor in definition.beside.countries
        and statement.source not in own
        and statement.date.is_by(definition.until)
    }


def _took_part_beside(
    definition: Definition, other: Dataset, dataset: Dataset
) -> dict[str, Participation]:
    """Return who took part by the word of other sources, where a layer asks for it."""
    asked = _participants_layers(definition, beside=True)
    own = {part.source for part in dataset.participations.values()}
    return {
        key: part
        for key, part in other.participations.items()
        if part.source not in own
        and part.meeting in dataset.meetings
        and any(layer.draws(part.meeting, part.mode) for layer in asked)
    }


def _participants_layers(
    definition: Definition, *, beside: bool
) -> list[ParticipantsLayer]:
    layers = [one for one in definition.layers if isinstance(one, ParticipantsLayer)]
    return [layer for layer in layers if layer.beside is beside]


def _check_map(loaded: MapInput, file: str) -> Iterator[Finding]:
    definition, dataset = loaded.definition, loaded.dataset
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
        yield Finding(
            file, None, "read_until", "date-order",
            f"pages were read until {read_until.iso}, and a statement of the tables is"
            f" of {loaded.as_of.iso}",
            "write until when pages were read that hold nothing newer",
        )  # fmt: skip
    for layer in definition.layers:
        if not isinstance(layer, ParticipantsLayer):
            continue
        if layer.meeting and layer.meeting not in dataset.meetings:
            yield Finding(
                file, None, f"layers.{layer.id}.meeting", "unknown-id",
                f"{quote(layer.meeting)} is not an id of the table meetings",
                did_you_mean(layer.meeting, dataset.meetings) or "name the table",
            )  # fmt: skip
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
