"""One reader for tables of any length: what is wrong, and nothing kept of a row."""

import json
import tracemalloc
from collections.abc import Iterable
from pathlib import Path

import pytest

from geo import countries
from geo.countries import suggest
from geo.findings import Finding
from geo.report.programs import as_json
from geo.tables import reader
from geo.tables.dataset import read_dataset
from geo.tables.reader import check_file
from geo.tables.table_file import TableFile

ADDRESS = "https://example.org/a"
HEADER = "id,country,date,status,troops_min,troops_max,meaning,source\n"
ROOT = Path(__file__).parents[2]
GOOD = f"FRA,2025-03-11,pledged_troops,3000,3000,pledge,{ADDRESS}"


def write(path: Path, rows: Iterable[str]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER)
        file.writelines(f"S{number},{row}\n" for number, row in enumerate(rows))
    return path


def at_once(path: Path) -> tuple[Finding, ...]:
    return read_dataset({"pledges": path})[1]


ROWS = {
    "good": [GOOD] * 3,
    "a date that a later row settles": [
        GOOD.replace("2025-03-11", "03/04/2025"),
        GOOD.replace("2025-03-11", "15/03/2025"),
    ],
    "a date that nothing settles": [GOOD.replace("2025-03-11", "03/04/2025"), GOOD],
    "dates that contradict": [
        GOOD.replace("2025-03-11", "03/04/2025"),
        GOOD.replace("2025-03-11", "15/03/2025"),
        GOOD.replace("2025-03-11", "03/15/2025"),
        GOOD.replace("2025-03-11", "05/04/2025"),
    ],
    "a figure that a later row settles": [
        GOOD.replace("3000,3000", '"1,776","1,776"'),
        GOOD.replace("3000,3000", '"1,234,567","1,234,567"'),
    ],
    "wrong in every way": [
        GOOD.replace("FRA", "Frnace"),
        GOOD.replace("pledged_troops", "maybe"),
        GOOD.replace("3000,3000", "3000,"),
        GOOD.replace("pledge,", ","),
        GOOD.replace(ADDRESS, "nowhere"),
        GOOD.replace(ADDRESS, ""),
    ],
}


@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_a_file_by_itself_has_the_findings_that_it_has_in_a_map(
    tmp_path: Path, rows: list[str]
) -> None:
    path = write(tmp_path / "a.csv", rows)
    assert check_file(TableFile(path)).findings == at_once(path)


def test_the_record_has_no_findings() -> None:
    for name in ("pledges", "participants", "meetings", "sources", "claims"):
        checked = check_file(TableFile(ROOT / "data" / f"{name}.csv"))
        assert checked.findings == ()
        assert checked.rows > 10


def test_an_id_that_stands_there_twice(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [GOOD] * 30)
    text = path.read_text(encoding="utf-8").replace("S21,", "S4,")
    path.write_text(text, encoding="utf-8")
    (finding,) = check_file(TableFile(path)).findings
    assert (finding.code, finding.row) == ("duplicate-id", 23)
    assert finding.advice == "delete one of the two rows"
    assert (finding,) == at_once(path)
    lines = text.splitlines()
    lines[22] = lines[22].replace("3000,3000", "3000,4000")
    path.write_text("\n".join(lines), encoding="utf-8")
    found = {f.code: f for f in check_file(TableFile(path)).findings}
    finding = found["duplicate-id"]
    assert (finding.row, finding.advice) == (23, "give each row an id of its own")


