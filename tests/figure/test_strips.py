"""A sheet of strips: where each country stood over time, without a map."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import geo
from geo.figure.choice import ChoiceError

MAPS = Path(__file__).parents[2] / "maps"
SVG = "{http://www.w3.org/2000/svg}"


def test_a_sheet_of_strips_draws_and_tells_every_position() -> None:
    figure = geo.draw_figure(MAPS / "coalition.toml", strips=True, language="fr")
    assert figure.name == "coalition-strips-fr"
    assert "Estonie\u00a0: À l’étude depuis le 27 mars 2025\u00a0; " in figure.alt
    root = ET.fromstring(figure.svg)  # noqa: S314  # our own
    texts = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
    assert {"Estonie", "Troupes promises", "avr."} <= set(texts)
    # Weak spells have dots over a plain ground, for word processors.
    assert "url(#weak-considering)" in figure.drawn
    # The style stands in attributes, also that of dots.
    dots = re.findall(r'<path d="M[^"]*h0[^"]*"[^>]*>', figure.drawn)
    assert dots
    assert all('stroke-linecap="round"' in dot for dot in dots)
    assert figure.png()[:4] == b"\x89PNG"
    assert (
        "Hongrie"
        not in geo.draw_figure(
            MAPS / "coalition.toml", strips=True, language="fr", until="2025-03-27"
        ).alt
    )


@pytest.mark.parametrize(
    "others",
    [{"view": "world"}, {"dates": ["2025-03-27"]}, {"layers": ["status"]}],
)
def test_strips_are_asked_for_alone(others: dict[str, object]) -> None:
    with pytest.raises(ChoiceError, match="no view or layer; ask for them alone"):
        geo.draw_figure(MAPS / "coalition.toml", strips=True, **others)


def test_a_map_of_one_date_has_no_strips() -> None:
    with pytest.raises(ChoiceError, match="tells of one date"):
        geo.draw_figure(MAPS / "paris-2025-03-11.toml", strips=True)
