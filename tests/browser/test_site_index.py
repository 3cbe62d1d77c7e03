"""The index of a published folder: offline, without a script, for every reader."""

from pathlib import Path

import pytest
from access import assert_accessible

from geo.site.site import site

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def published(shipped_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("published")
    site(out=out, data=shipped_project / "data", maps=shipped_project / "maps")
    return out


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("index.html", 1280, "light"),
        ("index.fr.html", 320, "dark"),
        ("index.uk.html", 320, "light"),
    ],
)
def test_it_opens_offline_for_every_reader(
    open_page, published: Path, name: str, width: int, scheme: str
) -> None:
    opened = open_page(
        published / name, width=width, wait_for="img", color_scheme=scheme
    )
    page = opened.page
    page.wait_for_function("[...document.images].every(i => i.naturalWidth > 0)")
    assert opened.messages == []
    assert {url.partition(":")[0] for url in opened.requests} == {"file"}
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert_accessible(page)


def test_it_leads_to_the_map_in_its_language(open_page, published: Path) -> None:
    page = open_page(published / "index.fr.html", wait_for="img").page
    page.get_by_role("link", name="Ouvrir la carte").first.click()
    page.wait_for_selector("path.leaflet-interactive", state="attached")
    page.wait_for_selector(".is-ready", state="attached")
    assert page.evaluate("document.documentElement.lang") == "fr"


def test_it_reads_without_a_script(open_page, published: Path) -> None:
    page = open_page(published / "index.html", java_script_enabled=False).page
    assert page.get_by_role("link", name="Open the map").count() == 2
    assert page.locator("article h2").count() == 2
