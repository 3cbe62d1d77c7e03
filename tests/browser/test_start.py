"""The start never hides an error: what fails is said, and all else stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from folium.elements import MacroElement
from folium.template import Template
from playwright.sync_api import Browser

from geo.building import pledge_map
from geo.words import words

pytestmark = pytest.mark.browser

# What a proxy or a broken download may do to the page, and what fails then.
BEFORE_THE_MAP = {
    "the tables": (r'("pledgemap-data">).*?(</script>)', "SyntaxError"),
    "the boundaries": (r'("pledgemap-boundaries">).*?(</script>)', "SyntaxError"),
    "a layer": (r'("kind":")participants(")', "TypeError"),
    "Leaflet": (r"<script>(var )leaflet.*?(;\n)</script>", "ReferenceError"),
}


@pytest.fixture
def changed(maps: Path, tmp_path: Path):
    """A copy of a page in which one thing is replaced."""

    def copy(pattern: str, replacement: str) -> Path:
        text = (maps / "coalition.html").read_text(encoding="utf-8")
        copied, found = re.subn(pattern, replacement, text, count=1, flags=re.DOTALL)
        assert found
        path = tmp_path / "coalition.html"
        path.write_text(copied, encoding="utf-8")
        return path

    return copy


def test_a_style_sheet_of_another_origin_is_let_be(open_page, changed) -> None:
    sheet = '<link rel="stylesheet" href="https://host.example/theme.css"></head>'
    opened = open_page(changed("</head>", sheet), "?scheme=dark")
    page = opened.page
    assert page.locator("html.has-trouble").count() == 0
    assert page.locator("#map_pledgemap .country[data-status]").count() > 40
    paper = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paper) == "rgb(20, 23, 26)"


@pytest.mark.parametrize("what", BEFORE_THE_MAP)
def test_without_a_map_it_is_said_why_and_the_picture_stays(
    open_page, changed, what: str
) -> None:
    pattern, error = BEFORE_THE_MAP[what]
    opened = open_page(changed(pattern, r"\1no\2"), wait_for="html.has-trouble")
    said = opened.page.locator("#trouble")
    assert said.is_visible()
    assert said.inner_text().startswith(f"{words('en')['start.failed']} {error}")
    assert opened.page.locator("#picture .area > path").count() > 40
    assert opened.page.locator("#picture").is_visible()
    assert any(error in message for message in opened.messages)


def test_a_part_round_the_map_that_fails_takes_no_other_with_it(
    open_page, changed
) -> None:
    opened = open_page(changed('<div id="take-away"></div>', ""), "#lang=fr")
    page = opened.page
    said = page.locator("#trouble")
    assert said.inner_text().startswith(f"{words('fr')['start.failed']} TypeError")
    assert page.locator("#picture").count() == 0
    page.locator("#map_pledgemap [data-key=FRA]").focus()
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == "France"


def test_a_start_without_trouble_says_nothing(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html").page
    page.evaluate("document.getAnimations().forEach(one => one.finish())")
    assert page.locator("#trouble").is_hidden()


def test_where_no_script_may_run_the_page_says_so_in_time(
    browser: Browser, maps: Path
) -> None:
    context = browser.new_context()
    headers = {
        "Content-Type": "text/html",
        "Content-Security-Policy": "script-src 'none'",
    }
    body = (maps / "coalition.html").read_text(encoding="utf-8")
    context.route("**/*", lambda route: route.fulfill(body=body, headers=headers))
    page = context.new_page()
    page.goto("https://maps.example/coalition.html")
    assert page.locator("#trouble").is_hidden()
    page.evaluate("document.getAnimations().forEach(one => one.finish())")
    assert page.locator("#trouble").is_visible()
    context.close()


class Failing(MacroElement):
    _template = Template(
        "{% macro script(this, kwargs) %}throw new Error('added');{% endmacro %}"
    )


def test_what_was_added_to_a_map_may_fail_but_is_said(
    open_page, shipped_project: Path, tmp_path: Path
) -> None:
    added = pledge_map(shipped_project / "maps" / "coalition.toml")
    added.add_child(Failing())
    added.save(str(tmp_path / "added.html"))
    opened = open_page(tmp_path / "added.html")
    assert "Error: added" in opened.text("#trouble")
    assert opened.page.locator("#map_pledgemap .country[data-status]").count() > 40
    assert opened.page.locator("#picture").count() == 0
