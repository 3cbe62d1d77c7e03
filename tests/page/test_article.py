"""The article's map is the article: each of its claims stands on the page."""

from __future__ import annotations

import csv
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from geo.building import pledge_map
from geo.page.parts import PageParts

ROOT = Path(__file__).parents[2]
SAYINGS = ROOT / "data" / "article" / "sayings.csv"


def rows() -> list[dict[str, str]]:
    with SAYINGS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def parts() -> PageParts:
    """The article's page, which opens in French."""
    path = ROOT / "maps" / "paris-2025-03-11.toml"
    found: PageParts = pledge_map(path).get_root().parts
    return found


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = ""

    def handle_data(self, data: str) -> None:
        self.found += data


def claim(parts: PageParts, key: str) -> str:
    """What the page says of one claim."""
    reader = _Text()
    html = re.search(rf'<li id="claim-{key}">.*?</li>', parts.unplaced)
    reader.feed(html[0] if html else "")
    return reader.found


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_each_claim_is_found_by_its_own_words(
    parts: PageParts, row: dict[str, str]
) -> None:
    text = claim(parts, row["id"])
    # One row is what the text does not say.
    assert row["words"] in text if row["words"] else row["id"] == "E30"
    assert "Lecture" in text


def test_a_claim_leads_to_what_it_is_on_the_page(parts: PageParts) -> None:
    page = parts.unplaced + parts.tables
    section = parts.unplaced.partition('<section id="beside"')[0]
    links = set(re.findall(r'href="#([^"]+)"', section))
    assert {"said-E09", "placed-E17", "told-E03", "source-ma_es306"} <= links
    assert {link for link in links if f'id="{link}"' not in page} == set()


def test_the_headline_has_what_the_article_says_of_time(parts: PageParts) -> None:
    assert "étaient jusqu’à présent les seuls" in parts.description
    assert "récemment rejoints" in parts.description


def test_a_map_without_such_a_table_has_no_such_section() -> None:
    other = pledge_map(ROOT / "maps" / "coalition.toml").get_root().parts
    assert 'id="article"' not in other.unplaced
