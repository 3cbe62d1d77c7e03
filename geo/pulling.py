"""Published tables, pulled into the data folder: all that check, or none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.atomic_write import write_atomically
from geo.building import map_folder
from geo.definitions.files import is_inside, outside
from geo.definitions.folder import wanted_maps
from geo.definitions.inputs import table_names
from geo.definitions.listed import definition_files
from geo.definitions.model import Definition
from geo.definitions.read import read_definition
from geo.diff.compare import compare
from geo.diff.model import Difference
from geo.diff.sides import ALIASES, Side
from geo.findings import (
    Finding,
    FindingsError,
    PledgemapError,
    RequestError,
    errors,
    quote,
)
from geo.output import holds
from geo.report.text import as_text
from geo.sheets.download import download
from geo.tables.table_file import TableFile

Progress = Callable[[str], None]
Definitions = Mapping[Path, tuple[Definition | None, tuple[Finding, ...]]]

WORKBOOKS = (".xlsx", ".xlsm", ".ods")


class PullError(PledgemapError):
    """Raised when a published table has errors: it is not written then."""


@dataclass(frozen=True)
class Pulled:
    """What a pull did.

    ``files`` are those that were pulled, ``written`` those of them that changed.
    ``difference`` is what that changes; None where nothing changed, or a file is new.
    """

    files: tuple[Path, ...]
    written: tuple[Path, ...]
    difference: Difference | None = None


def pull(
    slugs: Sequence[str] = (),
    *,
    data: Path,
    maps: Path,
    force: bool = False,
    progress: Progress = lambda _message: None,
) -> Pulled:
    """Write the published tables of the named maps, or of all, into the data folder.

    Everything is asked for before anything is written, and each map that a changed
    table is of is checked with it.  A table that was not pulled, or was edited since,
    is replaced with ``force``.  ``progress`` is called before each address is asked.

    Raises
    ------
    FindingsError
        If a definition that is named, or that may use what changed, has errors.
    RequestError
        If no map says where its tables are published.
    DownloadError
        If an address gives no table.
    PullError
        If a map has errors with what was pulled.
    OutputError
        If a file could not be written, or is a person's own.

    The folder is as it was after each of them.
    """
    definitions = _definitions(maps)
    addresses = _addresses(slugs, definitions, data, maps)
    pulled: dict[str, bytes] = {}
    for name, address in addresses.items():
        progress(f"asking {address}")
        is_book = Path(name).suffix.lower() in WORKBOOKS
        pulled[name] = download(address, workbook=is_book)
    changed = {n: held for n, held in pulled.items() if not holds(data / n, held)}
    difference = _checked(changed, definitions, data, maps) if changed else None
    # What is there already is listed too: it is pulled from now on.
    written = write_atomically(data, pulled, force=force)
    return Pulled(tuple(data / name for name in pulled), written, difference)


def _checked(
    changed: Mapping[str, bytes], definitions: Definitions, data: Path, maps: Path
) -> Difference | None:
    """Check every map with what changed, and return what that changes, see above."""
    users = {
        path: definition
        for path, (definition, _) in definitions.items()
        if definition and changed.keys() & set(table_names(definition))
    }
    wrong = [
        finding
        for path, (definition, findings) in definitions.items()
        if path in users or definition is None  # it may have the table, nobody knows
        for finding in errors(findings)
    ]
    if wrong:
        raise FindingsError(wrong)
    with tempfile.TemporaryDirectory(prefix="pledgemap-pull-") as folder:
        scratch = Path(folder)
        _lay_out(scratch / "data", data, users.values(), changed)
        _check(users, scratch, maps)
        if not all((data / name).is_file() for name in changed):
            return None
        sides = {path.stem: path for path in users}
        return compare(
            Side(data.as_posix(), data, sides),
            Side("pulled", scratch / "data", sides, scratch=scratch),
        )


def _definitions(maps: Path) -> Definitions:
    return {path: read_definition(path) for path in definition_files(maps)}


def _addresses(
    slugs: Sequence[str], definitions: Definitions, data: Path, maps: Path
) -> dict[str, str]:
    """Return the address of each file that the named maps pull."""
    wanted, findings = wanted_maps(slugs, [path.stem for path in definitions], maps)
    named = [path for path in definitions if path.stem in wanted]
    findings += [found for path in named for found in errors(definitions[path][1])]
    if findings:
        raise FindingsError(findings)
    addresses: dict[str, str] = {}
    for path in named:
        definition = definitions[path][0]
        for file, address in definition.pull.items() if definition else ():
            if addresses.setdefault(file, address) != address:
                raise RequestError(
                    f"{path.as_posix()} pulls {quote(file)} from another address than"
                    " another map; name one address for it, or one file for each"
                )
    if not addresses:
        raise RequestError(
            "no map says where a table is published; write [pull] and, below it,"
            ' pledges = "https://…" into its definition'
        )
    astray = [TableFile(data / name) for name in addresses]
    if astray := [file for file in astray if not is_inside(file, data)]:
        raise FindingsError([outside(file) for file in astray])
    return addresses


def _lay_out(
    folder: Path, data: Path, maps: Iterable[Definition], changed: Mapping[str, bytes]
) -> None:
    """Make a data folder as it would be, with the tables of these maps."""
    names = {name for definition in maps for name in table_names(definition)}
    for name in sorted({*names, ALIASES}):
        place = folder / name
        if name in changed:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(changed[name])
        elif (data / name).is_file() and is_inside(TableFile(data / name), data):
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(data / name, place)


def _check(users: Iterable[Path], scratch: Path, maps: Path) -> None:
    slugs = [path.stem for path in users]
    _, findings = map_folder(maps, scratch / "data").load(slugs)
    if wrong := errors(findings):
        told = as_text(wrong).replace(f"{scratch.as_posix()}/", "pulled:")
        raise PullError(
            f"{told}what is published has errors, and nothing is written; mend it"
            " where it is published, or the definition that reads it"
        )
