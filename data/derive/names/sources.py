"""The names that the index is derived from, read from the packages that hold them."""

from __future__ import annotations

import ast
import gettext
import io
import json
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from geo.countries.codes import codes
from geo.countries.files import rows

# Features of Natural Earth that bear the code of the country they are a part of.
_NOT_THE_WHOLE = frozenset({"ATC", "CLP", "CSI", "IOA", "KAB"})
# Its Dhivehi has each name a row too far: Nepal's stands at Nauru, Malta's at Mali.
_I18N_WRONG = frozenset({"dv"})


@dataclass(frozen=True)
class Name:
    """A name of ``target`` (``iso_a3`` or a code of ``regions.csv``) in a language.

    ``current`` is false for a name that CLDR has withdrawn or never had; a
    ``doubtful`` one may be a slip.
    """

    text: str
    target: str
    language: str
    current: bool
    doubtful: bool = False


def cldr_names(source: Path, *, current: bool) -> Iterator[Name]:
    """Return the names of territories in one release of CLDR, variants included."""
    targets = {code: iso_a3 for code, iso_a3 in codes().items() if code.isalpha()}
    targets |= {row["code"]: row["code"] for row in rows("names/regions.csv")}
    for file, text in _members(source, "territories.json"):
        locale = file.split("/")[-2]
        territories = json.loads(text)["main"][locale]["localeDisplayNames"]
        for code, name in territories["territories"].items():
            target = targets.get(code.partition("-alt-")[0])
            if target and name != code:
                yield Name(name, target, locale.partition("-")[0], current)


def babel_names() -> Iterator[Name]:
    """Return the names of the installed babel: CLDR with the locales still in draft."""
    from babel import Locale
    from babel.localedata import locale_identifiers

    for identifier in sorted(locale_identifiers()):
        locale = Locale.parse(identifier)
        for code, name in locale.territories.items():
            if len(code) == len("FR") and code in codes() and name != code:
                yield Name(name, codes()[code], locale.language, current=False)


def natural_earth_names(source: Path) -> Iterator[Name]:
    """Return names in the 26 languages of Natural Earth's countries, and its own."""
    import pyogrio

    table = pyogrio.read_dataframe(source, read_geometry=False)
    own = ["NAME", "NAME_LONG", "NAME_CIAWF", "NAME_SORT", "FORMAL_EN", "BRK_NAME"]
    languages = [c for c in table if c.startswith("NAME_") and len(c) in (7, 8)]
    for row in table[table["TYPE"] != "Indeterminate"].to_dict("records"):
        code = "XKX" if row["ADM0_A3"] == "KOS" else row["ISO_A3_EH"]
        if code not in codes() or row["ADM0_A3"] in _NOT_THE_WHOLE:
            continue
        for column in own + languages:
            text = row[column]
            if isinstance(text, str) and text.strip():
                language = column[5:7].lower() if column in languages else "en"
                yield Name(text, code, language, current=True)


def i18n_names(source: Path) -> Iterator[Name]:
    """Return the names of ``i18n-iso-countries``; CLDR's win where they differ."""
    for file, text in _members(source, "langs/*.json"):
        locale = PurePosixPath(file).stem
        if locale in _I18N_WRONG:
            continue
        for code, found in json.loads(text)["countries"].items():
            for name in [found] if isinstance(found, str) else found:
                if code in codes():
                    language = locale.partition("-")[0]
                    yield Name(name, codes()[code], language, current=False)


def django_names(source: Path) -> Iterator[Name]:
    """Return the names of the wheel of ``django-countries``, a catalogue a language.

    Volunteers type them: one that is a single slip from a name of its language is
    taken for one by :mod:`data.derive.names`.
    """
    with zipfile.ZipFile(source) as wheel:
        module = ast.parse(wheel.read("django_countries/data.py"))
        english = dict(_pairs(module))
        for file in sorted(wheel.namelist()):
            if not file.endswith("/LC_MESSAGES/django.mo"):
                continue
            language = file.split("/")[2].partition("_")[0].partition("@")[0]
            catalogue = gettext.GNUTranslations(io.BytesIO(wheel.read(file)))
            for code, name in english.items():
                text = catalogue.gettext(name).strip()
                if text != name and code in codes():
                    yield Name(text, codes()[code], language, False, doubtful=True)


def _pairs(module: ast.Module) -> Iterator[tuple[str, str]]:
    """Return the codes and names of a module's dictionaries ``{"AF": _("…")}``."""
    for node in ast.walk(module):
        match node:
            case ast.Dict(keys=keys, values=values):
                for key, value in zip(keys, values, strict=True):
                    match key, value:
                        case (
                            ast.Constant(value=str(code)),
                            ast.Call(args=[ast.Constant(value=str(name))]),
                        ):
                            yield code, name


def _members(source: Path, pattern: str) -> list[tuple[str, bytes]]:
    """Return the files of a folder or a ``.tgz`` that match, by name, in order."""
    if source.is_dir():
        found = [(f.as_posix(), f.read_bytes()) for f in source.glob(f"**/{pattern}")]
        return sorted(found)
    with tarfile.open(source) as archive:
        return sorted(
            (member.name, file.read())
            for member in archive.getmembers()
            if PurePosixPath(member.name).match(pattern)
            and (file := archive.extractfile(member))
        )
