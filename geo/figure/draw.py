"""From a map definition to a figure: what the command line and notebooks call."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from geo.boundaries.files import shipped
from geo.boundaries.keys import boundary_keys
from geo.boundaries.read import read_boundaries
from geo.definitions.load import MapInput, load_map
from geo.definitions.model import View
from geo.figure.alt import alt_text
from geo.figure.card import HEIGHT as CARD_HEIGHT
from geo.figure.card import MAP_WIDTH, ON_NO_CARD, draw_card
from geo.figure.choice import (
    WIDTH_PX,
    Choice,
    chosen_date,
    chosen_language,
    chosen_map,
    chosen_view,
)
from geo.figure.credit import credit_lines, short_credits
from geo.figure.document import MARGIN_PX, Look, as_svg
from geo.figure.extra import need_extra
from geo.figure.figure import Figure
from geo.figure.fonts import lacking
from geo.figure.grey import grey_patterns
from geo.figure.map import Panel, draw_map, frame_clip
from geo.figure.moment import Moment, moment
from geo.figure.multiples import LEFT_OUT, draw_multiples, merged, panel_width
from geo.figure.sheet import Texts, draw_sheet
from geo.figure.text import Block
from geo.findings import FindingsError, errors
from geo.page.labels import Labels
from geo.page.picture.draw import weak_statuses
from geo.page.picture.frame import Frame, print_frame
from geo.page.picture.land import draw_land
from geo.page.picture.patterns import patterns
from geo.words import told

AS_OPENED = Choice()


def draw_figure(
    definition: str | Path,
    *,
    view: str = "",
    language: str = "",
    until: str = "",
    dates: Sequence[str] = (),
    layers: Sequence[str] = (),
    width_px: int = WIDTH_PX,
    grey: bool = False,
    data: str | Path | None = None,
) -> Figure:
    """Draw a view of a map as a figure for a report.

    Parameters
    ----------
    definition
        The path of a ``.toml`` file.
    view
        The id of one of its views; by default the one with which the page opens.
    language
        One that the program has words in; by default that of the definition.
    until
        Show what was known by this ISO date.
    dates
        ISO dates: small multiples, one map for each.
    layers
        The ids of the layers to show; by default those that the page opens with.
    width_px
        The width in CSS pixels, of which 96 make an inch.
    grey
        Tell statuses apart by lightness and pattern, for print without colour.
    data
        The folder of the tables; by default ``data`` beside the folder of the
        definition.

    Returns
    -------
    Figure
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
    choice = Choice(view, language, until, tuple(dates), tuple(layers), width_px, grey)
    path = Path(definition)
    folder = Path(data) if data is not None else path.parent.parent / "data"
    loaded, findings = load_map(path, folder, boundary_keys(), chosen_language(choice))
    if loaded is None:
        raise FindingsError(errors(findings))
    return figure_of(loaded, choice)


def figure_of(loaded: MapInput, choice: Choice = AS_OPENED) -> Figure:
    """Draw a figure of a map that is read, as :func:`draw_figure` does."""
    need_extra()
    view = chosen_view(loaded, choice)
    boundaries = read_boundaries()
    moments = [
        moment(chosen_map(loaded, choice, date), boundaries)
        for date in choice.dates or (choice.until,)
    ]
    return _figure(moments, view, choice)


def _figure(moments: Sequence[Moment], view: View, choice: Choice) -> Figure:
    last = moments[-1]
    texts = _texts(last, view)
    topology = json.loads(shipped("boundaries.topojson").read_text(encoding="utf-8"))
    panels = _panels(moments, view, choice, topology)
    scene = merged([panel.scene for panel in panels.values()])
    labels = Labels(last.wording)
    width = choice.width_px - 2 * MARGIN_PX
    maps = draw_multiples(panels, width) if choice.dates else draw_map(panels[""])
    sheet = draw_sheet(maps, scene, texts, labels, counted=not choice.dates)
    alt = alt_text(texts, {name: panel.scene for name, panel in panels.items()})

    def document(block: Block, margin: int, frame: Frame) -> str:
        defs = [patterns(weak_statuses(scene)), frame_clip(frame.width, frame.height)]
        if choice.grey:
            defs.append(grey_patterns())
        look = Look(texts.title, alt, last.wording.language, choice.grey)
        return as_svg(block, margin, defs, look)

    card_frame = print_frame(view, MAP_WIDTH, CARD_HEIGHT)
    card_panel = _panel(last, card_frame, topology, ON_NO_CARD)
    credit = short_credits(last.loaded, last.wording)
    card = draw_card(card_panel, texts, credit, labels)
    return Figure(
        name=_name(last, view, choice),
        title=texts.title,
        alt=alt,
        language=last.wording.language,
        width_px=choice.width_px,
        svg=document(sheet, MARGIN_PX, scene.frame),
        card_svg=document(card, 0, card_panel.scene.frame),
        lacking=lacking([texts.title, texts.finding, *alt.splitlines()]),
    )


def _panels(
    moments: Sequence[Moment], view: View, choice: Choice, topology: Mapping[str, Any]
) -> dict[str, Panel]:
    """Give the maps by their headings: the dates asked for, or none for one alone."""
    width = choice.width_px - 2 * MARGIN_PX
    if not choice.dates:
        return {"": _panel(moments[0], print_frame(view, width), topology, ())}
    frame = print_frame(view, panel_width(len(moments), width))
    land = draw_land(topology, frame)
    without = () if choice.layers else LEFT_OUT
    return {
        one.wording.date(chosen_date(date)): Panel(one.scene(frame, without), land)
        for one, date in zip(moments, choice.dates, strict=True)
    }


def _panel(
    one: Moment, frame: Frame, topology: Mapping[str, Any], without: Collection[str]
) -> Panel:
    return Panel(one.scene(frame, without), draw_land(topology, frame))


def _texts(one: Moment, view: View) -> Texts:
    wording, language = one.wording, one.wording.language
    as_of = f"{wording.say('as_of')} {wording.date(one.loaded.as_of)}"
    title, spoken = told(one.loaded.definition.title, language)
    finding, _ = told(one.finding, language)
    return Texts(
        title, finding, f"{as_of} · {told(view.title, language)[0]}",
        credit_lines(one.loaded, wording), spoken,
    )  # fmt: skip


def _name(one: Moment, view: View, choice: Choice) -> str:
    """Name the files after what they show, so that two figures never share one."""
    when = ["dates"] if choice.dates else [choice.until] if choice.until else []
    grey = ["grey"] if choice.grey else []
    definition = one.loaded.definition
    parts = [definition.slug, view.id, definition.language, *when, *choice.layers]
    return "-".join([*parts, *grey])
