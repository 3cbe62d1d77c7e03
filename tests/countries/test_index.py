import hashlib
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from data.derive.names.__main__ import derive, lines
from data.derive.names.sources import (
    babel_names,
    cldr_names,
    django_names,
    i18n_names,
    natural_earth_names,
)
from geo.countries import Ambiguous, Country, NotACountry, index, resolve
from geo.countries.codes import codes, entries
from geo.countries.files import names, rows
from geo.countries.normal import fold
from geo.shipped import shipped

LOCK = Path(__file__).parents[2] / "requirements" / "map.txt"
SOURCES = os.environ.get("PLEDGEMAP_NAME_SOURCES")
# Names that CLDR gives to a country, and that mean something else first.
NO_COUNTRY_FIRST = {
    ("BES", "Bonaire"),  # Quechua; one of the three islands
    ("GBR", "England"),  # Walser; a part of it
}

RELEASES = (
    "48.2.0",
    "47.0.0",
    "46.0.0",
    "44.0.1",
    "40.0.0",
    "36.0.0",
    "31.0.1",
    "29.0.0",
)


def _cldr() -> set[tuple[str, str]]:
    babel = pytest.importorskip("babel")
    localedata = pytest.importorskip("babel.localedata")
    (locked,) = re.findall(r"^babel==(\S+)", LOCK.read_text("utf-8"), re.MULTILINE)
    if babel.__version__ != locked:
        pytest.skip(f"names are of Babel {locked}, and here is {babel.__version__}")
    return {
        (codes()[code], name)
        for identifier in localedata.locale_identifiers()
        for code, name in babel.Locale.parse(identifier).territories.items()
        if len(code) == 2 and code in codes() and name != code
    }


def test_every_name_of_cldr_resolves_or_is_documented() -> None:
    left_out = shipped("names/left-out.txt").read_text("utf-8").splitlines()
    documented = {line.split(" ", 2)[2] for line in left_out}
    settled = {fold(row["name"]) for row in rows("names/settled.csv")}
    stray = []
    for iso_a3, name in sorted(_cldr()):
        answer = resolve(name)
        known = name in documented or fold(name) in settled or len(fold(name)) <= 3
        told = isinstance(answer, Ambiguous) and iso_a3 in answer.candidates
        if answer != Country(iso_a3) and not known and not told:
            stray.append((iso_a3, name, answer))
    assert {(iso_a3, name) for iso_a3, name, _ in stray} == NO_COUNTRY_FIRST, stray


def test_few_names_of_cldr_are_left_out() -> None:
    names_of_cldr = _cldr()
    kinds = Counter(type(resolve(name)) for _, name in names_of_cldr)
    assert kinds[Country] > 0.95 * len(names_of_cldr)
    assert kinds[Ambiguous] + kinds[NotACountry] < 0.006 * len(names_of_cldr)


def test_every_country_has_its_codes_and_both_names() -> None:
    assert len(entries()) == 250
    for entry in entries().values():
        assert resolve(entry.iso_a3) == Country(entry.iso_a3)
        assert resolve(entry.iso_a2) == Country(entry.iso_a3)
        assert entry.part_of == "" or entry.part_of in entries()
        for name in (entry.name_en, entry.name_fr):
            answer = resolve(name)
            assert answer == Country(entry.iso_a3) or (
                isinstance(answer, Ambiguous) and entry.iso_a3 in answer.candidates
            )


def test_every_alias_is_used() -> None:
    derived = index.derived("names/index-en-fr.txt") | index.world()
    unused, repeated = [], []
    seen: set[str] = set()
    for row in rows("aliases.csv"):
        if row["note"] == index.CODE:
            assert row["alias"] not in codes()
            continue
        key = fold(row["alias"])
        if key in seen:
            repeated.append(row["alias"])
        if key in derived:
            unused.append(row["alias"])
        seen.add(key)
    assert not unused
    assert not repeated


def test_every_alias_means_what_it_says() -> None:
    for row in rows("aliases.csv"):
        assert resolve(row["alias"]) == Country(row["iso_a3"]), row["alias"]


def test_the_typed_tables_do_not_contradict_one_another() -> None:
    seen: dict[str, str] = {}
    for file in ("ambiguous", "not_countries"):
        for row in rows(f"names/{file}.csv"):
            for name in names(row["names"]):
                key = fold(name)
                assert seen.setdefault(key, file) == file, name
                assert key not in index.aliases(), name
    for row in rows("names/ambiguous.csv"):
        assert set(row["candidates"].split()) <= set(entries())


def test_what_is_settled_has_a_reason() -> None:
    for row in rows("names/settled.csv"):
        assert row["reason"]
        for meant in row["means"].split("+"):
            assert meant in entries() or meant in index.regions()


@pytest.mark.skipif(not SOURCES, reason="PLEDGEMAP_NAME_SOURCES names no folder")
def test_the_index_is_what_its_sources_give() -> None:
    folder = Path(str(SOURCES))
    for line in shipped("names/sources.sha256").read_text("utf-8").splitlines():
        digest, name = line.split()
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    found = list(natural_earth_names(folder / "ne_10m_admin_0_countries.shp"))
    found += i18n_names(folder / "i18n-iso-countries-7.14.0.tgz")
    found += babel_names()
    found += django_names(folder / "django_countries-9.1.0-py3-none-any.whl")
    for release in RELEASES:
        source = folder / f"cldr-localenames-full-{release}.tgz"
        found += cldr_names(source, current=release == RELEASES[0])
    made = derive(found)
    for name, table in (
        ("index-en-fr", made.near),
        ("index-world", made.world),
        ("index-declined", made.declined),
    ):
        assert lines(table) == shipped(f"names/{name}.txt").read_text("utf-8"), name
