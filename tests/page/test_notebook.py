"""What a map hands to a notebook."""

import base64
import html
import re
from pathlib import Path

import folium
import pytest

from geo.building import pledge_map
from geo.page.folium_map import PledgeMap
from geo.page.notebook import frame


@pytest.fixture
def small(project: Path) -> PledgeMap:
    return pledge_map(project / "maps" / "small.toml")


def test_the_page_stands_whole_in_a_frame_that_reaches_nothing(
    small: PledgeMap,
) -> None:
    data, _ = small._repr_mimebundle_()
    (page,) = re.findall(r'srcdoc="([^"]*)"', data["text/html"])
    assert html.unescape(page) == small.get_root().render()
    (rights,) = re.findall(r'sandbox="([^"]*)"', data["text/html"])
    assert "allow-same-origin" not in rights
    assert "allow-scripts" in rights


def test_a_picture_and_words_for_what_shows_no_html(small: PledgeMap) -> None:
    data, metadata = small._repr_mimebundle_()
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")
    assert metadata["image/png"]["width"] == 720
    assert data["text/plain"] == "A map\n1 pledged."


def test_a_map_that_was_added_to_has_no_picture_that_would_lack_it(
    small: PledgeMap,
) -> None:
    folium.Marker([50.45, 30.52]).add_to(small)
    data, _ = small._repr_mimebundle_()
    assert set(data) == {"text/html", "text/plain"}


def test_without_the_extra_there_is_still_the_page(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.figure.extra.find_spec", lambda _name: None)
    shown = pledge_map(project / "maps" / "small.toml")
    assert set(shown._repr_mimebundle_()[0]) == {"text/html", "text/plain"}


def test_a_title_cannot_leave_the_frame(project: Path, edit) -> None:
    edit("maps/small.toml", '"A map"', "'\"><script>alert(1)</script>'")
    data, _ = pledge_map(project / "maps" / "small.toml")._repr_mimebundle_()
    assert "<script>" not in data["text/html"]


def test_a_frame_is_ascii_and_says_what_the_page_says() -> None:
    framed = frame("<p>{é} „Україна“ \U0001f1fa</p>", "Café")
    assert framed.isascii()
    assert "<p>{é} „Україна“ \U0001f1fa</p>" in html.unescape(framed)


def test_a_control_character_in_a_frame_is_not_taken_for_another() -> None:
    assert "<p>\x85\x9f</p>" in html.unescape(frame("<p>\x85\x9f</p>", "A map"))
