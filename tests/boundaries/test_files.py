import subprocess
import sys

import pytest

from geo import shipped
from geo.boundaries import files


def test_gives_the_file_of_the_checkout():
    assert files.shipped("countries.parquet").read_bytes()[:4] == b"PAR1"


def test_prefers_the_installed_file(tmp_path, monkeypatch):
    installed, checkout = tmp_path / "installed", tmp_path / "checkout"
    for place in (installed, checkout):
        (place / "boundaries").mkdir(parents=True)
    inside = "boundaries/origin.toml"
    (checkout / inside).touch()
    monkeypatch.setattr(shipped, "_PLACES", (installed, checkout))
    assert files.shipped("origin.toml") == checkout / inside
    (installed / inside).touch()
    assert files.shipped("origin.toml") == installed / inside


def test_names_what_is_absent():
    with pytest.raises(
        FileNotFoundError, match=r"no data file 'boundaries/mars\.parquet'"
    ):
        files.shipped("mars.parquet")


def test_asking_for_a_path_imports_nothing_heavy():
    program = (
        "import sys, geo.boundaries.files as files; files.shipped('origin.toml');"
        "print(sorted({'geopandas', 'pandas', 'numpy', 'shapely'} & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"
