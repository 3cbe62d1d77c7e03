"""What is taken away under a date or filters is what is shown, and says so."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"
CHOICES = (
    "",
    "#confidence=high",
    "#date=2025-09-04&without=other_press",
)


def taken(page: Page, name: str) -> tuple[str, bytes]:
    if page.locator("#take-away details:not([open])").count():
        page.locator("#take-away summary").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name, exact=True).click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("choice", CHOICES)
def test_only_the_statements_that_the_page_shows(
    look_at, maps: Path, choice: str
) -> None:
    page = look_at(maps / "coalition.html", choice).page
    listed = page.evaluate(
        "[...document.querySelectorAll('#table tr[id^=said-]:not([hidden])')]"
        ".map((row) => row.id.slice(5)).sort()"
    )
    assert len(listed) > 50
    _, data = taken(page, "Statements (CSV)")
    assert sorted(row["id"] for row in table(data)) == listed
    value = json.loads(taken(page, "All of it (JSON)")[1])
    assert sorted(row["id"] for row in value["statements"]) == listed
    # Organisations are among them, with what they said.
    assert {"EU"} <= {row["actor"] for row in value["statements"]}
    assert all(row["statement"] for row in value["statements"])


def test_a_part_is_said_to_be_one(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", "#confidence=high&domain=sea").page
    told = page.locator(".narrowed").inner_text().splitlines()[0]
    assert "High confidence only; about: sea" in told
    name, data = taken(page, "Statements (CSV)")
    assert name == (
        "pledgemap-coalition-2026-02-27-confidence-high-domain-sea-europe-statements.csv"
    )
    rows = table(data)
    assert {row["filters"] for row in rows} == {"confidence=high&domain=sea"}
    assert all(told in row["cite_as"] for row in rows)
    value = json.loads(taken(page, "All of it (JSON)")[1])["metadata"]
    assert value["filters"] == {"confidence": "high", "domain": "sea"}
    assert value["only_part"] == told
    name, data = taken(page, "Drawing (SVG)")
    assert "-confidence-high-domain-sea-" in name
    assert told in words_of(data)
    fields = page.locator("#take-away textarea")
    assert told in fields.nth(0).input_value()
    assert told in fields.nth(1).input_value()


def test_the_whole_is_not_said_to_be_a_part(look_at, maps: Path) -> None:
    page = look_at(maps / "coalition.html", "").page
    rows = table(taken(page, "Countries (CSV)")[1])
    assert {row["filters"] for row in rows} == {""}
    value = json.loads(taken(page, "All of it (JSON)")[1])["metadata"]
    assert value["filters"] == {}
    assert "only_part" not in value
    assert "Only part" not in words_of(taken(page, "Drawing (SVG)")[1])


def test_the_picture_says_whose_it_is_and_counts_plainly(look_at, maps: Path) -> None:
    page = look_at(maps / "coalition.html", "").page
    said = words_of(taken(page, "Drawing (SVG)")[1])
    citation = page.locator("#take-away textarea").first.input_value()
    assert f"Cite as: {citation}" in said
    assert "; 1 weak)" in said
    assert "))" not in said


def words_of(svg: bytes) -> str:
    root = ET.fromstring(svg)  # noqa: S314  # our own
    return " ".join(node.text or "" for node in root.iter(f"{SVG}text"))
