"""One reader without a mouse does everything that the page offers, key after key."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

MOST_STOPS = 260


class Reader:
    """Presses keys, and knows of the page what has the focus."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def has_focus(self, selector: str) -> bool:
        ask = "selector => document.activeElement.matches(selector)"
        return bool(self.page.evaluate(ask, selector))

    def go_to(self, selector: str, key: str = "Tab") -> None:
        """Press Tab, or Shift+Tab, until what the selector names has the focus."""
        for _ in range(MOST_STOPS):
            if self.has_focus(selector):
                return
            self.press(key)
        pytest.fail(f"{selector} cannot be reached with {key}")

    def wait_for(self, condition: str) -> None:
        """Wait until an expression holds; the page's policy allows it no eval."""
        for _ in range(50):
            if self.page.evaluate(f"Boolean({condition})"):
                return
            self.page.wait_for_timeout(100)
        pytest.fail(f"it never comes to {condition}")


@pytest.fixture
def reader(open_page, maps: Path) -> Reader:
    return Reader(open_page(maps / "coalition.html", height=1000).page)


def in_the_address(part: str) -> str:
    return f"location.hash.includes({part!r})"


def test_every_task_by_keys_alone(reader: Reader) -> None:
    for task in TASKS:
        task(reader)


def choose_a_language(reader: Reader) -> None:
    reader.go_to(".language select")
    reader.press("f")
    reader.wait_for("document.documentElement.lang === 'fr'")
    # The list forgets the letters typed before, and takes the next ones as a word.
    reader.page.wait_for_timeout(1200)
    reader.page.keyboard.type("en")
    reader.wait_for("document.documentElement.lang === 'en'")


def find_a_country(reader: Reader) -> None:
    reader.go_to(".search input")
    reader.page.keyboard.type("luxem")
    reader.press("ArrowDown", "Enter")
    reader.wait_for(in_the_address("country=LUX"))
    assert "Luxembourg" in reader.page.locator("#details h2").inner_text()
    reader.press("Escape")
    reader.wait_for("document.getElementById('details').hidden")


def choose_a_view_and_move(reader: Reader) -> None:
    reader.go_to(".toolbar .choice:nth-child(2)", "Shift+Tab")
    reader.press("Enter")
    reader.wait_for(in_the_address("view=world"))
    reader.press("Shift+Tab")
    reader.press("Enter")
    reader.wait_for("!location.hash.includes('view=')")
    where = "() => document.querySelector('.leaflet-map-pane').getAttribute('style')"
    drawn = "() => document.querySelector('path.subject').getAttribute('d')"
    for name in ("zoom_in", "pan_left", "pan_up", "pan_down", "pan_right", "zoom_out"):
        before = reader.page.evaluate(where), reader.page.evaluate(drawn)
        reader.go_to(f'[data-t-label="map.{name}"]')
        reader.press("Enter")
        reader.page.wait_for_timeout(400)
        assert (reader.page.evaluate(where), reader.page.evaluate(drawn)) != before
    reader.go_to('[data-t-label="map.reset"]')
    reader.press("Enter")


def walk_the_map(reader: Reader) -> None:
    reader.go_to("[data-key]")
    names = set()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "End", "Home"):
        reader.press(key)
        tooltip = reader.page.locator("[role=tooltip]")
        assert tooltip.is_visible()
        names.add(tooltip.inner_text().splitlines()[0])
    assert len(names) >= 4
    here = reader.page.evaluate("document.activeElement.dataset.key")
    reader.press("Enter")
    reader.wait_for("document.activeElement.closest('#details')")
    reader.go_to("#details a[href^='http']")
    reader.press("Escape")
    assert reader.has_focus(f"[data-key={here}]")
    reader.press("Escape")
    assert reader.has_focus(".moves button")


def journey_in_time(reader: Reader) -> None:
    reader.go_to(".time input")
    reader.press("ArrowLeft", "ArrowLeft", "Home", "ArrowRight")
    reader.wait_for(in_the_address("date="))
    reader.go_to(".time-previous", "Shift+Tab")
    reader.go_to(".time-play", "Shift+Tab")
    first = reader.page.locator(".time-date").inner_text()
    reader.press("Enter")
    reader.wait_for(f"document.querySelector('.time-date').textContent !== {first!r}")
    reader.press("Enter")
    reader.go_to(".time input")
    reader.press("End")


def filter_and_let_go(reader: Reader) -> None:
    reader.go_to(".filters > summary")
    reader.press("Enter")
    reader.go_to(".filters select")
    reader.press("ArrowDown")
    reader.wait_for(in_the_address("confidence="))
    reader.go_to(".filters input[type=checkbox]")
    reader.press("Space")
    reader.wait_for(in_the_address("without="))
    reader.go_to(".filters button")
    reader.press("Enter")
    reader.wait_for("!location.hash.includes('without=')")


def choose_layers(reader: Reader) -> None:
    reader.go_to("#panel input[type=radio]")
    reader.press("ArrowDown")
    reader.wait_for(in_the_address("layers="))
    reader.press("ArrowUp")
    reader.go_to("#panel input[value=in_person]")
    reader.press("Space")
    reader.wait_for("document.querySelector('#map_pledgemap .badge')")
    reader.go_to("#panel .meeting select", "Shift+Tab")
    reader.press("ArrowDown")
    reader.wait_for(in_the_address("meeting="))


def take_away(reader: Reader) -> None:
    reader.go_to(".take > summary")
    reader.press("Enter")
    saving = {"countries": "csv", "json": "json", "png": "png", "svg": "svg"}
    for button, name in saving.items():
        reader.go_to(f".take [data-t='take.{button}']")
        with reader.page.expect_download() as saved:
            reader.press("Enter")
        assert saved.value.suggested_filename.endswith(f".{name}")


def compare_two_dates(reader: Reader) -> None:
    reader.go_to("#compare select")
    reader.press("ArrowDown", "ArrowDown")
    reader.wait_for("document.querySelector('#compare table')")


def read_the_tables(reader: Reader) -> None:
    reader.go_to("#table tr[data-row=FRA] button")
    reader.press("Enter")
    reader.wait_for(in_the_address("country=FRA"))
    reader.press("Escape")
    reader.go_to("#table > details > summary")
    reader.press("Enter")
    reader.go_to("#table details .table-box")
    reader.press("End")


TASKS = (
    choose_a_language,
    find_a_country,
    choose_a_view_and_move,
    walk_the_map,
    journey_in_time,
    filter_and_let_go,
    choose_layers,
    take_away,
    compare_two_dates,
    read_the_tables,
)
