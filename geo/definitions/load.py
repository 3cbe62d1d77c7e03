"""A map definition with all that it names: everything a page is made of, checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from geo.boundaries.keys import boundary_keys
from geo.cells.dates import PartialDate
from geo.definitions.files import (
    is_inside,
    options_beside,
    outside,
    published_name,
    table_file,
    table_files,
)
from geo.definitions.inputs import Inputs, inputs_of
from geo.definitions.layers import ParticipantsLayer
from geo.definitions.lines import with_lines
from geo.definitions.map_checks import map_findings
from geo.definitions.model import Definition
from geo.definitions.read import read_definition
from geo.definitions.terms import unfinished_terms
from geo.digest import file_digest
from geo.findings import Finding, FindingsError, errors, sort_findings
from geo.tables.dataset import Dataset, TableMemory, cited_sources, read_dataset
from geo.tables.records import Participation, Statement
from geo.tables.table_file import TableFile
from geo.vocabulary.statuses import SHIPPED
from geo.words import WITH_A_CHOICE, WITH_A_UNIT

# A file that is saved while it is read is read again, so often at most.
_ATTEMPTS = 3

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
        """Whether rows speak of troops, if any is there; a vote of its own does not."""
        every, known = self.dataset.statements.values(), SHIPPED.terms.keys()
        speak = (one.figure or not known.isdisjoint(one.status) for one in every)
        return self.definition.unit is None and (not every or any(speak))

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
        every += map_findings(loaded, keys, shown)
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
