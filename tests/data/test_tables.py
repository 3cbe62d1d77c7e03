"""The committed tables keep the contract of the schema, and agree with each other."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from data.derive.tables.datapackage import read_about
from geo.cells.urls import doubt
from geo.tables.schema import TABLES
from geo.tables.table import Column
from geo.words import words

DATA = Path(__file__).parents[2] / "data"
RESOURCES = {r["name"]: r for r in read_about(DATA)["resources"] if "table" in r}
ARTICLE = [name for name in RESOURCES if name.startswith("article_")]
MAIN = [name for name in RESOURCES if name not in ARTICLE]

# Tables whose key is a text.
BY_TEXT = {"translations", "aliases"}

# Which bounds a qualifier needs: (least, greatest).
BOUNDS = {
    "exact": (True, True),
    "about": (True, True),
    "range": (True, True),
    "at_least": (True, False),
    "more_than": (True, False),
    "up_to": (False, True),
    "less_than": (False, True),
    "words_only": (False, False),
    "withheld": (False, False),
    "": (False, False),
}

# Five letters or more in capitals that are names, not shouting.
ACRONYMS = {"NSATU"}

Row = dict[str, str]


def text_of(name: str) -> str:
    path = DATA / RESOURCES[name]["path"]
    return path.read_bytes().decode("utf-8")


def rows_of(name: str) -> list[Row]:
    return list(csv.DictReader(io.StringIO(text_of(name), newline=""), strict=True))


def columns_of(name: str) -> tuple[Column, ...]:
    return TABLES[RESOURCES[name]["table"]].columns


def ids_of(name: str) -> set[str]:
    return {row["id"] for row in rows_of(name)}


def file_of(name: str, table: str) -> str:
    """Return the resource that holds the ids which another one refers to."""
    refers_to: Mapping[str, str] = RESOURCES[name].get("refers_to", {})
    return refers_to.get(table, table)


def parts(cell: str) -> list[str]:
    return cell.split(";") if cell else []


@pytest.fixture(scope="module", params=list(RESOURCES))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_file_is_written_plainly(name: str) -> None:
    """UTF-8 without mark, LF, commas, no quotation mark that is not needed."""
    text = text_of(name)
    again = io.StringIO(newline="")
    writer = csv.writer(again, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerows(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert text == again.getvalue()


def test_header_is_that_of_the_schema(name: str) -> None:
    header = text_of(name).partition("\n")[0].split(",")
    assert header == [column.name for column in columns_of(name)]


def test_cells_are_trimmed(name: str) -> None:
    odd = [
        (row.get("id", row), column)
        for row in rows_of(name)
        for column, cell in row.items()
        # A space that does not break, as French has it, is a letter like others.
        if cell != " ".join(re.split(r"[ \t\r\n]+", cell.strip()))
    ]
    assert odd == []


def test_required_cells_are_filled(name: str) -> None:
    required = [column.name for column in columns_of(name) if column.required]
    blank = [
        (number, column)
        for number, row in enumerate(rows_of(name), start=2)
        for column in required
        if not row[column]
    ]
    assert blank == []


def test_keys_are_unique(name: str) -> None:
    key = columns_of(name)[0].name
    counts = Counter(row[key] for row in rows_of(name))
    assert [text for text, count in counts.items() if count > 1] == []


def test_terms_are_of_the_vocabulary(name: str) -> None:
    unknown = [
        (column.name, term)
        for column in columns_of(name)
        if column.terms is not None
        for row in rows_of(name)
        for term in parts(row[column.name])
        if term not in column.terms
    ]
    assert unknown == []


def test_ids_lead_somewhere(name: str) -> None:
    lost = [
        (column.name, part)
        for column in columns_of(name)
        if column.refers_to
        for known in [ids_of(file_of(name, column.refers_to))]
        for row in rows_of(name)
        for part in parts(row[column.name])
        if part not in known
    ]
    assert lost == []


def test_actors_are_countries_or_listed(name: str) -> None:
    kinds = {row["id"]: row["kind"] for row in rows_of("actors")}
    lost = [
        (column.name, part)
        for column in columns_of(name)
        if column.kind in {"actor", "actors"}
        for row in rows_of(name)
        for part in parts(row[column.name])
        if part not in kinds and not re.fullmatch("[A-Z]{3}", part)
    ]
    assert lost == []


def test_kind_of_actor_is_that_of_the_list(name: str) -> None:
    kinds = {row["id"]: row["kind"] for row in rows_of("actors")}
    wrong = [
        row["actor"]
        for row in rows_of(name)
        if "actor_kind" in row
        and row["actor_kind"] != kinds.get(row["actor"], "country")
    ]
    assert wrong == []


def test_figures_have_the_bounds_of_their_qualifier(name: str) -> None:
    noun = next(
        (c.name[:-4] for c in columns_of(name) if c.name.endswith("_min")), None
    )
    if noun is None:
        return
    for row in rows_of(name):
        low, high = row[f"{noun}_min"], row[f"{noun}_max"]
        assert (bool(low), bool(high)) == BOUNDS[row["qualifier"]], row["id"]
        if row["qualifier"] in {"exact", "about"}:
            assert low == high, row["id"]
        if row["qualifier"] == "range":
            assert int(low) < int(high), row["id"]


def test_notes_do_not_shout(name: str) -> None:
    words = {
        word
        for row in rows_of(name)
        for column in ("note", "statement", "says", "reading", "check", "reason")
        for word in re.findall(r"\b[A-Z]{5,}\b", row.get(column) or "")
    }
    assert words - ACRONYMS == set()


def test_every_source_is_cited() -> None:
    cited = {
        row[column]
        for name in RESOURCES
        for row in rows_of(name)
        for column in ("source", "check_source")
        if column in row
    }
    assert ids_of("sources") - cited == set()


def test_every_actor_that_is_no_country_is_named() -> None:
    named = {
        part
        for name in RESOURCES
        for column in columns_of(name)
        if column.kind in {"actor", "actors"}
        for row in rows_of(name)
        for part in parts(row[column.name])
    }
    assert ids_of("actors") - named == set()


def notes() -> Iterator[str]:
    for name in RESOURCES:
        for row in rows_of(name):
            yield row.get("note") or ""


def test_row_that_a_note_names_is_there() -> None:
    known = set().union(*(ids_of(name) for name in RESOURCES if name not in BY_TEXT))
    named = {i for note in notes() for i in re.findall(r"\b[ACEMPSX]\d{2,3}\b", note)}
    assert named - known == set()


def test_state_is_named_where_the_grade_says_so() -> None:
    for row in rows_of("sources"):
        assert bool(row["aligned_state"]) == (row["grade"] == "state_aligned"), row


def test_no_address_stands_twice() -> None:
    addresses = Counter(row["url"] for row in rows_of("sources"))
    assert addresses.most_common(1)[0][1] == 1


def test_addresses_are_the_plain_ones_of_the_publishers() -> None:
    """Neither staging and cache hosts, nor pages for phones, nor tracking."""
    odd = re.compile(r"arc-cdn|\.aws\.|[?&]ea_|source=feed|exabyte|laurenancona")
    urls = [row["url"] for row in rows_of("sources")]
    assert [url for url in urls if doubt(url) or odd.search(url)] == []


def test_source_with_a_title_of_its_own_has_a_language() -> None:
    """A description says nothing about the page's language; a title mostly does."""
    without = {
        row["id"]
        for row in rows_of("sources")
        if not row["language"] and row["title_is"] != "description"
    }
    assert without == {"eeas_410"}


