"""As somebody who works in Python: every public name, and frames as pandas has them."""

from __future__ import annotations

import datetime
import io
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import folium
import matplotlib as mpl
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from published import published

import geopandas as gpd

import geo
from geo.sheets.download import DownloadError
from geo.tables.reader import COMPANIONS

ROOT = Path(__file__).parents[2]
PLEDGES = ROOT / "data" / "pledges.csv"

# What each public name is for, on the small project in the working folder.
USES: Mapping[str, str] = {
    "read_pledges": "said = geo.read_pledges('data/pledges.csv')",
    "read_boundaries": "land = geo.read_boundaries()",
    "join_pledges": "geo.join_pledges(geo.read_pledges('data/pledges.csv'),"
    " geo.read_boundaries())",
    "check": "assert geo.check() == (), geo.check()",
    "build": "assert geo.build('small')[0].path.stat().st_size",
    "pledge_map": "geo.pledge_map('maps/small.toml').save('mine.html')",
    "draw_figure": "assert geo.draw_figure('maps/small.toml').svg",
    "FindingsError": """
try:
    geo.read_pledges('nowhere.csv')
except geo.FindingsError as error:
    assert 'there is no such file' in str(error)""",
}
EVERY_MODULE = """
import importlib, pkgutil, geo
for module in pkgutil.walk_packages(geo.__path__, 'geo.'):
    if not module.name.endswith('__main__'):
        importlib.import_module(module.name)
"""


@pytest.mark.parametrize(
    ("first", "turned"),
    [("", False), (EVERY_MODULE, True)],
    ids=["", "all-imported-last-first"],
)
def test_every_public_name_is_used_after_every_other(
    project: Path, edit: Callable[[str, str, str], None], first: str, turned: bool
) -> None:
    assert set(USES) == set(geo.__all__)
    table = "S1,FRA,2025-01-01,pledged_troops,one,high,own_government\n"
    edit("data/pledges.csv", table, table + table.replace("S1", "S5"))
    edit("data/pledges.csv", "S5,FRA", "S5,GBR")
    uses = [*USES.values()][:: -1 if turned else 1]
    code = "\n".join(["import geo", first, *uses, *uses])
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr


@pytest.fixture(scope="module")
def said() -> pd.DataFrame:
    return geo.read_pledges(PLEDGES)


@pytest.fixture(scope="module")
def land() -> gpd.GeoDataFrame:
    return geo.read_boundaries()


def through_csv(frame: pd.DataFrame, folder: Path) -> pd.DataFrame:
    frame.to_csv(folder / "said.csv", index=False)
    return pd.read_csv(folder / "said.csv")


def through_csv_as_text(frame: pd.DataFrame, folder: Path) -> pd.DataFrame:
    frame.to_csv(folder / "said.csv", index=False)
    return pd.read_csv(folder / "said.csv", dtype=str, keep_default_na=False)


def through_excel(frame: pd.DataFrame, folder: Path) -> pd.DataFrame:
    frame.to_excel(folder / "said.xlsx", index=False)
    return pd.read_excel(folder / "said.xlsx", engine="openpyxl")


def with_moments(frame: pd.DataFrame, _folder: Path) -> pd.DataFrame:
    days = frame[frame["date"].str.len() == 10]
    return days.assign(date=pd.to_datetime(days["date"]))


@pytest.mark.parametrize(
    "moved", [through_csv, through_csv_as_text, through_excel, with_moments]
)
@pytest.mark.parametrize("meaning", ["pledge", "estimate"])
def test_a_frame_that_was_saved_joins_to_the_same_map(
    said: pd.DataFrame, land: gpd.GeoDataFrame, tmp_path: Path, moved: Any, meaning: str
) -> None:
    whole = said if moved is not with_moments else said[said["date"].str.len() == 10]
    before = geo.join_pledges(whole, land, meaning=meaning)
    after = geo.join_pledges(moved(said, tmp_path), land, meaning=meaning)
    assert_frame_equal(pd.DataFrame(after), pd.DataFrame(before))
    assert {"CYP", "ITA"} <= set(before.loc[before["status"] != "no_data", "iso_a3"])


