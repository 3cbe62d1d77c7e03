from pathlib import Path

import pytest

from geo.building import build, check
from geo.findings import CODES, Finding, FindingsError, did_you_mean, quote

TABLE = "data/pledges.csv"
MAP = "maps/small.toml"

# What is broken, and the finding that must come of it: file, row, column and code.
BROKEN = [
    (TABLE, "S2,ESP,", "S2,Spian,", "pledges.csv:3:actor", "unknown-actor"),
    (TABLE, "S2,ESP,", "S2,Spain and Poland,", "pledges.csv:3:actor", "not-a-country"),
    (TABLE, "S2,ESP,", "S2,,", "pledges.csv:3:actor", "missing-value"),
    (TABLE, "S2,ESP", "S1,ESP", "pledges.csv:3:id", "duplicate-id"),
    (TABLE, "declined", "decline", "pledges.csv:3:status", "unknown-term"),
    (TABLE, "2025-02-01", "2025-02-30", "pledges.csv:3:date", "bad-value"),
    (TABLE, "2025-02-01", "03/04/2025", "pledges.csv:3:date", "bad-value"),
    (TABLE, "two,medium", "tow,medium", "pledges.csv:3:source", "unknown-id"),
    (TABLE, "two,medium", ",medium", "pledges.csv:3:source", "missing-value"),
    (TABLE, "actor,date", "date", "pledges.csv:1:actor", "missing-column"),
    ("data/sources.csv", "https://example.org/one", "javascript:alert(1)",
     "sources.csv:2:url", "bad-value"),
    ("data/sources.csv", "A mirror", "A, mirror", "sources.csv:5:", "too-many-cells"),
    (MAP, "sources.csv", "source.csv", "data/source.csv:", "missing-file"),
    (MAP, 'pledges = "pledges.csv"', "", "tables.pledges:", "missing-key"),
    (MAP, "[[layers]]", 'untill = 1\n[[layers]]', "views[1].untill:",
     "unknown-key"),
    (MAP, "pledged_troops}", "pledged_trops}", "headline.en:", "bad-headline"),
    (MAP, 'kind = "status"', 'kind = "statis"', "layers[1].kind:",
     "unknown-term"),
    (MAP, "europe_laea", "mercator", "views[1].projection:", "unknown-term"),
    (MAP, "[-24, 34, 45, 71]", "[45, 34, -24, 71]", "views[1].bounds:",
     "bad-value"),
    (MAP, "[tables]", "[tables", "small.toml:", "bad-toml"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "place", "code"), BROKEN)
def test_bad_input_is_a_finding_and_nothing_is_written(
    project: Path, edit, file: str, old: str, new: str, place: str, code: str
) -> None:
    page = project / "maps" / "small.html"
    page.write_text("the last good page", encoding="utf-8")
    edit(file, old, new)
    with pytest.raises(FindingsError) as error:
        build(data=project / "data", maps=project / "maps")
    found = [f for f in error.value.findings if f.code == code]
    assert found, error.value
    assert any(place in finding.place + ":" for finding in found), found
    if file == MAP and code not in {"bad-toml", "missing-file"}:
        assert found[0].row, "the line of the key, or of what it is missing in"
    assert all(finding.advice for finding in error.value.findings)
    assert page.read_text(encoding="utf-8") == "the last good page"
    assert sorted(p.name for p in page.parent.iterdir()) == ["small.html", "small.toml"]


def test_all_findings_at_once(project: Path, edit) -> None:
    edit(TABLE, "ESP,2025-02-01,declined", "Spian,2025-02-30,decline")
    edit(TABLE, "POL,2025-02-02", "Polnad,2025-02-02")
    found = check(data=project / "data", maps=project / "maps")
    places = [(f.row, f.column) for f in found]
    assert places == [(3, "actor"), (3, "date"), (3, "status"), (4, "actor")]


def test_a_fault_of_the_definition_hides_none_of_the_tables(
    project: Path, edit
) -> None:
    edit(TABLE, "ESP,2025-02-01", "Spian,2025-02-01")
    edit(MAP, "projection", "projektion")
    found = check(data=project / "data", maps=project / "maps")
    assert {f.code for f in found} == {"unknown-actor", "unknown-key", "missing-key"}


def test_sources_that_nobody_cites_are_told_once(project: Path, edit) -> None:
    lone = "lone,Lone,A daily,official,,https://example.org/lone\n"
    more = "".join(lone.replace("lone", f"lone{n}") for n in range(4))
    edit("data/sources.csv", "copy,", lone + more + "copy,")
    (finding,) = check(data=project / "data", maps=project / "maps")
    assert (finding.code, finding.row, finding.severity) == (
        "uncited-source",
        5,
        "warning",
    )
    assert finding.message == 'no row cites "lone", "lone0", "lone1" and 2 more'


def test_a_source_cited_by_another_map_is_cited(project: Path, edit) -> None:
    lone = "lone,Lone,A daily,official,,https://example.org/lone\n"
    edit("data/sources.csv", "copy,", lone + "copy,")
    other = "id,actor,date,status,source\nT1,FRA,2025-01-01,declined,lone\n"
    (project / "data" / "other.csv").write_text(other, encoding="utf-8")
    definition = (project / MAP).read_text(encoding="utf-8")
    (project / "maps" / "other.toml").write_text(
        definition.replace('"pledges.csv"', '"other.csv"'), encoding="utf-8"
    )
    assert check(["small"], data=project / "data", maps=project / "maps") == ()


def test_a_country_without_boundary_names_row_and_cell(project: Path, edit) -> None:
    # Bouvet Island has an ISO code and no boundary in the shipped file.
    edit(TABLE, "S2,ESP,", "S2,BVT,")
    found = check(data=project / "data", maps=project / "maps")
    assert [(f.code, f.row, f.column) for f in found] == [("no-boundary", 3, "actor")]


def test_an_unknown_map_gets_a_suggestion(project: Path) -> None:
    (finding,) = check(["smal"], data=project / "data", maps=project / "maps")
    assert finding.code == "missing-file"
    assert 'did you mean "small"?' in str(finding)


@pytest.mark.parametrize("name", ["../small", "..", "a/../../small", "small\0"])
def test_no_map_outside_the_folder(project: Path, name: str) -> None:
    found = check([name], data=project / "data", maps=project / "maps" / "none")
    assert {finding.code for finding in found} == {"missing-file"}


def test_findings_read_as_a_compiler_writes_them() -> None:
    finding = Finding("a.csv", 3, "actor", "unknown-actor", "what", "do this")
    assert str(finding) == "a.csv:3:actor: error[unknown-actor]: what; do this"


def test_every_code_is_explained() -> None:
    assert all(text and not text.endswith(".") for text in CODES.values())
    with pytest.raises(ValueError, match="not a code"):
        Finding("a.csv", 1, None, "no-such-code", "")


def test_a_suggestion_is_near_or_the_list_is_short() -> None:
    assert did_you_mean("pledgd_troops", ["pledged_troops", "declined"]) == (
        'did you mean "pledged_troops"?'
    )
    assert did_you_mean("xyz", ["a", "b"]) == "it must be one of a, b"
    assert did_you_mean("xyz", (f"term{n}" for n in range(99))) == ""


def test_quoted_text_stays_on_one_line() -> None:
    assert "\n" not in quote("a\nb\x1b[31m")
    assert len(quote("x" * 500)) < 70
