"""Tables as people publish them, read with what a definition says of them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from books import write_ods, write_xlsx
from openpyxl.styles import Font

from geo.cells.figure_words import scale_of
from geo.cells.refused import Refused
from geo.definitions.keys import Keys
from geo.definitions.table_options import read_table_options
from geo.findings import Finding, errors
from geo.report.excerpt import excerpts
from geo.tables.dataset import read_dataset
from geo.tables.options import NO_OPTIONS, TableOptions
from geo.tables.records import Statement
from geo.tables.shorthand import read_figure
from geo.tables.synonyms import written_synonyms
from geo.tables.table_file import TableFile

DEFAULTS = {
    "date": "2020-01-01",
    "source": "https://example.org/table",
    "status": "pledged_troops",
    "meaning": "pledge",
}


class Read:
    """What a table gave: figures by country and day, and what was found."""

    def __init__(self, said: Mapping[str, Statement], found: tuple[Finding, ...]):
        self.statements = list(said.values())
        self.findings = found
        self.errors = [str(finding) for finding in errors(found)]
        self.told = [str(finding) for finding in found]

    @property
    def figures(self) -> list[tuple[str, int | None]]:
        return [
            (one.actor, one.figure.minimum if one.figure else None)
            for one in self.statements
        ]

    @property
    def dates(self) -> list[str]:
        return [one.date.iso for one in self.statements]

    @property
    def notes(self) -> list[str]:
        return [one.note for one in self.statements]


Reader = Callable[..., Read]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    def reader(text: str | bytes, name: str = "t.csv", **said: object) -> Read:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        found: list[Finding] = []
        how = read_table_options(Keys(said, "", "m.toml", found), ["pledges"])
        file = TableFile(path, options=how.get("pledges", NO_OPTIONS))
        dataset, findings = read_dataset({"pledges": file}, DEFAULTS, "m.toml")
        return Read(dataset.statements, (*found, *findings))

    return reader


# What the definition says.


def test_columns_are_those_that_the_definition_says(read: Reader) -> None:
    text = "Kontingent,Status,Bestand\nPolen,own words,12\n"
    table = read(text, columns={"country": "Kontingent", "troops": "Bestand"})
    assert table.figures == [("POL", 12)]
    assert table.told == []


def test_a_header_that_the_definition_names_and_is_not_there(read: Reader) -> None:
    table = read(
        "Land,Zahl\nPolen,12\n", columns={"country": "Staat", "troops": "Zahl"}
    )
    assert any('no header is "Staat"' in error for error in table.errors)


def test_names_mean_what_the_definition_says(read: Reader) -> None:
    text = "country,troops\nGuniea,3\nHolland (N.),4\nUNMO pool,9\n"
    names = {"Guniea": "GIN", "holland n": "Netherlands", "UNMO pool": "not a country"}
    table = read(text, names=names)
    assert table.figures == [("GIN", 3), ("NLD", 4)]


def test_words_of_a_status_mean_what_the_definition_says(read: Reader) -> None:
    said = {"Yes": "pledged_troops", "Non, mais": "declined; pledged_other"}
    text = "country,status\nPoland,YES\nFrance,non mais\nSpain,declined\n"
    table = read(text, status_words=said)
    (told,) = table.told
    assert ':4:status: note[read-as]: "declined" is read as declined' in told
    assert [one.status for one in table.statements] == [
        ("pledged_troops",), ("declined", "pledged_other"), ("declined",),
    ]  # fmt: skip
    for header in ("participation", "2025-03-11"):
        table = read(f"country,{header}\nPoland,YES\n", status_words=said)
        assert (table.errors, len(table.statements)) == ([], 1)


def test_an_unknown_word_of_a_status_is_asked_about_and_never_guessed(
    read: Reader,
) -> None:
    line = 'under [status_words] in the map definition which one it means: "Yes" = "…"'
    for header in ("status", "participation"):
        text = f"country,{header}\nPoland,Yes\nFrance,Yes\n"
        (error,) = read(text).errors
        assert line in error
    said = read("country,status\nPoland,Yes\n", status_words={"Yes": "…"})
    assert any("m.toml:status_words.Yes" in error for error in said.errors)


def test_our_words_among_others_are_told_with_what_they_are_read_as(
    read: Reader,
) -> None:
    text = "country,status\nRussia,AGAINST\nFrance,In favour\nMali,{}\nIran,AGAINST\n"
    told = 'status: warning[read-as]: "AGAINST" is read as opposed'
    unknown = read(text.format("Abstained"))
    assert sum(told in one for one in unknown.told) == 1
    said = {"In favour": "pledged_troops", "Abstained": "declined"}
    table = read(text.format("Abstained"), status_words=said)
    (only,) = table.told
    assert told in only
    assert '"AGAINST" = "…"' in only
    wide = "country,participation\nRussia,Contre\nFrance,In favour\nMali,present\n"
    told_wide = read(wide, status_words=said).told
    (only,) = (one for one in told_wide if "read-as" in one)
    assert '"Contre" is read as opposed, "present" is read as in_person' in only
    settled = {**said, "against": "opposed"}
    assert read(text.format("Abstained"), status_words=settled).told == []
    # A column of our own terms alone is as the documentation has it.
    assert read("country,status\nRussia,Against\nFrance,declined\n").told == []


def test_rows_are_kept_and_dropped_by_a_column_of_ones_own(read: Reader) -> None:
    text = (
        "country,Kind,troops\nPoland,Troops,5\nPoland,Police,7\nWorld,Troops,12\n"
        "France,troops,6\n"
    )
    rows = {"keep": {"Kind": "Troops"}, "drop": {"country": ["World"]}}
    table = read(text, rows=rows)
    assert table.figures == [("POL", 5), ("FRA", 6)]
    assert ["2 rows are left out" in told for told in table.told].count(True) == 1


def test_rows_of_which_none_is_kept_are_told_with_what_there_is(read: Reader) -> None:
    text = "country,Kind,troops\nPoland,Police,5\nSpain,Army,7\nItaly,Army,9\n"
    keep = {"Kind": ["Troops", "Soldiers"]}
    (error,) = read(text, rows={"keep": keep}).errors
    assert 'no row says "Troops" or "Soldiers" under "Kind"' in error
    assert 'the most frequent are "Army", "Police"' in error


def test_a_text_that_keeps_or_drops_no_row_is_told(read: Reader) -> None:
    text = "country,Kind,troops\nPoland,Army,5\nWorld,Police,7\nItaly,Army,9\n"
    rows = {"keep": {"Kind": ["Army", "Navy"]}, "drop": {"country": ["World", "EU"]}}
    table = read(text, rows=rows)
    assert table.figures == [("POL", 5), ("ITA", 9)]
    warned = [one.message for one in table.findings if one.severity == "warning"]
    # The world is dropped, though another list left it out already.
    assert warned[:2] == [
        'no row says "EU" under "country", as [rows] drop asks',
        'no row says "Navy" under "Kind", as [rows] keep asks',
    ]


def test_a_column_of_answers_is_proposed_as_the_status(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    table = "Country,Would they send?,Tanks\nFrance,Yes,Leopard\nPoland,No,none\n"
    path.write_text(f"{table}Italy,Peut-être plus tard,T-72\n")
    lacking = {name: text for name, text in DEFAULTS.items() if name != "status"}
    _, findings = read_dataset({"pledges": TableFile(path)}, lacking)
    (error,) = [one for one in errors(findings) if one.code == "missing-column"]
    assert error.advice == (
        "write at the top of the map definition"
        ' columns = { country = "Country", status = "Would they send?" }'
    )


def test_rows_chosen_by_a_header_that_is_not_there(read: Reader) -> None:
    table = read("country,troops\nPoland,5\n", rows={"keep": {"Kind": "Troops"}})
    assert any("by which [rows] chooses" in error for error in table.errors)


def test_rows_of_one_country_and_day_are_added_up(read: Reader) -> None:
    text = "country,mission,troops\nPoland,A,5\nFrance,A,1\nPoland,B,7\n"
    table = read(text, rows={"sum": True})
    assert table.figures == [("POL", 12), ("FRA", 1)]
    assert table.notes == ["The sum of 2 rows: 2, 4.", ""]


@pytest.mark.parametrize(
    ("parts", "together"),
    [
        (("5", "up to 7"), (5, 12, "range")),
        (("at least 5", "up to 7"), (5, None, "at_least")),
        (("up to 5", "less than 7"), (None, 12, "up_to")),
        (("at least 5", "7"), (12, None, "at_least")),
        (("2-3", "4"), (6, 7, "range")),
    ],
)
def test_a_sum_is_as_open_as_its_parts(
    read: Reader, parts: tuple[str, ...], together: tuple[object, ...]
) -> None:
    rows = "".join(f"France,{part}\n" for part in parts)
    (one,) = read(f"country,troops\n{rows}", rows={"sum": True}).statements
    assert one.figure
    found = (one.figure.minimum, one.figure.maximum, one.figure.qualifier)
    assert found == together


def test_the_mark_of_thousands_may_be_said(read: Reader) -> None:
    text = 'country,troops\nPoland,"8,530"\n'
    assert read(text).statements == []
    assert read(text, thousands=",").figures == [("POL", 8530)]


def test_demonyms_and_the_row_of_the_header_may_be_said(read: Reader) -> None:
    text = "country,troops\nnation,number\nBritish,5\n"
    table = read(text, header_row=2, demonyms=True)
    assert table.figures == [("GBR", 5)]


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ({"columns": {"stength": "Zahl"}}, "is no column"),
        ({"columns": {"country": "A", "actor": "B"}}, "is said twice"),
        ({"names": {"Foo": "nowhere"}}, 'write an ISO code such as "POL"'),
        ({"header_row": 0}, "from 1 to 40"),
        ({"header_row": True}, "from 1 to 40"),
        ({"thousands": "x"}, "is not known here"),
        ({"rows": {"keep": {"A": 3}}}, "is not a text"),
        ({"rows": {"keeep": {}}}, "means nothing here"),
    ],
)
def test_what_the_definition_says_wrongly(
    read: Reader, said: dict[str, object], part: str
) -> None:
    assert any(part in told for told in read("country\nPoland\n", **said).told)


def test_a_code_among_names_is_told(read: Reader) -> None:
    text = "country,troops\nVENEZUELA,1\nCUBA,2\nSÍRIA,3\nUK,3\n{},4\n"
    (error,) = read(text.format("NE")).errors
    assert ':6:country: error[code-among-names]: "NE" stands among names' in error
    assert '"NE" = "NER", or "not a country"' in error
    (told,) = read(text.format("SK")).told
    assert "warning[code-among-names]" in told
    for meant in ("NER", "not a country"):
        table = read(text.format("NE"), names={"NE": meant})
        assert not [one for one in table.told if "code-among-names" in one]
    # Nor where codes are what the column has, or one stands in a column of codes.
    assert read("country,troops\nNE,1\nFR,2\nMali,3\n").told == []
    beside = "country,iso,troops\n,NE,1\nCuba,CU,2\nMali,ML,3\n"
    assert read(beside).told == []


# Headers.


def test_a_column_of_years_holds_the_dates(read: Reader) -> None:
    text = "country,year,troops\nPoland,2018,100\nPoland,2019,120\n"
    table = read(text)
    assert table.figures == [("POL", 100), ("POL", 120)]
    assert table.dates == ["2018", "2019"]


def test_a_better_header_wins(read: Reader) -> None:
    text = "Country,Date,Year,Police,Total,Troops\nPoland,2018-05-01,2018,1,6,5\n"
    table = read(text)
    assert (table.figures, table.dates) == ([("POL", 5)], ["2018-05-01"])
    assert sum("passed over" in told for told in table.told) == 3


def test_two_equal_headers_are_asked_about_with_the_line_to_write(
    read: Reader,
) -> None:
    table = read("Country,Soldiers,Personnel\nPoland,5,6\n")
    (error,) = table.errors
    assert 'columns = { country = "Country", troops = "Soldiers" }' in error


def test_numbers_under_an_unknown_header_are_asked_about(read: Reader) -> None:
    table = read("Land,Aufwuchs\nPolen,5\nFrankreich,1200\n")
    (error,) = table.errors
    assert '"Aufwuchs" holds numbers' in error
    line = 'columns = { country = "Land", troops = "Aufwuchs" }'
    assert line in error
    said = {"country": "Land", "troops": "Aufwuchs"}
    assert read("Land,Aufwuchs\nPolen,5\n", columns=said).figures == [("POL", 5)]
    passed = read("Land,Aufwuchs\nPolen,5\n", columns={"country": "Land"})
    assert passed.figures == [("POL", None)]
    (note,) = passed.told
    assert 'else write there troops = "Aufwuchs"' in note


@pytest.mark.parametrize(
    ("numbers", "column"),
    [([141, 10, 28], "figures"), ([1, 2, 4], "ids"), ([3, 40, 900], "figures")],
)
def test_numbers_under_n_are_ids_where_they_number_the_rows(
    read: Reader, numbers: list[int], column: str
) -> None:
    for header in ("n", "No.", "N°"):
        text = f"Land,{header}\nPolen,{{}}\nMali,{{}}\nPeru,{{}}\n".format(*numbers)
        asked = [error for error in read(text).errors if "holds numbers" in error]
        assert bool(asked) == (column == "figures")
    beside = read("n,Land,Zahl\n7,Polen,5\n3,Mali,6\n", "b.csv")
    assert (beside.figures, beside.told) == ([("POL", 5), ("MLI", 6)], [])


def test_numbers_with_words_beside_them_are_asked_about_too(read: Reader) -> None:
    table = read('Країна,Допомога\nСША,"23,95 млрд євро"\nПольща,€2 млрд\n')
    (error,) = table.errors
    assert '"Допомога" holds numbers' in error


def test_of_several_columns_of_numbers_none_is_proposed(read: Reader) -> None:
    table = read("Land,LS,Anträge\nPolen,121,50\nMali,122,6\nPeru,130,7\n")
    (error,) = table.errors
    assert '"Anträge" and "LS" hold numbers' in error
    assert 'columns = { country = "Land", troops = "…" }' in error


def test_a_country_under_an_unknown_header_is_proposed(read: Reader) -> None:
    table = read("Herkunft,Troops\nPolen,5\n")
    (error,) = table.errors
    assert 'columns = { troops = "Troops", country = "Herkunft" }' in error


def test_own_columns_are_passed_over_whatever_they_are_like(read: Reader) -> None:
    text = "country,category,quarter,vote,Contribution\nPoland,Tanks,2,yes,5\n"
    table = read(text)
    assert (table.figures, table.errors) == ([("POL", 5)], [])


def test_a_misspelt_header_is_an_error_where_its_cells_fit(read: Reader) -> None:
    table = read("country,troops,meaninng\nPoland,5,estimate\n")
    assert any('did you mean "meaning"?' in error for error in table.errors)
    assert read("country,troops,meaninng\nPoland,5,my own\n").errors == []


def test_a_row_of_data_is_no_header(read: Reader) -> None:
    text = "name,number,code\nAlbania,8000,al\nNorway,23000,no\nSpain,300,es\n"
    assert read(text).figures == [("ALB", 8000), ("NOR", 23000), ("ESP", 300)]
    text = "Bestand,Herkunft,x\n3,Norway,no\n4,Spain,ref\n"
    assert any('country = "Herkunft"' in error for error in read(text).errors)


def test_a_table_without_a_header_is_told(read: Reader) -> None:
    (error,) = read("Poland,5\nFrance,7\n").errors
    assert "the table has no header" in error
    assert "country" in error


def test_a_code_decides_and_the_name_is_compared(read: Reader) -> None:
    text = "country,iso,troops\nPoland,POL,5\nCongo,COD,6\nPolnad,POL,7\nFrance,,8\n"
    assert read(text).figures == [("POL", 5), ("COD", 6), ("POL", 7), ("FRA", 8)]
    (error,) = read("country,iso,troops\nPoland,FRA,5\n").errors
    assert "are two countries" in error
    assert read("iso3,iso2,troops\nPOL,PL,5\n").figures == [("POL", 5)]


HEADERS = {
    "en": "Contributing country|Number of troops|As of|Source|Remarks",
    "fr": "Pays contributeur|Nombre de soldats|Jour|Lien|Remarques",
    "de": "Land|Anzahl Soldaten|Datum|Quelle|Bemerkungen",
    "es": "País|Efectivos|Fecha|Enlace|Observaciones",
    "pl": "Państwo|Liczba żołnierzy|Dzień|Źródło|Uwagi",
    "uk": "Країна|Чисельність|Дата|Джерело|Примітка",
    "loose": "Location|Strength|Year|URL|Comment",
    "donor": "DONOR|Total|as_of|url|notes",
    "marked": "Country [1]|Troops*|Date:|Source(s)|Note (a)",
}


@pytest.mark.parametrize("language", HEADERS)
def test_headers_in_six_languages(read: Reader, language: str) -> None:
    header = HEADERS[language].split("|")
    cells = ["Poland", "12", "2021", "https://example.org/a", "words"]
    table = read(";".join(header) + "\n" + ";".join(cells) + "\n")
    assert table.told == []
    (one,) = table.statements
    assert table.figures == [("POL", 12)]
    assert (one.date.iso, one.source, one.note) == ("2021", cells[3], cells[4])


# Numbers.


def test_a_remark_beside_a_number_is_kept_as_a_note(read: Reader) -> None:
    cells = {
        "Albania": ("120 noncombat troops; no plans to withdraw", 120),
        "Poland": ("1250[12]", 1250),
        "France": ("2000*", 2000),
        "Chad": ("1 252, dont 1 242 militaires", 1252),
        "Spain": ("300 (rotating)", 300),
        "Italy": ("40 troops [a]", 40),
        "Latvia": ("1,250 – in Mali", 1250),
        "Estonia": ("7¹²", 7),
    }
    lines = [f'{name};"{cell}"' for name, (cell, _) in cells.items()]
    table = read("\n".join(["country;troops", *lines, "Malta;9", "Cyprus;1,000"]))
    assert [n for _, n in table.figures][:8] == [n for _, n in cells.values()]
    assert table.notes[:8] == [cell for cell, _ in cells.values()]
    told = [one for one in table.told if "[remark]" in one]
    assert len(told) == 1
    assert "[8 times: rows 2, 3, 4, …]" in told[0]


@pytest.mark.parametrize(
    "cell",
    [
        "460 (planned 3,000)", "3000 (of 5000)", "300 (planned)", "500; not confirmed",
        "500, withdrawn", "12 (million)", "3000, and 200 police", "200 fewer troops",
        "200 tanks", "500 former troops", "30 (5)", "500 (10 %)", "8361+3500",
        "3500 (EUR thousands)", "120; 80 more",
    ],
)  # fmt: skip
def test_what_turns_a_number_is_no_remark(read: Reader, cell: str) -> None:
    assert len(read(f'country;troops\nPoland;"{cell}"\n').errors) == 1


def test_a_note_of_the_table_stays_beside_a_remark(read: Reader) -> None:
    assert read("country;troops;note\nPoland;2000*;mine\n").notes == ["mine; 2000*"]


def test_peacekeepers_are_people(read: Reader) -> None:
    table = read("country,troops\nIndia,902 peacekeepers\n")
    assert (table.figures, table.notes, table.told) == ([("IND", 902)], [""], [])


def test_whole_people_settle_thousands(read: Reader) -> None:
    text = 'country,troops\nUnited States,"23,550"\nBritain,"8,530"\nRomania,570\n'
    assert [n for _, n in read(text).figures] == [23550, 8530, 570]
    points = "country;troops\nItaly;8.530\nRomania;570\n"
    assert [n for _, n in read(points).figures] == [8530, 570]


@pytest.mark.parametrize(
    "rows",
    [
        'Italy,"8,530"',
        'Italy,"8,530"\nRomania,1570',  # thousands are not marked here
        'Italy,"8,530"\nPoland,9.120\nRomania,570',  # either mark may be the one
        'Italy,"8,530"\nPoland,"1,5"\nRomania,570',
    ],
)
def test_thousands_that_nothing_settles_are_refused(read: Reader, rows: str) -> None:
    assert read(f"country,troops\n{rows}\n").errors


def test_thousands_are_settled_where_many_rows_wait(
    read: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.tables.reader.MOST_SET_ASIDE", 2)
    rows = "".join(f'Italy,"{n},530"\n' for n in range(1, 9))
    table = read(f"country,troops\n{rows}Romania,570\n")
    assert [n for _, n in table.figures] == [
        *(n * 1000 + 530 for n in range(1, 9)),
        570,
    ]


def test_digits_in_wrong_groups_are_refused(read: Reader) -> None:
    (error,) = read('country,troops\nUnited States,"1800,000"\nItaly,63\n').errors
    assert "(1800000, or 1800.000)" in error


def test_the_noise_of_a_workbook_is_no_fraction(read: Reader, tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "t.xlsx",
        {"pledges": [["country", "troops"], ["Poland", 110.00000000000001]]},
    )
    assert read(path.read_bytes(), "u.xlsx").figures == [("POL", 110)]
    path = write_xlsx(path, {"a": [["country", "troops"], ["Poland", 110.5]]})
    assert read(path.read_bytes(), "u.xlsx").errors


def test_rows_that_are_hidden_or_struck_out_are_told(
    read: Reader, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["country", "troops"], ["Poland", 1], ["France", 2], ["Spain", 3]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet["A4"].font = Font(strike=True)
    book.save(tmp_path / "t.xlsx")
    table = read((tmp_path / "t.xlsx").read_bytes(), "u.xlsx")
    assert table.figures == [("POL", 1), ("FRA", 2), ("ESP", 3)]
    assert [t for t in table.told if "row 3 is hidden, and read" in t]
    assert [t for t in table.told if "row 4 is struck out, and read" in t]


FORMATS = {
    '0"k"': "3000",
    '0.0,"k"': "3",
    '0.0,,"M"': "3",
    '0.0,,"k"': None,
    "#,##0,": None,
    '0\\ "Mrd."': "3000000000",
    '"up to "0': "up_to 3",
    '_-* #,##0\\ "€";-0': "3",
    '"-"0': None,
    "+0;-0": "3",
    "[$kr-406] 0": "3",
    "0.00": "3",
}


@pytest.mark.parametrize(("code", "shown"), FORMATS.items())
def test_a_number_is_read_as_its_format_shows_it(
    read: Reader, tmp_path: Path, code: str, shown: str | None
) -> None:
    book = openpyxl.Workbook()
    for row in (["country", "troops"], ["Poland", 3]):
        book.active.append(row)
    book.active["B2"].number_format = code
    book.save(tmp_path / "t.xlsx")
    table = read((tmp_path / "t.xlsx").read_bytes(), "u.xlsx")
    assert bool(table.errors) == (shown is None), table.told
    figures = [one.figure for one in table.statements if one.figure]
    said = [f"{f.qualifier or ''} {f.maximum}".strip() for f in figures]
    assert said == ([shown] if shown else [])
    beside = any("[written-beside]" in told for told in table.told)
    assert beside == (shown not in ("3", None) or code in ('"-"0', '0.0,,"k"'))


@pytest.mark.parametrize(
    ("inside", "shown"),
    [("<n:text>{}</n:text><n:number/>", "up_to 3"), ("<n:number/>", "3"),
     ("<n:number/><n:text> tys.</n:text>", "3000"),
     ('<n:number n:display-factor="1000"/>', None),
     ('<n:number n:display-factor="0"/><n:text> k</n:text>', "3000")],
)  # fmt: skip
def test_a_number_of_ods_is_read_as_its_format_shows_it(
    read: Reader, tmp_path: Path, inside: str, shown: str | None
) -> None:
    rows = [["country", "troops"], ["Poland", 3]]
    path = write_ods(tmp_path / "t.ods", {"pledges": rows})
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    bound = f'xmlns:number="{names}datastyle:1.0" xmlns:style="{names}style:1.0"'
    style = (
        f'<n:number-style {bound} style:name="N">'
        f"{inside.format('up to ')}</n:number-style>"
        f'<style:style {bound} style:name="S" style:family="table-cell"'
        ' style:data-style-name="N"/></office:automatic-styles>'
    )
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    content = parts["content.xml"].replace(
        "<office:automatic-styles/>",
        "<office:automatic-styles></office:automatic-styles>",
    )
    content = content.replace("</office:automatic-styles>", style, 1)
    content = re.sub("<(/?)n:", r"<\1number:", content).replace(" n:", " number:")
    cell = 'office:value-type="float"'
    assert cell in content
    parts["content.xml"] = content.replace(cell, f'{cell} table:style-name="S"')
    with zipfile.ZipFile(path, "w") as book:
        for name, text in parts.items():
            book.writestr(name, text)
    table = read(path.read_bytes(), "u.ods")
    assert bool(table.errors) == (shown is None), table.told
    figures = [one.figure for one in table.statements if one.figure]
    said = [f"{f.qualifier or ''} {f.maximum}".strip() for f in figures]
    assert said == ([shown] if shown else [])


def test_percent_of_a_workbook_waits_for_its_sign(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["country", "troops"], ["Poland", 0.0412], ["Spain", 0.0128]):
        book.active.append(row)
    book.active["B2"].number_format = book.active["B3"].number_format = "0.00%"
    path = tmp_path / "t.xlsx"
    book.save(path)
    dataset, found = read_dataset(
        {"pledges": TableFile(path, options=TableOptions(decimals=2))}, DEFAULTS
    )
    (told,) = errors(found)
    assert '"4.12%"' in told.message
    assert 'signs = ["%"]' in told.advice
    assert not dataset.statements
    file = TableFile(path, options=TableOptions(decimals=2, signs=("%",)))
    dataset, found = read_dataset({"pledges": file}, DEFAULTS)
    assert [s.figure and s.figure.minimum for s in dataset.statements.values()] == [
        4.12, 1.28,
    ]  # fmt: skip
    assert not errors(found)


# Names.


@pytest.mark.parametrize(
    ("cell", "country"),
    [
        ("POL: Poland", "POL"), ("Poland POL", "POL"), ("616 Poland", "POL"),
        ("Germany DE", "DEU"), ("1. Bangladesh", "BGD"), ("12) Nepal", "NPL"),
        ("3 Canada", "CAN"), ("Thailand  d/", "THA"), ("Chad 2/", "TCD"),
        ("🇪🇪 Estonia", "EST"), ("D.P.R. of Korea", "PRK"), ("Cayman Isds", "CYM"),
        ("U.R. of Tanzania", "TZA"), ("Brit. Virgin Isds", "VGB"),
        ("CÃ´te d'Ivoire", "CIV"), ("C&ocirc;te d&rsquo;Ivoire", "CIV"),
        ("TÃ¼rkiye", "TUR"), ("T√ºrkiye", "TUR"), ("Kosovo*", "XKX"),
        ("• Spain", "ESP"), ("EE 🇪🇪", "EST"),
    ],
)  # fmt: skip
def test_what_stands_round_a_name_is_taken_off(
    read: Reader, cell: str, country: str
) -> None:
    table = read(f'country,troops\n"{cell}",5\n')
    assert (table.figures, table.told) == ([(country, 5)], [])


@pytest.mark.parametrize(
    ("cell", "country"),
    [
        ("Italy (Inc. Sicily & Sardinia)", "ITA"), ("Denmark (incl. Greenland)", "DNK"),
        ("China (excl. Hong Kong)", "CHN"), ("Lithuania - lead nation", "LTU"),
        ("Poland (est.)", "POL"), ("Türkiye (formerly Turkey)", "TUR"),
    ],
)  # fmt: skip
def test_a_remark_beside_a_name_is_kept_as_a_note(
    read: Reader, cell: str, country: str
) -> None:
    table = read(f'country,troops\n"{cell}",5\n"{cell}",6\n')
    assert [actor for actor, _ in table.figures] == [country] * 2
    assert table.notes == [cell] * 2
    assert sum("[remark]" in told for told in table.told) == 1


@pytest.mark.parametrize(
    ("cell", "proposed"),
    [
        ("Thereof: Norway", '"Thereof: Norway" = "NOR"'),
        ("Polnad", "did you mean Poland (POL)?"),
        ("American", "did you mean United States (USA)?"),
        ("les Allemands", "did you mean Germany (DEU)?"),
        ("Serbia (incl. Kosovo)", "Serbia (SRB)"),
        ("Estonia / EFP", "Estonia (EST)"),
        ("Xyzzy", '"Xyzzy" = "not a country"'),
        ("Guinea", "write one of GIN"),
        ("BG 🇪🇪", "its flag and its code are of two countries"),
        ("AUT: Australia", "several names in one cell"),
        ("Germany and Poland", "several names in one cell"),
        ("1. NO", "is not a known country"),
        ("y", "is not a known country"),
    ],
)
def test_what_would_be_a_guess_is_refused_with_a_proposal(
    read: Reader, cell: str, proposed: str
) -> None:
    table = read(f'country,troops\n"{cell}",5\n')
    assert table.statements == []
    (error,) = table.errors
    assert proposed in error


def test_what_is_no_country_is_kept_out_and_listed(read: Reader) -> None:
    cells = (
        "Other countries", "EU (Commission and Council)", "Africa", "USSR", "Scotland",
        "N/A",
    )  # fmt: skip
    rows = "".join(f"{cell},9\n" for cell in cells)
    table = read(f"country,troops\nPoland,100\n{rows}Africa,7\n")
    assert (table.figures, table.errors) == ([("POL", 100)], [])
    told = [one for one in table.told if "is kept out" in one]
    assert len(told) == len(cells)
    assert [one for one in told if '"Africa"' in one and "[2 times: rows 5, 9]" in one]


def test_a_subtotal_does_not_stand_in_the_way(read: Reader) -> None:
    text = 'country,troops\nAfrica,"1,234,567"\nKenya,"5,768"\nGhana,"2,345"\n'
    assert read(text).figures == [("KEN", 5768), ("GHA", 2345)]


# Kinds of files, and findings.

TWO = [("POL", 12), ("FRA", None)]
JSON = '[{"country": "Poland", "troops": 12}, {"country": "France", "troops": null}]'
HTML = """<!DOCTYPE html><html><body><table><tr><td>a menu</td></tr></table>
<table><caption>Troops</caption><thead><tr><th>Country<sup>[1]</sup></th>
<th>Number of troops</th></tr></thead>
<tr><td>&#127477;&#127473; <a href="/pl">Poland</a></td><td>12<sup>[2]</sup></td>
<tr><td>France<script>alert(1)</script><td></table>"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.json", JSON),
        ("t.json", f'{{"meta": {{"n": 2}}, "data": {JSON}}}'),
        ("t.ndjson", JSON[1:-1].replace("}, {", "}\n{") + "\n"),
        ("t.html", HTML),
        ("t.md", "| country | troops |\n|:--|--:|\n| Poland | 12 |\n| France |  |\n"),
        ("t.md", "Title\n\ncountry | troops\n--- | ---\nPoland | 12\nFrance | \n"),
    ],
)
def test_tables_of_other_kinds_are_read(read: Reader, name: str, text: str) -> None:
    table = read(text, name)
    assert (table.figures, table.errors) == (TWO, [])


