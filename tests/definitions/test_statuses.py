"""The registry of statuses: every wrong entry is a finding, none ends the program."""

from __future__ import annotations

import math
from copy import deepcopy
from typing import Any

import pytest

from geo.vocabulary import statuses
from geo.vocabulary.statuses import SHIPPED, Registry, faults


def written(status: str, key: str, value: object) -> dict[str, Any]:
    registry = deepcopy(dict(SHIPPED.table))
    registry["statuses"][status][key] = value
    return registry


def test_the_shipped_registry_has_no_fault() -> None:
    assert not [*faults(SHIPPED.table)]


@pytest.mark.parametrize(
    ("status", "key", "value"),
    [
        ("declined", "rank", "50"),
        ("declined", "rank", True),
        ("declined", "means", 5),
        ("declined", "sign", 5),
        ("declined", "sign", [["up"], "firm"]),
        ("declined", "sign", ["up", ["firm"]]),
        ("declined", "grey", {"turned": "0", "wide": 1, "crossed": False}),
        ("declined", "grey", {"turned": 0, "wide": math.inf, "crossed": False}),
        ("declined", "grey", {"turned": 0, "wide": 0, "crossed": False}),
        ("declined", "light", ["#fff"]),
        ("declined", "light", "#fff"),
        ("declined", "dark", "#fff"),
        ("declined", "ranks", 50),
        ("declined_with_help", "both", 5),
        ("declined_with_help", "both", [["a"], "b"]),
        ("declined_with_help", "both", ["declined", "pledged_other", "b"]),
        ("declined_with_help", "rank", "50"),
    ],
)
def test_a_wrong_entry_is_a_fault_and_is_blank(
    status: str, key: str, value: object
) -> None:
    registry = written(status, key, value)
    places = [place for place, _, _ in faults(registry)]
    assert f"statuses.{status}.{key}" in places
    lacking = deepcopy(registry)
    del lacking["statuses"][status][key]
    read = statuses._status(status, registry)
    assert read == statuses._status(status, lacking)


def test_an_entry_that_is_no_table() -> None:
    registry = deepcopy(dict(SHIPPED.table))
    registry["statuses"]["declined"] = 5
    told = {place: what for place, what, _ in faults(registry)}
    assert told["statuses.declined"] == "5 is no status"
    assert statuses._status("declined", registry).light == ""


def test_a_registry_is_another_where_it_says_another_thing() -> None:
    def read(rank: int) -> Registry:
        own = {"hosting": {"means": "It hosts.", "rank": rank}}
        return SHIPPED.extended(own, {"hosting": {"en": "Hosts"}})

    assert len({read(45), read(45), read(46), SHIPPED}) == 3
    assert read(45) == read(45) != read(46)


@pytest.mark.parametrize(
    "corners",
    [
        "x",
        [],
        [[0, 1], [1, 0]],
        [[0, 1], [1, 0], [1]],
        [[0, 1], [1, 0], "xy"],
        [[0, 1], [1, 0], [0, "1"]],
        [[0, 1], [1, 0], [0, True]],
        [[0, 1], [1, 0], [0, math.nan]],
        [[0, 1], [1, 0], [0, 2]],
    ],
)
def test_a_wrong_shape_is_a_fault(corners: object) -> None:
    registry = deepcopy(dict(SHIPPED.table))
    registry["shapes"]["up"] = corners
    assert [place for place, _, _ in faults(registry)] == ["shapes.up"]


@pytest.mark.parametrize("table", ["shapes", "statuses"])
@pytest.mark.parametrize("value", [None, 5, [1], {}])
def test_a_table_that_is_not_there(table: str, value: object) -> None:
    registry = {name: found for name, found in SHIPPED.table.items() if name != table}
    if value is not None:
        registry[table] = value
    told = {place: what for place, what, _ in faults(registry)}
    assert told[table] == f"there is no table {table}"


def test_a_table_that_means_nothing() -> None:
    told = [place for place, _, _ in faults({**SHIPPED.table, "shape": {"up": []}})]
    assert told == ["shape"]
