"""Two states of tables and definitions, compared: the one door of this room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from geo.boundaries.keys import boundary_keys
from geo.definitions.inputs import inputs_of
from geo.definitions.load import MapInput, load_tables
from geo.diff.model import CellChange, Difference, MapChange, TableChange
from geo.diff.rows import ReadTable, read_rows
from geo.diff.sides import Side, SideError
from geo.diff.states import (
    FilePair,
    SideMap,
    actor_kinds,
    alias_pair,
    file_pairs,
    side_maps,
)
from geo.diff.tables import compare_tables, of_any_unit
from geo.findings import errors
from geo.tables.schema import TABLES
from geo.tables.table_file import TableFile
from geo.words import FALLBACK


def compare(old: Side, new: Side, language: str = FALLBACK) -> Difference:
    """Compare two states: what came, went and changed, in the tables and on each map.

    Files of the same bytes are not read, and nothing is drawn of a map whose definition
    and tables are the same.  What maps show is told in ``language``.

    Raises
    ------
    SideError
        If one side has map definitions and the other is tables alone.
    """
    if (old.alone is None) != (new.alone is None):
        raise SideError(
            f"{old.name} and {new.name} are not of a kind: one has map definitions, the"
            " other is tables alone; name two files, or two folders or revisions"
        )
    olds, news = side_maps(old), side_maps(new)
    slugs = sorted(olds.keys() | news.keys())
    files = {slug: file_pairs(olds.get(slug), news.get(slug)) for slug in slugs}
    kinds = (actor_kinds(olds.values()), actor_kinds(news.values()))
    aliases = alias_pair(old, new)
    every = [pair for slug in slugs for pair in files[slug]]
    every += [] if aliases is None else [aliases]
    tables = {pair: _table(pair, (old, new), kinds) for pair in dict.fromkeys(every)}
    maps = []
    for slug in slugs:
        before, after = olds.get(slug), news.get(slug)
        definition = tuple(_definition(before, after))
        touched = [tables[pair] for pair in files[slug]]
        if definition or any(table.differs or table.trouble for table in touched):
            change = _map(slug, before, after, definition, language)
            if change.differs or change.trouble:
                maps.append(change)
    told = (table for table in tables.values() if table.differs or table.trouble)
    return Difference(old.name, new.name, tuple(told), tuple(maps), language)


def _table(
    pair: FilePair, sides: tuple[Side, Side], kinds: tuple[Mapping[str, str], ...]
) -> TableChange:
    old, new = sides
    file = _name(pair.new, new) if pair.new else _name(pair.old, old)
    if pair.same_bytes:
        return TableChange(pair.table, file)
    halves: list[ReadTable | None] = [
        None if one is None else read_rows(one, TABLES[pair.table], known, dict(filled))
        for one, known, filled in (
            (pair.old, kinds[0], pair.old_defaults),
            (pair.new, kinds[1], pair.new_defaults),
        )
    ]
    change = compare_tables(file, *halves)
    there = pair.new or pair.old
    if there is not None and there.options.has_unit:
        change = of_any_unit(change)
    return replace(change, trouble=new.told(old.told(change.trouble)))


def _name(file: TableFile | None, side: Side) -> str:
    """Return a table's file as its definition calls it: ``article/pledges.csv``."""
    assert file is not None  # noqa: S101  # for the type checker
    inside = file.path.is_relative_to(side.data)
    path = file.path.relative_to(side.data) if inside else file.path
    return path.as_posix() + (f"#{file.sheet}" if file.sheet else "")


def _definition(old: SideMap | None, new: SideMap | None) -> Iterator[CellChange]:
    """Return keys of a definition that differ, as ``headline.en``, ``views.1.id``."""
    before, after = (dict(_keys(one.written)) if one else {} for one in (old, new))
    for key in {**before, **after}:
        if before.get(key) != after.get(key):
            yield CellChange(key, before.get(key, ""), after.get(key, ""))


def _keys(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Return every value of a TOML table with its path; lists count from 1."""
    inner: Iterator[tuple[str, Any]] | None = None
    if isinstance(value, dict):
        inner = iter(value.items())
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        inner = ((str(number), one) for number, one in enumerate(value, start=1))
    if inner is None:
        yield path, value if isinstance(value, str) else str(value)
        return
    for key, one in inner:
        yield from _keys(one, f"{path}.{key}" if path else key)


def _map(
    slug: str,
    old: SideMap | None,
    new: SideMap | None,
    definition: tuple[CellChange, ...],
    language: str,
) -> MapChange:
    """Draw the two states of a map; imported here, since most edits touch few maps."""
    from geo.diff.maps import compare_maps, shipped_boundaries
    from geo.page.state import map_state

    (before, wrong_before), (after, wrong_after) = _loaded(old), _loaded(new)
    boundaries = shipped_boundaries()
    old_map, new_map = (
        None if loaded is None else map_state(loaded, boundaries)
        for loaded in (before, after)
    )
    trouble = "; ".join(filter(None, (wrong_before, wrong_after)))
    return compare_maps(slug, old_map, new_map, definition, trouble, language)


def _loaded(state: SideMap | None) -> tuple[MapInput | None, str]:
    """Return a map's input, or why there is none: its first error."""
    if state is None:
        return None, ""
    findings = state.findings
    loaded = None
    if state.definition is not None:
        inputs = inputs_of(Path(state.shown), state.definition, state.side.data)
        reading = load_tables(
            state.definition, inputs, state.side.data, boundary_keys(), findings
        )
        loaded, findings = reading.loaded, reading.findings
    wrong = errors(findings)
    if not wrong:
        return loaded, ""
    more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
    told = state.side.told(str(wrong[0]))
    return None, f"{state.side.name} cannot be drawn: {told}{more}"