def test_a_parquet_file_is_read(read: Reader, tmp_path: Path) -> None:
    frame = pd.DataFrame({"country": ["Poland", "France"], "troops": [12, None]})
    frame.to_parquet(tmp_path / "t.parquet")
    assert read((tmp_path / "t.parquet").read_bytes(), "u.parquet").figures == TWO
    assert "cannot be read" in read(b"PAR1 and no more", "v.parquet").errors[0]


def test_a_cell_of_a_page_over_several_rows_is_refused(read: Reader) -> None:
    text = (
        "<table><tr><th>country<th>troops<tr><td>Poland<td rowspan=2>12"
        "<tr><td>France<tr><td colspan=2>note</table>"
    )
    (error,) = read(text, "t.html").errors
    assert "merged" in error


def test_two_tables_of_a_page_are_asked_about(read: Reader) -> None:
    text = "<table><tr><th>country<th>troops<tr><td>Poland<td>12</table>" * 2
    assert "table 1, table 2" in read(text, "t.html").errors[0]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("country#troops\nPoland#12\n", 'the cells are parted by "#"'),
        ("country troops\nPoland 12\n", 'the cells are parted by " "'),
        ('{"a": 1}', "the file is JSON, and it holds no list of records"),
        ('{"country": "Poland"}\n{"x": 1}\n', "line 2 has other fields: x"),
        ("<html><p>no table</html>", "the file is a web page without a table"),
        ("<?xml version='1.0'?><a/>", "the file is XML"),
    ],
)
def test_what_is_no_table_is_told_as_what_it_is(
    read: Reader, text: str, part: str
) -> None:
    assert part in read(text).errors[0]


