"""A host that has a policy of its own shows the map, or says that there is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from engines.page import poll
from served import served

from geo.words import words

CSP = "Content-Security-Policy"
#: Neither the page's scripts nor, under the second, its style may be.
SCRIPTS, NOTHING = "script-src 'self'", "default-src 'self'"
COUNTRIES = "() => document.querySelectorAll('.folium-map .country').length > 150"


@pytest.fixture
def host(maps: Path) -> Iterator[object]:
    """What serves the maps under a policy."""
    with ExitStack() as stack:
        yield lambda policy: stack.enter_context(served(maps, {CSP: policy}))


@pytest.mark.parametrize(
    "policy",
    [
        "style-src 'self'",
        "require-trusted-types-for 'script'; trusted-types 'none'",
    ],
)
def test_the_map_lives_under_a_policy(reader, host, policy: str):
    # Of the page's own style elements the host's policy lets none be.
    reader.forgives = "favicon|404|[Ss]tyle"
    page = reader.go(f"{host(policy)}coalition.html?scheme=dark#country=FRA")
    page.wait_live()
    page.wait(COUNTRIES)
    dark = (20, 23, 26)
    poll(lambda: page.pixels().getpixel((3, 3)) == dark, "the page in the dark")
    assert page.text("#details h2") == "France"
    assert not page.shown("#trouble")
    large = "s => document.querySelector(s).getBoundingClientRect().width > 300"
    assert page.run(large, ".folium-map")


def test_where_a_host_lets_nothing_run_the_picture_stays(reader, host):
    reader.forgives = "favicon|404|Content.Security.Policy|refused"
    page = reader.go(f"{host(SCRIPTS)}coalition.html")
    page.wait("() => document.readyState === 'complete'")
    assert page.shown("#picture")
    assert page.shown("#table tbody tr")
    # The sentence comes in time.
    page.run("() => document.getAnimations().forEach((one) => one.finish())")
    visible = "s => getComputedStyle(document.querySelector(s)).visibility"
    assert page.run(visible, "#trouble") == "visible"


def test_without_its_style_no_picture_is_false(reader, host):
    reader.forgives = "favicon|404|Content.Security.Policy|refused|[Ss]tyle"
    page = reader.go(f"{host(NOTHING)}coalition.html")
    page.wait("() => document.readyState === 'complete'")
    assert not page.shown("#picture")
    assert page.shown("#table tbody tr")
    assert words("en")["start.failed"] in page.text("#trouble")
    assert page.shown("#trouble")
