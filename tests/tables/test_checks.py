"""What no cell can be wrong about alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from geo.building import check
from geo.cells.refused import Refused
from geo.tables.dataset import read_dataset
from geo.tables.fitting import kind_of
from geo.tables.options import TableOptions, may_be_sign
from geo.tables.reader import check_file
from geo.tables.shorthand import read_figure
from geo.tables.table_file import TableFile

ROW = "POL,{},2025-03-11,estimate,took_part_only,https://example.org/\n"


def test_two_figures_are_two_whatever_their_hashes(tmp_path: Path) -> None:
    assert hash(-1) == hash(-2)
    path = tmp_path / "t.csv"
    rows = ROW.format(-1) + ROW.format(-2)
    path.write_text(f"country,troops,date,meaning,status,source\n{rows}")
    (told,) = check_file(
        TableFile(path, options=TableOptions(below_zero=True))
    ).findings
    assert (told.code, told.row) == ("several-figures", 3)


def test_a_source_is_not_called_as_what_stands_for_none(tmp_path: Path) -> None:
    pledges, sources = tmp_path / "pledges.csv", tmp_path / "sources.csv"
    pledges.write_text(
        "country,troops,date,meaning,status\n"
        "POL,1,2025-03-11,pledge,pledged_troops\nESP,2,2025-03-11,pledge,pledged_troops\n"
    )
    sources.write_text(
        "id,title,publisher,grade,url\nno-source,T,P,official,https://example.org/\n"
    )
    dataset, found = read_dataset({"pledges": pledges, "sources": sources})
    assert dataset.sources["no-source"].title == "T"
    (told,) = (one for one in found if one.severity == "error")
    assert told.message == '"no-source" means that a row names no source'


@pytest.mark.parametrize(
    ("text", "value"),
    [("-5 million", -5_000_000), ("-5k", -5000), ("-.5", -0.5), ("\u20115", -5),
     (".5", 0.5), ("-5+", "with nothing but its word"), ("0.04", "to 0")],
)  # fmt: skip
def test_a_number_below_zero_is_read_as_it_is_written(
    text: str, value: float | str
) -> None:
    read = read_figure(text, None, None, decimals=1, below_zero=True)
    if isinstance(read, Refused):
        assert isinstance(value, str)
        assert value in read.reason
    else:
        assert read["troops_min"] == value


def test_no_sign_is_what_changes_a_number() -> None:
    signs = ("€", "US-$", "t CO2", "%", "(m)", "°C", "km²")
    assert all(map(may_be_sign, signs))
    for sign in ("(", "-", "\u2212", "-€", "€-", "(120", "±", "> €"):
        assert not may_be_sign(sign)


def test_a_column_with_numbers_below_zero_is_one_of_numbers() -> None:
    assert kind_of(["-120,3", "\u22125", "±0"]) == "figure"
    assert kind_of(["-", "–", "-"]) == ""


def test_what_counts_on_is_figures_where_the_map_counts(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Land,n\nPolen,10\nMali,11\nPeru,13\n")
    for has_unit in (False, True):
        found = check_file(
            TableFile(path, options=TableOptions(has_unit=has_unit))
        ).findings
        asked = [one for one in found if '"n" holds numbers' in one.message]
        assert bool(asked) is has_unit


def test_why_nothing_is_drawn_is_said(
    project: Path, edit: Callable[[str, str, str], None]
) -> None:
    folders = {"data": project / "data", "maps": project / "maps"}
    for name in ("FRA", "ESP", "POL", "ITA"):
        edit("data/pledges.csv", f",{name},", ",World,")
    (none,) = (one for one in check(**folders) if one.code == "no-rows")
    assert none.message == "no row of the table has something to draw"
    assert none.file.endswith("pledges.csv")
    edit("maps/small.toml", "[[views]]", '[unit]\nsigns = ["("]\n[[views]]')
    (sign,) = (one for one in check(**folders) if "signs" in (one.column or ""))
    assert sign.message == '"(" beside a number may change it'