@pytest.mark.parametrize(
    ("part", "what"),
    [("word/document.xml", "a Word document"), ("Index/Document.iwa", "a Numbers")],
)
def test_documents_are_told_apart(
    read: Reader, tmp_path: Path, part: str, what: str
) -> None:
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        archive.writestr(part, "x")
    assert what in read((tmp_path / "d.zip").read_bytes(), "t.docx").errors[0]


def test_two_figures_of_a_country_on_one_day_are_told(read: Reader) -> None:
    table = read("country,troops\nLatvia,40\nLatvia,110\nPoland,5\n")
    (told,) = table.told
    assert ":3:country: warning[several-figures]" in told
    assert "another figure of this source, for the same day, in row 2" in told
    assert "sum = true" in told
    assert read("country,year,troops\nLatvia,2018,40\nLatvia,2019,9\n").told == []
    # Two contingents of forty are eighty; two things that were said are two.
    (told,) = read("country,troops\nLatvia,40\nLatvia,40\n").told
    assert (
        ":3:country: warning[said-twice]: row 2 says the very same; leave one" in told
    )
    said = read("country,troops,statement\nLatvia,40,here\nLatvia,40,there\n")
    assert said.told == []


def test_one_fault_in_a_thousand_cells_is_one_finding(read: Reader) -> None:
    rows = "".join(f'Poland,"{n},530"\n' for n in range(1, 901))
    (error,) = read(f"country,troops\n{rows}").errors
    assert '"1,530"' in error
    assert "[900 times: rows 2, 3, 4, …]" in error