def joined_with(
    said: pd.DataFrame, land: gpd.GeoDataFrame, **cells: object
) -> pd.Series[Any]:
    row = {"actor": "PRT", "date": "2026-02-26", "status": "pledged_troops", **cells}
    more = pd.concat([said, pd.DataFrame([row])], ignore_index=True)
    return geo.join_pledges(more, land).set_index("iso_a3").loc["PRT"]


def test_a_row_that_was_added_counts_as_it_would_in_a_table(
    said: pd.DataFrame, land: gpd.GeoDataFrame
) -> None:
    own = joined_with(said, land, id="X1", troops_min=300, troops_max=300,
                      meaning="pledge", source="mine")  # fmt: skip
    assert (own.status, own.basis, own.strength) == ("pledged_troops", "X1", "sound")
    assert (own.troops, own.figure_on, own.figure_source) == (300, "2026-02-26", "mine")
    nameless = joined_with(said, land)
    assert nameless.basis == f"row-{len(said) + 1}"
    for weak in (
        {"confidence": "low"},
        {"speaks_for": "media"},
        {"grade": "aggregator_or_mirror"},
        {"grade": "state_aligned"},
    ):
        assert joined_with(said, land, **weak).status != "pledged_troops", weak


@pytest.mark.parametrize(
    "until",
    [
        datetime.date(2025, 3, 31),
        datetime.datetime(2025, 3, 31, 18, tzinfo=datetime.UTC),
        pd.Timestamp("2025-03-31"),
        "2025-03",
        "31 March 2025",
    ],
)
def test_until_is_a_date_in_any_form(
    said: pd.DataFrame, land: gpd.GeoDataFrame, until: Any
) -> None:
    plain = geo.join_pledges(said, land, until="2025-03-31")
    assert_frame_equal(
        pd.DataFrame(geo.join_pledges(said, land, until=until)), pd.DataFrame(plain)
    )


def test_a_part_of_the_boundaries_will_do(
    said: pd.DataFrame, land: gpd.GeoDataFrame
) -> None:
    whole = geo.join_pledges(said, land)
    europe = land["continent"] == "Europe"
    part = geo.join_pledges(said, land[europe])
    assert_frame_equal(
        pd.DataFrame(part), pd.DataFrame(whole[europe]).reset_index(drop=True)
    )
    assert part.crs == land.crs


def test_a_choropleth_of_troops_is_one_line(
    said: pd.DataFrame, land: gpd.GeoDataFrame
) -> None:
    features = geo.join_pledges(said, land, meaning="estimate").set_index("iso_a3")
    france = features.loc["FRA"]
    row = said.set_index("id").loc[france.figure_basis]
    assert (row.actor, row.meaning) == ("FRA", "estimate")
    assert france.troops == row.troops_max
    assert (france.figure_on, france.figure_source) == (row.date, row.source)
    assert france.figure_url.startswith("https://")
    assert france.url.startswith("https://")
    with mpl.rc_context({"backend": "agg"}):
        axes = features.plot("troops", legend=True, missing_kwds={"color": "lightgrey"})
    coloured, missing = axes.collections
    assert len(coloured.get_paths()) >= features["troops"].notna().sum()
    assert len(missing.get_paths()) > len(coloured.get_paths())
    assert isinstance(features.explore("troops"), folium.Map)
    assert isinstance(features.explore("status"), folium.Map)


def test_two_figures_of_one_day_span_a_range(
    said: pd.DataFrame, land: gpd.GeoDataFrame
) -> None:
    rows = [
        {"id": key, "actor": "PRT", "date": "2026-02-26", "status": "pledged_troops",
         "meaning": "pledge", "qualifier": qualifier, "troops_min": low,
         "troops_max": high}
        for key, qualifier, low, high in (
            ("A", "at_least", 300, None), ("B", "exact", 200, 200),
        )
    ]  # fmt: skip
    more = pd.concat([said, pd.DataFrame(rows)], ignore_index=True)
    portugal = geo.join_pledges(more, land).set_index("iso_a3").loc["PRT"]
    assert (portugal.troops, portugal.troops_min) == (300, 200)
    assert pd.isna(portugal.troops_max)
    assert (portugal.figure_basis, portugal.qualifier) == ("A;B", "at_least;exact")


