import hashlib
import tomllib

from data.derive.boundaries import detail
from data.derive.boundaries.sources import DEFAULT, GERMANY
from geo.boundaries.files import shipped

ORIGIN = tomllib.loads(shipped("origin.toml").read_text(encoding="utf-8"))


def test_checksums_are_those_of_the_files():
    assert {output["file"] for output in ORIGIN["output"]} == {
        "countries.parquet",
        "label_points.csv",
        "boundaries.topojson",
    }
    for output in ORIGIN["output"]:
        content = shipped(output["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == output["sha256"]
        assert len(content) == output["bytes"]


def test_packages_are_those_that_the_derivation_demands():
    found = {package["name"]: package["sha256"] for package in ORIGIN["package"]}
    assert found == {source.package: source.sha256 for source in (DEFAULT, GERMANY)}


def test_settings_are_those_of_the_code():
    derivation = ORIGIN["derivation"]
    assert derivation["grid_deg"] == detail.GRID_DEG
    assert derivation["policy"] == "pledgemap"
    written = {box["name"]: box["tolerance_deg"] for box in derivation["detail"]}
    assert written == {box.name: box.tolerance_deg for box in detail.DETAILS}


def test_names_producer_and_licence():
    assert ORIGIN["origin"]["producer"] == "Natural Earth"
    assert ORIGIN["origin"]["version"] == "5.1.1"
    assert ORIGIN["origin"]["licence"] == "public domain"
