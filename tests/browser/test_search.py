"""Finding a country by its name, and bringing it before the reader."""

from pathlib import Path

import pytest
from access import assert_accessible
from playwright.sync_api import Page, expect
from speaking import speak

pytestmark = pytest.mark.browser


@pytest.fixture
def coalition(open_page, maps: Path) -> Page:
    return open_page(maps / "coalition.html").page


@pytest.fixture
def searching(look_at, maps: Path) -> Page:
    """One page for tests that only write into its field, which is blank again."""
    page: Page = look_at(maps / "coalition.html").page
    speak(page, "en")
    page.locator("#search").fill("")
    return page


def answers(page: Page, text: str) -> list[str]:
    page.locator("#search").fill(text)
    return page.locator("#search-list [role=option]").all_inner_texts()


def view(page: Page) -> str:
    return page.locator("#toolbar [aria-pressed=true]").inner_text()


def test_it_is_a_combobox(searching: Page) -> None:
    field = searching.get_by_role("combobox", name="Find a country")
    assert field.get_attribute("aria-expanded") == "false"
    field.fill("s")
    assert field.get_attribute("aria-expanded") == "true"
    assert searching.get_by_role("listbox", name="Find a country").is_visible()
    options = searching.locator("#search-list").get_by_role("option")
    assert 1 < options.count() <= 8
    assert options.first.bounding_box()["height"] >= 24


# What people type, and the country that they mean: language, typed, the first answer.
TYPED = [
    ("en", "cote d'iv", "Côte d’Ivoire"),  # accents and case do not count
    ("en", "TURKIYE", "Türkiye"),
    ("en", "sao", "São Tomé & Príncipe"),
    ("en", "united", "United Kingdom"),  # with data before the Arab Emirates
    ("en", "gbr", "United Kingdom"),
    ("en", "korea", "South Korea"),
    ("en", "  poLand ", "Poland"),
    ("en", "UK", "United Kingdom"),
    ("en", "u.k.", "United Kingdom"),
    ("en", "GB", "United Kingdom"),
    ("en", "britain", "United Kingdom"),
    ("en", "Great Brit", "United Kingdom"),
    ("en", "England", "United Kingdom"),
    ("en", "US", "United States"),
    ("en", "U.S.A.", "United States"),
    ("en", "america", "United States"),
    ("en", "united states of america", "United States"),
    ("en", "Turkey", "Türkiye"),
    ("en", "Czech Republic", "Czechia"),
    ("en", "holland", "Netherlands"),
    ("en", "de", "Germany"),
    ("en", "ivory coast", "Côte d’Ivoire"),
    ("en", "Bosnia and Herzegovina", "Bosnia & Herzegovina"),
    ("fr", "grande bretagne", "Royaume-Uni"),
    ("fr", "Angleterre", "Royaume-Uni"),
    ("fr", "uk", "Royaume-Uni"),
    ("fr", "république tchèque", "Tchéquie"),
    ("fr", "republique tch", "Tchéquie"),
    ("fr", "etats unis d’amerique", "États-Unis"),
    ("fr", "US", "États-Unis"),
    ("fr", "hollande", "Pays-Bas"),
    ("fr", "turkey", "Turquie"),
    ("fr", "moldova", "Moldavie"),
    ("uk", "США", "Сполучені Штати"),
    ("uk", "америка", "Сполучені Штати"),
    ("uk", "британія", "Велика Британія"),
    ("uk", "Об'єднане Королівство", "Велика Британія"),
    ("uk", "об’єднані арабські", "Обʼєднані Арабські Емірати"),
    ("uk", "мянма", "Мʼянма (Бірма)"),
    ("uk", "чеська республіка", "Чехія"),
    ("uk", "голландія", "Нідерланди"),
    ("uk", "білорусія", "Білорусь"),
    ("uk", "рф", "Росія"),
    ("uk", "GB", "Велика Британія"),
    ("es", "EE. UU.", "Estados Unidos"),
    ("es", "EEUU", "Estados Unidos"),
    ("es", "ee.uu", "Estados Unidos"),
    ("es", "gran bretana", "Reino Unido"),
    ("es", "República Checa", "Chequia"),
    ("es", "holanda", "Países Bajos"),
    ("es", "belarus", "Bielorrusia"),
    ("es", "turquia", "Turquía"),
    ("de", "Großbritannien", "Vereinigtes Königreich"),
    ("de", "grossbrit", "Vereinigtes Königreich"),
    ("de", "Tschechische Republik", "Tschechien"),
    ("de", "weissrussland", "Belarus"),
    ("de", "Oesterreich", "Österreich"),
    ("de", "tuerkei", "Türkei"),
    ("de", "USA", "Vereinigte Staaten"),
    ("de", "Holland", "Niederlande"),
    ("de", "moldau", "Republik Moldau"),
    ("pl", "Zjednoczone Krolestwo", "Wielka Brytania"),
    ("pl", "anglia", "Wielka Brytania"),
    ("pl", "USA", "Stany Zjednoczone"),
    ("pl", "Republika Czeska", "Czechy"),
    ("pl", "niderlandy", "Holandia"),
    ("pl", "lotwa", "Łotwa"),
    ("pl", "RPA", "Republika Południowej Afryki"),
    ("pl", "bialorus", "Białoruś"),
]


