"""A figure for each head: divided by a column of the table, as the definition says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from geo.boundaries.keys import boundary_keys
from geo.building import check
from geo.cells.numerals import Separators
from geo.definitions.load import load_map
from geo.tables.dataset import read_dataset
from geo.tables.options import TableOptions
from geo.tables.table_file import TableFile

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
    assert found[1].message.endswith("it is no number above 0")

    table.write_text(TABLE.replace("Population", "People"))
    (one, *_) = check(data=project / "data", maps=project / "maps")
    assert one.message == 'no header is "Population", by which [rows] divides'
    edit("maps/small.toml", 'per = "Population"', "sum = true")
    messages = [f.message for f in check(data=project / "data", maps=project / "maps")]
    assert "nothing says what figures are divided by" in messages
    edit("maps/small.toml", "sum = true", 'sum = true\nper = "Population"')
    edit("maps/small.toml", "[unit]", "[defaults.x]")
    messages = [f.message for f in check(data=project / "data", maps=project / "maps")]
    assert "figures for each of something are no troops" in messages
    assert any("cannot be added up" in message for message in messages)


PLACED = "country;troops;Population;date;source;meaning;status\n"
REST = "2025-09;https://example.org/a;pledge;pledged_troops\n"


def read(tmp_path: Path, cells: str, **more: Any) -> tuple[list[float | None], str]:
    """Return the figures of rows of country, figure and divisor, and what is wrong."""
    path = tmp_path / "pledges.csv"
    rows = "".join(f"{row};{REST}" for row in cells.split())
    path.write_text(more.pop("header", PLACED) + rows)
    said = TableOptions(**{"per": "Population", "each": 1000, "decimals": 1, **more})
    dataset, found = read_dataset({"pledges": TableFile(path, options=said)})
    told = "\n".join(f"{f.row} {f.message}; {f.advice}" for f in found)
    return [s.figure.minimum for s in dataset.statements.values() if s.figure], told


def test_a_divisor_is_read_as_its_column_is_written(tmp_path: Path) -> None:
    many = "Poland;985000;36.554 Malta;2000;563"
    figures, told = read(tmp_path, many)
    assert figures == [3552.4]
    assert "36554, or 36.554" in told
    assert 'thousands = "."' in told
    assert read(tmp_path, many, thousands=Separators.POINT_GROUPS)[0][0] == 26946.4
    assert read(tmp_path, f"{many} Spain;9;48.000.000")[0][0] == 26946.4
    assert "36554, or 36.554" in read(tmp_path, many.replace(".", ","))[1]
    assert (
        "is written otherwise" in read(tmp_path, f"{many} Spain;9;1.5 Italy;9;1,5")[1]
    )


def test_no_figure_becomes_nothing(tmp_path: Path) -> None:
    _, told = read(tmp_path, "Poland;10;36554707 Malta;0;563443")
    assert told.startswith("2 10 / 36554707 (Population) × 1000 rounds to 0 with dec")
    assert len(told.splitlines()) == 1


def test_what_divides_is_one_column(tmp_path: Path) -> None:
    twice = PLACED.replace("status", "status;population")
    told = read(tmp_path, "Poland;10;36554707", header=twice)[1]
    assert 'two headers are "Population"' in told
    told = read(tmp_path, "Poland;10;36 Malta;10;5", per="People")[1]
    assert told.startswith('1 no header is "People"')
    assert "cannot divide" not in told
