import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from geo.cli import main
from geo.starter.template import GUIDE, SHEETS, TERMS, columns_of, template_xlsx
from geo.tables.dataset import read_dataset
from geo.tables.schema import TABLES
from geo.tables.table_file import TableFile

ROOT = Path(__file__).parents[2]
ADDRESS = "https://example.org/a"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "book.xlsx"
    file.write_bytes(template_xlsx())
    return file


def test_a_sheet_a_table_a_guide_and_the_terms(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [GUIDE, *SHEETS, TERMS]
    for name in SHEETS:
        header = [cell.value for cell in book[name][1]]
        assert header == [column.name for column in columns_of(TABLES[name])]


def test_every_column_is_explained(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    explained = {(row[0], row[1]) for row in book[GUIDE].values}
    columns = {(name, c.name) for name in SHEETS for c in columns_of(TABLES[name])}
    assert columns <= explained


def test_a_vocabulary_is_a_list_to_choose_from(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book["pledges"]
    names = [cell.value for cell in sheet[1]]
    rules = {
        str(rule.sqref).split(":")[0].rstrip("0123456789"): rule
        for rule in sheet.data_validations.dataValidation
    }
    assert len(rules) == len(names)
    status = rules[openpyxl.utils.get_column_letter(names.index("status") + 1)]
    # Two of its terms may stand in one cell.
    assert (status.type, status.errorStyle) == ("list", "information")
    meaning = rules[openpyxl.utils.get_column_letter(names.index("meaning") + 1)]
    assert (meaning.type, meaning.errorStyle or "stop") == ("list", "stop")
    _, _, reference = status.formula1.rpartition("!")
    offered = [cell.value for (cell,) in book[TERMS][reference.replace("$", "")]]
    assert offered == list(TABLES["pledges"].column("status").terms or ())


def test_what_is_filled_in_is_read(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    rows = {
        "pledges": {"actor": "France", "date": "2025-03", "status": "declined",
                    "troops": "up to 150", "meaning": "pledge", "source": "one"},
        "sources": {"id": "one", "title": "A page", "publisher": "A daily",
                    "grade": "other_press", "url": ADDRESS},
    }  # fmt: skip
    for name, cells in rows.items():
        header = [cell.value for cell in book[name][1]]
        for column, value in cells.items():
            book[name].cell(2, header.index(column) + 1, value)
    book.save(path)
    dataset, findings = read_dataset(
        {name: TableFile(path, name) for name in ("pledges", "sources")}
    )
    (statement,) = dataset.statements.values()
    assert (statement.date.iso, statement.source) == ("2025-03", "one")
    assert findings == ()


def test_the_same_bytes_in_another_process(path: Path) -> None:
    code = (
        "import sys; from geo.starter.template import template_xlsx;"
        "sys.stdout.buffer.write(template_xlsx())"
    )
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati"}
    run = subprocess.run([sys.executable, "-c", code], env=environment, cwd=ROOT,
                         capture_output=True, check=True)  # fmt: skip
    assert run.stdout == path.read_bytes()


def test_a_file_that_is_there_is_kept(path: Path) -> None:
    path.write_bytes(b"mine")
    result = CliRunner().invoke(main, ["template", "--xlsx", str(path)])
    assert result.exit_code == 1
    assert path.read_bytes() == b"mine"
    other = path.with_name("other.xlsx")
    result = CliRunner().invoke(main, ["template", "--xlsx", str(other)])
    assert result.exit_code == 0
    assert other.read_bytes() == template_xlsx()


def test_a_workbook_is_called_one(tmp_path: Path) -> None:
    path = tmp_path / "book.csv"
    result = CliRunner().invoke(main, ["template", "--xlsx", str(path)])
    assert result.exit_code == 2
    assert '"book.csv" does not end in .xlsx' in result.stderr
    assert not path.exists()
