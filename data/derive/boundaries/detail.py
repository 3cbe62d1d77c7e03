"""How much detail is kept where: the tolerances of the shipped boundaries."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Detail:
    """The detail kept inside a box."""

    name: str
    box_deg: tuple[float, float, float, float]
    """West, south, east, north."""
    tolerance_deg: float
    """Vertices go whose triangle is below the square of this, in square degrees."""
    islet_km2: float
    """Islands below this area are dropped."""


# The first box that holds a place counts.  East of 180° lie the parts that begin there,
# which simplification moves beside their other halves.  A square degree shrinks towards
# the poles, so the same loss on the ground is a larger tolerance there.
DETAILS = (
    Detail("Europe and its neighbours", (-32, 27.5, 48, 66), 0.042, 30),
    Detail("Northern Europe", (-25, 66, 48, 72), 0.08, 100),
    Detail("French Guiana", (-55, 2, -51, 6.5), 0.06, 100),
    Detail("Lesser Antilles", (-65, 9.8, -59, 19), 0.06, 100),
    Detail("Comoros and Mayotte", (43, -13.2, 45.5, -11.2), 0.06, 100),
    Detail("Mascarene Islands", (55, -21.6, 58, -19.8), 0.06, 100),
    Detail("Fiji", (176.5, -19.5, 182, -15.5), 0.05, 100),
    Detail("Solomon Islands", (155, -12.5, 168, -6.4), 0.08, 200),
    Detail("Singapore", (103.3, 1, 104.5, 1.8), 0.03, 50),
    Detail("Pearl River", (113.2, 21.8, 114.7, 22.8), 0.03, 100),
    Detail("Bahrain and Qatar", (50.25, 24.4, 51.9, 26.4), 0.05, 50),
    Detail("Arctic", (-180, 66, 200, 90), 0.3, 1500),
    Detail("Antarctica", (-180, -90, 200, -60), 0.8, 8000),
    Detail("the rest of the world", (-180, -60, 200, 66), 0.18, 700),
)

SMALL_COUNTRY_KM2 = 20_000.0
SMALL_COUNTRY_ISLET_KM2 = 15.0
"""A country below the first area keeps its islets down to the second."""

ENCLAVE_KM2 = 1200.0
"""A country below this area that touches another one gets a box of its own."""

ENCLAVE_MARGIN_DEG = 0.03
"""How far its box reaches beyond it."""

ENCLAVE_SHARE_OF_SIZE = 0.1
"""Its tolerance, as a share of the square root of its area."""

ISLAND_TOLERANCES_DEG = (0.003, 0.008, 0.02, 0.05)
"""Tolerances for the islands of small countries, below the one of their box."""

ISLAND_SHARE_OF_SIZE = 0.3
"""Such an island's tolerance is at most this share of the square root of its area."""

GRID_DEG = 0.001
"""Coordinates are rounded to multiples of this, about 110 m, in every output."""
