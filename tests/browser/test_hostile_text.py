"""Hostile text in any place stands on the page as it was written, and runs nowhere.

One page holds every text of the lists in every free column of every table, and in
every text of its definition; beside it stands a page of the same shape whose texts are
harmless.  The two must have the same elements with the same attributes, so that no
text has become markup, and show the same marks.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from engines.page import poll
from hostile_project import toml_text, write_project
from payloads import OURS, every_text, for_cells
from playwright.sync_api import Browser, Page
from spreadsheets import formulas
from watched import Watched, watch

import geo.words
from geo.building import build
from geo.page.static import begins
from geo.words import LANGUAGES

pytestmark = pytest.mark.browser

# Long texts have a page of their own: in every column they weigh 10 MB.
LONG = for_cells(OURS["long"])
TEXTS = tuple(text for text in for_cells(every_text()) if text not in LONG)
SHORT = [text for kind, texts in OURS.items() if kind != "long" for text in texts]
TITLE = " ".join(for_cells(SHORT))
STATE = "#lang=uk&country=ESP&view=view1&layers=layer0"
# Names that every object of JavaScript has.
ADDRESSES = [
    "#layers=constructor,__proto__,toString,layer0",
    "#country=__proto__&lang=constructor&view=toString",
    "#meeting=__proto__&date=__proto__&from=constructor&to=valueOf",
    "#confidence=constructor&without=__proto__&domain=toString&at=__proto__",
    "#country=</script><script>window.__pwned=1</script>",
    "#lang=%00&country=%E0%A4%A&view=",
]
# Which labels find room on a map depends on how long they are: what stands in them is
# told apart from the outline of the page.
OUTLINE = """
[...document.querySelectorAll("*")].filter((e) => !e.parentNode.closest?.("svg.labels"))
  .map((e) =>
  e.localName + [...e.attributes].map((a) => a.name)
    .filter((name) => name !== "data-stacked").sort().join(" ")).sort()
"""
IN_LABELS = """[...new Set([...document.querySelectorAll("svg.labels *")]
  .map((e) => `${e.localName}: ${e.getAttributeNames()
    .filter((name) => name !== "data-stacked").sort().join(" ")}`))]"""
OF_LABELS = {
    "path: class d data-of",
    "text: class data-of paint-order text-anchor",
    "text: class paint-order text-anchor",
    "tspan: x y",
}
MARKS = "document.querySelectorAll('path.leaflet-interactive').length"


def built(folder: Path, texts: tuple[str, ...], title: str) -> Path:
    write_project(folder, texts, title)
    (page,) = build(data=folder / "data", maps=folder / "maps")
    return page.path


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("hostile") / "a", TEXTS, TITLE)


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # A unit that its scope begins with is not said twice: so must it be here.
    texts = tuple(
        f"text{number}" if begins(text, text) else f"text {number}"
        for number, text in enumerate(TEXTS)
    )
    return built(tmp_path_factory.mktemp("harmless") / "a", texts, "A title")


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("long") / "a", LONG, LONG[2][:2000])


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    one = watch(browser)
    yield one
    one.page.context.close()


@pytest.fixture(scope="module")
def read(browser: Browser, hostile: Path) -> Iterator[Page]:
    """The large page, opened once for the tests that read it."""
    one = opened(watch(browser), hostile, "#country=FRA")
    yield one.page
    assert one.wrongs() == []
    one.page.context.close()


def opened(watched: Watched, path: Path, fragment: str = "") -> Watched:
    watched.page.goto("about:blank")
    watched.page.goto(path.as_uri() + fragment)
    watched.page.wait_for_selector("html.is-ready", state="attached")
    watched.page.wait_for_timeout(300)
    return watched


def test_nothing_runs_and_nothing_becomes_markup(
    browser: Browser, hostile: Path, harmless: Path
) -> None:
    pages = [opened(watch(browser), path) for path in (harmless, hostile)]
    for state in ("", STATE):
        for one in pages:
            one.page.evaluate("state => { if (state) location.hash = state; }", state)
        # What is out of sight gets its language a moment later.
        poll(lambda: outline(pages[0]) == outline(pages[1]), f"the same page {state}")
        for one in pages:
            assert one.page.locator("#details h2").count() == (1 if state else 0)
            assert one.wrongs() == []
            in_labels = set(one.page.evaluate(IN_LABELS))
            assert "tspan: x y" in in_labels <= OF_LABELS
    for one in pages:
        one.page.context.close()


def outline(watched: Watched) -> Counter[str]:
    """Return the elements of a page with their attributes' names, and its marks."""
    found = Counter(watched.page.evaluate(OUTLINE))
    found["marks"] = watched.page.evaluate(MARKS)
    assert found["marks"] > 200
    return found


