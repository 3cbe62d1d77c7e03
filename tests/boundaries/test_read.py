import pytest

from geo.boundaries.read import COLUMNS, read_boundaries


def test_gives_the_promised_columns_in_order_of_the_key(countries):
    assert tuple(countries.columns) == COLUMNS
    assert countries.crs.to_epsg() == 4326
    assert countries["iso_a3"].is_monotonic_increasing


def test_only_codes_may_be_missing(countries):
    missing = {
        column: countries["iso_a3"][countries[column].isna()].tolist()
        for column in countries.columns
        if countries[column].isna().any()
    }
    assert missing == {"iso_a2": ["BRT", "SPI"], "iso_n3": ["BRT", "SPI", "XKX"]}


@pytest.mark.parametrize(
    ("key", "column", "expected"),
    [
        ("NAM", "iso_a2", "NA"),
        ("AUS", "iso_n3", "036"),
        ("CIV", "name", "Côte d'Ivoire"),
        ("XKX", "iso_a2", "XK"),
        ("UKR", "region_un", "Europe"),
        ("JPN", "subregion", "Eastern Asia"),
    ],
)
def test_text_comes_back_whole(countries, key, column, expected):
    assert countries.set_index("iso_a3").loc[key, column] == expected


def test_reads_another_file(countries, tmp_path):
    path = tmp_path / "few.parquet"
    countries.head(3).to_parquet(path)
    assert read_boundaries(path)["iso_a3"].tolist() == ["ABW", "AFG", "AGO"]


def test_refuses_a_key_that_stands_twice(countries, tmp_path):
    path = tmp_path / "twice.parquet"
    countries.iloc[[0, 1, 1]].to_parquet(path)
    with pytest.raises(ValueError, match="unique and present; found AFG"):
        read_boundaries(path)


def test_refuses_a_missing_key(countries, tmp_path):
    path = tmp_path / "blank.parquet"
    countries.head(2).assign(iso_a3=["ABW", None]).to_parquet(path)
    with pytest.raises(ValueError, match="found a missing one"):
        read_boundaries(path)


def test_refuses_absent_columns(countries, tmp_path):
    path = tmp_path / "narrow.parquet"
    countries.drop(columns=["name", "area_km2"]).to_parquet(path)
    with pytest.raises(ValueError, match="lack the columns name, area_km2"):
        read_boundaries(path)


def test_refuses_another_crs(countries, tmp_path):
    path = tmp_path / "europe.parquet"
    countries.head(2).to_crs("EPSG:3035").to_parquet(path)
    with pytest.raises(ValueError, match="not ETRS89-extended"):
        read_boundaries(path)
