"""A figure for each head: divided by a column of the table, as the definition says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from geo.boundaries.keys import boundary_keys
from geo.building import check
from geo.definitions.load import load_map

TABLE = """Country;Refugees;Population
Poland;985000;36 554 707
Germany;1 180 000;"83,456,045"
Malta;about 2000;563443
Iceland;3000-5000;389444.0
Latvia;several thousand;
"""
MAP = """
[columns]
country = "Country"
troops = "Refugees"
[rows]
per = "Population"
each = 1000
[unit]
other = "refugees per 1,000 people"
decimals = 1
[defaults]
date = "2025-09"
source = "https://example.org/"
[[views]]
"""


def test_each_figure_is_divided_and_says_how(
    project: Path, edit: Callable[[str, str, str], None]
) -> None:
    edit("maps/small.toml", "[[views]]", MAP)
    edit("maps/small.toml", '"{count:pledged_troops} pledged."', '"{figure:POL}."')
    edit("maps/small.toml", 'title = "A', 'languages = ["en"]\ntitle = "A')
    edit("maps/small.toml", 'sources = "sources.csv"', "")
    edit("maps/small.toml", 'kind = "status"', 'kind = "value"')
    table = project / "data/pledges.csv"
    table.write_text(TABLE)
    definition = project / "maps/small.toml"
    loaded, findings = load_map(definition, project / "data", boundary_keys())
    assert loaded, findings
    rows = {said.actor: said for said in loaded.statements.values()}
    bounds = {
        key: (said.figure.minimum, said.figure.maximum, said.figure.qualifier)
        for key, said in rows.items()
        if said.figure
    }
    assert bounds == {
        "POL": (26.9, 26.9, None), "DEU": (14.1, 14.1, None),
        "MLT": (3.5, 3.5, "about"), "ISL": (7.7, 12.8, "range"),
    }  # fmt: skip
    assert rows["POL"].note == "985000 / 36554707 (Population) × 1000"
    assert rows["ISL"].note == "3000–5000 / 389444 (Population) × 1000"
    assert rows["LVA"].note == "several thousand"

    table.write_text(TABLE.replace("563443", "n/a").replace("36 554 707", "0"))
    found = [one for one in check(data=project / "data", maps=project / "maps")
             if one.severity == "error"]  # fmt: skip
    assert [one.row for one in found] == [2, 4]
    assert found[1].message.startswith('"n/a" under "Population" is no number above 0')

    table.write_text(TABLE.replace("Population", "People"))
    (one, *_) = check(data=project / "data", maps=project / "maps")
    assert one.message == 'no header is "Population", by which [rows] divides'
    edit("maps/small.toml", "[unit]", "[defaults.x]")
    messages = [f.message for f in check(data=project / "data", maps=project / "maps")]
    assert "figures for each of something are no troops" in messages
