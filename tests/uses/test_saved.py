"""A page that a browser saved as it stood shows, opened again, the map as it was."""

from __future__ import annotations

import re
from pathlib import Path

from engines import Page

from geo.words import words

#: The page as it stands, as a browser saves it.
AS_HTML = "() => '<!doctype html>\\n' + document.documentElement.outerHTML"
AS_XML = "() => new XMLSerializer().serializeToString(document)"
#: All that is there and shown, but for what the map does not depend on.
OUTLINE = """() => [
  document.title,
  document.documentElement.lang,
  document.body.innerText,
  ...[...document.body.querySelectorAll("*")]
    .filter((e) => !e.closest("script") && e.localName !== "option")
    .map((e) => [e.localName, e.id, e.getAttribute("class"), e.getAttribute("d"),
      e.getAttribute("role"), e.dataset.made, e.hidden].join(" ")),
]"""
PARTS = """() => [".heading", "#panel", "#table", "#unplaced", ".about"]
  .map((part) => document.querySelector(part).innerText)"""
SAME = f"""(wanted) => {{
  const found = ({OUTLINE})();
  return found.join("\\n") === wanted.join("\\n");
}}"""
#: A country's panel, another language, filters, a date.
STATE = "#lang=fr&country=FRA&confidence=medium&date=2026-01-06&layers=status"
#: A saved page says in attributes how the script had placed things, which its policy
#: does not let it do by itself.
REFUSED = "style|Content.Security.Policy|refused"


def settled(page: Page) -> list[str]:
    """Return all that the page shows once it is at rest."""
    page.wait_live()
    page.wait("() => !document.querySelector('#picture')")
    page.run(
        "() => new Promise((done) => requestAnimationFrame(() => setTimeout("
        "() => requestAnimationFrame(() => setTimeout(done)))))"
    )
    return list(page.run(OUTLINE))


def saved(page: Page, path: Path, how: str = AS_HTML) -> Path:
    path.write_text(page.run(how), encoding="utf-8")
    return path


def test_a_saved_page_is_the_page(reader, maps: Path, tmp_path: Path):
    reader.forgives = REFUSED
    page = reader.open(maps / "coalition.html", STATE, width=1366, height=768)
    wanted = settled(page)
    path = saved(page, tmp_path / "saved.html")
    again = reader.go(path.as_uri(), width=1366, height=768)
    again.wait(SAME, wanted)
    # A copy of the copy is no other.
    path = saved(again, tmp_path / "twice.html")
    twice = reader.go(path.as_uri(), width=1366, height=768)
    twice.wait(SAME, wanted)
    # It goes on from there as the page does.
    fresh = reader.open(maps / "coalition.html", width=1366, height=768)
    settled(fresh)
    twice.run("() => { location.hash = 'lang=en'; }")
    twice.wait(f"(wanted) => ({PARTS})().join() === wanted.join()", fresh.run(PARTS))


def test_where_its_script_cannot_run_a_saved_page_shows_no_map(
    reader, maps: Path, tmp_path: Path
):
    reader.forgives = REFUSED
    page = reader.open(maps / "coalition.html")
    path = saved(page, tmp_path / "saved.html")
    for left_out in ("script", "script|style"):
        text = path.read_text(encoding="utf-8")
        less = re.sub(rf"<({left_out})\b.*?</\1>", "", text, flags=re.DOTALL)
        path.write_text(less, encoding="utf-8")
        assert_no_map(reader.go(path.as_uri()))


def assert_no_map(again: Page) -> None:
    again.wait("() => document.readyState === 'complete'")
    seen = "() => document.querySelector('.folium-map').checkVisibility({ %s: true })"
    assert not again.run(seen % "checkVisibilityCSS")
    assert words("en")["start.failed"] in again.text("#trouble")
    assert again.shown("#trouble")
    assert again.shown("#table tbody tr")


def test_saved_as_xml_it_is_a_page(reader, maps: Path, tmp_path: Path):
    reader.forgives = REFUSED
    page = reader.open(maps / "coalition.html", "#country=FRA")
    wanted = page.text("#details")
    path = saved(page, tmp_path / "saved.xhtml", AS_XML)
    again = reader.go(path.as_uri())
    again.wait(
        "(text) => document.querySelector('#details').innerText === text"
        " && document.querySelectorAll('.search').length === 1"
        " && !document.querySelector('#trouble').getClientRects().length",
        wanted,
    )
    again.run("() => { location.hash = 'country=FRA&lang=fr'; }")
    again.wait("() => document.querySelector('.close').textContent === 'Fermer'")
