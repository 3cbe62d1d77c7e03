"""The first screen answers: title, headline in the colours of the map, and the map."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from engines.page import Page, poll
from served import served

from geo.vocabulary import GRADE
from geo.words import LANGUAGES

MAPS = ["coalition", "paris-2025-03-11"]
BOX = """selector => {
  const { top, bottom, left, right } =
    document.querySelector(selector).getBoundingClientRect();
  return { top, bottom, left, right, height: bottom - top };
}"""
SPEAK = """language => {
  const choice = document.querySelector("#languages select");
  choice.value = language;
  choice.dispatchEvent(new Event("change", { bubbles: true }));
}"""
PRESSED = """() => [...document.querySelectorAll("[data-position][aria-pressed=true]")]
  .map(button => button.value)"""
DIMMED = "() => document.querySelectorAll('path.country.is-dim').length"
#: How long a text is depends little on the engine: one tries all languages.
TRIED = {"chromium": LANGUAGES}
FEWER = ("en", "uk")
ROWS = "() => document.querySelectorAll('#table tr[data-row]:not([hidden])').length"
MIDDLE = """selector => {
  const { left, top, width, height } =
    document.querySelector(selector).getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}"""
KEYS = "() => [...document.querySelectorAll('[data-key]')].map(one => one.dataset.key)"
FIRST_LAND = "path.country[data-status=pledged_troops]"


@pytest.mark.parametrize("name", MAPS)
def test_on_a_phone_the_map_begins_high_and_is_large(reader, maps: Path, name: str):
    page = reader.open(maps / f"{name}.html", width=360, height=780, touch=True)
    for language in TRIED.get(page.engine, FEWER):
        page.run(SPEAK, language)
        page.wait("l => document.documentElement.lang === l", language)
        box = page.run(BOX, ".map-box")
        assert box["top"] <= 230, language
        assert box["height"] >= 420, language
    # What the map does not need to be read comes after it.
    for later in ("#toolbar", "#panel"):
        assert page.run(BOX, later)["top"] >= page.run(BOX, ".map-box")["bottom"]
    assert page.run("() => document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("name", MAPS)
def test_on_a_laptop_map_and_slider_are_seen_at_once(reader, maps: Path, name: str):
    page = reader.open(maps / f"{name}.html", width=1366, height=768)
    for width, height in ((1366, 768), (1280, 720)):
        page.resize(width, height)
        page.wait("height => innerHeight === height", height)
        page.wait_still()
        for language in TRIED.get(page.engine, FEWER):
            page.run(SPEAK, language)
            page.wait("l => document.documentElement.lang === l", language)
            last = ".time-track" if name == "coalition" else ".map-box"
            assert page.run(BOX, last)["bottom"] <= height, (language, height)
            assert page.run(BOX, ".map-box")["height"] > 440


def test_the_date_is_said_once(reader, maps: Path):
    page = reader.open(maps / "coalition.html")
    assert "By 27 February 2026, " in page.text(".headline")
    assert page.text("header").count("27 February 2026") == 1
    assert page.text(".answer").endswith(
        "Pages read until July 2026 hold no newer national statement."
    )
    # An earlier date is not where the record ends.
    page.click_on("[data-t-label='time.previous']")
    page.wait("() => !document.querySelector('.as-of').textContent")


def chip(status: str) -> str:
    return f".headline .chip[data-status={status}]"


def test_a_number_of_the_headline_shows_whom_it_counts(reader, maps: Path):
    page = reader.open(maps / "coalition.html", "#lang=en", width=1366, height=768)
    rows = page.run(ROWS)
    sentence = page.text(".headline")
    pledged, conditional = (
        int(page.text(chip(status))) for status in ("pledged_troops", "conditional")
    )
    said = f"By 27 February 2026, {pledged} countries had committed"
    assert sentence.startswith(said)
    assert page.run(DIMMED) == 0
    before = page.pixels()
    # The mouse points at it, and leaves.
    page.move(*page.middle(chip("pledged_troops")))
    page.wait(f"() => ({DIMMED})() > 30")
    at = page.middle("path.country[data-status=opposed]")
    poll(
        lambda: page.pixels().getpixel(inside(at)) != before.getpixel(inside(at)),
        f"{page.engine}: a country that is not counted, painted more lightly",
    )
    page.move(*page.middle("h1"))
    page.wait(f"() => ({DIMMED})() === 0")
    # A click keeps to them: on the map, in the tables, in the address.
    page.click_on(chip("pledged_troops"))
    page.move(*page.middle("h1"))
    page.wait(f"n => ({ROWS})() === n", pledged)
    assert page.run(PRESSED) == ["pledged_troops.sound"]
    assert page.run("() => location.hash.includes('only=pledged_troops.sound')")
    assert "position: Pledged troops" in page.text(".narrowed")
    assert page.text(".headline") == sentence
    # By keyboard another one, and none again.
    page.run("s => document.querySelector(s).focus()", chip("conditional"))
    page.press("Enter")
    page.wait(f"n => ({ROWS})() === n", conditional)
    page.press("Enter")
    page.wait(f"rows => ({ROWS})() === rows", rows)
    assert page.run(PRESSED) == []
    assert not page.shown(".narrowed")


def inside(point: tuple[float, float]) -> tuple[int, int]:
    return round(point[0]), round(point[1])


def test_by_finger_a_number_of_the_headline_keeps_to_its_countries(reader, maps: Path):
    page = reader.open(maps / "coalition.html", width=360, height=780, touch=True)
    page.tap_on(chip("declined"))
    page.wait(f"() => ({PRESSED})().includes('declined.sound')")
    page.wait(f"n => ({ROWS})() === n", int(page.text(chip("declined"))))
    page.wait(f"() => ({DIMMED})() > 20")
    assert not page.shown(".pans")
    page.tap_on(chip("declined"))
    page.wait(f"() => ({DIMMED})() === 0")


def test_the_legend_keeps_to_the_weak_ones_too(reader, maps: Path):
    page = reader.open(maps / "coalition.html", "#only=considering")
    counted = int(page.text(".legend .key[value=considering] .n").split()[0])
    assert counted > int(page.text(chip("considering")))
    page.wait(f"n => ({ROWS})() === n", counted)
    page.click_on(".legend .key[value=considering]")
    page.wait(f"n => ({ROWS})() > n", counted)


@pytest.fixture
def site(tmp_path: Path, maps: Path) -> str:
    """A page with each map in a frame of 600 px, of one origin with them."""
    for name in MAPS:
        shutil.copy(maps / f"{name}.html", tmp_path)
    (tmp_path / "host.html").write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Report</title>'
        '<link rel="icon" href="data:,"><body style="margin: 0">'
        '<iframe title="Map" style="width: 600px; height: 750px; border: 0"></iframe>'
        "<script>window.told = []; addEventListener('message', ({ data }) => {"
        " if (data?.sentinel === 'amp') told.push(data.height); });"
        "document.querySelector('iframe').src = location.hash.slice(1);</script>",
        encoding="utf-8",
    )
    with served(tmp_path) as address:
        yield address


FRAMED = "document.querySelector('iframe')?.contentDocument"
HIGH_IN_FRAME = f"() => {FRAMED}.documentElement.getBoundingClientRect().height"


@pytest.mark.parametrize("name", MAPS)
def test_a_frame_is_no_higher_than_its_map_asks_and_stays_so(
    reader, site: str, name: str
):
    page = reader.go(f"{site}host.html#{name}.html", width=800, height=800)
    page.wait(f"() => {FRAMED}?.documentElement?.matches('.is-ready') && told.length")
    page.wait("() => told.at(-1) <= 750")
    assert in_frame(page, ".map-box")["top"] <= 120
    assert in_frame(page, ".legend .key")["top"] >= in_frame(page, ".map-box")["bottom"]
    high = page.run("() => told.at(-1)")
    # A country is clicked, read, and put away.
    page.click(*poll(lambda: twice(page, LAND_IN_FRAME), "land that stands still"))
    page.wait(f"() => !{FRAMED}.getElementById('details').hidden")
    panel = in_frame(page, "#details")
    # It may take what the frame leaves free below the page, and no more.
    assert panel["bottom"] <= 750
    # What was clicked stays in sight.
    land = in_frame(page, ".outline-open")
    assert (land["top"] + land["bottom"]) / 2 < panel["top"]
    page.run(f"() => {FRAMED}.querySelector('#details .close').click()")
    page.wait(f"() => {FRAMED}.getElementById('details').hidden")
    assert page.run("() => told.at(-1)") == high


def twice(page: Page, function: str) -> list[float] | None:
    """Return an answer that is the same some frames later."""
    first = page.run(function)
    page.pixels()
    return first if page.run(function) == first else None


def in_frame(page: Page, selector: str) -> dict[str, float]:
    return page.run(f"s => ({BOX.replace('document', FRAMED)})(s)", selector)


#: A point well within a country's land, which the frame lies at the corner of.
LAND_IN_FRAME = f"""() => {{
  const land = {FRAMED}.querySelector("{FIRST_LAND}[data-key=FRA]");
  const {{ left, top, width, height }} = land.getBoundingClientRect();
  const round = [[0, 0], [4, 0], [-4, 0], [0, 4], [0, -4]];
  for (let x = left + 1; x < left + width; x += 3)
    for (let y = top + 1; y < top + height; y += 3)
      if (round.every(([across, down]) =>
        {FRAMED}.elementFromPoint(x + across, y + down) === land)) return [x, y];
}}"""

SWIPE = """down => {
  const head = document.querySelector("#details header");
  const { left, top } = head.getBoundingClientRect();
  const play = (type, y) => {
    const touches = type === "touchend" ? [] : [{ clientX: left + 60, clientY: y }];
    head.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), { touches }));
  };
  play("touchstart", top + 10);
  play("touchmove", top + 10 + down / 2);
  play("touchmove", top + 10 + down);
  play("touchend", top + 10 + down);
}"""


def test_the_sheet_leaves_its_country_in_sight_and_goes_by_a_swipe(reader, maps: Path):
    page = reader.open(
        maps / "coalition.html", "#country=GRC", width=360, height=780, touch=True
    )
    page.wait("() => !document.getElementById('details').hidden")
    page.wait(
        f"""() => {{
          const box = {BOX};
          const [sheet, land] = ["#details", "path.outline-open"].map(box);
          return land.top >= 0 && land.bottom <= sheet.top;
        }}"""
    )
    page.run(SWIPE, 20)
    assert page.shown("#details")
    page.run(SWIPE, 200)
    page.wait("() => document.getElementById('details').hidden")


def test_back_closes_a_country_and_leaves_the_language(reader, maps: Path):
    page = reader.open(maps / "coalition.html", "#lang=en")
    page.run("() => document.querySelector('#table tr[data-row=FRA] button').click()")
    page.wait("() => !document.getElementById('details').hidden")
    page.run(SPEAK, "fr")
    page.wait("() => location.hash.includes('lang=fr')")
    page.run("() => history.back()")
    page.wait("() => document.getElementById('details').hidden")
    page.wait("() => location.hash.includes('lang=fr')")
    assert page.run("() => document.documentElement.lang") == "fr"
    page.run("() => history.forward()")
    page.wait("() => !document.getElementById('details').hidden")
    assert page.run("() => document.documentElement.lang") == "fr"


FIND = """text => {
  const field = document.getElementById("search");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return [...document.querySelectorAll("#search-list li")].map(li => li.innerText);
}"""


def test_what_is_sought_is_found_and_what_is_out_of_sight_is_said(reader, maps: Path):
    page = reader.open(maps / "coalition.html", "#lang=en", width=1366, height=768)
    outside = page.text(".outside")
    assert "Argentina" in outside
    assert "Portugal" not in outside
    page.click_on("[data-t-label='map.zoom_in']")
    page.wait_still()
    page.click_on("[data-t-label='map.zoom_in']")
    page.wait(
        "() => document.querySelector('.outside').textContent.includes('Iceland')"
    )
    # In another language of the page, and by code.
    assert page.run(FIND, "Niemcy")[0].startswith("Germany")
    assert page.run(FIND, "de")[0].startswith("Germany")
    # Who has no place on the map.
    assert page.run(FIND, "OTAN")[0].startswith("NATO")
    page.run("() => document.querySelector('#search-list li').click()")
    page.wait("() => document.activeElement.closest('#unplaced li') !== null")
    assert "NATO" in page.run("() => document.activeElement.innerText")


# WebKit's driver gives a link no focus.
@pytest.mark.parametrize("engine", ["chromium", "firefox"], indirect=True)
def test_a_link_skips_to_the_map_where_keys_work(reader, maps: Path):
    page = reader.open(maps / "coalition.html", "#lang=en", width=1366, height=768)
    page.run("() => document.querySelector('.skip').focus()")
    assert page.run(BOX, ".skip")["height"] > 20
    page.press("Enter")
    page.wait(f"() => {KEY}")
    first = page.run(f"() => {KEY}")
    page.press("ArrowRight")
    page.wait(f"first => {KEY} && {KEY} !== first", first)
    # Out of it again, and nothing scrolls.
    page.press("Escape")
    page.wait("() => document.activeElement.closest('.moves') !== null")
    assert page.run("() => scrollY") == 0


#: What the keys stand on.
KEY = "document.activeElement.dataset.key"
REACHED = "() => document.querySelectorAll('#map_pledgemap [data-key]').length"
#: No kind of publisher is left.
NOBODY = "#lang=en&without=" + ",".join([*GRADE, "ungraded"])


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_where_filters_leave_nobody_the_way_out_is_at_hand(reader, maps: Path):
    path = maps / "coalition.html"
    page = reader.open(path, NOBODY, width=360, height=780, touch=True)
    assert page.run(REACHED) == 0
    assert page.text(".headline").startswith("Filtered data: ")
    # The notice hides nothing of the map.
    assert page.run(BOX, ".narrowed")["top"] >= page.run(BOX, ".map-box")["bottom"]
    button = ".narrowed button"
    assert page.run(BOX, button)["height"] >= 24
    page.run("s => document.querySelector(s).focus()", button)
    page.press("Enter")
    page.wait(f"() => ({REACHED})() > 40 && {KEY}")
    assert not page.shown(".narrowed")
    assert not page.text(".headline").startswith("Filtered")
    # A filter that was let go does not come back with the view before.
    page.run("s => document.querySelector(s).click()", chip("pledged_troops"))
    page.wait(f"() => ({DIMMED})() > 20")
    # All marks of the others are as pale as their land.
    for mark in ("subject", "small-dot", "edge-dots"):
        assert page.run(PALE, f"#map_pledgemap .{mark}") == [True], mark
    page.run("s => document.querySelector(s).click()", chip("pledged_troops"))
    page.run("() => document.querySelectorAll('#toolbar .choice')[1].click()")
    page.wait("() => location.hash.includes('view=world')")
    page.run("() => history.back()")
    page.wait("() => !location.hash.includes('view=')")
    assert not page.run("() => location.hash.includes('only=')")
    # A name of nobody is answered, to see and to hear.
    assert page.run(FIND, "Atlantis") == []
    assert "“Atlantis”" in page.text(".search .nothing")
    assert page.text("#announcements") == page.text(".search .nothing")


PALE = """selector => [...new Set([...document.querySelectorAll(selector)]
  .map(mark => mark.matches(".is-dim")))]"""


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_a_frame_is_low_enough_in_each_language(reader, site: str):
    page = reader.go(f"{site}host.html#coalition.html", width=800, height=800)
    page.wait(f"() => {FRAMED}?.documentElement?.matches('.is-ready')")
    for language in LANGUAGES:
        page.run(SPEAK.replace("document", FRAMED), language)
        page.wait(f"l => {FRAMED}.documentElement.lang === l", language)
        assert page.run(HIGH_IN_FRAME) <= 750, language


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_no_source_of_an_article_is_called_sound(reader, maps: Path) -> None:
    address = "#only=pledged_troops.sound"
    page = reader.open(maps / "paris-2025-03-11.html", address)
    text = page.text(".narrowed")
    assert "Troupes promises" in text
    assert "fiables" not in text


def test_the_world_shows_europe_once_more_and_a_finger_opens_it(
    reader, maps: Path
) -> None:
    """On a phone most signs of the world lay over each other."""
    window = {"width": 360, "height": 780, "touch": True}
    page = reader.open(maps / "coalition.html", fragment="#view=world", **window)
    page.wait("() => document.querySelectorAll('.has-inset .inset').length === 1")
    page.wait("() => document.querySelectorAll('.labels > [data-of=ESP]').length > 0")
    keys = page.run(KEYS)
    assert len(keys) == len(set(keys)) > 40
    page.wait_still()
    page.tap(*page.run(MIDDLE, ".labels > path.status-sign[data-of=ESP]"))
    page.wait("() => location.hash.includes('country=ESP')")
