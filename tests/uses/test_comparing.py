"""Two dates on one map: what is inside, what was along the edge, and a list of both."""

from __future__ import annotations

from pathlib import Path

import pytest
from engines.page import Page, poll
from PIL import ImageColor

from geo.vocabulary.statuses import STATUSES

#: Places along the outlines of who had a status before, in the window.
ALONG = """status => {
  const edge = document.querySelector(`path.changed-edge[data-status=${status}]`);
  const map = edge.closest(".folium-map");
  map.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, right, bottom } = map.getBoundingClientRect();
  const [length, box] = [edge.getTotalLength(), edge.getScreenCTM()];
  const places = Array.from({ length: 300 }, (_, i) => {
    const point = edge.getPointAtLength((length * (i + 0.5)) / 300);
    const { x, y } = point.matrixTransform(box);
    return [x, y];
  });
  const inside = ([x, y]) =>
    x > left + 9 && x < right - 9 && y > top + 9 && y < bottom - 9;
  return places.filter(inside).filter(([, y]) => y > 0 && y < innerHeight - 1);
}"""
CHOOSE = """([name, text]) => {
  const select = document.querySelector(`#compare select[name=${name}]`);
  const option = [...select.options].find((one) => one.text === text);
  select.value = option.value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}"""
TITLE = "document.querySelector('.time-title')?.innerText"


def has_edges(page: Page, status: str) -> bool:
    seen = page.run(ALONG, status)
    pixels = page.pixels()
    wanted = ImageColor.getrgb(STATUSES[status].light)
    found = [pixels.getpixel((round(x), round(y))) for x, y in seen]
    close = [p for p in found if max(map(abs, map(int.__sub__, p, wanted))) < 24]
    # A name or a sign may stand over an edge.
    return len(seen) > 20 and len(close) > 0.6 * len(seen)


def test_two_months_are_compared_on_the_map_itself(reader, maps: Path) -> None:
    page = reader.open(maps / "coalition.html")
    page.run(CHOOSE, ["from", "July 2025"])
    page.run(CHOOSE, ["to", "December 2025"])
    page.wait(f"() => {TITLE}?.startsWith('20 countries')")
    page.wait_still()
    poll(lambda: has_edges(page, "conditional"), "edges of the earlier colour")
    page.wait("() => document.querySelector('#panel').innerText.includes('Edge: its')")
    item = page.run(
        "() => [...document.querySelectorAll('.time-changes li')]"
        ".find((li) => li.innerText.startsWith('Lithuania')).innerText"
    )
    assert item.startswith("Lithuania: Pledged troops, other help offered (before: Yes")

    # The address holds both, and a month leads to what it changed.
    written = "() => location.hash.includes('date=2025-12-') && location.hash"
    address = page.wait(written)
    assert "from=2025-07-" in address
    again = reader.open(maps / "coalition.html", address, width=360, height=780)
    again.wait(f"() => {TITLE}?.startsWith('20 countries')")
    again.click_on("#compare .months li:nth-last-child(2) button")
    again.wait(f"() => {TITLE}?.includes('January 2026')")
    assert again.run("() => document.documentElement.scrollWidth") <= 360
    assert "from=2025-12-" in again.wait("() => location.hash")


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_a_comparison_runs_forward_from_whichever_date_is_shown(
    reader, maps: Path
) -> None:
    told = []
    for other, shown in ("2025-07-31", "2025-12-31"), ("2025-12-31", "2025-07-31"):
        address = f"#from={other}&date={shown}"
        page = reader.open(maps / "coalition.html", address)
        page.wait(f"() => {TITLE}?.startsWith('20 countries')")
        page.wait_still()
        told.append((page.text(".time-changes"), page.text("#compare caption")))
    assert told[0] == told[1]


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_the_table_keeps_to_whom_its_caption_names(reader, maps: Path) -> None:
    page = reader.open(maps / "coalition.html", "#from=2025-07-31&date=2025-12-31")
    rows = "document.querySelectorAll('#compare tbody tr').length"
    page.wait(f"() => {rows} === 20")
    said = page.text("#compare caption")
    page.click_on(".headline [data-status=declined]")
    page.wait(f"() => {rows} < 20")
    kept = page.run(f"() => {rows}")
    assert page.text("#compare caption").startswith(f"{kept} ")
    page.click_on(".headline [data-status=declined]")
    page.wait(f"() => {rows} === 20")
    assert page.text("#compare caption") == said


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_a_headline_drawn_anew_under_the_pointer_dims_nothing(
    reader, maps: Path
) -> None:
    page = reader.open(maps / "coalition.html")
    dim = "document.querySelectorAll('#map_pledgemap .is-dim').length"
    enter = "new PointerEvent('pointerenter')"
    chip = "document.querySelector('.headline [data-status=declined]')"
    page.run(f"() => {chip}.dispatchEvent({enter})")
    page.wait(f"() => {dim} > 0")
    page.run("() => { location.hash = 'date=2025-12-31' }")
    page.wait(f"() => {dim} === 0")


#: A place in the window where a country lies once the map is scrolled to.
LAND = """() => {
  document.querySelector(".stage").scrollIntoView({ behavior: "instant" });
  for (let x = 60; x < innerWidth; x += 20) for (let y = 60; y < innerHeight; y += 20) {
    const [one, other] = [0, 4].map((by) => document.elementFromPoint(x + by, y));
    if (one === other && one.matches("path.country")) return [x, y];
  }
}"""


# WebKit's driver moves no pointer of the machine's.
@pytest.mark.parametrize("engine", ["chromium", "firefox"], indirect=True)
def test_a_map_that_scrolls_under_the_pointer_opens_no_tooltip(
    reader, maps: Path
) -> None:
    page = reader.open(maps / "coalition.html")
    x, y = page.run(LAND)
    page.run(
        "() => { document.querySelector('#compare').scrollIntoView();"
        " document.querySelector('.stage').addEventListener("
        "'mouseover', () => { window.isUnder = true }, true) }"
    )
    page.move(x, y)
    page.run(LAND)
    page.wait("() => window.isUnder")
    shown = "() => Boolean(document.querySelector('#tooltip:not([hidden])'))"
    assert not page.run(shown)
    page.move(x + 4, y)
    page.wait(shown)