def test_a_finding_shows_the_row_of_a_table_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "t.json").write_text('[{"country": "Frnace", "status": "declined"}]')
    findings = read_dataset({"pledges": tmp_path / "t.json"}, DEFAULTS, "m.toml")[1]
    assert [one.line for one in excerpts(findings).values()] == ["Frnace | declined"]


def test_a_minus_is_one_where_the_unit_may_be_below_zero(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,troops\nPoland,-3.5\nFrance,−1 200\nSpain,–\nItaly,-3-5\n")
    file = TableFile(path, options=TableOptions(decimals=1, below_zero=True))
    dataset, found = read_dataset({"pledges": file}, DEFAULTS)
    (error,) = errors(found)
    assert (error.row, error.column) == (5, "troops")
    bounds = [one.figure and one.figure.minimum for one in dataset.statements.values()]
    assert bounds == [-3.5, -1200, None]
    plain = TableFile(path, options=TableOptions(decimals=1))
    _, found = read_dataset({"pledges": plain}, DEFAULTS)
    # Both are one fault, told once.
    assert [(one.row, len(one.again)) for one in errors(found)] == [(2, 1), (5, 0)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("(120,3)", -120.3), ("±0", 0), ("+45", 45), ("-€5", -5), ("€-5", -5),
        ("(5 €)", -5), ("−1.200,5", -1200.5), ("-2-3", None), ("±5", None),
        ("8-", None), ("-5+", None), ("--5", None), ("(120", None),
    ],
)  # fmt: skip
def test_the_marks_of_numbers_below_zero(text: str, number: float | None) -> None:
    said = TableOptions(decimals=1, signs=("€",))
    read = read_figure(said.without_sign(text), None, None, 1, below_zero=True)
    assert (None if isinstance(read, Refused) else read["troops_min"]) == number


