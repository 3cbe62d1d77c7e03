"""Hostile text in what is made beside a map: a site, exports, the map of changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from hostile_project import write_project
from payloads import OURS, for_cells, our_texts
from playwright.sync_api import Browser
from spreadsheets import formulas
from watched import Watched, watch

from geo.cli import main

pytestmark = pytest.mark.browser

TEXTS = tuple(t for t in for_cells(our_texts()) if t not in OURS["long"])
TITLE = " ".join(TEXTS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hostile tables, and beside them harmless ones of the same shape."""
    folder = tmp_path_factory.mktemp("outputs")
    plain = tuple(f"text {number}" for number in range(len(TEXTS)))
    write_project(folder / "hostile", TEXTS, TITLE)
    write_project(folder / "plain", plain, "A title")
    return folder


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    one = watch(browser)
    yield one
    one.page.context.close()


def pledgemap(*arguments: object) -> int:
    return CliRunner().invoke(main, [str(one) for one in arguments]).exit_code


def folders(project: Path) -> list[object]:
    return ["--data", project / "data", "--maps", project / "maps"]


def test_a_site(folder: Path, watched: Watched) -> None:
    out = folder / "site"
    url = "https://example.org/maps/"
    assert not pledgemap(
        "site", "--url", url, "--out", out, *folders(folder / "hostile")
    )
    pages = [*sorted(out.glob("*.html")), *sorted(out.glob("latest/*.html"))]
    assert len(pages) > 2
    own = f"request: {out.as_uri()}/latest/hostile.svg"
    for page in pages:
        watched.page.goto(page.as_uri())
        watched.page.wait_for_timeout(300)
        assert [wrong for wrong in watched.wrongs() if wrong != own] == []
    # Hosts read this file line by line.
    assert "__pwned" not in (out / "_headers").read_text(encoding="utf-8")


def test_exports_run_in_no_spreadsheet(folder: Path) -> None:
    out = folder / "exported"
    formats = "csv,xlsx,json,geojson,topojson"
    done = pledgemap(
        "export", "hostile", "--to", formats, "--out", out, *folders(folder / "hostile")
    )
    assert done == 0
    files = [path.read_bytes() for path in out.glob("*.csv")]
    assert len(files) == 2
    assert [cell for data in files for cell in formulas(data)] == []
    book = openpyxl.load_workbook(out / "hostile.xlsx")
    every = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in every if cell.data_type == "f"]
