"""The picture by itself: light, repeatable, and nothing but escaped text."""

import re
from pathlib import Path

import pytest

from geo.build import pledge_map
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
    assert LEAST_KB * 1000 < size <= 48_000


def test_one_path_paints_all_countries_of_a_look(picture: str) -> None:
    looks = re.findall(r'<path class="area"[^>]*? data-(?:status|weak)="\w+"', picture)
    found = [re.sub(r' d="[^"]*"', "", look) for look in looks]
    assert len(found) == len(set(found)) >= 8


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
