"""Every link of the documentation leads to a file or a heading that is there."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from documents import ROOT, pages, parsed

SMALL_BYTES = 8_000


def links(page: str) -> list[str]:
    inside = [child for token in parsed(page) for child in token.children or ()]
    found = [c.attrGet("href") or c.attrGet("src") for c in inside]
    return [str(link) for link in found if link and "://" not in str(link)]


def anchors(page: str) -> set[str]:
    """The names that GitHub gives to a page's headings."""
    tokens = parsed(page)
    titles = [
        "".join(c.content for c in after.children or ())
        for token, after in pairwise(tokens)
        if token.type == "heading_open"
    ]
    return {re.sub(r"[^\w -]", "", t.lower()).replace(" ", "-") for t in titles}


@pytest.mark.parametrize("page", pages())
def test_every_link_leads_somewhere(page: str) -> None:
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (ROOT / page).parent / path if path else ROOT / page
        assert target.exists(), f"{page}: {link}"
        if anchor:
            there = anchors(target.resolve().relative_to(ROOT).as_posix())
            assert anchor in there, f"{page}: {link}"


def test_every_page_is_reached_from_the_readme() -> None:
    reached, todo = set(), ["README.md"]
    while todo:
        page = todo.pop()
        if page in reached:
            continue
        reached.add(page)
        for link in links(page):
            target = ((ROOT / page).parent / link.partition("#")[0]).resolve()
            if target.suffix == ".md":
                todo.append(target.relative_to(ROOT).as_posix())
    assert {p for p in pages() if not p.startswith("data/")} - reached == set()


@pytest.mark.parametrize("page", pages())
def test_every_path_that_is_named_is_there(page: str) -> None:
    """Those of the repository; ``data/baltic.csv`` is the reader's own."""
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"`((?:geo|tests|docs|requirements|\.ci)/[\w/.*-]+)", text)
    assert [path for path in named if not list(ROOT.glob(path))] == []


def test_the_readme_is_a_door() -> None:
    assert (ROOT / "README.md").stat().st_size <= SMALL_BYTES
