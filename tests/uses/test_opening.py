"""Opening a map from the disk: it is there, and it is what it should be."""

from __future__ import annotations

from pathlib import Path

import pytest

MAPS = ["coalition", "paris-2025-03-11"]


@pytest.mark.parametrize("name", MAPS)
def test_the_live_map_is_there_and_loads_nothing(reader, maps: Path, name: str):
    page = reader.open(maps / f"{name}.html")
    assert page.shown(".leaflet-land-pane path")
    assert not page.shown("#picture")
    assert page.asked_for() == []
    assert page.pixels().size == (1366, 768)
