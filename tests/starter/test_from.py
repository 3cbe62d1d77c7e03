"""``pledgemap new DIR --from FILE``: a table of somebody's becomes a map."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result
from published import Answer, published

from geo.building import build
from geo.cli import main
from geo.definitions.files import table_files
from geo.definitions.given import given_file
from geo.definitions.read import read_definition
from geo.findings import FindingsError, errors
from geo.tables.dataset import read_dataset

TABLE = """Stand 2024
Kontingent;Bestand;Jahr;Waffen
Polen;1.250;2018;a
Polnad;30;2019;b
Frankreich;900*;2019;
"""


def new(folder: Path, table: Path | str) -> Result:
    return CliRunner().invoke(main, ["new", str(folder), "--from", str(table)])


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "Lage 2024.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_table_is_shown_as_it_would_be_read(tmp_path: Path, table: Path) -> None:
    said = new(tmp_path / "mine", table).output
    assert 'country       from "Kontingent"' in said
    assert "countries     2: FRA, POL" in said
    assert "row 3         POL 2018: 1250" in said
    assert "passed over   Waffen" in said
    assert "to say        what is counted, if not troops, under [unit]" in said
    assert "to say        source, speaks_for" in said
    assert "did you mean Poland (POL)? mend it" in said


def test_no_date_is_shown_where_the_table_has_none(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("Country,When,Troops\nFrance,March,5000\n", encoding="utf-8")
    said = new(tmp_path / "mine", path).output
    assert "row 2         FRA: 5000" in said
    assert "to say        date, status" in said


def test_the_definition_needs_what_only_a_person_knows(
    tmp_path: Path, table: Path
) -> None:
    folder = tmp_path / "mine"
    assert new(folder, table).exit_code == 0
    path = folder / "maps" / "Lage-2024.toml"
    text = path.read_text(encoding="utf-8")
    written = tomllib.loads(text)
    assert written["columns"] == {
        "country": "Kontingent", "troops": "Bestand", "date": "Jahr",
    }  # fmt: skip
    assert written["defaults"] == {}
    assert [view["id"] for view in written["views"]] == ["europe", "world"]
    for key in ('"Polnad"', "source", "speaks_for"):
        text = text.replace(f"# {key}", key)
    path.write_text(text.replace("[tables]", "[status]\nrests_on='as_told'\n[tables]"))
    (page,) = build(data=folder / "data", maps=folder / "maps")
    assert "2 countries" in page.path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("header", "unit"),
    [("Refugees", {"other": "Refugees"}), ("n", {"other": "n"}), ("Żołnierze", None),
     ("Military spending", {"other": "Military spending"}),
     ("Number of troops", None), ("Troops pledged in 2024", None)],
)  # fmt: skip
def test_what_counts_no_soldiers_gets_a_unit(
    tmp_path: Path, header: str, unit: dict[str, str] | None
) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f"Country,{header}\nGermany,12\nPoland,4\n", encoding="utf-8")
    new(tmp_path / "mine", table)
    text = (tmp_path / "mine/maps/t.toml").read_text(encoding="utf-8")
    written = tomllib.loads(text)
    assert written.get("unit") == unit
    assert ("# status" in text, "pledged" in written["headline"]) == (
        (False, False) if unit else (True, True)
    )


def test_numbers_below_zero_are_figures(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Country,Change\nFrance,-120\nPoland,45\nSpain,(3)\n")
    said = new(tmp_path / "mine", table).output
    assert "row 2         FRA: -120" in said
    written = tomllib.loads((tmp_path / "mine/maps/t.toml").read_text())
    assert written["columns"] == {"country": "Country", "troops": "Change"}
    assert written["unit"] == {"other": "Change", "below_zero": True}
    assert written["layers"][-1] == {"kind": "value"}
    table.write_text("Land;Einwohner;Saldo\nPolen;37563000;-12345\nMali;89;41234\n")
    assert '"Einwohner", "Saldo"' in new(tmp_path / "two", table).output


def test_words_of_a_status_and_ids_that_are_none(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(
        "Country,Ref,Position\nFrance,A,Yes\nPoland,A,Refused\nSpain,,Maybe\n"
    )
    folder = tmp_path / "mine"
    said = new(folder, table).output
    assert "countries     3: ESP, FRA, POL" in said
    assert 'of a status: "Yes", "Maybe", "Refused" (read as declined)' in said
    assert "passed over   Ref" in said
    path = folder / "maps" / "t.toml"
    text = path.read_text()
    assert 'status = "Position"' in text
    assert tomllib.loads(text)["status_words"] == {}
    assert '\n# "Refused" = "declined"\n' in text
    for word in ("Yes", "Maybe"):
        text = text.replace(f'# "{word}" = "…"', f'"{word}" = "considering"')
    for key in ("date", "source"):
        text = text.replace(f"# {key}", key)
    path.write_text(text)
    definition, findings = read_definition(path)
    assert definition is not None
    assert not errors(findings)
    tables, _ = table_files(definition, folder / "data")
    dataset, found = read_dataset(tables, definition.defaults)
    assert not errors(found)
    statuses = [said.status for said in dataset.statements.values()]
    assert statuses == [("considering",), ("declined",), ("considering",)]


def test_a_column_of_votes_is_one_of_a_status(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Country,Vote\nMali,IN FAVOR\nIran,AGAINST\nPeru,ABSTENTION\n")
    new(tmp_path / "mine", table)
    text = (tmp_path / "mine/maps/t.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["columns"] == {"country": "Country", "status": "Vote"}
    assert '# "ABSTENTION" = "…"\n# "AGAINST" = "opposed"\n' in text


def test_a_vote_in_letters_is_a_status_and_a_rank_is_asked_about(
    tmp_path: Path,
) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Country,Vote,World rank\nNorway,Y,3\nMali,N,1\nPeru,A,2\n")
    new(tmp_path / "mine", table)
    text = (tmp_path / "mine/maps/t.toml").read_text(encoding="utf-8")
    columns = {"country": "Country", "status": "Vote", "troops": "…"}
    assert tomllib.loads(text)["columns"] == columns
    for letter in "YNA":
        assert f'# "{letter}" = "…"' in text


def test_a_sheet_is_named_after_the_mark(tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    sheets = {"Notes": [["x"]], "Data 2025": [["Country", "Troops"], ["France", 5]]}
    with pd.ExcelWriter(book) as writer:
        for name, rows in sheets.items():
            pd.DataFrame(rows).to_excel(
                writer, sheet_name=name, index=False, header=False
            )
    assert "book.xlsx#Notes" in new(tmp_path / "a", book).output
    unknown = new(tmp_path / "a", tmp_path / "book.xlsx#Elsewhere").output
    assert "it must be one of Data 2025, Notes" in unknown
    assert new(tmp_path / "a", tmp_path / "book.xlsx#Data 2025").exit_code == 0
    text = (tmp_path / "a/maps/book.toml").read_text()
    assert tomllib.loads(text)["tables"] == {"pledges": "book.xlsx#Data 2025"}


def test_a_published_table_is_pulled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "https://e.org/lage.csv?of=2024"
    answers: dict[str, Answer] = {"//e.org/lage.csv?of=2024": TABLE.encode()}
    folder = tmp_path / "mine"
    with published(monkeypatch, answers):
        assert new(folder, address).exit_code == 0
        definition, _ = read_definition(folder / "maps/lage.toml")
        assert definition
        assert definition.pull == {"lage.csv": address}
        text = (folder / "maps/lage.toml").read_text()
        filled = re.sub(r"(?m)^# (\S+ = )", r"\1", text)
        (folder / "maps/lage.toml").write_text(filled)
        answers["//e.org/lage.csv?of=2024"] = TABLE.replace("900", "901").encode()
        monkeypatch.chdir(folder)
        told = CliRunner().invoke(main, ["pull"])
    assert "901" in (folder / "data/lage.csv").read_text(), told.output


def test_a_sheet_of_a_published_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = tmp_path / "book.xlsx"
    rows = [["Country", "Troops"], ["France", 5]]
    with pd.ExcelWriter(book) as writer:
        for name, held in (("Notes", [["x"]]), ("Data 1", rows)):
            frame = pd.DataFrame(held)
            frame.to_excel(writer, sheet_name=name, index=False, header=False)
    address = "https://e.org/my%20book.xlsx"
    with published(monkeypatch, {"//e.org/my%20book.xlsx": book.read_bytes()}):
        unnamed = new(tmp_path / "a", address).output
        assert f"{address}#Notes" in unnamed
        assert "pledgemap-new-" not in unnamed
        made = new(tmp_path / "a", f"{address}#Data%201")
        with given_file(f"{address}#Data%201") as file:
            assert file.sheet == "Data 1"
    assert made.exit_code == 0, made.output
    (written,) = (tmp_path / "a/maps").glob("*.toml")
    tables = tomllib.loads(written.read_text())["tables"]
    assert tables == {"pledges": "my book.xlsx#Data 1"}
    assert read_definition(written)[0].pull == {"my book.xlsx": f"{address}#Data%201"}


def test_a_wide_table_has_its_dates_above(tmp_path: Path) -> None:
    table = tmp_path / "wide.csv"
    table.write_text("Country,2018,2019\nChad,5,6\nMali,,7\n", encoding="utf-8")
    said = new(tmp_path / "mine", table).output
    assert "date          from 2 headers: 2018, 2019" in said
    written = tomllib.loads((tmp_path / "mine/maps/wide.toml").read_text())
    assert written["columns"] == {"country": "Country"}
    assert [view["id"] for view in written["views"]] == ["world"]


def test_what_several_columns_may_be_is_asked(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(
        "Monat,Land,LS,Alle,Erst\n2017-01,Polen,121,573,9\n2017-01,Mali,122,16,7\n"
        "2017-01,Peru,123,300,8\n", encoding="utf-8",
    )  # fmt: skip
    folder = tmp_path / "mine"
    said = new(folder, table).output
    assert 'which is troops, under [columns]: "Alle", "Erst", "LS"' in said
    path = folder / "maps/t.toml"
    text = path.read_text()
    assert tomllib.loads(text)["columns"] == {
        "country": "Land", "date": "Monat", "troops": "…",
    }  # fmt: skip
    for key in ("source", "speaks_for"):
        text = text.replace(f"# {key}", key)
    path.write_text(text)
    with pytest.raises(FindingsError, match="which the map definition says is troops"):
        build(data=folder / "data", maps=folder / "maps")
    path.write_text(text.replace('troops = "…"', 'troops = "Alle"'))
    (page,) = build(data=folder / "data", maps=folder / "maps")
    assert "573" in page.path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("rows", "troops"),
    [("Polen,121\nMali,122\nPeru,130\n", "…"), ("Polen,9\nMali,4\nPeru,8\n", "n")],
)
def test_numbers_in_order_are_not_taken_for_figures(
    tmp_path: Path, rows: str, troops: str
) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f"Land,{'LS' if troops == '…' else 'n'}\n{rows}")
    new(tmp_path / "mine", table)
    written = tomllib.loads((tmp_path / "mine/maps/t.toml").read_text())
    assert written["columns"] == {"country": "Land", "troops": troops}


@pytest.mark.parametrize(
    ("text", "part"),
    [("a,b\nx,y\n", "the column actor is missing"), ("Poland,5\n", "no header"),
     ("%PDF-1.7", "a PDF document")],
)  # fmt: skip
def test_what_is_no_table_of_countries_makes_no_folder(
    tmp_path: Path, text: str, part: str
) -> None:
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    result = new(tmp_path / "mine", tmp_path / "t.csv")
    assert result.exit_code == 1
    assert part in result.output
    assert not (tmp_path / "mine").exists()


def test_figures_that_are_refused_are_for_the_definition_to_read(
    tmp_path: Path,
) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Country,Pledged troops\nFrance,93.63\nPoland,1.87\n")
    folder = tmp_path / "mine"
    done = new(folder, table)
    assert done.exit_code == 0
    assert "countries     2: FRA, POL" in done.output
    assert "under [unit]: decimals = 2 [2 times: rows 2, 3]" in done.output
    written = tomllib.loads((folder / "maps/t.toml").read_text())
    assert written["columns"]["troops"] == "Pledged troops"
    assert [layer["kind"] for layer in written["layers"]] == ["status", "figures"]
    assert written["views"][-1]["title"] == {
        "de": "Welt", "en": "World", "es": "Mundo", "fr": "Monde", "pl": "Świat",
        "uk": "Світ",
    }  # fmt: skip


def test_a_scale_is_a_note_of_what_is_counted_and_an_error_of_troops(
    tmp_path: Path,
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Country,Refugees (thousands)\nFrance,203\nPoland,112\n")
    told = new(tmp_path / "one", path).output
    assert "note[scaled-column]" in told
    assert "row 2         FRA: 203" in told
    path.write_text("Country,Troops (thousands)\nFrance,203\nPoland,112\n")
    assert "error[scaled-column]" in new(tmp_path / "two", path).output


def test_two_blocks_side_by_side_are_an_error_that_is_told(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Country,Troops,,Country,Troops\nFrance,203,,Spain,5\n")
    said = new(tmp_path / "mine", path).output
    assert '"Spain", which would be lost' in said


def made(tmp_path: Path, text: str) -> str:
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    assert not new(tmp_path / "mine", path).exception
    return (tmp_path / "mine/maps/t.toml").read_text()


def test_names_that_may_be_several_stay_open_in_the_definition(tmp_path: Path) -> None:
    names = ("France", "Spain", "Italy", "Malta", "Polnad", "Congo", "NE")
    rows = "".join(f"{name},IN FAVOUR\n" for name in names)
    definition = made(tmp_path, f"Country,Vote\n{rows}")
    lines = definition.partition("[names]\n")[2].partition("\n\n")[0].splitlines()
    assert lines == [
        '# "Polnad" = "POL"',
        '# "Congo" = "…"  # COG, COD',
        '# "NE" = "…"  # NER, or not a country',
    ]
    # Where there are no numbers no layer draws them.
    assert 'kind = "figures"' not in definition


def test_a_status_of_something_else_does_not_make_troops(tmp_path: Path) -> None:
    rows = "Poland,New,5,41\nGermany,Second hand,3,77\nSpain,New,5,13\n"
    definition = made(tmp_path, f"Supplier,Status,Ordered,Delivered\n{rows}")
    assert "\n[unit]\n" in definition
    assert "pledge" not in definition.partition("[defaults]")[2]


def test_troops_that_serve_already_are_made_no_pledge(tmp_path: Path) -> None:
    """By what the definition says of them, and nothing else."""
    definition = made(tmp_path, "Nation,Troops\nAlbania,13\nItaly,551\n")
    for line in ("[unit]", 'one = "soldier"', 'other = "soldiers"'):
        definition = definition.replace(f"# {line}", line)
    definition = re.sub("# (date|source) =", r"\1 =", definition)
    headline = (
        'headline = "{speakers} countries have troops in KFOR."\nlanguages = ["en"]'
    )
    definition = re.sub("headline = .*", lambda _: headline, definition)
    (tmp_path / "mine/maps/t.toml").write_text(definition)
    [made_page] = build(data=tmp_path / "mine/data", maps=tmp_path / "mine/maps")
    page = made_page.path.read_text(encoding="utf-8")
    text = re.sub("<(script|style).*?</\\1>|<[^>]*>", " ", page, flags=re.DOTALL)
    assert "2 countries have troops in KFOR" in text
    assert "ledge" not in re.sub("[Pp]ledgemap", "", text)


def test_countries_in_a_row_are_turned_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Year,France,Germany\n2020,10,20\n2021,11,21\n", encoding="utf-8")
    assert "paste it with Transpose" in new(tmp_path / "mine", path).output
