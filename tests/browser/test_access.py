"""axe-core finds nothing wrong with any state of the pages."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

COALITION, PARIS = "coalition", "paris-2025-03-11"
# Each look, language and state once, not each with each: axe reads for seconds.
STATES = {
    "as it opens": (COALITION, {}),
    "Ukrainian, dark, a country open": (
        COALITION, {"fragment": "#lang=uk&country=FRA", "color_scheme": "dark"},
    ),
    "German, narrow": (
        COALITION, {"width": 320, "height": 740, "fragment": "#lang=de"},
    ),
    "forced colours, narrow, a country open": (
        COALITION,
        {"width": 360, "forced_colors": "active", "fragment": "#country=GBR"},
    ),
    "Polish, two dates": (
        COALITION, {"fragment": "#lang=pl&from=2025-03-11&to=2026-01-06"},
    ),
    "filtered, tablet, an earlier date": (
        COALITION,
        {"width": 768, "fragment": "#confidence=high&domain=land&date=2025-03-27"},
    ),
    "French": (PARIS, {"fragment": "#lang=fr"}),
    "dark, narrow, a country open": (
        PARIS,
        {"width": 360, "height": 740, "color_scheme": "dark",
         "fragment": "#country=ESP"},
    ),
    "forced colours, world": (
        PARIS, {"forced_colors": "active", "fragment": "#view=world"},
    ),
    "Spanish, Oceania": (PARIS, {"fragment": "#view=oceania&lang=es"}),
    "400 % zoom": (PARIS, {"width": 320, "height": 225}),
}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(open_page, maps: Path, state: str) -> None:
    name, options = STATES[state]
    opened = open_page(maps / f"{name}.html", **options)
    opened.page.evaluate(
        "document.querySelectorAll('details').forEach(d => d.open = true)"
    )
    opened.page.wait_for_timeout(200)
    results = Axe().run(opened.page)
    assert results.violations_count == 0, results.generate_report()
    assert len(results.response["passes"]) > 15
