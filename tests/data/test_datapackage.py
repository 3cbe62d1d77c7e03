"""The data package agrees with the schema and with the files."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import frictionless
import pytest

from data.derive.tables import datapackage
from data.derive.tables.__main__ import derived
from geo.tables.citation_file import citation_cff
from geo.tables.schema import MEETINGS, PLEDGES, SOURCES, TABLES

DATA = Path(__file__).parents[2] / "data"
DAY = "2026-11-30"

Json = dict[str, Any]


@pytest.fixture(scope="module")
def about() -> Json:
    return datapackage.read_about(DATA)


def field_of(schema: Json, name: str) -> Json:
    return next(field for field in schema["fields"] if field["name"] == name)


def test_committed_files_are_the_generated_ones() -> None:
    for path, text in derived().items():
        assert (DATA.parent / path).read_text(encoding="utf-8") == text, path


def test_the_package_is_of_the_last_day_of_reading(tmp_path: Path) -> None:
    rows = "id,read\na,2025-03-11\nb,\nc,2025-04-01\n"
    (tmp_path / "sources.csv").write_text(rows, encoding="utf-8")
    day = datapackage.last_read(tmp_path)
    assert day == "2025-04-01"
    package = datapackage.descriptor(datapackage.read_about(DATA), day)
    assert package["created"] == "2025-04-01T00:00:00Z"
    assert 'date-released: "2025-04-01"' in citation_cff(package)


def test_frictionless_finds_the_package_valid() -> None:
    report = frictionless.validate(str(DATA / "datapackage.json"))
    assert report.flatten(["title", "path", "rowNumber", "fieldName", "note"]) == []


def test_frictionless_follows_the_keys_between_tables(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text("id,title\nknown,A page\n")
    (tmp_path / "pledges.csv").write_text("id,source\nS1,known\nS2,unknown\n")
    package = {
        "resources": [
            {"name": name, "path": f"{name}.csv", "schema": schema}
            for name, schema in (
                ("sources", only(datapackage.table_schema(SOURCES), "id", "title")),
                ("pledges", only(datapackage.table_schema(PLEDGES), "id", "source")),
            )
        ]
    }
    (tmp_path / "datapackage.json").write_text(datapackage.as_text(package))
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["type", "rowNumber"]) == [["foreign-key", 3]]


def only(schema: Json, *names: str) -> Json:
    """Return the part of a Table Schema that speaks of some columns."""
    return {
        **schema,
        "fields": [field for field in schema["fields"] if field["name"] in names],
        "foreignKeys": [
            key for key in schema.get("foreignKeys", []) if key["fields"][0] in names
        ],
    }


def test_every_table_of_the_folder_is_a_resource(about: Json) -> None:
    described = {resource["path"] for resource in about["resources"]}
    there = {
        path.relative_to(DATA).as_posix()
        for folder in (DATA, DATA / "article")
        for path in folder.glob("*.csv")
    }
    assert there - described == set()


def test_every_table_of_the_schema_has_a_file(about: Json) -> None:
    assert {resource.get("table") for resource in about["resources"]} >= set(TABLES)


def test_readme_names_every_file(about: Json) -> None:
    page = (DATA / "README.md").read_text(encoding="utf-8")
    assert [r["path"] for r in about["resources"] if f"`{r['path']}`" not in page] == []


def test_every_resource_has_origin_and_licence(about: Json) -> None:
    for resource in datapackage.descriptor(about, DAY)["resources"]:
        assert resource["sources"][0]["title"]
        assert resource["licenses"][0]["path"].startswith("https://")


def test_fields_are_the_columns_in_order() -> None:
    schema = datapackage.table_schema(PLEDGES)
    assert [field["name"] for field in schema["fields"]] == list(PLEDGES.names)
    assert schema["primaryKey"] == ["id"]


@pytest.mark.parametrize("cell", ["2025", "2025-03", "2025-03-11"])
def test_date_of_any_precision_matches(cell: str) -> None:
    pattern = field_of(datapackage.table_schema(PLEDGES), "date")["constraints"]
    assert re.fullmatch(pattern["pattern"], cell)


@pytest.mark.parametrize("cell", ["11/03/2025", "2025-3-11", "2025-03-11T10:00"])
def test_date_of_another_form_does_not_match(cell: str) -> None:
    pattern = field_of(datapackage.table_schema(PLEDGES), "date")["constraints"]
    assert not re.fullmatch(pattern["pattern"], cell)


@pytest.mark.parametrize(
    ("cell", "fits"),
    [("land", True), ("land;air", True), ("land; air", False), ("space", False)],
)
def test_terms_are_parted_by_a_semicolon(cell: str, fits: bool) -> None:
    constraints = field_of(datapackage.table_schema(PLEDGES), "domains")["constraints"]
    assert bool(re.fullmatch(constraints["pattern"], cell)) is fits


def test_term_lists_its_vocabulary() -> None:
    meaning = field_of(datapackage.table_schema(PLEDGES), "meaning")
    assert meaning["constraints"]["enum"] == list(PLEDGES.column("meaning").terms or ())
    status = field_of(datapackage.table_schema(PLEDGES), "status")
    assert status["constraints"]["required"] is True
    assert re.fullmatch(status["constraints"]["pattern"], "declined;pledged_other")


def test_foreign_key_leads_to_the_resource_that_is_named() -> None:
    schema = datapackage.table_schema(PLEDGES, {"meetings": "article_meetings"})
    targets = {
        key["fields"][0]: key["reference"]["resource"] for key in schema["foreignKeys"]
    }
    assert targets == {
        "figure_place": "places",
        "meeting": "article_meetings",
        "source": "sources",
    }


def test_several_ids_have_no_foreign_key() -> None:
    keys = datapackage.table_schema(MEETINGS)["foreignKeys"]
    assert [key["fields"] for key in keys] == [["source"]]


def test_file_that_is_no_table_has_no_schema(about: Json) -> None:
    more = copy.deepcopy(about)
    more["resources"].append(
        {
            "name": "outlines",
            "path": "outlines.parquet",
            "title": "Outlines",
            "description": "Outlines of countries.",
            "license": "natural-earth",
            "source": "natural-earth",
            "format": "parquet",
            "mediatype": "application/vnd.apache.parquet",
        }
    )
    package = datapackage.descriptor(more, DAY)
    assert "schema" not in package["resources"][-1]
    assert package["licenses"][-1]["name"] == "other-pd"


def test_unknown_licence_is_refused(about: Json) -> None:
    wrong = copy.deepcopy(about)
    wrong["resources"][0]["license"] = "none-such"
    with pytest.raises(KeyError, match="none-such"):
        datapackage.descriptor(wrong, DAY)