@pytest.mark.parametrize("table", ["participants", "article_participants"])
def test_reason_goes_with_absence(table: str) -> None:
    for row in rows_of(table):
        assert bool(row["absence_reason"]) == (row["mode"] == "absent"), row["id"]


@pytest.mark.parametrize("table", ["participants", "article_participants"])
def test_hub_is_a_place_of_the_meeting(table: str) -> None:
    meetings = rows_of(file_of(table, "meetings"))
    places = {row["id"]: parts(row["places"]) for row in meetings}
    for row in rows_of(table):
        assert not row["hub"] or row["hub"] in places[row["meeting"]], row["id"]


@pytest.mark.parametrize("table", ["participants", "article_participants"])
def test_nobody_is_in_person_at_a_meeting_without_a_place(table: str) -> None:
    meetings = rows_of(file_of(table, "meetings"))
    online = {row["id"] for row in meetings if not row["places"]}
    rows = [row for row in rows_of(table) if row["mode"] == "in_person"]
    assert [row["id"] for row in rows if row["meeting"] in online] == []


def test_page_from_before_a_meeting_reports_a_plan() -> None:
    """What a page says of a meeting yet to come is not what happened."""
    published = {row["id"]: row["published"] for row in rows_of("sources")}
    held = {row["id"]: row["date"] for row in rows_of("meetings")}
    early = [
        row
        for row in rows_of("participants")
        if len(published[row["source"]]) == len("2025-03-11")
        and published[row["source"]] < held[row["meeting"]]
    ]
    assert early
    assert [row["id"] for row in early if row["occurrence"] != "planned"] == []


