"""What the map shows is told apart without colour, and nothing is left unsaid."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SIGN = """node => node && [node.getAttribute("class"),
  node.getAttribute("d").replace(/^M\\S+ \\S+?(?=[lh])/, "").replace(/[\\d.]+/g, "")]
  .join()"""
IN_THE_LEGEND = f"""() => Object.fromEntries(
  [...document.querySelectorAll("#panel .swatch")].map(n => [n.dataset.status,
    ({SIGN})(n.parentNode.querySelector(".status-sign"))]).filter(([, s]) => s))"""


@pytest.fixture
def coalition(open_page, maps: Path) -> Page:
    return open_page(maps / "coalition.html").page


def test_each_status_has_a_sign_of_its_own(look_at, maps: Path) -> None:
    coalition = look_at(maps / "coalition.html").page
    signs = coalition.evaluate(IN_THE_LEGEND)
    assert len(signs) == len(set(signs.values())) > 5


def test_the_map_draws_the_signs_of_the_legend(coalition: Page) -> None:
    known = set(coalition.evaluate(IN_THE_LEGEND).values())
    on_the_map = "document.querySelectorAll('#map_pledgemap .status-sign')"
    drawn = coalition.evaluate(f"() => [...{on_the_map}].map({SIGN})")
    assert len(drawn) > 25
    assert set(drawn) <= known
    # Without colours there is nothing for a sign to say.
    coalition.locator("#panel input[type=radio]").last.check()
    coalition.wait_for_timeout(200)
    assert coalition.locator("#map_pledgemap .status-sign").count() == 0


@pytest.mark.parametrize("fragment", ["#lang=en", "#lang=en&date=2025-03-27"])
def test_the_legend_counts_what_the_headline_counts(
    open_page, maps: Path, fragment: str
) -> None:
    """All of a status, and the weak ones apart, which the headline leaves out."""
    page = open_page(maps / "coalition.html", fragment).page
    page.wait_for_timeout(200)
    found = page.locator(".headline").inner_text()
    counts = {}
    for row in page.locator("#panel .legend").first.locator("li:has(.n)").all():
        text, number = row.locator("span").first, row.locator(".n")
        every, *weak = (int(n) for n in re.findall(r"\d+", number.inner_text()))
        counts[text.inner_text()] = every - sum(weak)
    said = {
        "Pledged troops": r"(\d+) countr\w+ had committed",
        "Yes, on conditions": r"(\d+) more would",
        "of them, offering other help": r"(\d+) of them offering other help",
        "Considering": r"(\d+) (?:is|are) weighing",
        "Declined to send troops": r"(\d+) (?:has|have) declined",
    }
    for status, pattern in said.items():
        match = re.search(pattern, found)
        assert match, (status, found)
        assert counts.get(status, 0) == int(match[1]), status


def test_what_the_view_does_not_reach_is_said(coalition: Page) -> None:
    outside = coalition.locator(".outside")
    assert outside.inner_text().startswith("Not in this view: Argentina, Australia")
    coalition.get_by_role("button", name="World", exact=True).click()
    assert not outside.is_visible()


@pytest.mark.parametrize(
    ("view", "width", "whole"),
    [
        ("europe", 1280, ["LUX", "MLT"]),
        ("europe", 360, ["AUS", "CYP", "MLT"]),  # Luxembourg leaves Belgium its land
        ("asia", 1280, ["CYP", "DNK", "MLT"]),
    ],
)
def test_a_small_country_that_stands_alone_has_a_target_of_24_pixels(
    open_page, maps: Path, view: str, width: int, whole: list[str]
) -> None:
    page = open_page(maps / "coalition.html", f"#view={view}", width=width).page
    found = page.evaluate(
        """() => [...document.querySelectorAll("#map_pledgemap .small-target")]
          .map(n => [n.dataset.key, n.getBBox()])
          .map(([key, { width, height }]) => [key, Math.min(width, height)])"""
    )
    assert sorted(key for key, least in found if least >= 24) == whole


def test_where_countries_crowd_closer_is_enough(open_page, maps: Path) -> None:
    """Slovenia is too small to hit on a phone, until it is looked for or zoomed to."""
    page = open_page(maps / "coalition.html", width=360).page
    page.get_by_role("combobox", name="Find a country").fill("Slovenia")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    box = page.locator("#map_pledgemap [data-key=SVN]").bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24


def test_ukraine_is_marked_as_the_place_it_is_about(look_at, maps: Path) -> None:
    coalition = look_at(maps / "coalition.html").page
    assert coalition.locator("#map_pledgemap path.subject").count() == 1
    labels = coalition.locator("#map_pledgemap .is-subject").all_text_contents()
    assert labels == ["Ukraine"]


CONTRAST = """([mark, ground]) => {
  const light = (selector, key) => {
    const colour = getComputedStyle(document.querySelector(selector))[key];
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(n => n / 255)
      .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const [a, b] = [light(mark, "stroke"), light(ground, "stroke")];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_line_to_the_meeting_is_seen_on_every_country(
    open_page, maps: Path, scheme: str
) -> None:
    """Under all lines lie their rims, so that no country's colour hides a line."""
    page = open_page(
        maps / "coalition.html",
        "#layers=status,in_person,videoconference&meeting=2025-03-27_paris",
        color_scheme=scheme,
    ).page
    lines = "#map_pledgemap path.link"
    paths = "nodes => nodes.map(node => node.getAttribute('d'))"
    drawn = page.locator(lines).evaluate_all(paths)
    assert len(drawn) > 20
    assert page.locator("#map_pledgemap path.link-rim").evaluate_all(paths) == drawn
    panes = """() => ["link-rim", "link"].map(name => Number(getComputedStyle(document
      .querySelector(`#map_pledgemap .${name}`).closest(".leaflet-pane")).zIndex))"""
    below, above = page.evaluate(panes)
    assert below < above
    assert page.evaluate(CONTRAST, [lines, "#map_pledgemap path.link-rim"]) > 4.5
    width = "node => parseFloat(getComputedStyle(node).strokeWidth)"
    line, rim = (page.locator(f"#panel .{n}").first.evaluate(width)
                 for n in ("link", "link-rim"))  # fmt: skip
    assert rim >= line + 2


SUMMIT = "6 January 2026: Paris summit and declaration"


def test_the_legend_names_the_meeting_also_on_paper(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", "#layers=status,in_person").page
    named = page.locator("#panel .layer:has([value=in_person]) > .note").first
    assert named.inner_text() == SUMMIT
    page.emulate_media(media="print")
    assert named.is_visible()
    page.emulate_media(media="screen")
    page.locator("#panel .meeting select").select_option("2025-03-27_paris")
    assert named.inner_text().startswith("27 March 2025: ")


@pytest.mark.parametrize(
    ("layer", "choices", "said"),
    [
        ("videoconference", "", "Nobody recorded"),
        ("in_person", "&meeting=2025-11-25_virtual", "Nobody recorded"),
        ("in_person", "&at=2025-09-04_paris", "Nothing by this date or under these"),
    ],
)
def test_a_layer_without_anybody_says_so(
    open_page, maps: Path, layer: str, choices: str, said: str
) -> None:
    page = open_page(maps / "coalition.html", f"#layers={layer}{choices}").page
    notes = page.locator(f"#panel .layer:has([value={layer}]) > .note")
    assert any(said in note for note in notes.all_inner_texts())
    assert page.locator("#map_pledgemap .badge").count() == 0


SQUARE = r"^M[-\d. ]+h(?P<side>[\d.]+)v(?P=side)h-(?P=side)[zZ]$"


def side_of(path: str) -> float:
    square = re.search(SQUARE, path)
    assert square, path
    return float(square["side"])


@pytest.mark.parametrize("script", [True, False])
def test_a_small_country_is_a_square_that_the_legend_explains(
    open_page, maps: Path, script: bool
) -> None:
    """A circle would be a number of troops."""
    page = open_page(maps / "coalition.html", java_script_enabled=script).page
    root = "#map_pledgemap" if script else "#picture .is-wide"
    paths = "nodes => nodes.map(node => node.getAttribute('d'))"
    drawn = page.locator(f"{root} .small-dot").evaluate_all(paths)
    assert len(drawn) == 2
    # Squares grow with the map's box, as the still picture does.
    assert [side_of(path) for path in drawn] == pytest.approx([10, 10], rel=0.01)
    row = page.locator("#panel li:has(.small-dot)")
    assert row.inner_text() == "Square: a country too small to see"
    sample = row.locator(".small-dot").evaluate("node => node.getAttribute('d')")
    assert side_of(sample) == 10
    if script:
        page.get_by_role("button", name="Oceania", exact=True).click()
        assert row.count() == 0


BADGES = """() => [...document.querySelectorAll(".badge.present:not(.lead)")]
  .filter(badge => badge.closest("#map_pledgemap"))
  .map(badge => badge.getBBox().width).sort((a, b) => a - b)"""


def test_symbols_that_crowd_are_small_until_there_is_room(
    open_page, maps: Path
) -> None:
    """In the world on a phone France's and its neighbours' lay over each other."""
    calm = {"width": 360, "reduced_motion": "reduce"}
    page = open_page(maps / "paris-2025-03-11.html", "#view=world", **calm).page
    # They stand in the inset, where they have room.
    assert page.evaluate(BADGES)[0] > 8
    state = "#layers=status,in_person"
    page = open_page(maps / "coalition.html", state, **calm).page
    crowded = page.evaluate(BADGES)
    assert crowded[0] < 0.9 * crowded[-1]
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
    nearer = page.evaluate(BADGES)
    assert len(nearer) == len(crowded)
    assert nearer[0] > crowded[0] + 0.5
