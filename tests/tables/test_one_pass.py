"""A table of any length: the same findings as at once, and nothing kept of its rows."""

import tracemalloc
from collections.abc import Iterable
from pathlib import Path

import pytest

from geo.findings import Finding
from geo.tables import one_pass
from geo.tables.alone import check_file
from geo.tables.dataset import read_dataset
from geo.tables.read import TableFile

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
def test_the_findings_are_those_of_reading_at_once(
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
    assert (finding,) == at_once(path)


def test_ids_are_looked_up_beside_the_file(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", [GOOD.replace(ADDRESS, "none-such")])
    (tmp_path / "sources.csv").write_text("id,title,publisher,grade,url\n")
    assert [f.code for f in check_file(TableFile(tmp_path / "a.csv")).findings] == [
        "unknown-id"
    ]


def test_findings_are_counted_beyond_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_pass, "MOST_FINDINGS", 10)
    path = write(tmp_path / "a.csv", [GOOD.replace("FRA", "Frnace")] * 25)
    checked = check_file(TableFile(path))
    assert (len(checked.findings), checked.more, checked.rows) == (10, 15, 25)


def test_what_is_set_aside_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_pass, "MOST_SET_ASIDE", 5)
    rows = [GOOD.replace("2025-03-11", "03/04/2025")] * 8
    rows.append(GOOD.replace("2025-03-11", "15/03/2025"))
    checked = check_file(TableFile(write(tmp_path / "a.csv", rows)))
    assert [finding.row for finding in checked.findings] == [7, 8, 9]


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
