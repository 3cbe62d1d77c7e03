"""The wide table: a country a row, a date a column."""

from pathlib import Path

import pytest
from books import write_xlsx

from geo.findings import Finding, errors
from geo.tables.dataset import Dataset, read_dataset

SAID = {"source": "https://example.org/a", "meaning": "pledge"}
WIDE = """Country,11/03/2025,27/03/2025,mars 2026,Note
France,in person,"3,000",declined,a note
Japan,videoconference,,,
Spain,,,?maybe?,
"""


def read(tmp_path: Path, text: str) -> tuple[Dataset, tuple[Finding, ...]]:
    path = tmp_path / "pledges.csv"
    path.write_text(text, encoding="utf-8")
    return read_dataset({"pledges": path}, SAID, "a.toml")


def test_each_filled_cell_is_a_statement(tmp_path: Path) -> None:
    dataset, findings = read(tmp_path, WIDE.replace("?maybe?", ""))
    assert findings == ()
    rows = [
        (s.id, s.date.iso, s.status, s.meeting_mode, s.figure and s.figure.minimum)
        for s in dataset.statements.values()
    ]
    present = ("took_part_only",)
    assert rows == [
        ("row-2-2025-03-11", "2025-03-11", present, "in_person", None),
        ("row-2-2025-03-27", "2025-03-27", ("pledged_troops",), None, 3000),
        ("row-2-2026-03", "2026-03", ("declined",), None, None),
        ("row-3-2025-03-11", "2025-03-11", present, "videoconference", None),
    ]
    assert {s.note for s in dataset.statements.values()} == {"a note", ""}


def test_a_finding_names_the_dated_column(tmp_path: Path) -> None:
    _, findings = read(tmp_path, WIDE)
    assert [(f.row, f.column, f.at, f.code) for f in findings] == [
        (4, "mars 2026", 3, "bad-value")
    ]


def test_headers_settle_each_others_order(tmp_path: Path) -> None:
    _, findings = read(tmp_path, "Country,03/04/2025\nFrance,declined\n")
    assert [f.code for f in findings] == ["bad-value"]
    assert "2025-04-03, or 2025-03-04" in findings[0].message
    assert 'date_order = "day_first"' in findings[0].advice
    dataset, findings = read(
        tmp_path, "Country,03/04/2025,15/04/2025\nFrance,declined\n"
    )
    assert [s.date.iso for s in dataset.statements.values()] == ["2025-04-03"]
    assert findings == ()


def test_a_table_with_a_date_column_is_not_wide(tmp_path: Path) -> None:
    text = "Country,date,status,2025-03-11\nFrance,2025,declined,mine\n"
    dataset, findings = read(tmp_path, text)
    assert [s.date.iso for s in dataset.statements.values()] == ["2025"]
    assert [(f.code, f.severity) for f in findings] == [("unknown-column", "warning")]


def test_a_total_of_a_wide_table_is_kept_out(tmp_path: Path) -> None:
    text = "Country,2025-03-11,2025-03-27\nFrance,100,\nSpain,50,20\nTotal,150,20\n"
    dataset, findings = read(tmp_path, text)
    assert len(dataset.statements) == 3
    assert [(f.code, f.row) for f in findings] == [("total-row", 4)]


@pytest.mark.parametrize("total", ["Total", "Wert", "Total 2022-2023"])
def test_what_the_days_add_up_to_is_passed_over(tmp_path: Path, total: str) -> None:
    """Three years of troops are no troops."""
    text = f"Country,2022,2023,{total}\nFrance,100,50,150\nSpain,50,20,70\n"
    dataset, findings = read(tmp_path, text)
    said = [(s.date.iso, s.figure) for s in dataset.statements.values()]
    assert [(day, one and one.minimum) for day, one in said] == [
        ("2022", 100), ("2023", 50), ("2022", 50), ("2023", 20)
    ]  # fmt: skip
    assert [f.column for f in findings] == [total]


def test_merged_cells_of_a_wide_table_are_refused(tmp_path: Path) -> None:
    rows = [["Country", "2025-03-11"], ["France", 3000], ["Spain", None]]
    path = write_xlsx(tmp_path / "a.xlsx", {"A": rows}, ["B2:B3"])
    _, findings = read_dataset({"pledges": path}, SAID, "a.toml")
    assert [(f.code, f.cell) for f in findings] == [("merged-cells", "B2")]


@pytest.mark.parametrize("above", ["", "Title 2014,,\nStatistical Annex,Table 3,\n"])
def test_a_blank_cell_of_the_header_over_countries(tmp_path: Path, above: str) -> None:
    """As statistical offices leave it: the header is of years alone."""
    path = tmp_path / "t.csv"
    path.write_text(f"{above},2012,2013\nFrance,1,2\nPoland,,3\nTotal,1,5\n")
    defaults = {"source": "https://example.org/a", "meaning": "pledge"}
    dataset, findings = read_dataset({"pledges": path}, defaults, "")
    assert not errors(findings)
    said = [(one.actor, one.date.iso) for one in dataset.statements.values()]
    assert said == [("FRA", "2012"), ("FRA", "2013"), ("POL", "2013")]
    path.write_text(",Troops,Date\nFrance,1,2024\nPoland,3,2024\n")
    dataset, _ = read_dataset({"pledges": path}, {**defaults, "status": "declined"}, "")
    assert [one.actor for one in dataset.statements.values()] == ["FRA", "POL"]
