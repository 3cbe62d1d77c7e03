"""The page opens from a file, without network, and says nothing on the console."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
PAGES = ("coalition", "paris-2025-03-11")


@pytest.mark.parametrize(
    ("name", "language", "width"),
    [("coalition", "fr", 320), ("paris-2025-03-11", "en", 1280)],
)
def test_opens_offline_in_silence_and_in_the_window(
    open_page, maps: Path, name: str, language: str, width: int
) -> None:
    path = maps / f"{name}.html"
    opened = open_page(path, f"#lang={language}", width=width)
    page = opened.page
    assert page.evaluate("document.documentElement.lang") == language
    for view in ("europe", "world"):
        page.evaluate("view => (location.hash += `&view=${view}`)", view)
        page.wait_for_timeout(300)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.messages == []
    assert [url.partition("#")[0] for url in opened.requests] == [path.as_uri()]
    kept = "[...Object.keys({ ...localStorage, ...sessionStorage }), document.cookie]"
    assert page.evaluate(kept) == [""]


@pytest.mark.parametrize("name", PAGES)
def test_no_global_but_leaflets(open_page, maps: Path, name: str) -> None:
    opened = open_page(maps / f"{name}.html")
    found = opened.page.evaluate(
        """() => {
          const frame = document.createElement("iframe");
          document.body.append(frame);
          const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow));
          return Object.getOwnPropertyNames(window).filter(n => !usual.has(n));
        }"""
    )
    assert [n for n in found if n not in {"L", "leaflet"} and not n.isdigit()] == []


@pytest.mark.parametrize("name", PAGES)
def test_without_javascript_the_data_is_there(open_page, maps: Path, name: str) -> None:
    opened = open_page(maps / f"{name}.html", java_script_enabled=False)
    assert opened.page.locator("#table tbody tr").count() > 4
    assert opened.page.locator("h1").inner_text()
    assert "JavaScript" in opened.page.locator("noscript").inner_text()


@pytest.mark.parametrize("name", PAGES)
def test_in_a_sandboxed_frame(open_page, maps: Path, tmp_path: Path, name: str) -> None:
    report = tmp_path / "report.html"
    report.write_text(
        f'<!doctype html><title>r</title><iframe src="{(maps / name).as_uri()}.html"'
        ' sandbox="allow-scripts" width="800" height="600"></iframe>',
        encoding="utf-8",
    )
    opened = open_page(report, wait_for=None)
    frame = opened.page.frame_locator("iframe")
    frame.locator("path.leaflet-interactive").first.wait_for(state="attached")
    assert opened.messages == []
