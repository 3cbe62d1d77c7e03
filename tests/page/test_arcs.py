import json
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from geo.boundaries.files import shipped
from geo.page.arcs import GRID_DEG, arc_text, on_grid, with_short_arcs

steps = st.lists(st.tuples(st.integers(-(2**24), 2**24), st.integers(-(2**24), 2**24)))


def read_back(text: str) -> list[tuple[int, int]]:
    """As Google's page on the format says that it is decoded."""
    numbers, parts = [], []
    for character in text:
        parts.append(ord(character) - 63)
        if parts[-1] < 0x20:
            number = sum((part & 0x1F) << 5 * i for i, part in enumerate(parts))
            numbers.append(~(number >> 1) if number & 1 else number >> 1)
            parts = []
    assert not parts
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_the_example_of_the_format() -> None:
    # (38.5, -120.2), (40.7, -120.95), (43.252, -126.453) in hundred-thousandths.
    example = [(3850000, -12020000), (220000, -75000), (255200, -550300)]
    assert arc_text(example) == "_p~iF~ps|U_ulLnnqC_mqNvxq`@"


@given(steps)
def test_an_arc_reads_back_equal_and_closes_no_element(arc) -> None:
    text = arc_text(arc)
    assert read_back(text) == arc
    assert "<" not in text


def test_only_the_arcs_of_a_topology_change() -> None:
    topology = {"type": "Topology", "objects": {}, "arcs": [[[0, 0], [1, -1]]]}
    assert with_short_arcs(topology) == topology | {"arcs": ["??A@"]}


def degrees(topology) -> list[np.ndarray]:
    scale, translate = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    return [np.cumsum(arc, axis=0) * scale + translate for arc in topology["arcs"]]


def test_on_the_pages_grid_no_place_moves_far_and_no_country_is_lost() -> None:
    fine = json.loads(shipped("boundaries.topojson").read_text(encoding="utf-8"))
    coarse = on_grid(fine, GRID_DEG)
    before, after = degrees(fine), degrees(coarse)
    for old, new in zip(before, after, strict=True):
        assert len(new) >= 2
        # What is left out fell on a place that is kept.
        away = np.abs(old[:, None] - new[None]).max(axis=2).min(axis=1)
        assert away.max() <= GRID_DEG / 2 + 1e-9
        assert np.abs(old[[0, -1]] - new[[0, -1]]).max() <= GRID_DEG / 2 + 1e-9

    def ring(indexes: list[int]) -> np.ndarray:
        parts = [after[i] if i >= 0 else after[~i][::-1] for i in indexes]
        for one, following in zip(parts, parts[1:] + parts[:1], strict=True):
            assert np.abs(one[-1] - following[0]).max() < 1e-9
        return np.vstack([part[:-1] for part in parts])

    def polygons(country: dict[str, Any]) -> list[list[list[int]]]:
        arcs: list[Any] = country["arcs"]
        return [arcs] if country["type"] == "Polygon" else arcs

    for country in coarse["objects"]["countries"]["geometries"]:
        outer = [ring(rings[0]) for rings in polygons(country)]
        x, y = max(outer, key=len).T
        area = abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2
        assert area > 0, country["id"]