def test_ids_are_looked_up_beside_the_file(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", [GOOD.replace(ADDRESS, "none-such")])
    sources = f"id,title,publisher,grade,url\nA,A,A,official,{ADDRESS}\n"
    (tmp_path / "sources.csv").write_text(sources, encoding="utf-8")
    assert [f.code for f in check_file(TableFile(tmp_path / "a.csv")).findings] == [
        "unknown-id"
    ]


@pytest.mark.parametrize("text", ["", 'id,title\n"A,B\n', "A\0B\n"])
def test_ids_of_a_table_that_cannot_be_read_are_not_looked_up(
    tmp_path: Path, text: str
) -> None:
    write(tmp_path / "a.csv", [GOOD.replace(ADDRESS, "none-such")])
    (tmp_path / "sources.csv").write_text(text, encoding="utf-8")
    assert check_file(TableFile(tmp_path / "a.csv")).findings == ()


def test_one_fault_in_many_rows_is_one_finding_with_its_rows(tmp_path: Path) -> None:
    rows = [GOOD, *[GOOD.replace("FRA", "Frnace"), GOOD] * 1_000]
    (finding,) = check_file(TableFile(write(tmp_path / "a.csv", rows))).findings
    assert (finding.row, len(finding.rows), finding.rows[:3]) == (3, 1_000, (3, 5, 7))
    assert "did you mean France (FRA)?" in str(finding)
    assert str(finding).endswith('"Frnace" = "FRA" [1,000 times: rows 3, 5, 7, …]')
    (told,) = json.loads(as_json([finding]))
    assert told["rows"] == list(range(3, 2_003, 2))


def test_faults_of_one_text_in_two_columns_are_two(tmp_path: Path) -> None:
    rows = [GOOD.replace("3000,3000", "many,many")] * 2
    found = check_file(TableFile(write(tmp_path / "a.csv", rows))).findings
    assert [(f.column, f.rows) for f in found] == [
        ("troops_min", (2, 3)),
        ("troops_max", (2, 3)),
    ]


def test_what_is_meant_is_worked_out_once_a_text_and_for_a_hundred(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = suggest.suggestions
    monkeypatch.setattr(
        suggest, "suggestions", lambda text: asked.append(text) or real(text)
    )
    countries.resolve.cache_clear()
    wrong = [GOOD.replace("FRA", f"Frnace {n % 400}") for n in range(1_200)]
    checked = check_file(TableFile(write(tmp_path / "a.csv", wrong)))
    assert len(asked) == len(set(asked)) == 100
    assert [len(f.rows) for f in checked.findings] == [3] * 400
    assert all(finding.advice for finding in checked.findings)


def test_ids_of_a_large_table_are_suggested_from_one_slip(tmp_path: Path) -> None:
    """Comparing each of them with all would take minutes."""
    rows = [GOOD.replace(ADDRESS, f"source{n}x") for n in range(1_500)]
    write(tmp_path / "a.csv", rows)
    sources = "".join(f"source{n},T,P,official,{ADDRESS}\n" for n in range(3_000))
    beside = tmp_path / "sources.csv"
    beside.write_text(f"id,title,publisher,grade,url\n{sources}", encoding="utf-8")
    first, *_, last = check_file(TableFile(tmp_path / "a.csv")).findings
    assert 'did you mean "source0"?' in first.advice
    # Every wrong row is told, the last five hundred of them together.
    assert (last.row, len(last.rows)) == (1_002, 500)
    assert "one of many other faults" in last.message


@pytest.mark.parametrize("aside", [5, 20_000])
def test_dates_are_settled_however_late(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, aside: int
) -> None:
    monkeypatch.setattr(reader, "MOST_SET_ASIDE", aside)
    rows = [GOOD, *[GOOD.replace("2025-03-11", "03/04/2025")] * 300]
    path = write(tmp_path / "a.csv", [*rows, GOOD.replace("2025-03-11", "15/03/2025")])
    assert check_file(TableFile(path)).findings == ()
    dataset, _ = read_dataset({"pledges": path})
    assert {said.date.iso for said in dataset.statements.values()} == {
        "2025-04-03", "2025-03-11", "2025-03-15",
    }  # fmt: skip
    assert list(dataset.statements) == [f"S{n}" for n in range(302)]


def test_what_stands_above_a_total_is_known_however_late(tmp_path: Path) -> None:
    row = "FRA,2025-03-11,pledged_troops,{},pledge,https://example.org/\n"
    path = tmp_path / "t.csv"
    first, last = row.format('"1,500"'), row.format('"1,234,567"')
    path.write_text(
        f"country,date,status,troops,meaning,source\n{first}Total,,,1600,,\n{last}",
        encoding="utf-8",
    )
    finding, several = check_file(TableFile(path)).findings
    assert several.code == "several-figures"
    assert finding.message == "the total says 1,600, the rows above add up to 1,500"


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    peaks = []
    for count in (2_000, 20_000):
        path = write(tmp_path / f"{count}.csv", [GOOD] * count)
        tracemalloc.start()
        assert check_file(TableFile(path)).findings == ()
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] - peaks[0] < 18_000 * 50  # bytes


@pytest.mark.parametrize(
    ("said", "code"), [("4500", "total-row"), ("4600", "total-differs")]
)
def test_a_total_is_compared_in_one_pass(tmp_path: Path, said: str, code: str) -> None:
    rows = "".join(
        f"{name},2025-03-11,pledged_troops,{troops},pledge,https://example.org/\n"
        for name, troops in (("France", 3000), ("Spain", 1500))
    )
    path = tmp_path / "t.csv"
    path.write_text(
        f"country,date,status,troops,meaning,source\n{rows}Total,,,{said},,\n",
        encoding="utf-8",
    )
    (finding,) = check_file(TableFile(path)).findings
    assert (finding.code, finding.row) == (code, 4)


def test_a_doubtful_address_is_a_warning_and_read(tmp_path: Path) -> None:
    rows = [GOOD.replace("example.org", host) for host in ("ex\u0430mple.org", "a.lan")]
    path = write(tmp_path / "a.csv", [*rows, rows[0], GOOD])
    dataset, findings = read_dataset({"pledges": path})
    assert [(f.code, f.severity, f.rows) for f in findings] == [
        ("doubtful-address", "warning", (2, 4)),
        ("doubtful-address", "warning", (3,)),
    ]
    assert len(dataset.statements) == 4


@pytest.mark.parametrize(
    ("old", "new", "code", "told"),
    [
        ("FRA", "#NAME?", "unusable-cell", "the formula gave #NAME?"),
        ("pledge,", "#N/A,", "unusable-cell", "the formula gave #N/A"),
        ("2025-03-11", "#ref!", "unusable-cell", "the formula gave #ref!"),
        ("pledge,", "=B2,", "unknown-term", '"=B2" is a formula that a spreadsheet'),
        ("pledged_troops", "x", "unknown-term", '"x" is not a status'),
        ("pledge,", "x,", "unknown-term", '"x" is not a meaning'),
    ],
)
def test_what_a_spreadsheet_left_is_named(
    tmp_path: Path, old: str, new: str, code: str, told: str
) -> None:
    path = write(tmp_path / "a.csv", [GOOD, GOOD.replace(old, new)])
    (finding,) = check_file(TableFile(path)).findings
    assert (finding.code, finding.row, finding.severity) == (code, 3, "error")
    assert finding.message.startswith(told)


def test_a_formula_in_the_place_of_a_figure_or_a_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "country,date,status,troops,meaning,conditions,source,statement\n"
        f"FRA,2025-03-11,pledged_troops,=100000*2,pledge,foo,{ADDRESS},# one\n"
        f"POL,2025-03-11,pledged_troops,3000,pledge,,{ADDRESS},#VALUE!\n"
    )
    found = {f.column: f for f in check_file(TableFile(path)).findings}
    assert list(found) == ["troops", "conditions", "statement"]
    assert '"=100000*2" is a formula that a' in found["troops"].message
    assert found["conditions"].message == '"foo" is none of the conditions'
    assert found["statement"].message == "the formula gave #VALUE!"
