"""Every language says all that the page has to say, with the same slots."""

import re
import tomllib
from importlib.resources import files

import pytest
from babel import Locale

from geo import vocabulary
from geo.definitions.terms import FORMS, MAY_BE_BLANK
from geo.vocabulary.statuses import SHIPPED
from geo.words import FALLBACK, LANGUAGES, text_in, words

SLOT = re.compile(r"\{\w+\}")
LABELLED = (
    "ACTOR_KIND STATUS DOMAIN QUALIFIER MEANING CONDITION MODE CERTAINTY OCCURRENCE"
    " ABSENCE_REASON ROLE LEVEL COUNTED SPEAKS_FOR CONFIDENCE GRADE TITLE_IS CLAIM_KIND"
)
# What goes on after another text: French sets a space before its colon.
GOES_ON = {"change.said"}

languages = pytest.mark.parametrize("language", LANGUAGES)


def is_form(key: str) -> bool:
    """Whether a key is a form of the plural, as ``legend.countries.few``."""
    stem, _, form = key.rpartition(".")
    counted = f"{stem}.one" in words(FALLBACK) and f"{stem}.other" in words(FALLBACK)
    return form in FORMS and counted


@languages
def test_words_are_what_their_file_says_to_any_reader_of_toml(language: str) -> None:
    text = files("geo.words").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    assert words(language) == tomllib.loads(text)


def test_each_file_is_a_language_and_each_language_a_file() -> None:
    found = {path.name for path in files("geo.words").iterdir()}
    assert {f"{code}.toml" for code in LANGUAGES} == {
        name for name in found if name.endswith(".toml")
    }


def test_languages_stand_in_the_order_of_their_own_names() -> None:
    names = [words(code)["language.name"] for code in LANGUAGES]
    assert names == sorted(names)


@languages
def test_the_same_keys(language: str) -> None:
    ours, theirs = (
        {key for key in words(code) if not is_form(key)}
        for code in (language, FALLBACK)
    )
    assert ours == theirs


@languages
def test_the_same_slots(language: str) -> None:
    different = [
        key
        for key, text in words(language).items()
        if not is_form(key)
        and sorted(SLOT.findall(text)) != sorted(SLOT.findall(words(FALLBACK)[key]))
    ]
    assert different == []


@languages
def test_the_forms_of_the_plural_that_whole_numbers_need(language: str) -> None:
    rule = Locale.parse(language).plural_form
    needed = {str(rule(n)) for n in range(1000)} | {"other"}
    stems = {key.rpartition(".")[0] for key in words(FALLBACK) if is_form(key)}
    assert stems
    for stem in stems:
        forms = {
            key.rpartition(".")[2]: text
            for key, text in words(language).items()
            if key.rpartition(".")[0] == stem
        }
        assert set(forms) == needed, stem
        assert all("{n}" in text for text in forms.values())


# What stands behind a number, whatever that is.
AGREES_WITH_ALL = (
    "announced", "weak", "in", "gesetzt", "von", "de", "of", "sur", "z", "із",
    "changed", "came", "went", "geändert", "neu", "weg",
)  # fmt: skip


@languages
def test_a_noun_behind_a_number_has_its_forms(language: str) -> None:
    for key, text in words(language).items():
        # Troops are counted in hundreds.
        if is_form(key) or key.startswith("figure."):
            continue
        behind = re.findall(r"\{(?:n|all)\} ([^\W\d_]+)", text)
        assert set(behind) <= set(AGREES_WITH_ALL), key


@languages
def test_nothing_is_blank_or_typed_as_on_a_typewriter(language: str) -> None:
    for key, text in words(language).items():
        assert text or key in MAY_BE_BLANK, key
        assert text == text.strip() or key in GOES_ON, key
        assert not re.search(r"""['"]|\.\.\.| - """, text), key


def test_no_line_begins_with_a_french_colon() -> None:
    for key, text in words("fr").items():
        assert not re.search(r" [:;?!»]|« ", text), key


# Terms that are said within a sentence; where a text begins, `capital` begins it.
WITHIN = (
    "claim_kind", "confidence", "domain", "mode", "occurrence", "role", "strength",
)  # fmt: skip


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "de"])
def test_terms_are_written_as_they_stand_in_a_sentence(language: str) -> None:
    for key, text in words(language).items():
        if key.partition(".")[0] in WITHIN:
            assert text[0].islower(), key


@languages
def test_the_name_and_the_direction_are_cldrs(language: str) -> None:
    locale = Locale.parse(language)
    named = words(language)["language.name"].casefold()
    assert named == str(locale.get_language_name(language)).casefold()
    assert words(language)["language.direction"] == locale.text_direction


@pytest.mark.parametrize("name", LABELLED.split())
def test_every_term_of_a_vocabulary_has_a_label(name: str) -> None:
    kind = name.lower()
    terms = {f"{kind}.{term}" for term in getattr(vocabulary, name)}
    labels = {key for key in words(FALLBACK) if key.startswith(f"{kind}.")}
    # What no cell holds: a country's own.
    of_countries = {f"status.{status}" for status in SHIPPED.combined.values()}
    others = {"status.no_data", "confidence.not_stated"} | of_countries
    assert labels - others == terms


def test_an_unknown_language_has_no_words() -> None:
    with pytest.raises(ValueError, match="no words in 'xx'; there are de, en"):
        words("xx")


def test_a_text_falls_back_to_english_and_then_to_any() -> None:
    assert text_in({"en": "Paris", "pl": "Paryż"}, "pl") == ("Paryż", "pl")
    assert text_in({"de": "Paris", "en": "Paris"}, "pl") == ("Paris", "en")
    assert text_in({"uk": "Париж"}, "pl") == ("Париж", "uk")
