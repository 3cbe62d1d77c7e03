"""Who took part from a region of which no country is named, as a reader finds them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from engines.page import Page

MAP = "paris-2025-03-11"
# The middle of each region's symbol, in shares of the map's box, wherever it is drawn.
SYMBOLS = """root => {
  const box = document.querySelector(".map-box").getBoundingClientRect();
  const rootBox = document.querySelector(root);
  const badges = [...rootBox.querySelectorAll(".badge.remote")];
  return badges
    .map(node => node.getBoundingClientRect())
    .filter(({ width }) => width > 0)
    .map(({ x, y, width, height }) =>
      [x + width / 2 - box.x, y + height / 2 - box.y, width])
    .sort((a, b) => a[1] - b[1]);
}"""
MAP_BOX = """() => {
  document.documentElement.style.scrollBehavior = "auto";
  document.querySelector(".map-box").scrollIntoView({ block: "center" });
  const { x, y, width, height } =
    document.querySelector(".map-box").getBoundingClientRect();
  return [x, y, width, height];
}"""
OPENED = """words => {
  const { textContent } = document.querySelector("#details");
  const said = textContent.replaceAll("\\u00a0", " ");
  return words.every(one => said.includes(one));
}"""
# The links of a region's dashes, from the symbol to the meeting's place.
LINKS = """() => [...document.querySelectorAll("#map_pledgemap .link.remote")]
  .map(node => [0, node.getTotalLength()].map(at => node.getPointAtLength(at)))
  .map(([from, to]) => [from.x, from.y, to.x, to.y])"""
TARGETS = """() => [...document.querySelectorAll("#map_pledgemap [data-key]")]
  .filter(node => node.dataset.key.includes(" "))
  .map(node => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return { name: node.ariaLabel, role: node.getAttribute("role"),
      at: [x + width / 2, y + height / 2], size: [width, height] };
  })
  .sort((a, b) => a.at[1] - b.at[1])"""
PURPLE, DARK_PURPLE = (0x5B, 0x2A, 0x6E), (0xD3, 0xA6, 0xE8)


def near(pixels, x: float, y: float, r: int, colour: tuple[int, int, int]) -> int:
    """How many pixels about a point are of a colour, or nearly so."""
    box = (round(x) - r, round(y) - r, round(x) + r, round(y) + r)
    away = np.abs(np.asarray(pixels.crop(box), int) - colour).max(axis=-1)
    return int((away < 40).sum())


def opened(page: Page, *words: str) -> None:
    page.wait(OPENED, list(words))


def test_at_the_edge_of_europe_a_click_opens_the_statement(reader, maps: Path) -> None:
    page = reader.open(maps / f"{MAP}.html")
    left, top, width, height = page.run(MAP_BOX)
    asia, oceania = page.run(SYMBOLS, "#map_pledgemap")
    # At the right edge, and below it where the world has Oceania.
    frame_right = (width + min(width, height * 1.38)) / 2
    assert frame_right - 60 < asia[0] < width
    assert oceania[1] > height * 0.85
    pixels = page.pixels()
    for x, y, size in (asia, oceania):
        assert near(pixels, left + x, top + y, round(size / 2), PURPLE) > 20
    page.click(left + asia[0], top + asia[1])
    opened(page, "Pays asiatiques", "Aucun pays n’est nommé", "Par visioconférence",
           "One Media")  # fmt: skip
    # In one piece, from the symbol to Paris.
    ends = {(round(x), round(y)) for *_, x, y in page.run(LINKS)}
    assert len(ends) == 1


def test_on_the_world_a_region_is_outlined_and_none_of_it_coloured(
    reader, maps: Path
) -> None:
    page = reader.open(maps / f"{MAP}.html", "#view=world&lang=en", dark=True)
    left, top, width, _ = page.run(MAP_BOX)
    asia, oceania = page.run(SYMBOLS, "#map_pledgemap")
    assert 0.6 < asia[0] / width < 0.85
    assert asia[0] < oceania[0]
    pixels = page.pixels()
    for x, y, size in (asia, oceania):
        assert near(pixels, left + x, top + y, round(size / 2), DARK_PURPLE) > 5
    dashed = page.run(
        """() => [...document.querySelectorAll("#map_pledgemap .region")]
          .map(one => [getComputedStyle(one).strokeDasharray, one.getTotalLength()])"""
    )
    assert len(dashed) >= 3
    assert all(dashes != "none" and length > 20 for dashes, length in dashed)
    coloured = page.run(
        """() => ["JPN", "KOR", "IND", "CHN", "AUS", "NZL"].filter(id =>
          ![undefined, "no_data"].includes(document.querySelector(
            `#map_pledgemap .country[data-key="${id}"]`)?.dataset.status))"""
    )
    assert coloured == []
    page.wait("() => document.querySelector('svg.labels').textContent"
              ".includes('no country is named')")  # fmt: skip


def test_a_finger_finds_24_px_and_opens_it(reader, maps: Path) -> None:
    page = reader.open(maps / f"{MAP}.html", width=360, height=780, touch=True)
    page.run(MAP_BOX)
    page.wait_still()
    asia, oceania = page.run(TARGETS)
    for target in (asia, oceania):
        assert target["role"] == "button"
        assert min(target["size"]) >= 23.9
    x, y = oceania["at"]
    page.tap(x + 8, y - 6)
    opened(page, "Pays océaniens", "Aucun pays n’est nommé", "One Media")


def test_by_keys_it_is_reached_named_and_opened(reader, maps: Path) -> None:
    page = reader.open(maps / f"{MAP}.html", "#lang=en")
    page.run("() => document.querySelector('#map_pledgemap [tabindex=\"0\"]').focus()")
    found = ""
    for _ in range(20):
        found = page.run("() => document.activeElement.ariaLabel") or ""
        if found.startswith("Asian countries"):
            break
        page.press("ArrowRight")
    assert "no country is named" in found
    assert "by videoconference" in found
    page.press("Enter")
    opened(page, "Asian countries", "No country is named", "One Media")
    page.press("Escape")
    page.wait("() => document.activeElement.ariaLabel?.startsWith('Asian countries')")


def test_by_other_sources_is_off_and_marked_as_theirs(reader, maps: Path) -> None:
    page = reader.open(maps / f"{MAP}.html", "#lang=en&view=world")
    assert page.run("() => document.querySelectorAll('.badge.is-beside').length") == 0
    page.click_on("#panel input[value='by_others']")
    page.wait("() => document.querySelectorAll('.badge.is-beside').length > 8")
    page.wait("() => document.querySelector('#panel').textContent"
              ".includes('By other sources.')")  # fmt: skip
    page.run("() => { location.hash = '#lang=en&view=world&country=JPN' }")
    opened(page, "Japan", "What other sources say", "Euromaidan Press")


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_the_search_finds_a_region(reader, maps: Path) -> None:
    page = reader.open(maps / f"{MAP}.html")
    page.run(
        """() => {
          const field = document.querySelector("#search");
          field.value = "pays asia";
          field.dispatchEvent(new Event("input"));
          document.querySelector("#search-list [role=option]").click();
        }"""
    )
    page.wait("() => document.activeElement.id === 'placed-E17'")


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_a_choice_of_a_meeting_keeps_who_took_part_in_it(reader, maps: Path) -> None:
    page = reader.open(maps / "coalition.html")
    items = "#unplaced [data-told]:not([hidden])"
    told = f"""() => [...document.querySelectorAll("{items}")]
      .filter((item) => item.querySelector("[data-meeting]"))
      .map((item) => item.querySelector("[data-meeting]").dataset.meeting)"""
    assert len(page.run(told)) > 1
    page.run("() => { location.hash = 'at=2025-03-02_london' }")
    page.wait(f"() => ({told})().join() === '2025-03-02_london'")
    page.run("() => { location.hash = '' }")
    page.wait(f"() => ({told})().length > 1")