@pytest.mark.parametrize("text", ["(120)", "-120", "-€5", "8-", "±0", "+45", "(€5)"])
def test_a_mark_below_zero_is_never_proposed_as_a_sign(read: Reader, text: str) -> None:
    (error,) = read(f"country,troops\nPoland,{text}\n").errors
    assert ('signs = ["€"]' in error) == ("€" in text)
    assert error.count("signs =") == text.count("€")
    assert ("below_zero = true" in error) == (text != "8-")


def test_two_statuses_of_a_country_on_one_day_are_told(read: Reader) -> None:
    """Two names may be of one country: those of two answers are not."""
    rows = "Congo-Brazzaville,declined,\nRepublic of the Congo,considering,{}\n"
    others = "France,declined,\nFrance,pledged_other,\n"
    (several,) = read("country,status,statement\n" + rows.format("") + others).findings
    assert (several.code, several.row) == ("several-positions", 3)
    assert several.message.endswith("in row 2")
    assert not read("country,status,statement\n" + rows.format("Oui")).findings


@pytest.mark.parametrize(
    ("total", "told"),
    [("4,273", "is a total and is kept out; it agrees"), ("4,373", "says 4,373, the")],
)
def test_a_total_of_whole_numbers_has_no_decimals(
    read: Reader, total: str, told: str
) -> None:
    rows = "".join(f"{name},900\n" for name in ("France", "Poland", "Spain", "Italy"))
    found = read(f'country,troops\n{rows}Peru,673\nTotal,"{total}"\n').findings
    assert [told in one.message for one in found] == [True], found


