import json
from typing import Any

import numpy as np
import pytest
from page_modules import page_functions

from geo.boundaries.files import shipped
from geo.page.arcs import GRID_DEG, on_grid, packed_topology
from geo.page.payload import to_json

CALL = page_functions(
    ["ground/packed_topology.js"],
    ["read"],
    "const read = (packed) => "
    "((t) => ({ ...t, steps: [...t.steps] }))(unpackedTopology(packed));",
)
TEXT = shipped("boundaries.topojson").read_text(encoding="utf-8")


def nested(geometry: dict[str, Any]) -> dict[str, Any]:
    """As the page has it: an area is a list of polygons, a line one of lines."""
    kind = geometry["type"].removeprefix("Multi")
    arcs = geometry["arcs"]
    if kind == geometry["type"]:
        arcs = [arcs]
    return {**geometry, "type": f"Multi{kind}", "arcs": arcs}


def test_the_page_reads_the_very_boundaries_that_were_packed() -> None:
    topology = on_grid(json.loads(TEXT), GRID_DEG)
    packed = packed_topology(topology)
    found = CALL("read", packed)
    assert found["steps"] == topology["steps"]
    assert found["lengths"] == topology["lengths"]
    for name, collection in topology["objects"].items():
        wanted = [nested(one) for one in collection["geometries"]]
        assert found["objects"][name]["geometries"] == wanted
    # None of its characters needs an escape.
    assert (
        json.dumps(packed["text"]) == to_json(packed["text"]) == f'"{packed["text"]}"'
    )


def one_country(arcs: list[list[int]], rings: list[list[int]]) -> dict[str, Any]:
    shape = {"type": "Polygon", "id": "AAA", "arcs": rings}
    return {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "steps": [step for arc in arcs for step in arc],
        "lengths": [len(arc) // 2 for arc in arcs],
        "objects": {"countries": {"geometries": [shape]}},
    }


@pytest.mark.parametrize(
    ("arcs", "ring"),
    [
        # A ring of one arc, of no extent; steps in all directions, and of all lengths.
        ([[5, 7, 0, 0]], [0]),
        ([[128571, 64285, -128571, 1, 3, -64286, 128568, 64285]], [0]),
        # Two arcs; an arc and the way back.
        ([[1, 1, 2, 0], [3, 1, -1, 4, -1, -4]], [0, 1]),
        ([[1, 1, 2, 0]], [0, -1]),
    ],
)
def test_a_small_ring_reads_back_equal(arcs: list[list[int]], ring: list[int]) -> None:
    topology = one_country(arcs, [ring])
    found = CALL("read", packed_topology(topology))
    assert found["steps"] == topology["steps"]
    assert found["lengths"] == topology["lengths"]
    assert found["objects"]["countries"]["geometries"][0]["arcs"] == [[ring]]


def test_a_text_that_is_cut_off_is_an_error_and_no_endless_map() -> None:
    packed = packed_topology(on_grid(json.loads(TEXT), GRID_DEG))
    with pytest.raises(Exception, match="SyntaxError"):
        CALL("read", {**packed, "codes": packed["codes"].replace("1", "3")})


def flat_arcs(topology: dict[str, Any]) -> list[np.ndarray]:
    steps = np.reshape(topology["steps"], (-1, 2))
    return np.split(steps, np.cumsum(topology["lengths"])[:-1])


def degrees(topology, arcs) -> list[np.ndarray]:
    scale, translate = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    return [np.cumsum(arc, axis=0) * scale + translate for arc in arcs]


def test_on_the_pages_grid_no_place_moves_far_and_no_country_is_lost() -> None:
    fine = json.loads(TEXT)
    coarse = on_grid(fine, GRID_DEG)
    before, after = degrees(fine, fine["arcs"]), degrees(coarse, flat_arcs(coarse))
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
