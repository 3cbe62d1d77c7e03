"""Every hostile text in every column of every table: read or refused, never half."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hostile_project import COUNTRIES, FREE, PLACES, write_project
from payloads import OURS, every_text, for_cells, our_texts

from geo.building import check
from geo.findings import errors
from geo.report.programs import as_github, as_json
from geo.report.text import as_text
from geo.tables.dataset import FIELDS, read_dataset
from geo.tables.schema import TABLES

TEXTS = for_cells(every_text())
# What a record calls a column otherwise, or keeps by language.
OTHERWISE = {"figure_words": lambda record: record.figure.words}
TYPED = [
    (table.name, column.name)
    for table in TABLES.values()
    if table.name in FREE
    for column in table.columns
    if column.name not in FREE[table.name]
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "a"
    return write_project(folder, TEXTS, " ".join(for_cells(our_texts())))


def files(folder: Path) -> dict[str, Path]:
    return {name: folder / "data" / f"{name}.csv" for name in FREE}


def test_every_free_text_is_read_as_it_stands(project: Path) -> None:
    dataset, findings = read_dataset(files(project))
    assert errors(findings) == ()
    read = 0
    for name, columns in FREE.items():
        records = list(getattr(dataset, FIELDS.get(name, name)).values())
        assert len(records) == len(TEXTS)
        for column in columns:
            for record, text in zip(records, TEXTS, strict=True):
                assert cell(record, column) == text, (name, column)
                read += 1
    assert read == len(TEXTS) * PLACES


def cell(record: object, column: str) -> object:
    if column in OTHERWISE:
        return OTHERWISE[column](record)
    kind, _, language = column.partition("_")
    if kind in {"name", "where"}:
        return getattr(record, kind)[language]
    return getattr(record, column)


def test_the_definition_takes_every_text(project: Path) -> None:
    findings = check(data=project / "data", maps=project / "maps")
    assert errors(findings) == ()


@pytest.mark.parametrize(("table", "column"), TYPED)
def test_a_cell_of_a_kind_is_refused_in_words_that_can_be_shown(
    tmp_path: Path, table: str, column: str
) -> None:
    """One row a text: nothing raises, and what is refused makes no record."""
    texts = [text for text in for_cells(our_texts()) if text not in OURS["long"]]
    path = tmp_path / f"{table}.csv"
    plain = write_project(tmp_path / "plain", ["a"], "A title")
    with (plain / "data" / f"{table}.csv").open(newline="", encoding="utf-8") as file:
        (usual,) = csv.DictReader(file)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, TABLES[table].names)
        writer.writeheader()
        for number, text in enumerate(texts):
            writer.writerow({**usual, "id": f"a{number}", column: text})
    dataset, findings = read_dataset({**files(plain), table: path})
    shown = as_text(findings)
    assert all(c.isprintable() or c == "\n" for c in shown)
    assert as_json(findings)
    assert all(line.startswith("::") for line in as_github(findings).splitlines())
    wrong = [finding for finding in errors(findings) if finding.file == str(path)]
    refused = {row for finding in wrong for row in finding.rows}
    records = getattr(dataset, FIELDS.get(table, table))
    assert len(records) + len(refused) >= len(texts)
    if column in {"status", "date", "url", "actor"}:
        # "null" is no date and "Frаnce" no country; two texts are ids or numbers.
        assert len(records) <= 2


@pytest.mark.parametrize(
    ("name", "odd"),
    [
        ("Fr\u0430nce", "U+0430 CYRILLIC SMALL LETTER A"),
        ("\u03a1oland", "U+03A1 GREEK CAPITAL LETTER RHO"),
        ("Sp\u0430\u0456n", "U+0456 CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I"),
        ("It\u0251ly", "U+0251 LATIN SMALL LETTER ALPHA"),
    ],
)
def test_a_homograph_is_no_country_and_its_letter_is_named(
    tmp_path: Path, name: str, odd: str
) -> None:
    path = tmp_path / "pledges.csv"
    source = "https://example.org/a"
    path.write_text(
        f"country,date,status,source\n{name},2025,declined,{source}\n", encoding="utf-8"
    )
    dataset, findings = read_dataset({"pledges": path})
    assert dataset.statements == {}
    (finding,) = errors(findings)
    assert finding.code == "unknown-actor"
    assert odd in finding.message


def test_names_in_one_script_are_not_doubted(tmp_path: Path) -> None:
    path = tmp_path / "pledges.csv"
    rows = "".join(
        f"{name},2025,declined,https://example.org/a\n"
        for name in ("Франція", "Γαλλία", "Côte d’Ivoire", "フランス共和国x", "Frrance")
    )
    path.write_text(f"country,date,status,source\n{rows}", encoding="utf-8")
    _, findings = read_dataset({"pledges": path})
    assert not any("looks like" in finding.message for finding in findings)


def test_headers_and_file_names_work_no_terminal(tmp_path: Path) -> None:
    texts = [t for t in for_cells(our_texts()) if "/" not in t and len(t) < 80]
    for text in texts:
        path = tmp_path / f"{text} x.csv"
        line = ",".join('"' + t.replace('"', '""') + '"' for t in ("country", text))
        path.write_text(f"{line}\nFRA,{COUNTRIES[0]}\n", encoding="utf-8")
        _, findings = read_dataset({"pledges": path})
        assert errors(findings)
        shown = as_text(findings)
        assert all(c.isprintable() or c == "\n" for c in shown), shown
        assert as_github(findings).count("\n") == len(findings)


@pytest.mark.parametrize("data", [b"a\0b", b"\0", b"\xed\xa0\x80", b"\xff\xfe\x00\xd8"])
def test_nul_and_lone_surrogates_are_no_text(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "pledges.csv"
    path.write_bytes(b"country,date,status,source\nFRA,2025,declined," + data + b"\n")
    _, findings = read_dataset({"pledges": path})
    assert errors(findings)
