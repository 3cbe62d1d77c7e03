"""``pledgemap watch`` in a browser: another page in the same place, and findings."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.watch.run import watch

pytestmark = pytest.mark.browser

SOON_S = 30
SOON_MS = SOON_S * 1000


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """The address of the map ``small``, which is watched."""
    lines: list[str] = []
    stop = threading.Event()
    folders = {"data": project / "data", "maps": project / "maps"}
    talk = {"tell": lines.append, "warn": lambda *_: None}
    running = threading.Thread(
        target=watch, args=[["small"]], kwargs={**folders, **talk, "port": 0,
                                                "stop": stop},
    )  # fmt: skip
    running.start()
    end = time.monotonic() + SOON_S
    while not any("Ctrl-C" in line for line in lines) and time.monotonic() < end:
        time.sleep(0.02)
    yield next(line for line in lines if line.startswith("http"))
    stop.set()
    running.join(SOON_S)


@pytest.fixture
def messages() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, address: str, messages: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.goto(f"{address}#country=ESP")
    is_ready(page)
    # Leaving the page would lose this.
    page.evaluate("window.sameWindow = true")
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


def test_a_save_shows_in_place_and_keeps_what_the_reader_chose(
    page: Page, edit: Callable[[str, str, str], None], messages: list[str]
) -> None:
    page.set_viewport_size({"width": 1000, "height": 500})
    page.locator("#table details").first.evaluate("fold => { fold.open = true; }")
    page.evaluate("window.scrollTo({ top: 300, behavior: 'instant' })")
    page.locator("#details button").first.evaluate(
        "button => button.focus({ preventScroll: true })"
    )
    focus = page.evaluate("document.activeElement.textContent")
    place = page.evaluate("window.scrollY")
    expect_row(page, "ESP", "Declined")
    for status, told in [("opposed", "Opposed"), ("considering", "Considering")] * 2:
        before = page.evaluate("document.documentElement.dataset.live")
        old = {"Opposed": "considering", "Considering": "opposed"}[told]
        edit("data/pledges.csv", "01,declined" if before is None else f"01,{old}",
             f"01,{status}")  # fmt: skip
        expect_row(page, "ESP", told)
    is_ready(page)
    assert page.evaluate("window.sameWindow")
    assert page.url.endswith("#country=ESP")
    assert page.evaluate("window.scrollY") == place
    assert page.evaluate("document.activeElement.textContent") == focus
    assert page.locator("#table details").first.evaluate("fold => fold.open")
    assert page.locator(".folium-map path.country").count() > 200
    assert page.locator("#map_pledgemap").count() == 1
    assert messages == []


def test_what_is_half_typed_stays(page: Page, edit) -> None:
    page.locator("#search").focus()
    page.keyboard.type("swe")
    edit("data/pledges.csv", "declined", "opposed")
    expect_row(page, "ESP", "Opposed")
    assert page.evaluate("window.sameWindow")
    expect(page.locator("#search")).to_be_focused()
    expect(page.locator("#search")).to_have_value("swe")
    expect(page.locator("#search-list [role=option]")).to_have_text("Sweden")
    page.keyboard.type("d")
    expect(page.locator("#search")).to_have_value("swed")


def test_the_map_stays_where_the_reader_moved_it(page: Page, edit) -> None:
    page.mouse.move(400, 560)
    page.mouse.down()
    page.mouse.move(520, 600, steps=4)
    page.mouse.up()
    page.wait_for_timeout(600)
    # One that no edge of the map cuts.
    shape = page.locator(".folium-map path.country[data-key=POL]")
    before = shape.bounding_box()
    edit("data/pledges.csv", "declined", "opposed")
    expect_row(page, "ESP", "Opposed")
    after = shape.bounding_box()
    assert before is not None
    assert after == pytest.approx(before, abs=1)


def test_only_the_page_in_place_hears_the_window(page: Page, edit) -> None:
    for status in ("opposed", "considering"):
        old = "declined" if status == "opposed" else "opposed"
        edit("data/pledges.csv", f"01,{old}", f"01,{status}")
        expect_row(page, "ESP", status.capitalize())
    steps = page.evaluate("history.length")
    page.locator("#details .close, #details button").first.click()
    expect(page.locator("#details")).to_be_hidden(timeout=SOON_MS)
    assert page.evaluate("history.length") == steps + 1
    page.go_back()
    is_ready(page)


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


def test_another_layer_is_another_script_so_the_page_is_loaded_anew(
    page: Page, edit
) -> None:
    layer = '[[layers]]\nkind = "status"\n'
    edit("maps/small.toml", layer, f'{layer}\n[[layers]]\nkind = "disputed"\n')
    page.wait_for_function("() => !window.sameWindow")
    is_ready(page)
    assert page.url.endswith("#country=ESP")


def test_a_watch_that_ended_is_told_and_the_map_stays(
    browser: Browser, project: Path
) -> None:
    lines: list[str] = []
    stop = threading.Event()
    running = threading.Thread(
        target=watch,
        args=[[]],
        kwargs={"data": project / "data", "maps": project / "maps", "port": 0,
                "tell": lines.append, "warn": lambda *_: None, "stop": stop},
    )  # fmt: skip
    running.start()
    while not any("Ctrl-C" in line for line in lines):
        time.sleep(0.02)
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{next(line for line in lines if line.startswith('http'))}#country=ESP")
    is_ready(page)
    stop.set()
    running.join(SOON_S)
    expect(page.get_by_role("alert")).to_contain_text(
        "pledgemap watch has ended", timeout=SOON_MS
    )
    expect_row(page, "ESP", "Declined")
    context.close()


def test_the_projects_own_map_is_renewed_without_a_word(
    browser: Browser, shipped_project: Path, tmp_path: Path
) -> None:
    """Every part of the large page takes being put in place."""
    shutil.copytree(shipped_project / "data", tmp_path / "data")
    shutil.copytree(
        shipped_project / "maps",
        tmp_path / "maps",
        ignore=shutil.ignore_patterns("*.html"),
    )
    lines, messages = [], []
    stop = threading.Event()
    running = threading.Thread(
        target=watch,
        args=[["coalition"]],
        kwargs={"data": tmp_path / "data", "maps": tmp_path / "maps", "port": 0,
                "tell": lines.append, "warn": lambda *_: None, "stop": stop},
    )  # fmt: skip
    running.start()
    while not any("Ctrl-C" in line for line in lines):
        time.sleep(0.02)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    address = next(line for line in lines if line.startswith("http"))
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
    stop.set()
    running.join(SOON_S)
    assert messages == []
