"""axe-core finds nothing wrong with any state of the pages."""

from pathlib import Path

import pytest
from access import assert_accessible

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
    "Spanish, dark, Oceania, 400 % zoom, a country open": (
        PARIS,
        {"width": 320, "height": 225, "color_scheme": "dark",
         "fragment": "#view=oceania&lang=es&country=ESP"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(open_page, maps: Path, state: str) -> None:
    name, options = STATES[state]
    page = open_page(maps / f"{name}.html", **options).page
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    if name == COALITION:
        page.evaluate("document.querySelector('#strips').scrollIntoView()")
        page.wait_for_selector("#strips [data-strip] button", state="attached")
    assert_accessible(page)
