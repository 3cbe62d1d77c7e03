"""``pledgemap watch`` in a browser: the page anew at every save, and findings."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from console import hear
from playwright.sync_api import Browser, Page, expect

from geo.watch.run import watch

pytestmark = pytest.mark.browser

SOON_MS = 30_000
# Past it, it will never be.
NEVER_S = 120


@contextmanager
def watching(slugs: list[str], folder: Path) -> Iterator[tuple[str, threading.Event]]:
    """Watch maps of a folder; yield the last one's address, and what ends it."""
    lines: list[str] = []
    begun, stop = threading.Event(), threading.Event()

    def inform(line: str) -> None:
        lines.append(line)
        if "Ctrl-C" in line:
            begun.set()

    folders = {"data": folder / "data", "maps": folder / "maps"}
    talk = {"inform": inform, "warn": lambda *_: None}
    running = threading.Thread(
        target=watch, args=[slugs], kwargs={**folders, **talk, "port": 0, "stop": stop}
    )
    running.start()
    try:
        assert begun.wait(NEVER_S), lines
        yield [line for line in lines if line.startswith("http")][-1], stop
    finally:
        stop.set()
        running.join(NEVER_S)
    assert not running.is_alive()


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """The address of the map ``small``, which is watched."""
    with watching(["small"], project) as (address, _stop):
        yield address


@pytest.fixture
def messages() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, address: str, messages: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    hear(page, messages.append)
    page.goto(f"{address}#country=ESP")
    is_ready(page)
    yield page
    context.close()


def is_ready(page: Page) -> None:
    expect(page.locator("html.is-ready #details h2")).to_have_text(
        "Spain", timeout=SOON_MS
    )


def row(page: Page, country: str) -> str:
    return page.locator(f"tr[data-row={country}] td").first.inner_text()


def expect_row(page: Page, country: str, text: str) -> None:
    expect(page.locator(f"tr[data-row={country}] td").first).to_contain_text(
        text, timeout=SOON_MS
    )


def test_a_save_shows_and_keeps_what_the_reader_chose(
    page: Page, edit: Callable[[str, str, str], None], messages: list[str]
) -> None:
    page.set_viewport_size({"width": 1000, "height": 500})
    page.evaluate("window.scrollTo({ top: 300, behavior: 'instant' })")
    place = page.evaluate("window.scrollY")
    expect_row(page, "ESP", "Declined")
    steps = page.evaluate("history.length")
    for old, status in ("declined", "opposed"), ("opposed", "considering"):
        edit("data/pledges.csv", f"01,{old}", f"01,{status}")
        expect_row(page, "ESP", status.capitalize())
        is_ready(page)
    assert page.url.endswith("#country=ESP")
    # What stands above may be two lines lower or higher while the page starts anew.
    page.wait_for_function(f"() => Math.abs(window.scrollY - {place}) < 60")
    assert page.evaluate("history.length") == steps
    assert messages == []


def test_twelve_tabs_show_every_save(browser: Browser, address: str, edit) -> None:
    """A browser keeps six connections to one server."""
    context = browser.new_context()
    tabs = [context.new_page() for _ in range(12)]
    for tab in tabs:
        tab.goto(f"{address}#country=ESP")
    for old, status in ("declined", "opposed"), ("opposed", "considering"):
        edit("data/pledges.csv", f"01,{old}", f"01,{status}")
        for tab in tabs:
            expect_row(tab, "ESP", status.capitalize())
    context.close()


def test_findings_lie_over_the_last_good_map_until_they_are_mended(
    page: Page, edit, messages: list[str]
) -> None:
    hostile = "<img src=x onerror=alert(1)>{{7*7}}"
    edit("data/pledges.csv", "declined", hostile)
    panel = page.get_by_role("alert")
    expect(panel).to_contain_text("1 error", timeout=SOON_MS)
    expect(panel).to_contain_text(hostile, timeout=SOON_MS)
    expect(panel).to_contain_text(
        "data/pledges.csv:3:status: error[unknown-term]", timeout=SOON_MS
    )
    assert page.locator("#live-findings img").count() == 0
    expect_row(page, "ESP", "Declined")
    edit("data/pledges.csv", hostile, "opposed")
    expect(page.locator("#live-findings")).to_be_hidden(timeout=SOON_MS)
    expect_row(page, "ESP", "Opposed")
    assert messages == []


def test_the_panel_can_be_put_aside_by_keyboard(page: Page, edit) -> None:
    edit("data/pledges.csv", "declined", "decline")
    expect(page.get_by_role("alert")).to_be_visible(timeout=SOON_MS)
    page.get_by_role("button", name="Hide").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#live-findings")).to_be_hidden(timeout=SOON_MS)
    edit("data/pledges.csv", "decline", "dclined")
    expect(page.get_by_role("alert")).to_contain_text("dclined", timeout=SOON_MS)


def test_a_watch_that_ended_is_told_and_the_map_stays(
    browser: Browser, project: Path
) -> None:
    with watching([], project) as (address, stop):
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}#country=ESP")
        is_ready(page)
        stop.set()
        expect(page.get_by_role("alert")).to_contain_text(
            "pledgemap watch no longer gives this map", timeout=SOON_MS
        )
        expect_row(page, "ESP", "Declined")
        context.close()


def test_the_projects_own_map_is_renewed_without_a_word(
    browser: Browser, shipped_project: Path, tmp_path: Path
) -> None:
    shutil.copytree(shipped_project / "data", tmp_path / "data")
    shutil.copytree(
        shipped_project / "maps",
        tmp_path / "maps",
        ignore=shutil.ignore_patterns("*.html"),
    )
    messages = []
    with watching(["coalition"], tmp_path) as (address, _stop):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        hear(page, messages.append)
        page.goto(f"{address}#view=world&country=ESP&date=2025-09-04&lang=fr")
        is_ready_in_french = page.locator("html.is-ready #details h2")
        expect(is_ready_in_french).to_have_text("Espagne", timeout=SOON_MS)
        table = tmp_path / "data" / "pledges.csv"
        text = table.read_text(encoding="utf-8")
        for number in range(3):
            table.write_text(
                text.replace(" European peacekeepers", f" {number} peacekeepers", 1)
            )
            expect(page.locator("#said-S002")).to_contain_text(
                f"{number} peacekeepers", timeout=SOON_MS
            )
        expect(is_ready_in_french).to_have_text("Espagne", timeout=SOON_MS)
        assert page.url.endswith("#view=world&country=ESP&date=2025-09-04&lang=fr")
        context.close()
    assert messages == []
