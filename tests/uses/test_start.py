"""The start never hides an error: what fails is said, and all else stays."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from engines.page import Page, poll
from folium.elements import MacroElement
from folium.template import Template

from geo.building import pledge_map
from geo.words import words

Change = Callable[[str, str], Path]

# What a proxy or a broken download may do to the page, and what fails then.
BEFORE_THE_MAP = {
    "the tables": (r'("pledgemap-data">).*?(</script>)', "SyntaxError"),
    "the boundaries": (r'("pledgemap-boundaries">).*?(</script>)', "SyntaxError"),
    "a layer": (r'("kind":")participants(")', "TypeError"),
    "Leaflet": (r"<script>/. (@preserve).*?(;\n)</script>", "ReferenceError"),
}
COUNTRIES = """() => document.querySelectorAll(
  "#map_pledgemap .country[data-status]").length"""
PICTURED = "() => document.querySelectorAll('#picture .area > path').length"


@pytest.fixture
def changed(maps: Path, tmp_path: Path) -> Change:
    """A copy of a page in which one thing is replaced."""

    def copy(pattern: str, replacement: str) -> Path:
        text = (maps / "coalition.html").read_text(encoding="utf-8")
        copied, found = re.subn(pattern, replacement, text, count=1, flags=re.DOTALL)
        assert found
        path = tmp_path / "coalition.html"
        path.write_text(copied, encoding="utf-8")
        return path

    return copy


class _Host(BaseHTTPRequestHandler):
    """A server that gives a style sheet, and a page under a policy of its own."""

    page = b""

    def do_GET(self) -> None:
        sheet = b"h1 { letter-spacing: 1px }"
        is_sheet = self.path.startswith("/theme.css")
        body = sheet if is_sheet else self.page
        self.send_response(200)
        self.send_header("Content-Type", "text/css" if is_sheet else "text/html")
        if not is_sheet:
            self.send_header("Content-Security-Policy", "script-src 'none'")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_style_sheet_of_another_origin_is_let_be(
    reader, changed: Change, host: str
) -> None:
    """As proxies, archives and extensions put one in; no script may read its rules."""
    sheet = f'<link rel="stylesheet" href="{host}/theme.css"></head>'
    path = changed("</head>", sheet)
    # The page's own policy refuses such a sheet, but not that of an extension.
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("style-src ", f"style-src {host} "), encoding="utf-8")
    page = reader.open(path, "?scheme=dark")
    assert page.run("() => [...document.styleSheets].some(s => s.href)")
    assert not page.shown("#trouble")
    assert page.run(COUNTRIES) > 40
    background = "() => getComputedStyle(document.body).backgroundColor"
    assert page.run(background) == "rgb(20, 23, 26)"
    poll(lambda: max(page.pixels().getpixel((5, 5))) < 40, "a dark page")


def said_by(page: Page) -> str:
    page.wait("() => document.documentElement.classList.contains('has-trouble')")
    assert page.shown("#trouble")
    return page.text("#trouble")


def test_without_a_map_it_is_said_why_and_the_picture_stays(
    reader, changed: Change
) -> None:
    assert_said_why(reader, changed, "Leaflet")


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
@pytest.mark.parametrize("what", ["the tables", "the boundaries", "a layer"])
def test_whatever_fails_is_said(reader, changed: Change, what: str) -> None:
    assert_said_why(reader, changed, what)


def assert_said_why(reader, changed: Change, what: str) -> None:
    pattern, error = BEFORE_THE_MAP[what]
    reader.forgives = ".*"  # as they are said here
    page = reader.go(changed(pattern, r"\1no\2").as_uri())
    assert said_by(page).startswith(f"{words('en')['start.failed']} {error}")
    assert page.run(PICTURED) > 40
    assert page.shown("#picture")
    # What lies below is not laid out while a page starts.
    assert page.run("() => document.querySelector('#table td').checkVisibility()")
    if page.engine != "webkit":  # which is heard only from when its address is known
        assert any(error in message for message in page.messages())


def test_a_part_round_the_map_that_fails_takes_no_other_with_it(
    reader, changed: Change
) -> None:
    reader.forgives = "TypeError"
    page = reader.open(changed('<div id="take-away"></div>', ""), "#lang=fr")
    assert said_by(page).startswith(f"{words('fr')['start.failed']} TypeError")
    assert not page.shown("#picture")
    page.run("() => document.querySelector('#map_pledgemap [data-key=FRA]').focus()")
    page.press("Enter")
    page.wait("() => document.querySelector('#details h2')?.textContent === 'France'")


def test_where_no_script_may_run_the_page_says_so_in_time(
    reader, maps: Path, host: str
) -> None:
    _Host.page = (maps / "coalition.html").read_bytes()
    reader.forgives = ".*"  # every script is refused
    page = reader.go(f"{host}/coalition.html")
    page.wait("() => !!document.getElementById('trouble')")
    visibility = "() => getComputedStyle(document.getElementById('trouble')).visibility"
    assert page.run(visibility) == "hidden"
    page.run("() => document.getAnimations().forEach(one => one.finish())")
    poll(partial(page.run, f"() => ({visibility})() === 'visible'"), "what is said")


class Failing(MacroElement):
    _template = Template(
        "{% macro script(this, kwargs) %}throw new Error('added');{% endmacro %}"
    )


def test_what_was_added_to_a_map_may_fail_but_is_said(
    reader, shipped_project: Path, tmp_path: Path
) -> None:
    added = pledge_map(shipped_project / "maps" / "coalition.toml")
    added.add_child(Failing())
    added.save(str(tmp_path / "added.html"))
    # WebKit tells no page from the disk what failed in a script that was put in.
    reader.forgives = "Error: added|Script error"
    page = reader.open(tmp_path / "added.html", "#lang=fr")
    # The map has started, and the page does not say that it has not.
    why = "Script error." if page.engine == "webkit" else "Error: added"
    assert said_by(page) == f"{words('fr')['added.failed']} {why}"
    assert page.run(COUNTRIES) > 40
    assert not page.shown("#picture")
