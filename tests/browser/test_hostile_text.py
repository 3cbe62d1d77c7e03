"""Hostile text in any cell stands on the page as it was written, and runs nowhere."""

from pathlib import Path

import pytest

from geo.build import build

pytestmark = pytest.mark.browser

HOSTILE = [
    "{{ 7*7 }}",
    "{% for x in [].__class__.__mro__ %}x{% endfor %}",
    "${7*7}",
    "</script><script>window.hurt=1</script>",
    "<img src=x onerror=window.hurt=1>",
    "--><svg onload=window.hurt=1>",
    '" onmouseover="window.hurt=1',
    "javascript:window.hurt=1",
    "=HYPERLINK(1)",
    "__proto__",
    "\u202egnp.exe\u202c",
]

PLEDGES = (
    "id,actor,date,status,troops_min,troops_max,qualifier,meaning,figure_words,"
    "conditions,conditions_note,speaker,source,confidence,statement,note\n"
)


def cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


@pytest.fixture
def hostile_map(project: Path, edit) -> Path:
    """A map with every hostile text in every free-text cell, title and finding."""
    rows = []
    for number, text in enumerate(HOSTILE):
        quoted = cell(text)
        key = cell(f"H{number} {text}")
        rows.append(
            f"{key},FRA,2025-01-{number + 1:02},declined,,,words_only,,{quoted},"
            f"ceasefire,{quoted},{quoted},one,high,{quoted},{quoted}\n"
        )
    (project / "data" / "pledges.csv").write_text(
        PLEDGES + "".join(rows), encoding="utf-8"
    )
    every = " ".join(HOSTILE)
    (project / "data" / "sources.csv").write_text(
        "id,title,publisher,grade,url\n"
        f"one,{cell(every)},{cell(every)},official,https://example.org/?a=<b>&c\n".replace(
            "<b>", "b"
        ),
        encoding="utf-8",
    )
    definition = (project / "maps" / "small.toml").read_text(encoding="utf-8")
    title = every.replace("\\", "\\\\").replace('"', '\\"')
    definition = definition.replace('"A map"', f'"{title}"', 1)
    (project / "maps" / "small.toml").write_text(definition, encoding="utf-8")
    (built,) = build(data=project / "data", maps=project / "maps")
    return built.path


def test_nothing_runs_and_the_text_stands_there(open_page, hostile_map: Path) -> None:
    opened = open_page(hostile_map, "#country=FRA")
    page = opened.page
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.wait_for_timeout(500)
    assert opened.messages == []
    assert page.evaluate("window.hurt") is None
    assert page.title() == " ".join(" ".join(HOSTILE).split())
    everything = page.evaluate("document.body.textContent")
    for text in HOSTILE:
        # In the table, and in the country's panel that the address opens.
        assert everything.count(text) >= 4, text


def test_links_go_nowhere_else(open_page, hostile_map: Path) -> None:
    opened = open_page(hostile_map, "#country=FRA")
    opened.page.wait_for_timeout(300)
    schemes = opened.page.evaluate(
        "[...new Set([...document.querySelectorAll('a[href]')].map(a => a.protocol))]"
    )
    assert set(schemes) <= {"https:", "http:", "file:"}
