"""Parts of countries that lie an ocean away have a lighter look."""

from __future__ import annotations

from page_modules import page_functions

from geo.boundaries.files import shipped
from geo.page.arcs import page_topology

FUNCTIONS = """
const overseas = (topology) => {
  const arcs = decodeArcs(topology);
  const first = ([[i]]) => [...arcs[i < 0 ? ~i : i].slice(0, 2)];
  return Object.fromEntries(topology.objects.countries.geometries.map((one) =>
    [one.id, overseasPolygons(one, arcs).map(first)]));
};
"""
call = page_functions(
    ["ground/topology.js", "ground/overseas.js"], ["overseas"], FUNCTIONS
)


def test_french_guiana_is_told_from_france_and_alaska_is_not_from_america() -> None:
    text = shipped("boundaries.topojson").read_text(encoding="utf-8")
    found = call("overseas", page_topology(text))
    assert any(-55 < lon < -51 and 2 < lat < 6 for lon, lat in found["FRA"])
    # Neither the islands of the Pacific beyond 180°, nor what is a short way off.
    assert not any(found[code] for code in ("USA", "RUS", "ESP", "PRT", "DNK", "NZL"))
