"""The order of a column's dates, from its certain cells alone."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.cells.date_order import column_order
from geo.cells.dates import parse_date
from geo.cells.refused import Conflict, Refused

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 12, 31))


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        ([], None),
        (["03/04/2025", "", "2025-03-15", "15 mars 2025", "15/03/25"], None),
        (["03/04/2025", "15/03/2025"], "dmy"),
        (["03/04/2025", "3/15/2025 0:00"], "mdy"),
        (["15-03-2025"], "dmy"),
        (["15.03.2025", "03/04/2025"], None),
        (["03.15.2025", "03/04/2025"], "mdy"),
        (["15/15/2025", "45/03/2025", "15/00/2025"], None),
    ],
)
def test_only_certain_cells_settle_the_order(texts, order):
    assert column_order(texts) == order


def test_two_orders_are_a_conflict_that_names_a_cell_of_each():
    conflict = column_order(["", "15/03/2025", "16/03/2025", "03/17/2025", "x"])
    assert isinstance(conflict, Conflict)
    assert conflict.examples == ((1, "15/03/2025"), (3, "03/17/2025"))


@given(st.lists(DAYS), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y"]))
def test_a_column_of_one_order_reads_back_or_is_refused_whole(days, way):
    texts = [day.strftime(way) for day in days]
    order = column_order(texts)
    for day, text in zip(days, texts, strict=True):
        date = parse_date(text, order=order)
        readings = date.readings if isinstance(date, Refused) else (date.iso,)
        assert day.isoformat() in readings
        assert order is None or readings == (day.isoformat(),)


@given(st.lists(st.text()))
def test_no_column_raises(texts):
    column_order(texts)
