"""Pledgemap: tables of troop pledges become layered maps that open offline.

The public names; importing the package imports none of the libraries they need::

    read_pledges     a table of statements, as a data frame
    read_boundaries  country boundaries, as a geo data frame
    join_pledges     each country's standing on its boundary
    pledge_map       a map definition as a folium.Map
    draw_figure      a view of a map as SVG, PNG or PDF for a report
    build            the pages of maps
    check            everything that is wrong with tables and definitions
    FindingsError    raised when something read has errors
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.boundaries.read import read_boundaries
    from geo.building import build, check, pledge_map
    from geo.definitions.pledges import read_pledges
    from geo.figure.draw import draw_figure
    from geo.findings import FindingsError
    from geo.join.join import join_pledges

__version__ = "0.1.0"

__all__ = [
    "FindingsError",
    "build",
    "check",
    "draw_figure",
    "join_pledges",
    "pledge_map",
    "read_boundaries",
    "read_pledges",
]

_HOMES = {
    "FindingsError": "geo.findings",
    "build": "geo.building",
    "check": "geo.building",
    "draw_figure": "geo.figure.draw",
    "join_pledges": "geo.join.join",
    "pledge_map": "geo.building",
    "read_boundaries": "geo.boundaries.read",
    "read_pledges": "geo.definitions.pledges",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
