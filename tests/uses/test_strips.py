"""Time at a glance: who stood where since when, and the way to each statement."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import pytest
from engines.page import poll
from PIL import ImageColor
from served import served

from geo.vocabulary.statuses import STATUSES

HOST = '<!doctype html><title>A report</title><link rel="icon" href="data:,">'
ROW = "#strips [data-strip={}]"
SEEN = (
    "() => { document.querySelector('#strips').scrollIntoView();"
    " return document.querySelector('#strips [data-strip] button') !== null }"
)
#: Where a dot of a country's strip is: its number, from the left.
DOT = """([selector, n]) => {
  const strip = document.querySelector(`${selector} .strip`);
  strip.scrollIntoView({ block: "center", behavior: "instant" });
  const drawn = strip.querySelector(".strip-dot");
  const xs = [...drawn.getAttribute("d").matchAll(/M(\\d+)/g)].map((m) => Number(m[1]));
  const days = drawn.ownerSVGElement.viewBox.baseVal.width;
  const { left, top, width } = strip.getBoundingClientRect();
  return [left + (xs.sort((a, b) => a - b).at(n) / days) * width, top + 10];
}"""
HEAD = "document.querySelector('#strips h3').innerText"
FOCUSED = "() => document.activeElement.id"
#: The page scrolls no more.
AT_REST = """() => new Promise((tell) => {
  const y = window.scrollY;
  setTimeout(() => tell(window.scrollY === y), 200);
})"""
OPENED = "() => document.activeElement.id.startsWith('statement-')"


def order(page) -> list[str]:
    rows = "[...document.querySelectorAll('#strips [data-strip]')]"
    return page.run(f"() => {rows}.map(row => row.dataset.strip)")


def test_a_strip_tells_where_a_country_stood_and_leads_to_its_statements(
    reader, maps: Path
) -> None:
    page = reader.open(maps / "coalition.html")
    page.wait(SEEN)

    def is_band(dot: int, status: str) -> bool:
        """Return whether the colour of a status stands right behind a dot."""
        x, y = page.run(DOT, [ROW.format("EST"), dot])
        found = page.pixels().getpixel((round(x) + 9, round(y) - 5))
        wanted = ImageColor.getrgb(STATUSES[status].light)
        return max(abs(a - b) for a, b in zip(found, wanted, strict=True)) < 12

    # Parts above may still find their height, and move the strips.
    poll(lambda: is_band(0, "considering"), "Estonia was considering it first")
    poll(lambda: is_band(-1 + 8, "pledged_troops"), "and pledges since")
    title = f"{ROW.format('EST')} title"
    told = page.run("s => document.querySelector(s).textContent", title)
    assert told == "Considering since 27 March 2025; Pledged troops since 30 April 2025"

    # A dot opens its statement.
    page.click(*page.run(DOT, [ROW.format("HUN"), 0]))
    page.wait(OPENED)
    assert "Hungary" in page.text("#details h2")
    first = page.run(FOCUSED)
    assert page.shown("#details .strip-box .strip")
    page.wait(AT_REST)
    # The strip at the panel's head leads to the others.
    page.click(*page.run(DOT, ["#details", -1 + 3]))
    page.wait(f"first => ({FOCUSED})() !== first && ({OPENED})()", first)

    # All of it with keys: to a country, to its statements, and open one.
    names = "document.querySelectorAll('#strips [data-strip] button')"
    page.run(f"() => {names}[0].focus()")
    page.press("ArrowDown", "ArrowRight", "ArrowRight")
    said = page.text("#announcements")
    assert said.startswith("France, 15 March 2025"), said
    page.press("Enter")
    page.wait("() => document.querySelector('#details h2')?.innerText === 'France'")
    page.wait(OPENED)
    assert "15 March 2025" in page.text(f"#{page.run(FOCUSED)} h4")


def test_strips_follow_date_filters_order_and_language(reader, maps: Path) -> None:
    page = reader.open(maps / "coalition.html", "#date=2025-03-27")
    page.wait(SEEN)
    line = "() => document.querySelector('.strips').style.getPropertyValue('--at')"
    assert 0.2 < float(page.run(line)) < 0.25
    assert page.text("#strips h3").split() == ["Pledged", "troops"]
    page.run("() => { location.hash = 'lang=fr&without=official' }")
    page.wait(f"() => {HEAD}.startsWith('Troupes')")
    assert page.text("#strips h2") == "Les positions au fil du temps"
    # At the last date they end where the line is.
    assert page.run(line) == "1"
    page.run("() => { location.hash = 'lang=en' }")
    page.wait(
        "() => document.querySelector('#strips h3').innerText.startsWith('Pledge')"
    )
    stands = order(page)
    page.click_on("#strips [data-order=changed]")
    page.wait("() => !document.querySelector('#strips h3')")
    assert sorted(order(page)) == sorted(stands)
    assert order(page)[0] == "HUN"
    # One of all is a stop of the Tab key; arrows lead to the others.
    minds = "[...document.querySelectorAll('#strips .minds button')]"
    assert page.run(f"() => {minds}.filter((one) => one.tabIndex === 0).length") == 1
    page.run(f"() => {minds}[0].focus()")
    page.press("ArrowDown", "ArrowRight")
    assert page.run(f"() => {minds}.indexOf(document.activeElement)") == 3
    # From a change to its statement, and to its day on the map.
    page.click_on(".minds li span button")
    page.wait(OPENED)
    page.wait(AT_REST)
    page.click_on(".minds li time button")
    page.wait("() => document.querySelector('.time-date').innerText.includes('25 Feb')")


def test_on_a_phone_the_strips_are_folded_and_a_finger_opens_a_statement(
    reader, maps: Path
) -> None:
    page = reader.open(maps / "coalition.html", width=360, height=780, touch=True)
    page.wait(SEEN)
    folded = "() => document.querySelectorAll('#strips details:not([open])').length"
    assert page.run(folded) == 2
    page.tap_on("#strips summary")
    page.wait("() => document.querySelector('#strips details').open")
    page.wait(SEEN)
    size = "s => document.querySelector(s).getBoundingClientRect().height"
    assert page.run(size, ROW.format("SWE")) >= 24
    assert page.run("() => document.documentElement.scrollWidth") <= 360
    page.tap(*page.run(DOT, [ROW.format("SWE"), -1]))
    page.wait(OPENED)
    assert "Sweden" in page.text("#details h2")
    below_px = page.run(
        "() => document.activeElement.querySelector('time').getBoundingClientRect().top"
        " - document.querySelector('#details header').getBoundingClientRect().bottom"
    )
    assert 0 <= below_px < 100


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_in_a_frame_only_the_panel_has_a_strip(reader, maps: Path, tmp_path) -> None:
    shown = "s => window.frames[0].document.querySelector(s)?.getClientRects().length"
    frame = '<iframe src="coalition.html#country=SWE" width=600 height=700></iframe>'
    (tmp_path / "host.html").write_text(f"{HOST}{frame}", encoding="utf-8")
    copy(maps / "coalition.html", tmp_path)
    with served(tmp_path) as address:
        page = reader.go(f"{address}host.html")
        page.wait(shown, "#details .strip-box .strip")
        assert not page.run(shown, "#strips")


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_a_day_pressed_by_key_keeps_the_focus_when_the_list_is_drawn_anew(
    reader, maps: Path
) -> None:
    page = reader.open(maps / "coalition.html")
    page.wait(SEEN)
    days = "document.querySelectorAll('.minds time button')"
    said = page.run(
        f"() => {{ const one = {days}[1]; window.old = one; one.focus();"
        " return one.closest('li').innerText; }"
    )
    page.press("Enter")
    page.wait("() => location.hash.includes('date=')")
    page.wait(AT_REST)
    page.wait(SEEN)
    page.wait("() => !window.old.isConnected")
    now = "document.activeElement.closest('.minds time') && document.activeElement"
    assert page.run(f"() => ({now})?.closest('li').innerText") == said
    assert page.run("() => document.activeElement.tabIndex") == 0
