"""The page on paper: nothing is left behind, and a row leads to its source."""

from __future__ import annotations

import io
import re
from pathlib import Path
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from geo.words import words

pytestmark = pytest.mark.browser

WHOLE = "document.documentElement.classList.add('print-all')"

PAGES = [
    ("paris-2025-03-11", "#lang=en", "Letter"),
    ("coalition", "#country=FRA", "A4"),
]


@pytest.mark.parametrize(("name", "fragment", "sheet"), PAGES)
def test_paper_holds_the_legend_with_the_map_and_every_address(
    open_page, maps: Path, name: str, fragment: str, sheet: str
) -> None:
    page = open_page(maps / f"{name}.html", fragment).page
    page.evaluate(WHOLE)
    addresses = page.locator(".sources a").evaluate_all(
        "nodes => nodes.map(n => n.getAttribute('href'))"
    )
    printed = PdfReader(io.BytesIO(page.pdf(format=sheet)))
    # Letters such as "ff" are printed as one.
    texts = [normalize("NFKC", sheet.extract_text()) for sheet in printed.pages]
    assert "Legend and layers" in texts[0]
    assert "Disputed line" in texts[0]
    assert all(len(text) > 100 for text in texts)
    whole = re.sub(r"\s", "", "".join(texts))
    missing = [url for url in addresses if re.sub(r"\s", "", url) not in whole]
    assert addresses
    assert missing == []
    # A title stands with what it is a title of.
    for text in texts:
        last = text.strip().splitlines()[-1]
        assert not re.fullmatch(r"France|\d+ (statements|meetings), newest first", last)
    # Afterwards the page is as it was.
    assert not page.locator(".sources").is_visible()


@pytest.mark.parametrize(
    ("name", "language"),
    [("coalition", "en"), ("coalition", "uk"), ("paris-2025-03-11", "fr")],
)
def test_two_sheets_hold_what_the_page_says_at_a_glance(
    open_page, maps: Path, name: str, language: str
) -> None:
    page = open_page(maps / f"{name}.html", f"#lang={language}").page
    countries = page.locator("#table tr[data-row]:visible th").all_inner_texts()
    headline, title = page.locator(".headline").inner_text(), page.title()
    said = words(language)
    printed = PdfReader(io.BytesIO(page.pdf(format="A4")))
    first, second = (bare(sheet.extract_text()) for sheet in printed.pages)
    # Numbers stand in chips of their own.
    pieces = [piece for piece in re.split(r"\d+", headline) if len(piece) > 6]
    for text in (title, *pieces, said["panel.title"], said["legend.disputed_line"]):
        assert bare(text) in first, text
    assert len(countries) > 4
    assert [one for one in countries if bare(one) not in first + second] == []
    # A short table is not parted: its last rows stood alone on a sheet.
    if name == "paris-2025-03-11":
        assert all(bare(one) in second for one in countries)
    # Without its source a row says nothing that another one said.
    if name == "coalition" and language == "en":
        assert (first + second).count("AsianandOceaniancountries") == 1
    # What is not there is said, and how to have it.
    assert bare(said["take.print_all"]) in first
    assert f"{name}.html" in first
    assert page.locator(".print-rest").is_hidden()


def bare(text: str) -> str:
    """A text without spaces; letters such as "ff" are printed as one."""
    return re.sub(r"[\s\u2066-\u2069]", "", normalize("NFKC", text))


def test_a_link_to_a_source_has_its_number(open_page, maps: Path) -> None:
    page = open_page(maps / "paris-2025-03-11.html", "#lang=en").page
    page.evaluate(WHOLE)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    link = page.locator("#table .source a").first
    entry = page.locator(f"#table {link.get_attribute('href')}")
    number = "node => node.dataset.number"
    assert link.evaluate(number) == entry.evaluate(number)
    assert entry.is_visible()
    head = page.locator("thead th").first
    assert head.evaluate("node => getComputedStyle(node).boxShadow") == "none"
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert not entry.is_visible()


def test_what_a_row_rests_on_has_most_of_the_room(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", width=688).page
    page.evaluate(WHOLE)
    page.emulate_media(media="print")
    widths = page.locator("#table table").first.evaluate(
        "table => [...table.querySelectorAll('thead th')].map(th => th.offsetWidth)"
    )
    assert widths[-1] == max(widths)
    assert widths[-1] > 0.4 * sum(widths)


LEGENDS_ON_PAPER = """() => {
  const box = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect();
  };
  const seen = (selector, within) =>
    [...within.querySelectorAll(selector)].filter((node) => node.checkVisibility());
  const panel = document.querySelector(".panel");
  const [ragged, touching] = [[], []];
  const ends = new Set();
  for (const legend of seen(".legend", panel)) {
    const rows = seen("li", legend).map((row) => [row, box(row)]);
    const [{ width }] = legend.getClientRects();
    for (const [row] of rows) {
      const edge = row.getBoundingClientRect();
      const count = row.querySelector(".n");
      if (count) ends.add(Math.round(box(count).right - edge.right));
      if (Math.abs(edge.width - width) > 1) ragged.push(row.textContent);
    }
    rows.slice(1).forEach(([row, { left, top }], i) => {
      const [, before] = rows[i];
      const isUnder = left < before.right && top > before.top;
      if (isUnder && top - before.bottom < 2) touching.push(row.textContent);
    });
  }
  return {
    rows: seen(".legend li", panel).length,
    headings: seen("legend", panel).map((node) => node.textContent),
    ends: [...ends],
    ragged,
    touching,
  };
}"""


@pytest.mark.parametrize("name", ["coalition", "paris-2025-03-11"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_legend_on_paper_is_even(
    open_page, maps: Path, name: str, language: str
) -> None:
    page = open_page(maps / f"{name}.html", f"#lang={language}", width=688).page
    page.emulate_media(media="print")
    page.wait_for_selector(".more[open]")
    told = page.evaluate(LEGENDS_ON_PAPER)
    assert told["rows"] > 10
    # Nothing is to be switched, and no heading says so.
    assert told["headings"] == []
    # Counts stand under each other at the end of their rows, rows apart.
    assert told["ragged"] == []
    assert told["ends"] == [0]
    assert told["touching"] == []
