import io
from pathlib import Path

import pytest

from geo.findings import Finding
from geo.report.excerpt import excerpts
from geo.report.text import as_text, summary, wants_colours
from geo.tables.dataset import read_dataset

HEADER = "country;date;status;source;note\n"
ADDRESS = "https://example.org/a"


def findings_of(tmp_path: Path, rows: str, encoding: str = "utf-8") -> list[Finding]:
    path = tmp_path / "a.csv"
    path.write_bytes((HEADER + rows).encode(encoding))
    return list(read_dataset({"pledges": path})[1])


def lines_of(tmp_path: Path, rows: str, encoding: str = "utf-8") -> list[str]:
    return as_text(findings_of(tmp_path, rows, encoding)).splitlines()


def test_the_cell_is_underlined(tmp_path: Path) -> None:
    row = f"France;2025-02-30;declined;{ADDRESS};"
    sentence, line, marks = lines_of(tmp_path, row + "\n")
    assert sentence.startswith(f"{tmp_path.as_posix()}/a.csv:2:date: error[bad-value]")
    assert line == f"  2 | {row}"
    assert marks == "    |        ^^^^^^^^^^"


def test_the_line_is_the_one_in_the_file(tmp_path: Path) -> None:
    rows = (
        f'France;2025;declined;{ADDRESS};"two\nlines"\n"Spian";2025;opposed;{ADDRESS};'
    )
    _, line, marks = lines_of(tmp_path, rows)
    assert line.startswith('  3 | "Spian";2025')
    assert marks == "    | ^^^^^^^"


def test_wide_letters_take_two_columns(tmp_path: Path) -> None:
    row = f"日本国内;2025-02-30;declined;{ADDRESS};"
    found = lines_of(tmp_path, row)
    assert found[-1] == "    |          ^^^^^^^^^^"


def test_a_legacy_file_shows_its_letters(tmp_path: Path) -> None:
    found = lines_of(tmp_path, f"Norvège;?;declined;{ADDRESS};à l’étude", "cp1252")
    assert f"  2 | Norvège;?;declined;{ADDRESS};à l’étude" in found


def test_a_long_line_is_cut_round_the_cell(tmp_path: Path) -> None:
    found = lines_of(tmp_path, f"{'x' * 300};2025;declined;{ADDRESS};{'y' * 300}")
    assert all(len(line) < 110 for line in found if line.startswith("  "))
    far = lines_of(tmp_path, f'France;"{"2" * 500}";declined;{ADDRESS};')
    assert "^" in far[-1]


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    found = lines_of(tmp_path, f"\x1b[31mFrance;2025;declined;{ADDRESS};")
    assert "\x1b" not in "\n".join(found)


def test_colours_are_asked_for(tmp_path: Path) -> None:
    findings = findings_of(tmp_path, f"Spian;2025;declined;{ADDRESS};")
    assert "\x1b[1;31merror[unknown-actor]" in as_text(findings, colours=True)
    assert "\x1b" not in as_text(findings)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("variables", "wanted"), [({}, True), ({"NO_COLOR": "1"}, False),
                              ({"TERM": "dumb"}, False), ({"NO_COLOR": ""}, True)],
)  # fmt: skip
def test_no_color_is_respected(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], wanted: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert wants_colours(Terminal()) is wanted
    assert not wants_colours(io.StringIO())


def test_a_file_that_is_gone_has_no_line(tmp_path: Path) -> None:
    finding = Finding((tmp_path / "none.csv").as_posix(), 2, "date", "bad-value", "no")
    assert excerpts([finding]) == {}


def test_findings_are_counted() -> None:
    def finding(severity, row) -> Finding:
        return Finding("a", row, None, "bad-value", "", severity=severity)

    found = [finding("error", 1), finding("error", 2), finding("note", 3)]
    assert summary(found) == "2 errors, 1 note"
    assert summary([]) == ""
