"""The picture by itself: light, repeatable, and nothing but escaped text."""

import re
from pathlib import Path

import pytest

from geo.building import pledge_map
from geo.page.parts import PageParts

ROOT = Path(__file__).parents[3]
LEAST_KB = 20


def parts_of(slug: str) -> PageParts:
    """The parts of a shipped map's page, with the still picture."""
    map_ = pledge_map(ROOT / "maps" / f"{slug}.toml", data=ROOT / "data")
    parts: PageParts = map_.get_root().parts
    return parts


@pytest.fixture(scope="module")
def picture() -> str:
    return parts_of("coalition").picture


@pytest.mark.parametrize("slug", ["coalition", "paris-2025-03-11"])
def test_it_is_light(slug: str) -> None:
    size = len(parts_of(slug).picture.encode("utf-8"))
    assert LEAST_KB * 1000 < size <= 57_000


def test_each_country_is_a_path_in_the_group_of_its_look(picture: str) -> None:
    looks = re.findall(r'<g class="area" data-(?:status|weak)="\w+"', picture)
    assert len(looks) == len(set(looks)) >= 8
    parts = re.findall(r'<g class="area".*?</g>', picture, re.DOTALL)
    countries = re.findall(r'data-country="(\w+)"', "".join(parts))
    assert len(countries) == len(set(countries)) > 60


def test_each_country_says_what_is_shown_of_it(picture: str) -> None:
    named = r'<path data-country="FRA"[^>]*><title>([^<]*)</title>'
    assert re.findall(named, picture)[0].split("\n") == [
        "France",
        "Pledged troops since 2 March 2025, last said 6 January 2026",
        "“several thousand” pledged",
    ]
    # Who asks for estimates is told them: the page opens without.
    assert "6,000 estimated" not in picture


def test_land_is_written_in_whole_units(picture: str) -> None:
    drawn = re.findall(r'<path class="(?:area|borders)"[^>]*? d="([^"]*)"', picture)
    assert drawn
    assert not any("." in data for data in drawn)


def test_no_style_attribute_which_the_policy_would_refuse(picture: str) -> None:
    assert "style=" not in picture


def test_hostile_names_are_text(project: Path, edit) -> None:
    edit(
        "maps/small.toml",
        'title = "A map"',
        'title = "</svg><script>x</script>"',
    )
    parts = pledge_map(project / "maps" / "small.toml").get_root().parts
    assert "<script" not in parts.picture + parts.legend


def test_a_layer_may_have_an_id_and_a_title_of_its_own(project: Path, edit) -> None:
    own = 'kind = "status"\nid = "mine"\ntitle = "As I have it"'
    edit("maps/small.toml", 'kind = "status"', own)
    parts = pledge_map(project / "maps" / "small.toml").get_root().parts
    assert "As I have it</h3>" in parts.legend


def test_a_definition_may_do_without_it(project: Path, edit) -> None:
    edit("maps/small.toml", 'title = "A map"', 'picture = false\ntitle = "A map"')
    parts = pledge_map(project / "maps" / "small.toml").get_root().parts
    assert parts.picture == parts.legend == ""


def test_the_same_input_gives_the_same_bytes(picture: str) -> None:
    assert parts_of("coalition").picture == picture
