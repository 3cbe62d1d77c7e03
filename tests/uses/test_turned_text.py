"""A text that turns what follows it turns no word of ours; marks stay in their line."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from geo.building import build
from geo.tables.schema import TABLES

#: Read from the right: "text of a table".
TURNED = "\u202eelbat a fo txet"
#: Marks that would reach some hundred pixels up and down.
STACKED = "S" + "\u0306\u0323" * 40 + "tacked"
#: The words that stand the wrong way round, but for those of the text itself.
WRONG = """turned => {
  const wrong = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const left = (node, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getClientRects()[0];
  };
  for (let node; (node = walker.nextNode()); ) {
    if (node.parentNode.closest("script, style, option, noscript")) continue;
    const own = node.data.replaceAll(turned, " ".repeat(turned.length));
    for (const { 0: word, index } of own.matchAll(/\\p{L}{2,}/gu)) {
      const [first, last] = [left(node, index), left(node, index + word.length - 1)];
      if (!first || !last || Math.abs(first.top - last.top) > 2) continue;
      if (first.left > last.left) wrong.push(`${word} of ${node.data}`);
    }
  }
  return wrong;
}"""


@pytest.fixture(scope="module")
def turned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A map in which every text of a table or the definition turns what follows."""
    folder = tmp_path_factory.mktemp("turned")
    (folder / "data").mkdir()
    (folder / "maps").mkdir()
    for table, row in ROWS.items():
        path = folder / "data" / f"{table}.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, TABLES[table].names)
            writer.writeheader()
            writer.writerow(row)
    tables = "".join(f'{name} = "{name}.csv"\n' for name in ROWS)
    definition = DEFINITION.format(tables=tables, turned=TURNED)
    (folder / "maps" / "turned.toml").write_text(definition, encoding="utf-8")
    build(data=folder / "data", maps=folder / "maps")
    return folder / "maps" / "turned.html"


NAMES = {"name_en": TURNED, "name_fr": TURNED}
CITED = {"source": "s", "confidence": "high"}
ROWS = {
    "pledges": {
        "id": "p", "actor": "FRA", "date": "2025-03-01", "status": "conditional",
        "meeting": "m", "meeting_mode": "in_person", "figure_words": TURNED,
        "qualifier": "words_only", "meaning": "pledge", "figure_place": "here",
        "conditions": "ceasefire", "conditions_note": TURNED, "speaker": TURNED,
        "statement": TURNED, "note": TURNED, **CITED,
    },
    "participants": {
        "id": "t", "actor": "FRA", "actor_kind": "country", "meeting": "m",
        "mode": "in_person", "hub": "here", "person": TURNED, "note": TURNED, **CITED,
    },
    "meetings": {"id": "m", "date": "2025-03-01", "places": "here", **NAMES, **CITED},
    "claims": {
        "id": "c", "date": "2025-03-01", "kind": "troop_total", "value_min": "10",
        "qualifier": "at_least", "unit": TURNED, "scope": TURNED, **CITED,
    },
    "sources": {
        "id": "s", "title": TURNED, "publisher": TURNED, "grade": "official",
        "url": "https://example.org/",
    },
    "actors": {"id": "a", "kind": "organisation", **NAMES},
    "places": {"id": "here", "lon": "2", "lat": "48", **NAMES},
}  # fmt: skip
DEFINITION = """
languages = ["en", "fr"]
title = "{turned}"
licence = "{turned}"
headline = "{{count:conditional}} {turned}."
[tables]
{tables}
[[views]]
id = "europe"
projection = "europe_laea"
bounds = [-24, 34, 45, 71]
title = "{turned}"
[[layers]]
kind = "status"
title = "{turned}"
[[layers]]
kind = "figures"
title = "{turned}"
[[layers]]
kind = "participants"
meeting = "m"
title = "{turned}"
[[layers]]
kind = "unplaced"
"""


def test_no_word_of_ours_is_turned(reader, turned: Path):
    for state in ("#country=FRA&confidence=high", "#lang=fr&at=m"):
        page = reader.open(turned, state, width=1366, height=900)
        page.wait("() => !document.querySelector('#picture')")
        page.run(
            "() => document.querySelectorAll('details').forEach((d) => (d.open = true))"
        )
        assert page.run("() => document.body.innerText").count(TURNED[1:]) > 20
        assert page.run(WRONG, TURNED) == []


def test_marks_upon_marks_stay_in_their_line(reader, turned: Path):
    project = turned.parents[1]
    text = (project / "maps" / "turned.toml").read_text(encoding="utf-8")
    path = project / "maps" / "stacked.toml"
    path.write_text(text.replace(TURNED, STACKED), encoding="utf-8")
    build(["stacked"], data=project / "data", maps=project / "maps")
    page = reader.open(path.with_suffix(".html"), width=1366, height=900)
    top, bottom = page.run(
        "() => { const { top, bottom } = document.querySelector('h1')"
        ".getBoundingClientRect(); return [top, bottom]; }"
    )
    above = page.pixels().crop((0, 0, 900, int(top)))
    assert len(above.getcolors()) == 1
    on = page.pixels().crop((0, int(top), 900, int(bottom)))
    assert len(on.getcolors(maxcolors=9999)) > 1
