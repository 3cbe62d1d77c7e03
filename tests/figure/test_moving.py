"""A moving picture: frames by months and meetings, the last as the map stands."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

import geo
from geo.figure.choice import Choice, ChoiceError
from geo.figure.draw import draw_moving

COALITION = Path(__file__).parents[2] / "maps" / "coalition.toml"


@pytest.mark.slow
def test_it_moves_from_month_to_month_and_stays_on_the_map_as_it_stands() -> None:
    # A short time, so that it is drawn twice soon.
    choice = Choice(until="2025-02-20", language="fr", width_px=360)
    drawn = draw_moving(COALITION, "months", choice)
    assert [step.iso for step in drawn.steps] == ["2024-12", "2025-01", "2025-02-20"]
    still = geo.draw_figure(COALITION, until="2025-02-20", language="fr")
    assert drawn.alt.splitlines()[:2] == still.alt.splitlines()[:2]
    assert "20 février 2025" in list(drawn.frames())[-1]
    files = drawn.files()
    assert files == draw_moving(COALITION, "months", choice).files()
    assert [Path(name).suffix for name in files] == [".webp", ".gif", ".txt"]
    for content in list(files.values())[:2]:
        with Image.open(io.BytesIO(content)) as picture:
            assert (picture.n_frames, picture.width) == (3, 360)
            picture.seek(2)
            # Flat colours are exact.
            assert picture.convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def test_a_map_of_one_date_does_not_move() -> None:
    paris = COALITION.with_name("paris-2025-03-11.toml")
    with pytest.raises(ChoiceError, match="has one date, so nothing moves"):
        draw_moving(paris, "months", Choice())
