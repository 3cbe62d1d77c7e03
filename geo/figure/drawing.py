"""One figure on its way: what it shows, its sheet and its card."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from geo.boundaries.files import shipped
from geo.definitions.model import View
from geo.figure.alt import alt_text
from geo.figure.card import HEIGHT as CARD_HEIGHT
from geo.figure.card import MAP_WIDTH, ON_NO_CARD, draw_card
from geo.figure.choice import Choice, chosen_date
from geo.figure.credit import credit_lines, short_credits
from geo.figure.document import MARGIN_PX, Look, as_svg
from geo.figure.figure import Figure
from geo.figure.fonts import lacking
from geo.figure.grey import grey_patterns
from geo.figure.map import Panel, draw_map, frame_clip
from geo.figure.moment import Moment
from geo.figure.multiples import LEFT_OUT, draw_multiples, merged, panel_width
from geo.figure.sheet import Texts, draw_sheet
from geo.figure.text import Block
from geo.page.labels import Labels
from geo.page.picture.draw import weak_statuses
from geo.page.picture.frame import Frame, print_frame
from geo.page.picture.land import draw_land
from geo.page.picture.patterns import patterns
from geo.words import told


@dataclass(frozen=True)
class Drawing:
    """What a figure shows: a map on one date or several, in a view, as chosen."""

    moments: Sequence[Moment]
    view: View
    choice: Choice

    def figure(self) -> Figure:
        """Draw the sheet; the card is drawn when it is asked for."""
        said = [self.texts.title, self.texts.finding, *self.alt.splitlines()]
        return Figure(
            name=self.name,
            title=self.texts.title,
            alt=self.alt,
            language=self.last.wording.language,
            width_px=self.choice.width_px,
            drawn=self.sheet(),
            draw_card=self.card,
            lacking=lacking(said),
        )

    def sheet(self) -> str:
        """Give the SVG of the sheet."""
        scene = merged([panel.scene for panel in self.panels.values()])
        several = bool(self.choice.dates)
        width = self.choice.width_px - 2 * MARGIN_PX
        maps = draw_multiples(self.panels, width) if several else draw_map(self.only)
        labels = Labels(self.last.wording)
        sheet = draw_sheet(maps, scene, self.texts, labels, counted=not several)
        return self._document(sheet, MARGIN_PX, Panel(scene, self.only.land))

    def card(self) -> str:
        """Give the SVG of the card."""
        frame = print_frame(self.view, MAP_WIDTH, CARD_HEIGHT)
        panel = self._panel(frame, ON_NO_CARD)
        credit = short_credits(self.last.loaded, self.last.wording)
        card = draw_card(panel, self.texts, credit, Labels(self.last.wording))
        return self._document(card, 0, panel)

    @property
    def last(self) -> Moment:
        return self.moments[-1]

    @property
    def name(self) -> str:
        """Name the files after what they show, so that two figures never share one."""
        choice, definition = self.choice, self.last.loaded.definition
        until = choice.until and chosen_date(choice.until).iso
        when = "dates" if choice.dates else until
        grey = "grey" if choice.grey else ""
        parts = (definition.slug, self.view.id, definition.language, when)
        return "-".join(part for part in (*parts, *choice.layers, grey) if part)

    @cached_property
    def texts(self) -> Texts:
        """Give what stands round the map."""
        wording, loaded = self.last.wording, self.last.loaded
        title, spoken = told(loaded.definition.title, wording.language)
        finding, _ = told(self.last.finding, wording.language)
        as_of = f"{wording.say('as_of')} {wording.date(loaded.as_of)}"
        view, _ = told(self.view.title, wording.language)
        credit = credit_lines(loaded, wording)
        return Texts(title, finding, f"{as_of} · {view}", credit, spoken)

    @cached_property
    def alt(self) -> str:
        scenes = {heading: panel.scene for heading, panel in self.panels.items()}
        return alt_text(self.texts, scenes)

    @cached_property
    def panels(self) -> dict[str, Panel]:
        """Give the maps by their headings: the dates asked for, or none for one."""
        choice, width = self.choice, self.choice.width_px - 2 * MARGIN_PX
        if not choice.dates:
            return {"": self._panel(print_frame(self.view, width), ())}
        frame = print_frame(self.view, panel_width(len(choice.dates), width))
        land = draw_land(self._topology, frame)
        without = () if choice.layers else LEFT_OUT
        return {
            one.wording.date(chosen_date(date)): Panel(one.scene(frame, without), land)
            for one, date in zip(self.moments, choice.dates, strict=True)
        }

    @property
    def only(self) -> Panel:
        """The one map, or the last of several."""
        return list(self.panels.values())[-1]

    def _panel(self, frame: Frame, without: Collection[str]) -> Panel:
        land = draw_land(self._topology, frame)
        return Panel(self.last.scene(frame, without), land)

    @cached_property
    def _topology(self) -> Any:
        return json.loads(shipped("boundaries.topojson").read_text(encoding="utf-8"))

    def _document(self, block: Block, margin: int, panel: Panel) -> str:
        frame = panel.scene.frame
        defs = [
            patterns(weak_statuses(panel.scene)),
            frame_clip(frame.width, frame.height),
        ]
        if self.choice.grey:
            defs.append(grey_patterns())
        language = self.last.wording.language
        look = Look(self.texts.title, self.alt, language, self.choice.grey)
        return as_svg(block, margin, defs, look)
