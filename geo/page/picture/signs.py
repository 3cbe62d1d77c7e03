"""A sign for each status: as ``geo/web/status_signs.js``."""

from __future__ import annotations

from collections.abc import Callable

from geo.page.markup import Node, tag
from geo.page.picture.path_data import short

Draw = Callable[[float, float, float], str]


def _up(x: float, y: float, r: float) -> str:
    return f"M{short(x)} {short(y - r)}l{short(r)} {short(1.8 * r)}h{short(-2 * r)}z"


def _down(x: float, y: float, r: float) -> str:
    return f"M{short(x)} {short(y + r)}l{short(r)} {short(-1.8 * r)}h{short(-2 * r)}z"


def _diamond(x: float, y: float, r: float) -> str:
    a = short(r)
    return f"M{short(x)} {short(y - r)}l{a} {a}-{a} {a}-{a}-{a}z"


def _bar(x: float, y: float, r: float) -> str:
    begin = f"M{short(x - r)} {short(y - r / 3)}"
    return f"{begin}h{short(2 * r)}v{short(2 * r / 3)}h{short(-2 * r)}z"


SIGNS: dict[str, tuple[Draw, str]] = {
    "pledged_troops": (_up, "is-firm"),
    "pledged_other": (_up, "is-open"),
    "conditional": (_diamond, "is-firm"),
    "considering": (_diamond, "is-open"),
    "declined": (_down, "is-open"),
    "opposed": (_down, "is-firm"),
    "took_part_only": (_bar, "is-firm"),
}


def sign_path(status: str, point: tuple[float, float], r: float) -> str:
    """Write the sign of a status of ``SIGNS`` about a point, ``2 * r`` wide."""
    return SIGNS[status][0](*point, r)


def status_sign(status: str, point: tuple[float, float], r: float) -> Node:
    """Draw the sign of a status of ``SIGNS`` about a point, ``2 * r`` wide."""
    look = f"status-sign {SIGNS[status][1]}"
    return tag("path", {"class": look, "d": sign_path(status, point, r)})
