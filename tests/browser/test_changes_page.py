"""The map of the changes: opens offline, runs nothing, and says all in words."""

import csv
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from edits import replace_in

from geo.diff.compare import compare
from geo.diff.page import changes_page
from geo.diff.sides import open_side

pytestmark = pytest.mark.browser

STATES = [{}, {"width": 360, "height": 740}, {"color_scheme": "dark"}]
HOSTILE = "<script>document.title='hurt'</script>{{ 7*7 }}\u202e"


@pytest.fixture(scope="module")
def changes(shipped_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped maps with edits that show: a figure, a status, a small country."""
    folder = tmp_path_factory.mktemp("changes")
    for name in ("data", "maps"):
        shutil.copytree(shipped_project / name, folder / "new" / name)
    pledges = folder / "new" / "data" / "pledges.csv"
    replace_in(pledges, "S183,LTU", f'"S183 {HOSTILE}",LTU')
    said = {"id": "S999", "actor": "MLT", "date": "2026-05-01", "status": "declined"}
    with pledges.open("r+", newline="", encoding="utf-8") as file:
        columns = csv.DictReader(file).fieldnames
        file.seek(0, 2)
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writerow({**said, "source": "unn_it", "confidence": "high"})
    sides = [
        open_side(str(side), Path("data"), Path("maps"), folder)
        for side in (shipped_project, folder / "new")
    ]
    difference, drawn = compare(*sides)
    assert not difference.troubles
    page = folder / "changes.html"
    page.write_text(changes_page(difference, drawn), encoding="utf-8")
    return page


@pytest.mark.parametrize("state", STATES)
def test_it_opens_offline_and_axe_finds_nothing(open_page, changes, state) -> None:
    opened = open_page(changes, wait_for="svg.picture-map", **state)
    page = opened.page
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert opened.messages == []
    assert opened.requests == [changes.as_uri()]
    wide, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= room


def test_changed_countries_are_marked_and_said(open_page, changes: Path) -> None:
    page = open_page(changes, wait_for="svg.picture-map").page
    assert page.locator("svg.picture-map").count() == 2
    for number in (0, 1):
        box = page.locator("path.changed:not(.picture path)").nth(number).bounding_box()
        assert box["width"] > 5
    said = page.locator("section").first.inner_text()
    assert "1 country is shown otherwise" in said
    assert "Malta" in said
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_text_stays_text(open_page, changes: Path) -> None:
    page = open_page(changes, wait_for="svg.picture-map").page
    assert page.title().startswith("What changed: ")
    assert "<script>document.title='hurt'</script>{{ 7*7 }}<U+202E>" in page.evaluate(
        "document.body.textContent"
    )