def test_every_text_stands_there_literally(read: Page) -> None:
    wanted = set(TEXTS)
    cells = "[...document.querySelectorAll('#table tr[id^=said-]')].map((r) => %s)"
    sources = "[...document.querySelectorAll('.sources li > a')].map((a) => %s)"
    places = {
        "statement": cells % "r.cells[5].textContent",
        "speaker": cells % "r.cells[6].textContent",
        "id": cells % "r.id.slice(5)",
        "title": sources % "a.textContent",
    }
    for place, expression in places.items():
        assert wanted == set(read.evaluate(expression)), place
    panel = read.evaluate("document.getElementById('details').textContent")
    told = [text for number, text in enumerate(TEXTS) if number % 6 == 0]
    told = [text for text in told if TEXTS.index(text) % 10]
    assert [text for text in told if text not in panel] == []
    assert read.evaluate("document.querySelector('h1').textContent") == TITLE
    # Outside the body HTML has one line end.
    told = read.evaluate("document.querySelector('title').textContent")
    assert told == TITLE.replace("\r\n", "\n")


def test_links_go_nowhere_else(read: Page) -> None:
    links = read.evaluate(
        "[...document.querySelectorAll('a')].map((a) => [a.protocol, a.hostname])"
    )
    assert {tuple(link) for link in links} == {("https:", "example.org"), ("file:", "")}


def test_long_texts_break_nothing(watched: Watched, long: Path) -> None:
    page = opened(watched, long, "#country=ESP").page
    assert watched.wrongs() == []
    said = page.evaluate("document.getElementById('details').textContent")
    assert LONG[1] in said
    wide, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= room


def test_an_address_opens_the_page_whatever_it_says(
    watched: Watched, project: Path
) -> None:
    (small,) = build(data=project / "data", maps=project / "maps")
    for address in ADDRESSES:
        page = opened(watched, small.path, address).page
        assert watched.wrongs() == [], address
        page.locator("#panel input").first.click()
        page.wait_for_timeout(100)
        assert watched.wrongs() == [], address


def test_a_download_runs_in_no_spreadsheet(read: Page) -> None:
    read.locator("#take-away summary").click()
    with read.expect_download() as waiting:
        read.get_by_role("button", name="Statements (CSV)", exact=True).click()
    data = waiting.value.path().read_bytes()
    text = data.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    plain = {row["id"].replace("'", "") for row in rows}
    assert plain >= {text.replace("'", "") for text in TEXTS}
    assert list(formulas(data)) == []


@pytest.mark.parametrize("language", ["en", "uk"])
def test_words_of_a_language_file_are_texts(
    watched: Watched,
    harmless: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    texts = for_cells(SHORT)
    for code in LANGUAGES:
        file = Path(geo.words.__file__).parent / f"{code}.toml"
        words = tomllib.loads(file.read_text(encoding="utf-8"))
        if code == language:
            for number, key in enumerate(words):
                if not key.startswith(("language.", "sentence.")):
                    words[key] = f"{words[key]} {texts[number % len(texts)]}"
        lines = (f"{toml_text(key)} = {toml_text(text)}" for key, text in words.items())
        (tmp_path / f"{code}.toml").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(geo.words, "files", lambda _: tmp_path)
    geo.words.words.cache_clear()
    try:
        path = built(tmp_path / "a", ("one", "two", "three"), "A title")
    finally:
        geo.words.words.cache_clear()
    scripts = "document.querySelectorAll('script').length"
    usual = opened(watched, harmless).page.evaluate(scripts)
    page = opened(watched, path, f"#lang={language}&country=FRA").page
    assert watched.wrongs() == []
    shown = page.evaluate("document.body.textContent + document.body.outerHTML")
    assert sum(text in shown for text in texts) > len(texts) / 2
    assert page.evaluate(scripts) == usual
