"""Scripts that sites have for the height of a frame size ours, in a tight sandbox.

They are real copies from npm, where they are on it; AMP's runtime and the scripts of
Medium and Flourish are not, or not for this use, and a page stands in that takes the
messages they document.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ElementHandle, Frame, Page
from sites import MAPS, SANDBOX, Sites, content_height, map_frame

from geo.embed.frame import frame_html
from geo.embed.hosts import pasted

pytestmark = pytest.mark.browser

PACKAGES = Path(__file__).parent / "hosts" / "node_modules"
ADDRESS = f"{MAPS}/coalition.html"
FRAME = frame_html(ADDRESS, "Pledges", "coalition").replace(' loading="lazy"', "")

STAND_INS = {
    # https://amp.dev/documentation/components/amp-iframe: Iframe Resizing
    "AMP": """({ data }) => {
      if (data.sentinel === "amp" && data.type === "embed-size") {
        size(data.height);
      }
    }""",
    # As Embedly has it, by whose frames Medium shows pages; it finds the frame by src.
    "Medium": """({ data }) => {
      if (typeof data !== "string" || !data.startsWith("{")) return;
      const { context, src, height } = JSON.parse(data);
      if (context !== "iframe.resize") return;
      document.querySelector(`iframe[src="${src}"]`).style.height = `${height}px`;
    }""",
    "Flourish": """({ data }) => {
      if (typeof data !== "string" || !data.startsWith("{")) return;
      const { sender, method, height } = JSON.parse(data);
      if (sender === "Flourish" && method === "resize") size(height);
    }""",
}


def stand_in(name: str) -> str:
    return f"""{FRAME}<script>
      const {{ style }} = document.querySelector("iframe");
      const size = (px) => (style.height = `${{px}}px`);
      addEventListener("message", {STAND_INS[name]});
    </script>"""


def script(path: str) -> str:
    return f"<script>{(PACKAGES / path).read_text(encoding='utf-8')}</script>"


def host(name: str) -> str:
    """The body of a page of each kind of site."""
    match name:
        case "Pledgemap":
            return pasted("html", ADDRESS, "Pledges", "coalition")
        case "Datawrapper":
            return FRAME + script("@datawrapper/chart-core/dist/embed.js")
        case "pym.js":
            return (
                f'<div id="slot"></div>{script("pym.js/dist/pym.v1.min.js")}'
                f'<script>new pym.Parent("slot", "{ADDRESS}",'
                f' {{ sandbox: "{SANDBOX}" }})</script>'
            )
        case "iframe-resizer 4":
            return (
                FRAME
                + script("iframe-resizer/js/iframeResizer.min.js")
                + "<script>iFrameResize({ warningTimeout: 0 }, 'iframe')</script>"
            )
        case "iframe-resizer 4, another id":
            return (
                FRAME.replace("pledgemap-coalition", "other")
                + script("iframe-resizer/js/iframeResizer.min.js")
                + "<script>iFrameResize({ checkOrigin: false }, 'iframe')</script>"
            )
        case "iframe-resizer 5":
            return (
                FRAME
                + script("@iframe-resizer/parent/index.umd.js")
                + "<script>iframeResize({ license: 'GPLv3' }, 'iframe')</script>"
            )
        case "iframe-resizer 5, another id":
            return (
                FRAME.replace("pledgemap-coalition", "other")
                + script("@iframe-resizer/parent/index.umd.js")
                + "<script>iframeResize({ license: 'GPLv3', checkOrigin: false },"
                " 'iframe')</script>"
            )
        case "Sidechain":
            return (
                '<div id="slot"></div>'
                + script("@nprapps/sidechain/dist/sidechain.js")
                + "<script>const part = document.createElement('side-chain');"
                f"part.iframe.setAttribute('sandbox', '{SANDBOX}');"
                f"part.setAttribute('src', '{ADDRESS}'); slot.append(part);</script>"
            )
        case _:
            return stand_in(name)


HOSTS = (
    "Pledgemap",
    "Datawrapper",
    "pym.js",
    "iframe-resizer 4",
    "iframe-resizer 4, another id",
    "iframe-resizer 5",
    "iframe-resizer 5, another id",
    "Sidechain",
    *STAND_INS,
)


@pytest.fixture(scope="module")
def packages() -> Path:
    if not PACKAGES.is_dir():
        reason = "the scripts of other sites are not installed (make hosts)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return PACKAGES


@pytest.fixture
def sites(browser: Browser, maps: Path) -> Iterator[Sites]:
    context = browser.new_context(offline=True)
    sites = Sites(context)
    sites.add_maps(maps)
    yield sites
    context.close()


def frame_element(page: Page) -> ElementHandle:
    return next(f for f in page.frames if f.url.startswith(MAPS)).frame_element()


def settled(frame: Frame, element: ElementHandle) -> tuple[float, int]:
    """Return the frame's height and its page's, once they agree or do not in time."""
    end = time.monotonic() + 8
    while True:
        outer = element.evaluate("e => e.clientHeight")
        inner = content_height(frame)
        if outer == inner or time.monotonic() > end:
            return outer, inner
        frame.page.wait_for_timeout(50)


@pytest.mark.parametrize("name", HOSTS)
def test_the_frame_has_the_height_of_its_page(
    packages: Path, sites: Sites, name: str, record_property
) -> None:
    page = sites.open_host(host(name))
    frame, element = map_frame(page), frame_element(page)
    assert "allow-same-origin" not in element.get_attribute("sandbox")
    after_load, inner = settled(frame, element)
    assert after_load == inner
    fold = frame.locator(".more > summary")
    fold.click()
    grown, inner = settled(frame, element)
    assert grown == inner
    assert grown > after_load + 100
    fold.click()
    shrunk, inner = settled(frame, element)
    assert shrunk == inner == after_load
    record_property(name, f"{after_load} {grown} {shrunk}")


def test_a_page_of_another_width_gives_another_height(
    packages: Path, sites: Sites
) -> None:
    page = sites.open_host(host("pym.js"))
    frame, element = map_frame(page), frame_element(page)
    wide, _ = settled(frame, element)
    page.set_viewport_size({"width": 360, "height": 900})
    page.wait_for_timeout(300)
    narrow, inner = settled(frame, element)
    assert narrow == inner != wide
