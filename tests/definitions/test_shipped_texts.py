"""The texts of the maps that ship are set as their languages set them."""

import re
import tomllib
from pathlib import Path

import pytest

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.toml"))
DAY = re.compile(r"\d{1,2}\.?( de)? [^\W\d]+( de)? 20\d\d")


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_a_line_breaks_neither_before_a_french_colon_nor_in_a_date(path: Path) -> None:
    told = tomllib.loads(path.read_text("utf-8"))
    for text in (told["title"]["fr"], told["headline"]["fr"]):
        assert not re.search(r" [:;?!»]|« |\d \d", text)
    for text in told["title"].values():
        assert not DAY.search(text)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_no_finding_begins_as_the_line_below_it(path: Path) -> None:
    told = tomllib.loads(path.read_text("utf-8"))
    for text in told["headline"].values():
        assert not re.match(r"(Stand|Stan na|Станом|Situa)", text)
