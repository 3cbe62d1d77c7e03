"""axe-core finds nothing wrong with any state of the pages."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

STATES = {
    "as it opens": {},
    "French": {"fragment": "#lang=fr"},
    "Ukrainian, a country open": {"fragment": "#lang=uk&country=FRA"},
    "German, narrow": {"width": 320, "height": 740, "fragment": "#lang=de"},
    "world": {"fragment": "#view=world"},
    "a country open": {"fragment": "#country=ESP"},
    "narrow": {"width": 360, "height": 740},
    "narrow, a country open": {"width": 360, "height": 740, "fragment": "#country=FRA"},
    "dark": {"color_scheme": "dark"},
    "dark, a country open": {"color_scheme": "dark", "fragment": "#country=GBR"},
    "forced colours": {"forced_colors": "active"},
    "forced colours, narrow": {"width": 360, "forced_colors": "active"},
    "Asia": {"fragment": "#view=asia"},
    "Oceania, Spanish": {"fragment": "#view=oceania&lang=es"},
    "Polish, an earlier date": {"fragment": "#lang=pl&date=2025-03-27"},
    "two dates": {"fragment": "#from=2025-03-11&to=2026-01-06"},
    "filtered, tablet": {"width": 768, "fragment": "#confidence=high&domain=land"},
    "400 % zoom": {"width": 320, "height": 225},
}


@pytest.mark.parametrize("name", ["coalition", "paris-2025-03-11"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(open_page, maps: Path, name: str, state: str) -> None:
    opened = open_page(maps / f"{name}.html", **STATES[state])
    opened.page.evaluate(
        "document.querySelectorAll('details').forEach(d => d.open = true)"
    )
    opened.page.wait_for_timeout(200)
    results = Axe().run(opened.page)
    assert results.violations_count == 0, results.generate_report()
    assert len(results.response["passes"]) > 15