ERRORS: Sequence[tuple[str, type[Exception], str]] = (
    ("geo.read_pledges('nope.csv')", geo.FindingsError, "there is no such file"),
    ("geo.read_pledges(None)", TypeError, "a NoneType is no table; give the path"),
    ("geo.read_pledges(said[:0])", ValueError, "the data frame has no rows; add"),
    ("geo.read_pledges(said[['id', 'id']])", ValueError, "two columns \"id\"; leave"),
    ("geo.read_pledges('http://e.org/t.csv')", DownloadError,
     "name an address that begins with https://"),
    ("geo.read_pledges(PLEDGES, source='x')", ValueError, 'did you mean "sources"'),
    ("geo.read_pledges(PLEDGES, date_order='dmy')", ValueError, "day_first"),
    ("geo.read_pledges(PLEDGES, defaults={'dat': 1})", ValueError, 'mean "date"'),
    ("geo.read_boundaries('nope')", FileNotFoundError, "there is no file nope"),
    ("geo.read_boundaries(PLEDGES)", ValueError, "is no GeoParquet"),
    ("geo.join_pledges(str(PLEDGES), land)", TypeError, "pledges is a str"),
    ("geo.join_pledges(land, said)", TypeError, "boundaries is a DataFrame"),
    ("geo.join_pledges(land, land)", ValueError, "pledges lacks the columns actor"),
    ("geo.join_pledges(said, land[['geometry']])", ValueError, "lacks the column iso"),
    ("geo.join_pledges(said, geo.join_pledges(said, land))", ValueError, "already"),
    ("geo.join_pledges(said, land, until='soon')", ValueError, "until"),
    ("geo.join_pledges(said, land, until=2025.1)", ValueError, "until"),
    ("geo.join_pledges(said, land, meaning='pleg')", ValueError, 'mean "pledge"'),
    ("geo.join_pledges(said.assign(status='yes'), land)", geo.FindingsError, "status"),
    ("geo.join_pledges(said.assign(date=None), land)", geo.FindingsError, "blank"),
    ("geo.join_pledges(said.assign(troops_min='a few'), land)", geo.FindingsError,
     "is no number"),
    ("geo.join_pledges(said.assign(troops_min=0.5), land)", geo.FindingsError,
     "is no whole number of people"),
    ("geo.build('nope')", geo.FindingsError, 'there is no map "nope"'),
    ("geo.pledge_map('nope.toml')", geo.FindingsError, "no such map definition"),
    ("geo.draw_figure('nope.toml')", geo.FindingsError, "no such map definition"),
)  # fmt: skip


