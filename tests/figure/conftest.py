"""The shipped maps' figures, drawn once."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.figure.draw import draw_figure
from geo.figure.sheet import Sheet

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def figures() -> dict[str, Sheet]:
    """Both maps as they open, and the ways in which a figure can differ from that."""
    coalition = ROOT / "maps" / "coalition.toml"
    paris = ROOT / "maps" / "paris-2025-03-11.toml"
    people = ("status", "videoconference", "in_person", "disputed")
    dates = ("2025-03-15", "2025-09-04", "2026-02-27")
    return {
        "coalition": draw_figure(coalition),
        "paris": draw_figure(paris),
        "narrow": draw_figure(coalition, width_px=400, language="de"),
        "wide": draw_figure(paris, width_px=1200, language="pl"),
        "world": draw_figure(coalition, view="world", language="uk"),
        "grey": draw_figure(coalition, grey=True, language="es"),
        "people": draw_figure(coalition, layers=people),
        "dates": draw_figure(coalition, dates=dates, language="fr"),
    }
