"""One figure on its way: what it shows, its sheet and its card."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from geo.boundaries.files import shipped
from geo.definitions.model import View
from geo.figure.alt import alt_text
from geo.figure.card import HEIGHT as CARD_HEIGHT
from geo.figure.card import LABEL_PX as CARD_LABEL_PX
from geo.figure.card import LONGEST_NAME, MAP_WIDTH, ON_NO_CARD, draw_card
from geo.figure.choice import Choice, chosen_date
from geo.figure.credit import credit_lines, short_credits
from geo.figure.document import MARGIN_PX, Look, as_svg
from geo.figure.fonts import lacking
from geo.figure.grey import grey_patterns
from geo.figure.layout import Texts, draw_sheet
from geo.figure.map import Panel, frame_clip, label_width, map_block
from geo.figure.moment import Moment
from geo.figure.multiples import LABEL_PX as SMALL_LABEL_PX
from geo.figure.multiples import LEFT_OUT, draw_multiples, merged, panel_width
from geo.figure.sheet import Sheet
from geo.figure.text import Block
from geo.page.arcs import page_topology
from geo.page.isolated import isolated
from geo.page.markup import Node
from geo.page.rendering import SheetMap, SheetView, sheet_legend, sheet_map
from geo.words import text_in


@dataclass(frozen=True)
class Drawing:
    """What a figure shows: a map on one date or several, in a view, as chosen."""

    moments: Sequence[Moment]
    view: View
    choice: Choice

    def sheet(self) -> Sheet:
        """Draw the sheet; the card is drawn when it is asked for."""
        said = [self.texts.title, self.texts.headline, *self.alt.splitlines()]
        return Sheet(
            name=self.name,
            title=self.texts.title,
            alt=self.alt,
            language=self.last.wording.language,
            width_px=self.choice.width_px,
            drawn=self.svg(),
            draw_card=self.card,
            lacking=lacking(said),
        )

    def svg(self) -> str:
        """Return the SVG of the sheet."""
        panels = list(self.panels.values())
        view = panels[-1].view
        shown = merged([panel.values for panel in panels])
        explained, patterns = sheet_legend(shown, self._boundaries, view)
        several = bool(self.choice.dates)
        width = self.choice.width_px - 2 * MARGIN_PX
        maps = draw_multiples(self.panels, width) if several else self._only_map()
        sheet = draw_sheet(maps, explained, self.texts, counted=not several)
        defs = [patterns, _clip(panels[-1].drawn)]
        return self._document(sheet, MARGIN_PX, defs)

    def card(self) -> str:
        """Return the SVG of the card."""
        view = SheetView(
            self.view.id, MAP_WIDTH, CARD_HEIGHT, CARD_LABEL_PX, LONGEST_NAME
        )
        panel = self._panel(self.last, view, ON_NO_CARD)
        explained, patterns = sheet_legend(panel.values, self._boundaries, view)
        credit = short_credits(self.last.loaded, self.last.wording)
        card = draw_card(panel.drawn, explained, self.map_texts, credit)
        return self._document(card, 0, [patterns, _clip(panel.drawn)])

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
        parts = (definition.slug, self.shown, definition.language, when)
        return "-".join(part for part in (*parts, *choice.layers, grey) if part)

    @property
    def shown(self) -> str:
        """Name what is shown, in the names of files."""
        return self.view.id

    @property
    def texts(self) -> Texts:
        """Return what stands round what the sheet shows."""
        return self.map_texts

    @cached_property
    def map_texts(self) -> Texts:
        """Return what stands round the map, which a card shows of every sheet."""
        view, _ = text_in(self.view.title, self.last.wording.language)
        return self._texts(isolated(view))

    def _texts(self, shown: str) -> Texts:
        wording, loaded = self.last.wording, self.last.loaded
        title, spoken = text_in(loaded.definition.title, wording.language)
        headline, _ = text_in(self.last.headline, wording.language)
        as_of = f"{wording.say('as_of')} {wording.date(loaded.as_of)}"
        credit = credit_lines(loaded, wording)
        return Texts(title, headline, f"{as_of} · {shown}", credit, spoken)

    @cached_property
    def alt(self) -> str:
        return alt_text(self.texts, self.said, self.last.wording)

    @cached_property
    def said(self) -> Mapping[str, str]:
        """Say what each map shows, by its heading."""
        return {heading: panel.drawn.words for heading, panel in self.panels.items()}

    @cached_property
    def panels(self) -> dict[str, Panel]:
        """Return the maps by their headings: the dates asked for, or none for one."""
        choice, width = self.choice, self.choice.width_px - 2 * MARGIN_PX
        if not choice.dates:
            return {"": self._panel(self.last, SheetView(self.view.id, width), ())}
        small = panel_width(len(choice.dates), width)
        view = SheetView(self.view.id, small, None, SMALL_LABEL_PX, longest_name=0)
        without = () if choice.layers else LEFT_OUT
        return {
            one.wording.date(chosen_date(date)): self._panel(one, view, without)
            for one, date in zip(self.moments, choice.dates, strict=True)
        }

    def _only_map(self) -> Block:
        (panel,) = self.panels.values()
        return map_block(panel.drawn)

    def _panel(
        self, moment: Moment, view: SheetView, without: Collection[str]
    ) -> Panel:
        values = moment.without(without)
        drawn = sheet_map(values, self._boundaries, view, label_width)
        return Panel(values, view, drawn)

    @cached_property
    def _boundaries(self) -> Mapping[str, Any]:
        return page_topology(shipped("boundaries.topojson").read_text(encoding="utf-8"))

    def _document(self, block: Block, margin: int, defs: Sequence[Node]) -> str:
        statuses = self.last.loaded.definition.statuses
        if self.choice.grey:
            defs = [*defs, grey_patterns(statuses.statuses)]
        language = self.last.wording.language
        look = Look(self.texts.title, self.alt, language, self.choice.grey, statuses)
        return as_svg(block, margin, defs, look)


def _clip(drawn: SheetMap) -> Node:
    return frame_clip(drawn.width, drawn.height)
