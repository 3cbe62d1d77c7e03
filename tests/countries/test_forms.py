import pytest

from data.derive.names.declined import declined
from geo.countries import Country, Unknown, resolve
from geo.countries.codes import entries
from geo.countries.files import names, rows
from geo.countries.forms import without_form
from geo.countries.normal import fold


@pytest.mark.parametrize(
    ("name", "language", "form"),
    [
        ("Kipras", "lt", "Kipro"),
        ("Filipíny", "cs", "Filipínská"),
        ("San Marino", "cs", "SanMarinská"),
        ("An Fhrainc", "ga", "Fraince"),
        ("An Íoslainn", "ga", "hÍoslainne"),
        ("Trynidad i Tobago", "pl", "Trynidadu i Tobago"),
        ("საქართველო", "ka", "საქართველოს"),
    ],
)
def test_names_are_declined(name: str, language: str, form: str) -> None:
    assert form in declined(name, language)


def test_a_language_without_rules_declines_nothing() -> None:
    assert declined("Nihon", "ja") == set()


@pytest.mark.parametrize(
    ("text", "iso_a3"),
    [
        ("Kipro Respublika", "CYP"),
        ("Filipínská republika", "PHL"),
        ("Poblacht na hÍoslainne", "ISL"),
        ("Fiktivní republika", None),
        ("Republika Cypryjskiego Królestwa", None),
    ],
)
def test_official_names_are_those_of_the_state(text: str, iso_a3: str | None) -> None:
    answer = resolve(text)
    if iso_a3 is None:
        assert isinstance(answer, Unknown)
    else:
        assert answer == Country(iso_a3)


def test_a_declined_name_alone_is_none() -> None:
    assert isinstance(resolve("Filipínská"), Unknown)
    assert isinstance(resolve("hÍoslainne"), Unknown)


def test_a_kingdom_is_no_republic() -> None:
    assert resolve("Republik Dänemark") != Country("DNK")
    assert resolve("Königreich Dänemark") == Country("DNK")


def test_every_slot_has_its_endings_and_every_form_a_state() -> None:
    endings = {(row["language"], row["slot"]) for row in rows("names/endings.csv")}
    forms = {form for entry in entries().values() for form in entry.state_forms}
    used = set()
    for row in rows("names/official_forms.csv"):
        slot = row["pattern"].partition("{")[2].partition("}")[0]
        assert row["form"] in forms, row
        if slot:
            used.add((row["language"], slot))
    assert used == endings


def test_the_words_of_a_form_are_left_out() -> None:
    for row in rows("names/state_forms.csv"):
        for text in names(row["words"]):
            apart = "" if text.endswith(("'", "’")) else " "
            first = row["place"] == "before"
            whole = f"{text}{apart}Xyzzy" if first else f"Xyzzy{apart}{text}"
            found = {(rest, w.form) for rest, w in without_form(fold(whole))}
            assert ("xyzzy", row["form"]) in found, text