@pytest.mark.parametrize(("code", "kind", "words"), ERRORS, ids=[e[0] for e in ERRORS])
def test_what_is_wrong_is_told_in_a_sentence(
    said: pd.DataFrame, land: gpd.GeoDataFrame, project: Path,
    monkeypatch: pytest.MonkeyPatch, code: str, kind: type[Exception], words: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(project)
    names = {"geo": geo, "said": said, "land": land, "PLEDGES": PLEDGES}
    with pytest.raises(kind) as error:
        eval(code, names)  # noqa: S307
    first = str(error.value).splitlines()[0]
    assert words in first
    assert ";" in first or "takes" in first or "must be" in first


def test_the_table_of_three_columns(tmp_path: Path) -> None:
    table = tmp_path / "three.csv"
    table.write_text("country,troops,participation\nSpain,3 000,pledged troops\n")
    with pytest.raises(geo.FindingsError, match="defaults= in Python"):
        geo.read_pledges(table)
    said = {"date": datetime.date(2025, 3, 11), "source": "https://example.org/a",
            "meaning": "deployed_elsewhere"}  # fmt: skip
    (row,) = geo.read_pledges(table, defaults=said).to_dict("records")
    assert (row["actor"], row["date"], row["troops_min"]) == ("ESP", "2025-03-11", 3000)
    assert (row["meaning"], row["url"]) == ("deployed_elsewhere", said["source"])
    with pytest.raises(geo.FindingsError, match=r"read_pledges:defaults\.meaning"):
        geo.read_pledges(table, defaults={**said, "meaning": "pleg"})


def test_rows_that_are_kept_out_are_told_once(project: Path) -> None:
    rows = {"country": ["Spain", "Africa", "Total"], "troops": ["3", "4", "7"]}
    frame = pd.DataFrame({**rows, "date": "2025-03-11", "status": "pledged troops"})
    more = {"meaning": "pledge", "source": "https://example.org/a"}
    with pytest.warns(UserWarning, match="2 rows were kept out:") as told:
        said = geo.read_pledges(frame, defaults=more)
    (warning,) = told
    assert warning.filename == __file__
    assert '"Africa" is no country' in str(warning.message)
    assert [*said["actor"]] == ["ESP"]
    definition = project / "maps/small.toml"
    filled = '[defaults]\nmeaning = "pledge"\nsource = "one"\n'
    definition.write_text(definition.read_text() + filled)
    with pytest.warns(UserWarning, match="2 rows were kept out:"):
        geo.pledge_map(definition, pledges=frame)


def test_the_types_are_known_to_who_imports_geo(tmp_path: Path) -> None:
    code = tmp_path / "mine.py"
    code.write_text(
        "import geo\nreveal_type(geo.build)\ngeo.build(1)\nreveal_type(geo.check())\n"
    )
    run = subprocess.run(
        [sys.executable, "-m", "mypy", "--cache-dir", ROOT / ".mypy_cache", "mine.py"],
        cwd=tmp_path, capture_output=True, text=True,
    )  # fmt: skip
    assert "geo.building.Built" in run.stdout, run.stdout + run.stderr
    assert 'Argument 1 to "build" has incompatible type "int"' in run.stdout
    assert "tuple[geo.findings.Finding, ...]" in run.stdout


THREE = "country,date,troops,status\nSpain,2025-03-11,3 000,pledged troops\n"
FRAME = pd.DataFrame(
    {"date": [pd.Timestamp("2025-03-11"), pd.NaT], "troops": [3000.0, float("nan")],
     "status": ["pledged troops", None]},
    index=pd.Index(["Spain", None], name="country"),
)[:1]  # fmt: skip


ADDRESS = "https://e.org/three.csv?key=secret"
IN_PAGE = {"/home/me/three.csv": "three.csv", ADDRESS: "https://e.org/three.csv"}


def _opened(path: str) -> io.StringIO:
    opened = io.StringIO(THREE)
    opened.name = path  # type: ignore[misc]
    return opened


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (lambda: FRAME, "the data frame"),
        (lambda: io.StringIO(THREE), "the open file"),
        (lambda: io.BytesIO(THREE.encode("utf-16")), "the open file"),
        (lambda: _opened("/home/me/three.csv"), "/home/me/three.csv"),
        (lambda: ADDRESS, ADDRESS),
    ],
    ids=["frame", "text", "bytes", "file", "address"],
)
def test_a_table_need_not_lie_in_a_folder(
    project: Path, monkeypatch: pytest.MonkeyPatch, given: Callable[[], Any], name: str
) -> None:
    more = {"meaning": "pledge", "source": "https://example.org/a"}
    with published(monkeypatch, {ADDRESS[6:]: THREE.encode()}):
        said = geo.read_pledges(given(), defaults=more)
        (row,) = said.to_dict("records")
        assert (row["actor"], row["date"]) == ("ESP", "2025-03-11")
        assert (row["row"], row["troops_min"], said.attrs["file"]) == (2, 3000, name)
        definition = project / "maps/small.toml"
        with pytest.raises(geo.FindingsError) as error:
            geo.pledge_map(definition, pledges=given())
        assert str(error.value).startswith(f"{name}:")
        filled = (
            definition.read_text() + '[defaults]\nmeaning = "pledge"\nsource = "one"\n'
        )
        definition.write_text(filled)
        page = geo.pledge_map(definition, pledges=given()).get_root().render()
    assert f'"{IN_PAGE.get(name, name)}":' in page
    assert "home/me" not in page
    assert "secret" not in page
    assert "pledges.csv" not in page


def test_what_was_read_is_read_again_with_more_rows(said: pd.DataFrame) -> None:
    more = said.iloc[:1].assign(id="new", actor="PRT", approximate=True)
    beside = {name: PLEDGES.with_name(f"{name}.csv") for name in COMPANIONS}
    again = geo.read_pledges(pd.concat([said, more], ignore_index=True), **beside)
    assert_frame_equal(again[:-1], said.assign(row=again["row"][:-1]))
    assert again.iloc[-1][["id", "actor", "approximate"]].tolist() == ["new", "PRT", 1]
