"""Reading ``maps/<slug>.toml``.

The file is written by hand, so every fault is a finding, and an unknown key is an
error: a misspelt ``untill`` would silently select everything.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, cast

from geo.cells.dates import PartialDate
from geo.definitions.defaults import read_defaults
from geo.definitions.keys import Keys
from geo.definitions.layers import Layer, ValueLayer, read_layer
from geo.definitions.lines import with_lines, with_present_names
from geo.definitions.listed import definition_files
from geo.definitions.model import (
    PROJECTIONS,
    RESTS_ON,
    WORLD,
    Beside,
    Bounds,
    Definition,
    View,
)
from geo.definitions.own_words import read_unit, read_words
from geo.definitions.statuses import read_statuses
from geo.definitions.table_options import read_table_options
from geo.findings import Finding, quote, sort_findings
from geo.tables.schema import TABLES
from geo.vocabulary.statuses import Registry
from geo.words import LANGUAGES, in_languages

# A map is called after its file, in addresses, in file names and in what is printed.
_SLUG = re.compile(r"\w[\w.-]*")
_PORTS = (f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³")
_RESERVED = frozenset({"CON", "PRN", "AUX", "NUL", *_PORTS})

# Whose view is wider has taken the west for the east.
_WIDEST_ACROSS = 180

_NAMED = tuple(name for name in TABLES if name != "aliases")


def read_definition(
    path: Path, language: str | None = None
) -> tuple[Definition | None, tuple[Finding, ...]]:
    """Read one map definition, and return it with everything that is wrong with it.

    ``language`` is that to open in, if not its own.  What could be read is returned, so
    that its tables can be checked as well; a definition with errors is good for nothing
    else.
    """
    file = path.as_posix()
    findings: list[Finding] = []
    if not is_slug(path.stem):
        findings.append(
            Finding(
                file, None, None, "bad-value",
                f"a map is called after its file, and {quote(path.stem)} is no name",
                "call the file by letters, digits, - and _, such as coalition.toml;"
                " Windows keeps CON, PRN, AUX, NUL, COM1 and LPT1 for itself",
            )
        )  # fmt: skip
    table = _load(path, file, findings)
    if table is None:
        return None, tuple(findings)
    keys = Keys(with_present_names(table), "", file, findings)
    definition = definition_of(path.stem, keys, language)
    return definition, sort_findings(with_lines(findings, path, file))


def is_slug(name: str) -> bool:
    """Return whether it is a map's name: letters, digits of any script, - . and _.

    Windows keeps some names for itself, whatever follows their first point.
    """
    reserved = name.partition(".")[0].upper() in _RESERVED
    plain = unicodedata.normalize("NFC", name)
    return _SLUG.fullmatch(plain) is not None and not reserved


def _load(path: Path, file: str, findings: list[Finding]) -> dict[str, Any] | None:
    try:
        # Notepad and PowerShell begin a file with a byte order mark.
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        code, message = "missing-file", "there is no such map definition"
        inside = definition_files(path.parent / "maps")
        others = [one.as_posix() for one in inside]
        there = ", ".join(others or [p.stem for p in definition_files(path.parent)])
        advice = f"there are: {there}" if there else "write it first"
    except OSError as error:
        code, message = "unreadable-file", f"it cannot be read: {error.strerror}"
        advice = "check that it is a file and that you may read it"
    except UnicodeDecodeError:
        code, message = "bad-encoding", "the file is not UTF-8 text"
        advice = "save it as UTF-8"
    except tomllib.TOMLDecodeError as error:
        code, message = "bad-toml", f"this is not valid TOML: {error}"
        advice = "mend that place"
    except (ValueError, RecursionError):
        code = "bad-toml"
        message = "a number has thousands of digits, or brackets stand in hundreds"
        advice = "take it out"
    findings.append(Finding(file, None, None, code, message, advice))
    return None


def definition_of(slug: str, keys: Keys, wanted: str | None) -> Definition:
    """Return what the keys of a definition say; their findings say what is wrong."""
    rests_on = keys.inner("status")
    tables, workbook = _tables(keys)
    said = keys.one_of("language", LANGUAGES, "en")
    language = wanted or said
    until, countries = _selection(keys)
    asked = keys.words("languages", LANGUAGES) or LANGUAGES
    spoken = asked if said in asked else (said, *asked)
    unit = read_unit(keys, spoken)
    statuses = read_statuses(keys, spoken, unit)
    layers = _layers(keys)
    definition = Definition(
        slug=slug,
        language=language,
        title=keys.translated("title", required=True),
        headline=keys.translated("headline", required=True),
        headline_none=keys.translated("headline_none"),
        tables=tables,
        workbook=workbook,
        defaults=read_defaults(keys, statuses, unit),
        options=read_table_options(keys, (*_NAMED, "beside"), statuses, unit),
        until=until,
        read_until=keys.date("read_until"),
        countries=countries,
        status_rests_on=_rests_on(rests_on),
        beside=_beside(keys),
        views=_views(keys),
        layers=layers,
        statuses=_with_classes(statuses, layers),
        unit=unit,
        words=read_words(keys, spoken),
        licence=keys.text("licence"),
        picture=keys.flag("picture", default=True),
        pull=_pull(keys, tables, workbook),
        languages=asked if language in asked else (language, *asked),
    )
    keys.close()
    return _in_its_languages(definition)


def _with_classes(statuses: Registry, layers: Sequence[Layer]) -> Registry:
    """Return the statuses with the classes of numbers that a layer paints."""
    classes = [one.classes for one in layers if isinstance(one, ValueLayer)]
    return replace(statuses, classes=max(classes)) if classes else statuses


def _in_its_languages(definition: Definition) -> Definition:
    """Leave out texts in languages that the page is not in."""

    def kept(texts: Mapping[str, str]) -> Mapping[str, str]:
        return in_languages(texts, definition.languages)

    return replace(
        definition,
        title=kept(definition.title),
        headline=kept(definition.headline),
        headline_none={
            language: text
            for language, text in definition.headline_none.items()
            if language in definition.languages
        },
        views=tuple(replace(v, title=kept(v.title)) for v in definition.views),
        layers=tuple(replace(r, title=kept(r.title)) for r in definition.layers),
    )


def _rests_on(keys: Keys | None) -> Literal["best_supported", "as_told"]:
    if keys is None:
        return "best_supported"
    value = keys.one_of("rests_on", RESTS_ON, "best_supported")
    keys.close()
    return cast("Literal['best_supported', 'as_told']", value)


def _tables(keys: Keys) -> tuple[dict[str, str], str | None]:
    inner = keys.inner("tables")
    if inner is None:
        keys.find("tables", "missing-key", "the tables are missing", "write [tables]")
        return {}, None
    workbook = inner.text("workbook") or None
    names = {
        name: inner.text(name, required=name == "pledges" and workbook is None)
        for name in _NAMED
    }
    inner.close()
    return {name: file for name, file in names.items() if file}, workbook


def _pull(
    keys: Keys, tables: Mapping[str, str], workbook: str | None
) -> dict[str, str]:
    """Return where files are published, by their names in the data folder."""
    inner = keys.inner("pull")
    if inner is None:
        return {}
    named = {**tables, **({"workbook": workbook} if workbook else {})}
    pulled: dict[str, str] = {}
    for table in (*_NAMED, "workbook"):
        address = inner.address(table)
        file = named.get(table, "").partition("#")[0]
        if not address:
            continue
        if not file:
            inner.find(
                table, "missing-key", f"[tables] names no file for {table}",
                f'write there {table} = "…", the file to write',
            )  # fmt: skip
        elif pulled.setdefault(file, address) != address:
            inner.find(
                table, "bad-value", f"{quote(file)} would be pulled from two addresses",
                "leave one of them",
            )  # fmt: skip
    inner.close()
    return pulled


def _selection(keys: Keys) -> tuple[PartialDate | None, tuple[str, ...]]:
    """Return by when a statement is known, and by which countries; none is all."""
    inner = keys.inner("selection")
    if inner is None:
        return None, ()
    until, countries = inner.date("until"), inner.countries("countries")
    inner.close()
    return until, countries


def _beside(keys: Keys) -> Beside | None:
    inner = keys.inner("beside")
    if inner is None:
        return None
    beside = Beside(
        inner.text("pledges", required=True),
        inner.countries("countries"),
        inner.text("participants"),
    )
    inner.close()
    return beside


def _views(keys: Keys) -> tuple[View, ...]:
    views = []
    for inner in keys.tables("views"):
        name = inner.name("id", required=True)
        projection = inner.one_of("projection", PROJECTIONS, required=True)
        bounds = inner.numbers("bounds", 4)
        title = inner.translated("title", required=True)
        inner.close()
        if len(bounds) == 4:
            box = _bounds(inner, bounds, projection)
            views.append(View(name, projection, box, title))
        else:
            inner.find("bounds", "missing-key", "the bounds are missing", "add them")
    if not views:
        keys.find("views", "missing-key", "there is no view", "write [[views]]")
    _each_once(keys, "view", [view.id for view in views])
    return tuple(views)


def _bounds(keys: Keys, bounds: tuple[float, ...], projection: str) -> Bounds:
    """Return bounds whose east is a larger number than the west, also across 180°."""
    west, south, east, north = bounds
    is_on_globe = max(abs(west), abs(east)) <= 180 and -90 <= south < north <= 90
    is_across = west > east
    if not is_on_globe or west == east:
        keys.find(
            "bounds", "bad-value", "these are no bounds on the globe",
            "write [west, south, east, north] in degrees; what lies east of 180 is"
            " below zero",
        )  # fmt: skip
    elif is_across and east + 360 - west > _WIDEST_ACROSS:
        keys.find(
            "bounds", "bad-value", "the west lies east of the east",
            "write [west, south, east, north]",
        )  # fmt: skip
    elif is_across and projection == WORLD:
        keys.find(
            "bounds", "bad-value", f"{WORLD} is cut at 180°",
            "name another projection, such as pacific_laea, or end the view at 180 or"
            " -180",
        )  # fmt: skip
    return west, south, east + 360 if is_across else east, north


def _each_once(keys: Keys, what: str, names: Sequence[str]) -> None:
    """Find ids that two views or two layers have: the second would hide the first."""
    for name in sorted({name for name in names if names.count(name) > 1}):
        keys.find(
            f"{what}s", "duplicate-id", f"two {what}s are called {name}",
            "give each an id of its own",
        )  # fmt: skip


def _layers(keys: Keys) -> tuple[Layer, ...]:
    layers = [read_layer(inner) for inner in keys.tables("layers")]
    if not layers:
        keys.find("layers", "missing-key", "there is no layer", "write [[layers]]")
    _each_once(keys, "layer", [layer.id for layer in layers])
    return tuple(layers)
