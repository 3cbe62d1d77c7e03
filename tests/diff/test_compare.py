"""Rows that came, went and changed, and what that changes on the map."""

import subprocess
import sys
from pathlib import Path

import pytest
from books import write_xlsx
from edits import replace_in

from geo.diff.model import CellChange, Total
from geo.diff.rows import LABELS
from geo.diff.sides import SideError
from geo.tables.schema import TABLES

PLEDGES = "data/pledges.csv"


def test_the_same_is_no_difference(project: Path, later: Path, compared) -> None:
    difference = compared(project, later)
    assert not difference.differs
    assert (difference.tables, difference.maps) == ((), ())


def test_nothing_heavy_is_imported_for_no_difference(
    project: Path, later: Path
) -> None:
    code = (
        "import sys\nfrom geo.cli import main\n"
        f"try: main(['diff', {str(project)!r}, {str(later)!r}])\n"
        "except SystemExit as end: assert end.code == 0\n"
        "print(*[m for m in ('pandas', 'geopandas', 'folium') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == ""


def test_one_cell(project: Path, later: Path, compared) -> None:
    replace_in(later / PLEDGES, "declined,two,medium", "opposed,two,medium")
    difference = compared(project, later)
    (table,) = difference.tables
    (row,) = table.changed
    assert (row.key, row.label) == ("S2", "ESP, 2025-02-01")
    assert row.cells == (CellChange("status", "declined", "opposed"),)
    (one,) = difference.maps
    (country,) = one.countries
    assert (country.iso_a3, country.name) == ("ESP", "Spain")
    assert (country.before.status, country.after.status) == ("declined", "opposed")


def test_a_row_came_and_one_went(project: Path, later: Path, compared) -> None:
    replace_in(
        later / PLEDGES,
        "S2,ESP,2025-02-01,declined,two,medium,own_government",
        "S9,DEU,2025-03-01,considering,one,high,own_government",
    )
    difference = compared(project, later)
    (table,) = difference.tables
    assert [row.key for row in table.gone] == ["S2"]
    assert [row.key for row in table.come] == ["S9"]
    assert table.come[0].cells["actor"] == "DEU"
    changes = {
        c.iso_a3: (c.before.status, c.after.status)
        for c in difference.maps[0].countries
    }
    assert changes == {
        "ESP": ("declined", "no_data"),
        "DEU": ("no_data", "considering"),
    }
    before, after = difference.maps[0].before, difference.maps[0].after
    assert (before.as_of, after.as_of) == ("2025-02-03", "2025-03-01")


def test_the_order_of_rows_is_no_difference(project, later, compared) -> None:
    path = later / PLEDGES
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header, *reversed(rows)]) + "\n", encoding="utf-8")
    assert not compared(project, later).differs


def test_another_way_to_write_the_same_is_counted(project, later, compared) -> None:
    replace_in(later / PLEDGES, "FRA,2025-01-01", "France,1 January 2025")
    difference = compared(project, later)
    (table,) = difference.tables
    assert (table.rewritten, table.changed) == (2, ())
    # The map is joined anew, and says that it is the same.
    assert difference.maps == ()


def test_totals_keep_meanings_apart(project: Path, later: Path, compared) -> None:
    header = "id,actor,date,status,troops_min,troops_max,qualifier,meaning,source\n"
    figures = '\n[[layers]]\nkind = "figures"\nsizes = [10, 20]\n'
    for folder, troops in ((project, 100), (later, 150)):
        definition = folder / "maps" / "small.toml"
        definition.write_text(definition.read_text() + figures)
        (folder / PLEDGES).write_text(
            header
            + f"S1,FRA,2025-01-01,pledged_troops,{troops},{troops},exact,pledge,one\n"
            + "S2,GBR,2025-01-01,pledged_troops,,70,up_to,pledge,one\n"
            + f"S3,ESP,2025,declined,{troops}0,{troops}0,exact,deployed_elsewhere,one\n"
        )
    (one,) = compared(project, later).maps
    assert one.before.totals == (
        Total("pledge", 2, 2, 100, 170),
        Total("deployed_elsewhere", 1, 1, None, None),
    )
    assert one.after.totals[0] == Total("pledge", 2, 2, 150, 220)
    figures_of = {c.iso_a3: (c.before.figures, c.after.figures) for c in one.countries}
    assert set(figures_of) == {"FRA", "ESP"}
    assert figures_of["ESP"][1] == ("1,500 already deployed elsewhere",)


def test_an_open_end_has_no_greatest_sum(project: Path, later: Path, compared) -> None:
    definition = '\n[[layers]]\nkind = "figures"\nsizes = [10, 20]\n'
    header = "id,actor,date,status,troops_min,troops_max,qualifier,meaning,source\n"
    for folder, least in ((project, 100), (later, 200)):
        path = folder / "maps" / "small.toml"
        path.write_text(path.read_text() + definition)
        (folder / PLEDGES).write_text(
            f"{header}S1,FRA,2025,pledged_troops,{least},,at_least,pledge,one\n"
        )
    (one,) = compared(project, later).maps
    assert one.after.totals == (Total("pledge", 1, 1, 200, None),)


