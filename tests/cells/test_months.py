"""The months' names, compared with CLDR."""

import pytest
from babel import Locale

from geo.cells.months import CROATIAN, months_named

LANGUAGES = ("en", "fr", "de", "es", "it", "pl", "uk", "nl", "pt")


def names(language):
    for context in Locale(language).months.values():
        for width in ("wide", "abbreviated"):
            for month, name in context.get(width, {}).items():
                yield month, name.strip(".")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_the_language_is_read(language):
    for month, name in names(language):
        assert month in months_named(name), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_case_and_accents_do_not_matter(language):
    for month, name in names(language):
        assert month in months_named(name.upper()), name


def test_two_months_only_where_croatian_differs():
    croatian = {name: month for month, name in names("hr")}
    ours = {name for language in LANGUAGES for _, name in names(language)}
    differing = {
        name: croatian[name]
        for name in ours & croatian.keys()
        if croatian[name] != months_named(name)[0]
    }
    assert differing == CROATIAN
    assert {name for name in ours if len(months_named(name)) > 1} == CROATIAN.keys()


def test_other_words_name_no_month():
    assert [
        months_named(w) for w in ("", "m", "marsh", "Marsch", "monday", "maio x")
    ] == [()] * 6