def test_point_is_near_its_country_or_absent() -> None:
    for row in rows_of("places"):
        assert bool(row["lon"]) == bool(row["lat"]), row["id"]
        if row["lon"]:
            assert -25 < float(row["lon"]) < 45, row["id"]
            assert 34 < float(row["lat"]) < 72, row["id"]


def test_founding_article_rests_on_itself_alone() -> None:
    sources = {row["source"] for name in ARTICLE for row in rows_of(name)}
    assert sources == {"onemedia"}


def test_rows_of_the_article_are_things_that_it_says() -> None:
    said = ids_of("article_sayings")
    assert said == {f"E{number:02}" for number in range(1, 33)}
    for name in ("article_pledges", "article_participants", "article_meeting_counts"):
        assert ids_of(name) <= said


def test_only_number_of_the_article_is_no_pledge() -> None:
    figures = [
        (row["actor"], row["troops_min"], row["troops_max"], row["meaning"])
        for row in rows_of("article_pledges")
        if row["troops_min"] or row["troops_max"]
    ]
    assert figures == [("ESP", "3000", "3000", "deployed_elsewhere")]


def test_article_names_the_countries_that_it_names() -> None:
    status = {row["actor"]: row["status"] for row in rows_of("article_pledges")}
    assert status == {
        "GBR": "pledged_troops",
        "FRA": "pledged_troops",
        "ESP": "pledged_troops",
        "RUS": "opposed",
        "UKR": "beneficiary",
    }


# What a note may have of its own without saying anything.
LITTLE = {
    "a",
    "an",
    "the",
    "of",
    "by",
    "and",
    "or",
    "first",
    "after",
    "with",
    "must",
    "is",
}


def test_conditions_are_not_said_twice() -> None:
    """The note says what differs, not in other order what the terms say."""
    label = words("en")
    for row in rows_of("pledges"):
        said = " ".join(label[f"condition.{one}"] for one in parts(row["conditions"]))
        own = {*re.findall(r"\w+", row["conditions_note"].lower())}
        left = own - {*re.findall(r"\w+", said.lower())} - LITTLE
        assert left or not own, row["id"]


def test_no_translation_is_stale() -> None:
    """Each translated text stands in a cell as it is; an edited one is another text."""
    others = [name for name in RESOURCES if name not in BY_TEXT]
    cells = {cell for name in others for row in rows_of(name) for cell in row.values()}
    assert {row["text"] for row in rows_of("translations")} <= cells


def test_meetings_of_the_article_are_those_of_the_main_tables() -> None:
    dates = {row["id"]: row["date"] for row in rows_of("meetings")}
    for row in rows_of("article_meetings"):
        assert dates[row["id"]] == row["date"]


def test_aggregate_is_no_pledge() -> None:
    """No claim or look-alike has an id among the statements."""
    assert ids_of("claims").isdisjoint(ids_of("pledges"))
    assert ids_of("not_pledges").isdisjoint(ids_of("pledges"))


def test_tables_have_the_rows_that_were_collected() -> None:
    """A row that an editor deletes by mistake is missed here."""
    least = {
        "pledges": 274,
        "meetings": 22,
        "meeting_counts": 41,
        "participants": 308,
        "sources": 343,
        "claims": 34,
        "not_pledges": 22,
        "governments": 4,
        "article_sayings": 32,
    }
    assert {name: len(rows_of(name)) >= count for name, count in least.items()} == (
        dict.fromkeys(least, True)
    )
