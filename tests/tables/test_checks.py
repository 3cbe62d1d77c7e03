"""What no cell can be wrong about alone."""

from __future__ import annotations

from pathlib import Path

from geo.tables.dataset import read_dataset
from geo.tables.read import TableFile
from geo.tables.reader import check_file
from geo.tables.said import Said

ROW = "POL,{},2025-03-11,estimate,took_part_only,https://example.org/\n"


def test_two_figures_are_two_whatever_their_hashes(tmp_path: Path) -> None:
    assert hash(-1) == hash(-2)
    path = tmp_path / "t.csv"
    rows = ROW.format(-1) + ROW.format(-2)
    path.write_text(f"country,troops,date,meaning,status,source\n{rows}")
    (told,) = check_file(TableFile(path, said=Said(below_zero=True))).findings
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