def test_a_sum_of_decimals_has_no_more_of_them(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,troops\nFrance,0.1\nFrance,0.2\n")
    said = TableOptions(adds_up=True, decimals=1)
    tables = {"pledges": TableFile(path, options=said)}
    (one,) = read_dataset(tables, DEFAULTS, "")[0].statements.values()
    assert one.figure is not None
    assert repr(one.figure.minimum) == "0.3"


def test_a_german_share_is_no_statement(read: Reader) -> None:
    cells = "{}\nFrankreich,5,{}\nPolen,7,{}\n"
    shares = read(cells.format("Land,Truppen,Quote", "93", "2"))
    assert [one.statement for one in shares.statements] == ["", ""]
    words = read(cells.format("Land,Truppen,Quote", "Ja gewiss", "So"))
    assert [one.statement for one in words.statements] == ["Ja gewiss", "So"]


# What a header says that its cells do not.


@pytest.mark.parametrize(
    "header",
    [
        "Troops (thousands)", "Effectifs (en milliers)", "Truppen (in Tsd.)",
        "Żołnierze w tys.", "Soldados en miles", "Війська у тисячах",
        "Troops (millions)", "Soldiers per 100000 inhabitants", "Troops ('000)",
        "Troops (x 1 000)", "Troops per capita", "Troops (%)", "Udział wojska",
    ],
)  # fmt: skip
def test_a_scale_in_a_header_is_never_passed_over(read: Reader, header: str) -> None:
    text = f"country;{header}\nFrance;203\nPoland;216\n"
    columns = {"country": "country", "troops": header}
    (error,) = read(text, columns=columns).errors
    assert "[scaled-column]" in error
    assert "write whole troops" in error


def test_a_scale_in_a_header_is_told_where_the_map_has_a_unit(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,Value\nFrance,203\n")
    said = TableOptions(
        columns=(("actor", "country"), ("troops", "Value")), has_unit=True
    )
    _, plain = read_dataset({"pledges": TableFile(path, options=said)}, DEFAULTS, "")
    path.write_text("country,Value (millions)\nFrance,203\n")
    said = replace(said, columns=(said.columns[0], ("troops", "Value (millions)")))
    dataset, told = read_dataset(
        {"pledges": TableFile(path, options=said)}, DEFAULTS, ""
    )
    (note,) = {*told} - {*plain}
    assert (note.code, note.severity) == ("scaled-column", "note")
    assert len(dataset.statements) == 1


def test_words_for_figures_and_years_say_no_scale() -> None:
    plain = [
        "Troops (a)", "Troops [1]", "Troops 1 October 2000", "Troops to 2100",
        "Troops (up to 20 000)", "Troops taking part", "Mil. personnel",
    ]  # fmt: skip
    names = [*written_synonyms("troops"), *written_synonyms("troops_min"), *plain]
    assert [name for name in names if scale_of(name)] == []


SIDE_BY_SIDE = "Country,Troops,,Country,Troops\nFrance,5,,Spain,7\nPoland,3,,Italy,9\n"
SAID_COLUMNS = {"country": "Country", "troops": "Troops"}


def test_of_two_blocks_side_by_side_none_is_lost(read: Reader) -> None:
    proposed = [error for error in read(SIDE_BY_SIDE).errors if "duplicate" in error]
    assert len(proposed) == 2
    assert not any("columns =" in error for error in proposed)
    errors = read(SIDE_BY_SIDE, columns=SAID_COLUMNS).errors
    assert [error.partition(" says ")[2][:7] for error in errors] == [
        '"Spain"', '"7", wh',
    ]  # fmt: skip
    assert all("one below the other" in error for error in errors)


def test_a_column_that_stands_twice_alike_is_read_once(read: Reader) -> None:
    text = "Country,Troops,Troops\nFrance,5,5\nPoland,3,\n"
    assert read(text, columns=SAID_COLUMNS).figures == [("FRA", 5), ("POL", 3)]
    late = "".join(f"France,{n},{n}\n" for n in range(50)) + "Poland,3,4\n"
    (error,) = read(f"Country,Troops,Troops\n{late}", columns=SAID_COLUMNS).errors
    assert "t.csv:52:Troops" in error
