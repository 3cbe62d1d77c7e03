"""All map definitions of a folder, with their tables: read once, checked together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from geo.definitions.inputs import Inputs
from geo.definitions.listed import copies, definition_files, plain_slug
from geo.definitions.load import MapInput, Reading, read_map
from geo.definitions.map_checks import uncited_sources
from geo.definitions.read import is_slug
from geo.findings import (
    Finding,
    FindingsError,
    did_you_mean,
    errors,
    quote,
    sort_findings,
)
from geo.tables.dataset import TableMemory


class MapFolder:
    """The maps of a folder; asked again, it reads only what changed.

    ``keys`` are the join keys that have a boundary.
    """

    def __init__(self, maps: Path, data: Path, keys: frozenset[str]) -> None:
        self.maps = maps
        self.data = data
        self._keys = keys
        self._readings: dict[str, Reading] = {}
        self._memory = TableMemory()

    def load(
        self, slugs: Sequence[str] = ()
    ) -> tuple[list[MapInput], tuple[Finding, ...]]:
        """Read and check the named maps, or all of the folder.

        Return those without errors, by their names, and all that is wrong with any.
        """
        there = [path.stem for path in definition_files(self.maps)]
        wanted, findings = wanted_maps(slugs, there, self.maps)
        readings = {slug: self._read(slug) for slug in there}
        inputs = {slug: one.loaded for slug, one in readings.items() if one.loaded}
        for slug in sorted(wanted):
            findings += readings[slug].findings
        findings += map(_copy, copies(self.maps))
        findings += _called_alike(self.maps, there)
        # Maps share their sources, so only all of them together tell what nobody
        # cites.
        if set(there) <= set(inputs):
            files = {inputs[slug].files.get("sources") for slug in wanted}
            unused = uncited_sources(inputs.values())
            findings += (f for f in unused if f.file in files)
        self._readings = readings
        selected = [inputs[slug] for slug in sorted(wanted) if slug in inputs]
        return selected, sort_findings(findings)

    def load_right(
        self, slugs: Sequence[str] = ()
    ) -> tuple[list[MapInput], tuple[Finding, ...]]:
        """Read maps of which none may have errors, and what else is to be known.

        Raises
        ------
        FindingsError
            If anything has errors.
        """
        loaded, findings = self.load(slugs)
        if errors(findings):
            raise FindingsError(findings)
        return loaded, findings

    @property
    def inputs(self) -> list[Inputs]:
        """The files of every map of the folder, as they were read last."""
        return [reading.inputs for reading in self._readings.values()]

    def _read(self, slug: str) -> Reading:
        known = self._readings.get(slug)
        if known is not None and known.inputs.are_current:
            return known
        path = self.maps / f"{slug}.toml"
        try:
            return read_map(path, self.data, self._keys, self._memory)
        except Exception as error:
            # Whatever it is, a person has to know where to look.
            error.add_note(f"while {path.as_posix()} was read")
            raise


def _copy(path: Path) -> Finding:
    return Finding(
        path.as_posix(), None, None, "copied-file",
        "it looks like a copy that a program made, and is passed over",
        "compare it with its original, and delete it",
        "warning",
    )  # fmt: skip


def _called_alike(maps: Path, slugs: Sequence[str]) -> Iterator[Finding]:
    """Find maps whose pages would be one file where capitals count for nothing."""
    first: dict[str, str] = {}
    for slug in slugs:
        folded = unicodedata.normalize("NFC", slug).casefold()
        other = first.setdefault(folded, slug)
        if other != slug:
            yield Finding(
                f"{maps.as_posix()}/{slug}.toml", None, None, "duplicate-id",
                f"{quote(other)} differs from it in capitals, or in how accents are"
                " written, alone; on Windows and macOS they are one file",
                "give the map another name",
            )  # fmt: skip


def wanted_maps(
    slugs: Iterable[str], there: Sequence[str], maps: Path
) -> tuple[set[str], list[Finding]]:
    """Return the maps that are meant, and what is wrong with their names."""
    findings = []
    wanted = set()
    for name in slugs:
        slug = plain_slug(name)
        if not is_slug(slug) or slug not in there:
            findings.append(
                Finding(
                    f"{maps.as_posix()}/{slug}.toml", None, None, "missing-file",
                    f"there is no map {quote(name)}",
                    did_you_mean(slug, there) or f"write {maps.as_posix()}/{slug}.toml",
                )
            )  # fmt: skip
        else:
            wanted.add(slug)
    if not slugs:
        wanted = set(there)
    if not there:
        findings.append(
            Finding(
                maps.as_posix(), None, None, "missing-file",
                "there is no map definition in this folder",
                "write one, such as coalition.toml, or name the folder with --maps",
            )
        )  # fmt: skip
    return wanted, findings
