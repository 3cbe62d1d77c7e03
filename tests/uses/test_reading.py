"""A reader finds out what a country said: by mouse, by keys, in the dark, in French."""

from __future__ import annotations

import re
from pathlib import Path

from engines import Page
from engines.page import poll

#: A point at which a country is what the pointer meets, as near its middle as can be.
POINT = """name => {
  const named = [...document.querySelectorAll(".leaflet-pane [role=button]")]
    .find((path) => path.getAttribute("aria-label")?.startsWith(`${name},`));
  if (!named) return null;
  const { left, top, width, height } = named.getBoundingClientRect();
  const tries = [];
  for (let i = 1; i < 24; i++) for (let j = 1; j < 24; j++)
    tries.push([left + (width * i) / 24, top + (height * j) / 24]);
  const off = ([x, y]) => Math.hypot(x - left - width / 2, y - top - height / 2);
  tries.sort((a, b) => off(a) - off(b));
  return tries.find(([x, y]) => document.elementFromPoint(x, y) === named) ?? null;
}"""

OPENED = """name => {
  const panel = document.querySelector("#details");
  return !panel.hidden && panel.querySelector("h2").textContent === name;
}"""


def show_the_map(page: Page) -> None:
    """Bring the whole map into the window."""
    page.run(
        "() => document.querySelector('.map-box')"
        ".scrollIntoView({ behavior: 'instant' })"
    )


def colour_at(page: Page, point: list[float]) -> tuple[int, ...]:
    return page.pixels().getpixel((round(point[0]), round(point[1])))


def near(colour: tuple[int, ...], other: tuple[int, ...], tolerance: int = 12) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(colour, other, strict=True))


def test_a_click_on_france_says_what_france_said(reader, maps: Path):
    page = reader.open(maps / "coalition.html", width=1366, height=900)
    show_the_map(page)
    page.click(*page.wait(POINT, "France"))
    page.wait(OPENED, "France")
    said = page.text("#details")
    assert "several thousand" in said
    assert "statements" in said
    assert page.run("() => location.hash").count("country=FRA") == 1
    page.click_on("#details .close")
    page.wait("() => document.querySelector('#details').hidden")


def test_the_slider_goes_back_to_before_france_said_anything(reader, maps: Path):
    page = reader.open(maps / "coalition.html", width=1366, height=900)
    show_the_map(page)
    point = page.wait(POINT, "France")
    last = colour_at(page, point)
    page.click_on("input[type=range]")
    page.press("Home")
    page.wait("() => location.hash.includes('date=2024-12-18')")
    show_the_map(page)
    poll(lambda: not near(colour_at(page, point), last), "another colour for France")
    assert "18 December 2024" in page.text(".head")


def tab_to(page, selector: str) -> None:
    for _ in range(60):
        if page.run("one => document.activeElement.matches(one)", selector):
            return
        page.press("Tab")
    raise AssertionError(f"no Tab leads to {selector}")


def test_by_keys_alone(reader, maps: Path):
    page = reader.open(maps / "coalition.html")
    tab_to(page, ".leaflet-pane [role=button]")
    first = page.run("() => document.activeElement.getAttribute('aria-label')")
    page.press("ArrowRight")
    page.wait("was => document.activeElement.getAttribute('aria-label') !== was", first)
    label = page.run("() => document.activeElement.getAttribute('aria-label')")
    page.press("Enter")
    page.wait(OPENED, label.split(",")[0])
    page.press("Escape")
    page.wait("() => document.querySelector('#details').hidden")
    # What comes after the map.
    tab_to(page, ".search input")
    page.press(*"luxem", "ArrowDown", "Enter")
    page.wait(OPENED, "Luxembourg")


def test_in_french_and_in_the_dark(reader, maps: Path):
    page = reader.open(maps / "coalition.html", "?lang=fr", dark=True)
    assert page.run("() => document.documentElement.lang") == "fr"
    assert page.text("h1").startswith("Qui enverrait des troupes")
    paper = page.pixels().getpixel((4, 4))
    assert max(paper) < 60
    show_the_map(page)
    page.click(*page.wait(POINT, "Espagne"))
    page.wait(OPENED, "Espagne")


#: The labels of more than one line: what a copy of each holds, and what its lines say.
LINED = """() => {
  const labels = [...document.querySelectorAll("svg.labels text")];
  const lined = labels.filter((label) => label.children.length > 1);
  return lined.length > 0 && lined.map((label) => {
    getSelection().selectAllChildren(label);
    const lines = [...label.children].map((line) => line.textContent.trim());
    return [getSelection().toString(), lines.filter(Boolean).join(" ")];
  });
}"""


def test_words_of_two_lines_are_copied_apart(reader, maps: Path):
    fragment = "#layers=status,other_figures"
    page = reader.open(maps / "coalition.html", fragment, width=1366, height=900)
    page.wait_live()
    found = page.wait(LINED)
    assert "more than 3,000 already on NATO’s eastern flank" in [
        words for _, words in found
    ]
    for copied, words in found:
        assert copied == words


def test_words_of_two_lines_stand_apart_in_the_still_picture(maps: Path):
    text = (maps / "coalition.html").read_text(encoding="utf-8")
    lined = re.findall(r"<text[^>]*>(<tspan.*?)</text>", text)
    said = {re.sub(r"<[^>]*>", "", label) for label in lined}
    assert "“up to one company”" in said
