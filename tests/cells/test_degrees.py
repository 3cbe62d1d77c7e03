"""Longitudes and latitudes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.cells.degrees import parse_degrees
from geo.cells.refused import Refused


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("2.352", 2.352),
        ("2,352", 2.352),
        ("\u221230.5", -30.5),
        ("+48", 48.0),
        ("0", 0.0),
        ("180", 180.0),
    ],
)
def test_decimal_degrees(text, degrees):
    assert parse_degrees(text, limit_deg=180) == degrees


@pytest.mark.parametrize(
    "text", ["", "180.1", "48°51'", "48 51", "1e1", "1_0", "nan", "2.3.4", "2.352N"]
)
def test_what_is_no_decimal_degree_is_refused(text):
    assert isinstance(parse_degrees(text, limit_deg=180), Refused)


def test_a_latitude_ends_at_the_pole():
    assert "90" in parse_degrees("90.5", limit_deg=90).reason


@given(st.decimals(-180, 180, places=6))
def test_degrees_read_back(degrees):
    assert parse_degrees(f"{degrees}", limit_deg=180) == float(degrees)


@given(st.text())
def test_no_text_raises(text):
    parse_degrees(text, limit_deg=90)
