import babel
import pytest
from babel import Locale
from page_modules import page_functions

from data.derive.names.shown import shown_table
from geo.boundaries.read import read_boundaries
from geo.cells.partial_date import PartialDate
from geo.countries.answers import Ambiguous, Country
from geo.countries.normal import fold
from geo.countries.resolve import resolve
from geo.page.names import (
    country_names,
    date_text,
    list_text,
    locale,
    number_text,
    other_names,
    sort_key,
)
from geo.shipped import shipped
from geo.words import LANGUAGES

DAY = PartialDate(2026, 1, 6)


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("de", "6. Januar 2026", "Januar 2026"),
        ("en", "6 January 2026", "January 2026"),
        ("es", "6 de enero de 2026", "enero de 2026"),
        ("fr", "6 janvier 2026", "janvier 2026"),
        ("pl", "6 stycznia 2026", "styczeń 2026"),
        ("uk", "6 січня 2026 р.", "січень 2026 р."),
    ],
)
def test_dates_have_the_precision_that_is_known(
    language: str, day: str, month: str
) -> None:
    texts = [
        " ".join(date_text(date, language).split())
        for date in (DAY, PartialDate(2026, 1), PartialDate(2026))
    ]
    assert texts == [day, month, "2026"]


@pytest.mark.parametrize(
    ("language", "small", "large"),
    [
        ("de", "3.000", "30.000"),
        ("en", "3,000", "30,000"),
        ("es", "3000", "30.000"),
        ("fr", "3 000", "30 000"),
        ("pl", "3000", "30 000"),
        ("uk", "3 000", "30 000"),
    ],
)
def test_numbers_are_grouped_as_the_language_does(
    language: str, small: str, large: str
) -> None:
    texts = [" ".join(number_text(n, language).split()) for n in (3_000, 30_000)]
    assert texts == [small, large]


def test_a_page_and_its_build_write_dates_by_one_locale() -> None:
    locale_of = page_functions(["words/wording.js"], ["localeOf"])
    for language in LANGUAGES:
        assert locale_of("localeOf", language) == str(locale(language)).replace(
            "_", "-"
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_has_a_name_in_every_language(language: str) -> None:
    boundaries = read_boundaries()
    names = country_names(boundaries, language)
    assert set(names) == set(boundaries["iso_a3"])
    assert all(names.values())
    if language == "uk":  # two units of nobody's are no territories of CLDR's
        latin = {name for name in names.values() if name.isascii()}
        assert latin == {"Bir Tawil", "Southern Patagonian Ice Field"}


def test_no_release_of_babel_renames_a_country(monkeypatch) -> None:
    """Such as 2.19, whose CLDR spells the British Virgin Islands otherwise."""
    monkeypatch.setattr(Locale, "territories", {"VG": "another name"})
    names = country_names(read_boundaries(), "uk")
    assert names["VGB"] == "Британські Віргінські острови"


def test_the_names_are_those_of_their_origin() -> None:
    """As ``python -m data.derive.names.shown`` makes them."""
    origin = shipped("names/ORIGIN.md").read_text(encoding="utf-8")
    if f"PyPI `babel` {babel.__version__}, installed" not in origin:
        pytest.skip("another babel is installed than they are derived from")
    table = shipped("names/shown.csv").read_text(encoding="utf-8")
    assert shown_table() == table


def test_a_list_in_words() -> None:
    assert list_text(["A", "B", "C"], "es") == "A, B y C"
    assert list_text(["A", "B", "C"], "uk") == "A, B і C"


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Denmark", "Estonia", "Åland", "Éire", "Finland"]),
        ("es", ["Nueva Zelanda", "Níger", "Omán", "España", "Estonia", "Ñandú"]),
        ("pl", ["Lesotho", "Łotwa", "Litwa", "Luksemburg", "Malta"]),
        ("uk", ["Єгипет", "Естонія", "Ізраїль", "Італія", "Йорданія", "Ґана", "Гана"]),
    ],
)
def test_names_stand_in_the_order_of_the_alphabet(
    language: str, names: list[str]
) -> None:
    expected = {
        "en": ["Åland", "Denmark", "Éire", "Estonia", "Finland"],
        "es": ["España", "Estonia", "Níger", "Nueva Zelanda", "Ñandú", "Omán"],
        "pl": ["Lesotho", "Litwa", "Luksemburg", "Łotwa", "Malta"],
        "uk": ["Гана", "Ґана", "Естонія", "Єгипет", "Ізраїль", "Італія", "Йорданія"],
    }
    ordered = sorted(names, key=lambda name: sort_key(name, language))
    assert ordered == expected[language]


@pytest.mark.parametrize(
    ("language", "two", "four"),
    [
        ("de", "A, B", "A, B, C und D"),
        ("en", "A, B", "A, B, C, D"),
        ("es", "A y B", "A, B, C y D"),
        ("fr", "A et B", "A, B, C et D"),
        ("pl", "A i B", "A, B, C i D"),
        ("uk", "A і B", "A, B, C і D"),
    ],
)
def test_an_enumeration_reads_as_the_browser_writes_it(
    language: str, two: str, four: str
) -> None:
    said = [list_text("ABCD"[:n], language, "unit") for n in (0, 1, 2, 4)]
    assert said == ["", "A", two, four]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_else_a_country_is_called_is_no_other_countrys_name(language: str) -> None:
    names = country_names(read_boundaries(), language)
    said = other_names(language)
    assert set(said) <= set(names)
    keys = [fold(name) for also in said.values() for name in also]
    assert len(keys) == len(set(keys))
    for country, also in said.items():
        assert names[country].casefold() not in {name.casefold() for name in also}
        for name in also:
            # A table is read more strictly: "England" is a part, "Britannia" unknown.
            match resolve(name):
                case Country(iso_a3):
                    assert iso_a3 == country, name
                case Ambiguous(candidates):
                    assert country in candidates, name


def test_spanish_lists_sound_as_they_are_spoken() -> None:
    assert list_text(["Francia", "Italia"], "es") == "Francia e Italia"
    assert list_text(["Chad", "Hiperbórea"], "es") == "Chad e Hiperbórea"
    assert list_text(["Francia", "Yemen"], "es") == "Francia y Yemen"
    assert list_text(["3000", "8000"], "es", "or") == "3000 u 8000"
    assert list_text(["3000", "3500"], "es", "or") == "3000 o 3500"
    assert list_text(["Italia"], "es") == "Italia"
