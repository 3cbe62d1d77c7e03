"""From a map definition to a sheet: what the command line and notebooks call."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from geo.boundaries.read import read_boundaries
from geo.definitions.load import MapInput, right_map
from geo.figure.choice import (
    WIDTH_PX,
    Choice,
    check_strips,
    chosen_language,
    chosen_map,
    chosen_view,
)
from geo.figure.drawing import Drawing
from geo.figure.extra import need_extra
from geo.figure.moment import moment
from geo.figure.moving import MovingDrawing, steps_of
from geo.figure.sheet import Sheet
from geo.figure.strips import StripsDrawing

AS_OPENED = Choice()


def draw_figure(
    definition: str | Path,
    *,
    view: str = "",
    language: str = "",
    until: str | datetime.date = "",
    dates: Sequence[str | datetime.date] = (),
    layers: Sequence[str] = (),
    width_px: int = WIDTH_PX,
    grey: bool = False,
    strips: bool = False,
    data: str | Path | None = None,
) -> Sheet:
    """Draw a view of a map as a sheet for a report.

    Parameters
    ----------
    definition
        The path of a ``.toml`` file.
    view
        The id of one of its views; by default the one with which the page opens.
    language
        One that the program has words in; by default that of the definition.
    until
        Show what was known by this date.
    dates
        Small multiples, one map for each date.
    layers
        The ids of the layers to show; by default those that the page opens with.
    width_px
        The width in CSS pixels, of which 96 make an inch.
    grey
        Tell statuses apart by lightness and pattern, for print without colour.
    strips
        Show where each country stood over time instead of a map; of no view, with no
        ``dates`` and no ``layers``.
    data
        The folder of the tables; by default ``data`` beside the folder of the
        definition.

    Returns
    -------
    Sheet
        ``svg`` is its text, ``png()`` and ``pdf()`` give bytes.

    Raises
    ------
    FindingsError
        If the definition or its tables have errors.
    ChoiceError
        If the map has no such view, layer or date.
    MissingExtraError
        If the extra ``figure`` is not installed.
    """
    need_extra()
    choice = Choice(
        view, language, until, tuple(dates), tuple(layers), width_px, grey, strips
    )
    loaded, _ = right_map(definition, data, chosen_language(choice))
    return sheet_of(loaded, choice)


def draw_moving(
    definition: str | Path, by: str, choice: Choice, data: str | Path | None = None
) -> MovingDrawing:
    """Draw a view of a map as a moving picture, by months or by dates of meetings.

    It takes and raises what :func:`draw_figure` does; ``choice`` has no ``dates``.
    """
    need_extra()
    loaded, _ = right_map(definition, data, chosen_language(choice))
    view, boundaries = chosen_view(loaded, choice), read_boundaries()
    last = chosen_map(loaded, choice)
    steps = steps_of(last, by)
    maps = [chosen_map(loaded, choice, step.iso) for step in steps[:-1]]
    moments = [moment(one, boundaries) for one in (*maps, last)]
    return MovingDrawing(moments, view, choice, steps, by)


def sheet_of(loaded: MapInput, choice: Choice = AS_OPENED) -> Sheet:
    """Draw a sheet of a map that is read, as :func:`draw_figure` does."""
    need_extra()
    view = chosen_view(loaded, choice)
    if choice.strips:
        check_strips(loaded, choice)
    boundaries = read_boundaries()
    moments = [
        moment(chosen_map(loaded, choice, date), boundaries)
        for date in choice.dates or (choice.until,)
    ]
    kind = StripsDrawing if choice.strips else Drawing
    return kind(moments, view, choice).sheet()
