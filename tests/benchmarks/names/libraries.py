"""The libraries compared, each as a function from a string to an alpha-3 or None.

An adapter calls a library as its documentation shows, and takes "not found" in the way
the library says it.  One that fails to import is reported with its error, not skipped.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

Lookup = Callable[[str], str | None]


def ours() -> Lookup:
    from geo.countries import Country, resolve

    def lookup(text: str) -> str | None:
        answer = resolve(text)
        return answer.iso_a3 if isinstance(answer, Country) else None

    return lookup


def exact_cldr() -> Lookup:
    """Every name of babel's CLDR, letter for letter but for case."""
    from babel import Locale
    from babel.localedata import locale_identifiers

    from geo.countries.codes import codes

    names: dict[str, str] = {}
    for identifier in locale_identifiers():
        for code, name in Locale.parse(identifier).territories.items():
            if len(code) == 2 and code in codes():
                names.setdefault(name.casefold(), codes()[code])
    return lambda text: names.get(text.casefold())


def pycountry_lookup() -> Lookup:
    import pycountry

    def lookup(text: str) -> str | None:
        try:
            return str(pycountry.countries.lookup(text).alpha_3)
        except LookupError:
            return None

    return lookup


def pycountry_fuzzy() -> Lookup:
    import pycountry

    def lookup(text: str) -> str | None:
        try:
            return str(pycountry.countries.search_fuzzy(text)[0].alpha_3)
        except LookupError:
            return None

    return lookup


def country_converter() -> Lookup:
    import country_converter as coco

    logging.getLogger("country_converter").setLevel(logging.CRITICAL)
    converter = coco.CountryConverter()

    def lookup(text: str) -> str | None:
        found = converter.convert(text, to="ISO3", not_found=None)
        return found if isinstance(found, str) and len(found) == 3 else None

    return lookup


def hdx() -> Lookup:
    from hdx.location.country import Country

    Country.countriesdata(use_live=False)
    return lambda text: Country.get_iso3_country_code_fuzzy(text)[0]


def countryguess() -> Lookup:
    import countryguess as guess

    def lookup(text: str) -> str | None:
        found = guess.guess_country(text)
        return found["iso3"] if found else None

    return lookup


def countrynames_exact() -> Lookup:
    import countrynames

    return lambda text: countrynames.to_code_3(text)


def countrynames_fuzzy() -> Lookup:
    import countrynames

    return lambda text: countrynames.to_code_3(text, fuzzy=True)


LIBRARIES: dict[str, Callable[[], Lookup]] = {
    "geo.countries": ours,
    "CLDR, exact": exact_cldr,
    "pycountry, lookup": pycountry_lookup,
    "pycountry, fuzzy": pycountry_fuzzy,
    "country_converter": country_converter,
    "hdx-python-country": hdx,
    "countryguess": countryguess,
    "countrynames, exact": countrynames_exact,
    "countrynames, fuzzy": countrynames_fuzzy,
}
