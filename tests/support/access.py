"""What axe-core finds wrong with a page as it is shown."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

#: Axe reads each row for as long as a whole page, and all of a list are made alike.
FEWER = """most => {
  for (const list of document.querySelectorAll("tbody, ol, ul"))
    [...list.children].slice(most).forEach(row => row.remove());
}"""
MOST_ROWS = 24
FEWEST_RULES = 15


def assert_accessible(page: Page, part: str | None = None) -> None:
    """Fail with what is wrong of a page, or of the part that a selector names."""
    page.evaluate(FEWER, MOST_ROWS)
    results = Axe().run(page, context=part)
    assert results.violations_count == 0, results.generate_report()
    assert part or len(results.response["passes"]) > FEWEST_RULES
