"""Where two rows tie, the page takes the first of the table, as Python does."""

from __future__ import annotations

import json
from pathlib import Path

from page_modules import page_functions

from geo.boundaries.keys import boundary_keys
from geo.boundaries.read import read_boundaries
from geo.definitions.load import load_map
from geo.page.payload import to_json
from geo.page.state import map_state

GOVERNMENTS = """id,actor,date,head,source
b,ESP,2025-03-01,One head,one
10,ESP,2025-03-01,Another,one
9,ESP,2025-03-01,A third,one
"""
REPLACED = """
  const replaced = (payload) =>
    takeSnapshot(readRecord(completed(payload)), {}).countries.ESP.replaced;
"""


def test_governments_that_ended_on_one_day(project: Path, edit) -> None:
    (project / "data" / "governments.csv").write_text(GOVERNMENTS, encoding="utf-8")
    edit("maps/small.toml", "[tables]", '[tables]\ngovernments = "governments.csv"')
    edit("maps/small.toml", 'title = "A map"', 'read_until = "2026"\ntitle = "A"')
    definition = project / "maps" / "small.toml"
    loaded, _ = load_map(definition, project / "data", boundary_keys())
    assert loaded
    values = map_state(loaded, read_boundaries()).values
    payload = json.loads(to_json({**values, "words": {}}))
    assert payload["countries"]["ESP"]["replaced"] == "b"
    modules = ("rules/payload.js", "rules/snapshot.js")
    call = page_functions(modules, ["replaced"], REPLACED)
    assert call("replaced", payload) == "b"