def test_keys_of_the_definition(project: Path, later: Path, compared) -> None:
    replace_in(later / "maps/small.toml", '"A map"', '"Another map"')
    (one,) = compared(project, later).maps
    assert one.definition == (CellChange("title", "A map", "Another map"),)


def test_a_map_that_is_new(project: Path, later: Path, compared) -> None:
    text = (later / "maps/small.toml").read_text()
    (later / "maps/second.toml").write_text(text)
    (one,) = compared(project, later).maps
    assert (one.slug, one.before) == ("second", None)
    assert one.after.statements == 4


def test_a_side_with_errors_is_said_and_its_rows_are_still_compared(
    project: Path, later: Path, compared
) -> None:
    replace_in(later / PLEDGES, "declined", "decline")
    difference = compared(project, later)
    (row,) = difference.tables[0].changed
    assert row.cells == (CellChange("status", "declined", "decline"),)
    assert "unknown-term" in difference.maps[0].trouble
    assert difference.maps[0].before is not None
    assert difference.maps[0].after is None


def test_rows_without_ids(tmp_path: Path, compared) -> None:
    source = "https://example.org/a"
    rows = [
        f"France,2025-01-01,declined,{source}",
        f"Spain,2025-01-01,declined,{source}",
        f"Spain,2025-02-01,declined,{source}",
        f"Poland,2025-01-01,declined,{source}",
    ]
    for name, told in (
        ("old.csv", rows),
        (
            "new.csv",
            [
                rows[2].replace("declined", "considering"),
                rows[0].replace("France", "FRA"),
                rows[1],
                rows[3].replace("2025-01-01", "2025-01-05"),
                f"Italy,2025-01-01,declined,{source}",
            ],
        ),
    ):
        text = "\n".join(["country,date,status,source", *told])
        (tmp_path / name).write_text(text + "\n")
    difference = compared(tmp_path / "old.csv", tmp_path / "new.csv")
    (table,) = difference.tables
    assert table.matched_by == (
        "content, then by country and date, then by country where one is left"
    )
    assert [(row.label, row.cells[0].column) for row in table.changed] == [
        ("Spain, 2025-02-01", "status"),
        ("Poland, 2025-01-05", "date"),
    ]
    assert [row.label for row in table.come] == ["Italy, 2025-01-01"]
    assert (table.gone, table.rewritten) == ((), 1)
    # The map that these tables make, by the usual rule.
    (one,) = difference.maps
    assert {c.iso_a3 for c in one.countries} == {"ESP", "ITA"}


def test_workbooks(tmp_path: Path, compared) -> None:
    head = ["id", "actor", "date", "status", "source"]
    for name, status in (("old.xlsx", "declined"), ("new.xlsx", "opposed")):
        row = ["S1", "FRA", "2025-01-01", status, "https://example.org/a"]
        write_xlsx(tmp_path / name, {"Pledges": [head, row]})
    difference = compared(tmp_path / "old.xlsx", tmp_path / "new.xlsx")
    (table,) = difference.tables
    assert table.file == "new.xlsx#Pledges"
    assert table.changed[0].cells == (CellChange("status", "declined", "opposed"),)


def test_a_table_of_sources_by_itself(tmp_path: Path, compared) -> None:
    for folder, title in (("a", "One"), ("b", "Two")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "sources.csv").write_text(
            f"id,title,publisher,grade,url\ns,{title},P,official,https://example.org\n"
        )
    difference = compared(tmp_path / "a/sources.csv", tmp_path / "b/sources.csv")
    assert difference.tables[0].changed[0].cells == (CellChange("title", "One", "Two"),)
    assert difference.maps == ()


def test_two_kinds_are_refused(project: Path, compared) -> None:
    with pytest.raises(SideError, match="not of a kind"):
        compared(project / PLEDGES, project)


def test_a_folder_without_tables_is_refused(tmp_path: Path, compared) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(SideError, match="holds neither map definitions"):
        compared(tmp_path / "empty", tmp_path / "empty")


def test_the_rows_of_every_table_have_words() -> None:
    assert set(LABELS) == set(TABLES)
    for name, columns in LABELS.items():
        assert {*columns} <= {column.name for column in TABLES[name].columns}


def test_a_translation(project: Path, later: Path, compared) -> None:
    for side, said in (project, "Non."), (later, "Non !"):
        replace_in(
            side / "maps/small.toml", "[tables]", '[tables]\ntranslations = "t.csv"'
        )
        rows = f"text,text_fr\nNo.,{said}\n"
        (side / "data/t.csv").write_text(rows, encoding="utf-8")
    (table,) = compared(project, later).tables
    (row,) = table.changed
    assert row.label == "No."
    assert row.cells == (CellChange("text_fr", "Non.", "Non !"),)


def test_the_same_bytes_read_in_another_order(project, later, compared) -> None:
    for side, order in (project, "day_first"), (later, "month_first"):
        replace_in(side / PLEDGES, "2025-02-01", "01/02/2025")
        definition = side / "maps/small.toml"
        text = definition.read_text(encoding="utf-8")
        text += f'\n[date_order]\npledges = "{order}"\n'
        definition.write_text(text, encoding="utf-8")
    (table,) = compared(project, later).tables
    (row,) = table.changed
    assert row.cells == (CellChange("date", "2025-02-01", "2025-01-02"),)