def test_what_people_type_finds_the_country_they_mean(searching: Page) -> None:
    missed = {}
    for language, typed, wanted in TYPED:
        speak(searching, language)
        found = answers(searching, typed)
        first = found[0].split("\n")[0] if found else ""
        if first != wanted:
            missed[typed] = (wanted, found)
    assert not missed


def test_the_name_that_answered_stands_beside_the_pages_own(
    look_at, maps: Path
) -> None:
    page = look_at(maps / "coalition.html", "#lang=fr").page
    told = {
        typed: " ".join(answers(page, typed)[0].split())
        for typed in ("allem", "germ", "hollande", "holland", "GBR", "roy")
    }
    assert told == {
        "allem": "Allemagne",
        "germ": "Allemagne Germany",
        "hollande": "Pays-Bas Hollande",
        "holland": "Pays-Bas Holland",
        "GBR": "Royaume-Uni GBR",
        "roy": "Royaume-Uni",
    }
    answers(page, "turkey")
    assert page.locator("#search-list [lang=en]").inner_text() == "Turkey"


def test_two_letters_do_not_find_what_only_holds_them(searching: Page) -> None:
    found = answers(searching, "us")
    assert found[0].startswith("United States")
    assert not {"Australia", "Austria", "Belarus"} & set(found)


def test_by_keyboard_alone(coalition: Page) -> None:
    field = coalition.locator("#search")
    field.focus()
    coalition.keyboard.type("ice")
    coalition.keyboard.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert coalition.locator(f"#{active}").inner_text() == "Iceland"
    assert coalition.locator(f"#{active}").get_attribute("aria-selected") == "true"
    coalition.keyboard.press("Enter")
    expect(coalition.locator("#details h2")).to_have_text("Iceland")
    assert "country=ISL" in coalition.evaluate("location.hash")
    expect(coalition.locator("#announcements")).to_have_text(
        "Iceland is shown on the map"
    )
    assert field.input_value() == "Iceland"


def test_escape_closes_then_empties(coalition: Page) -> None:
    coalition.locator("#search").focus()
    coalition.keyboard.type("fra")
    coalition.keyboard.press("Escape")
    assert not coalition.locator("#search-list").is_visible()
    assert coalition.locator("#search").input_value() == "fra"
    coalition.keyboard.press("Escape")
    assert coalition.locator("#search").input_value() == ""


def test_a_name_that_nobody_has_is_said(searching: Page) -> None:
    assert answers(searching, "Atlantis") == []
    expect(searching.locator("#announcements")).to_have_text(
        "No country or organisation is called “Atlantis”"
    )


def test_the_view_that_shows_it_best_is_taken(coalition: Page) -> None:
    for typed, where in [
        ("Japan", "Asia"), ("New Zealand", "Oceania"), ("Canada", "World"),
        ("Luxembourg", "Europe"), ("Chad", "World"), ("Fiji", "World"),
    ]:  # fmt: skip
        answers(coalition, typed)
        coalition.locator("[role=listbox] [role=option]").first.click()
        assert view(coalition) == where, typed


def test_the_country_is_brought_near_and_into_the_map(coalition: Page) -> None:
    before = coalition.locator("[data-key=BEL]").bounding_box()
    answers(coalition, "Belgium")
    coalition.locator("[role=listbox] [role=option]").first.click()
    shape = coalition.locator("[data-key=BEL]").bounding_box()
    frame = coalition.locator("#map_pledgemap").bounding_box()
    assert shape is not None
    assert frame is not None
    assert frame["x"] < shape["x"]
    assert shape["x"] + shape["width"] < frame["x"] + frame["width"]
    assert before is not None
    assert shape["width"] > before["width"] * 2


def test_a_country_without_data_shows_its_tooltip(coalition: Page) -> None:
    answers(coalition, "Chad")
    coalition.keyboard.press("Enter")
    assert "No data" in coalition.locator("[role=tooltip]").inner_text()
    assert not coalition.locator("#details").is_visible()


def test_axe_finds_nothing_while_the_list_is_open(searching: Page) -> None:
    answers(searching, "an")
    searching.keyboard.press("ArrowDown")
    assert_accessible(searching, ".search")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_list_stays_in_the_window(open_page, maps: Path, width: int) -> None:
    page = open_page(maps / "coalition.html", width=width).page
    answers(page, "island")
    box = page.locator("#search-list").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_other_views_show_their_countries(coalition: Page) -> None:
    for name, key in {"Asia": "JPN", "Oceania": "NZL"}.items():
        assert_shows(coalition, name, key)


def assert_shows(coalition: Page, name: str, key: str) -> None:
    coalition.get_by_role("button", name=name, exact=True).click()
    shape = coalition.locator(f"path.country[data-key={key}]").bounding_box()
    frame = coalition.locator("#map_pledgemap").bounding_box()
    assert shape is not None
    assert frame is not None
    assert frame["x"] <= shape["x"] + 1
    assert shape["x"] + shape["width"] <= frame["x"] + frame["width"] + 1
    assert f"view={name.lower()}" in coalition.evaluate("location.hash")
