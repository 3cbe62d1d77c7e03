"""What is given in Python: the same bytes in each run, and nothing of the machine."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from geo.definitions.files import published_name
from geo.definitions.given import given_file


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ({"sea", "air", "land"}, '"air;land;sea"'),
        (frozenset("ba"), '"a;b"'),
        (["sea", None, "air"], '"sea;air"'),
    ],
)
def test_several_words_of_a_cell(cell: object, text: str) -> None:
    with given_file(pd.DataFrame({"domains": [cell]})) as file:
        assert file.path.read_text() == f'[{{"domains": {text}}}]'


@pytest.mark.parametrize(
    ("name", "in_page"),
    [
        (Path("/home/me/q.csv").as_posix(), "q.csv"),
        ("the data frame", "the data frame"),
        ("https://me:pw@example.org:8443/q.csv?key=1#gid=2",
         "https://example.org:8443/q.csv"),
    ],
)  # fmt: skip
def test_a_page_names_a_file_without_where_it_lay(name: str, in_page: str) -> None:
    assert published_name(name) == in_page


def test_an_index_that_is_a_column_too_is_that_column_once() -> None:
    frame = pd.DataFrame({"country": ["France", "Poland"], "troops": [1, 2]})
    with given_file(frame.set_index("country", drop=False)) as file:
        assert file.path.read_text().count("France") == 1
    frame.index = pd.Index(["Spain", "Italy"], name="country")
    with pytest.raises(ValueError, match="an index of that name that says something"):
        given_file(frame).__enter__()
