"""The kinds of layers: what a definition says of each, and what a page gets of it.

How a kind is drawn and said stands in ``geo/web/kinds/``; a build says what lacks.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self

from geo import vocabulary
from geo.cells.numerals import plain_number
from geo.definitions.keys import Keys
from geo.layers.classes import METHODS, breaks_between
from geo.layers.figures import REFERENCE_RADIUS_PX, REFERENCE_TROOPS, Mark, figure_marks
from geo.tables.records import Figure
from geo.vocabulary.statuses import MOST_CLASSES
from geo.words import FALLBACK, words

if TYPE_CHECKING:
    from geo.definitions.load import MapInput

Values = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One thematic layer as the definition asks for it; each kind is a class."""

    kind: ClassVar[str] = ""

    id: str
    shown: bool = True
    title: Mapping[str, str]

    @classmethod
    def read(cls, keys: Keys) -> Self:
        """Read a layer whose ``kind`` was read."""
        layer = cls(
            id=keys.name("id", cls.kind),
            shown=keys.flag("shown", default=True),
            title=keys.translated("title"),
            **cls.own_keys(keys),
        )
        keys.close()
        if layer.id and not layer.title and f"layer.{layer.id}" not in words(FALLBACK):
            own = f"; or the words layer.{cls.kind} in every file of geo/words"
            keys.find(
                "title", "missing-key", f"a layer called {layer.id} needs a title",
                'add it: title = "…"' + (own if layer.id == cls.kind else ""),
            )  # fmt: skip
        return layer

    @classmethod
    def own_keys(cls, _keys: Keys) -> Values:
        """Return the values of the keys that this kind has beside those of all."""
        return {}

    def values(self, _loaded: MapInput) -> Values:
        """Return what the page's script needs of this layer beside its keys."""
        return {}

    def draws(self, _meeting: str, _mode: str) -> bool:
        """Whether it draws who took part in a meeting in such a way."""
        return False

    def rows(self, _loaded: MapInput) -> list[str]:
        """Return the ids of the statements that it draws, for what goes out as data."""
        return []

    def spec(self, loaded: MapInput) -> Values:
        """Return the layer's entry in the payload, keys as ``geo/web`` reads them."""
        title = {"title": dict(self.title)} if self.title else {}
        common = {"id": self.id, "kind": self.kind, "shown": self.shown}
        return {**common, **title, **self.values(loaded)}


@dataclass(frozen=True, kw_only=True)
class StatusLayer(Layer):
    """Each country in the colour of its status."""

    kind = "status"

    def values(self, _loaded: MapInput) -> Values:
        return {"base": True}


@dataclass(frozen=True, kw_only=True)
class NumbersLayer(Layer):
    """What layers of figures have: those of some meanings, the latest of a country."""

    meanings: tuple[str, ...] = ("pledge", "counted", "estimate", "deployed_elsewhere")

    @classmethod
    def own_keys(cls, keys: Keys) -> Values:
        return {"meanings": keys.words("meanings", vocabulary.MEANING) or cls.meanings}

    def _marks(self, loaded: MapInput) -> tuple[Mark, ...]:
        return figure_marks(
            loaded.statements.values(),
            loaded.dataset.sources,
            self.meanings,
            as_told=loaded.definition.status_rests_on == "as_told",
        )

    def rows(self, loaded: MapInput) -> list[str]:
        return [mark.row for mark in self._marks(loaded)]

    def values(self, loaded: MapInput) -> Values:
        return {
            "marks": [
                {"row": mark.row, "country": mark.country}
                | ({"weak": True} if mark.weak else {})
                for mark in self._marks(loaded)
            ],
            "meanings": list(self.meanings),
        }


@dataclass(frozen=True, kw_only=True)
class FiguresLayer(NumbersLayer):
    """Figures as circles; ``sizes`` are those of the legend."""

    kind = "figures"

    sizes: tuple[int, ...] = ()

    @classmethod
    def own_keys(cls, keys: Keys) -> Values:
        return {**super().own_keys(keys), "sizes": _sizes(keys)}

    def values(self, loaded: MapInput) -> Values:
        return {
            **super().values(loaded),
            "scale": {
                "value": _largest_circle(loaded),
                "radius_px": REFERENCE_RADIUS_PX,
            },
            "sizes": list(self.sizes or round_sizes(largest_figure(loaded))),
        }


@dataclass(frozen=True, kw_only=True)
class ValueLayer(NumbersLayer):
    """Each country in the colour of the class of its number.

    Classes are parted at ``breaks``, if these are given, else as ``method`` parts the
    numbers of the map's date; they stay while a reader moves the date.
    """

    kind = "value"

    classes: int = 5
    method: str = "natural"
    breaks: tuple[float, ...] = ()

    @classmethod
    def own_keys(cls, keys: Keys) -> Values:
        breaks = keys.numbers("breaks")
        wrong = [*breaks] != sorted({*breaks}) or len(breaks) >= MOST_CLASSES
        if wrong:
            keys.find(
                "breaks", "bad-value",
                f"these are not up to {MOST_CLASSES - 1} numbers, each larger than the"
                " one before", "[10, 50, 100]",
            )  # fmt: skip
        classes = keys.whole("classes", MOST_CLASSES) or cls.classes
        method = keys.one_of("method", METHODS, cls.method)
        found = {"method": method, "breaks": tuple(map(plain_number, breaks))}
        return {
            **super().own_keys(keys), **found,
            "classes": len(breaks) + 1 if breaks and not wrong else classes,
        }  # fmt: skip

    def values(self, loaded: MapInput) -> Values:
        values = super().values(loaded)
        said = loaded.statements
        figures = (said[mark["row"]].figure for mark in values["marks"])
        now = [_number(one) for one in figures if one and one.has_number]
        ever = [
            _number(one.figure)
            for one in said.values()
            if one.actor_kind == "country" and one.figure and one.figure.has_number
            and one.figure.meaning in self.meanings
        ]  # fmt: skip
        breaks = self.breaks or breaks_between(now, self.classes, self.method)
        ends = {"ends": [min(ever), max(ever)]} if ever else {}
        return {**values, "base": True, "breaks": list(breaks), **ends}


@dataclass(frozen=True, kw_only=True)
class ParticipantsLayer(Layer):
    """Who took part in a meeting, which the reader may choose if ``choosable``.

    A layer that is ``beside`` draws those whom other sources than the map's own name.
    """

    kind = "participants"

    modes: tuple[str, ...] = ("in_person", "videoconference", "phone")
    meeting: str | None
    choosable: bool = False
    beside: bool = False

    @classmethod
    def own_keys(cls, keys: Keys) -> Values:
        return {
            "modes": keys.words("modes", vocabulary.MODE) or cls.modes,
            "meeting": keys.text("meeting", required=True) or None,
            "choosable": keys.flag("choosable", default=False),
            "beside": keys.flag("beside", default=False),
        }

    def draws(self, meeting: str, mode: str) -> bool:
        is_shown = self.choosable or self.meeting == meeting
        return is_shown and mode in self.modes

    def values(self, _loaded: MapInput) -> Values:
        return {
            "modes": list(self.modes),
            "meeting": self.meeting,
            "choosable": self.choosable,
        } | ({"beside": True} if self.beside else {})


@dataclass(frozen=True, kw_only=True)
class DisputedLayer(Layer):
    """Disputed territory."""

    kind = "disputed"


@dataclass(frozen=True, kw_only=True)
class UnplacedLayer(Layer):
    """What no source places, beside the map."""

    kind = "unplaced"


LAYER_KINDS: Mapping[str, type[Layer]] = {
    one.kind: one
    for one in (
        StatusLayer,
        FiguresLayer,
        ValueLayer,
        ParticipantsLayer,
        DisputedLayer,
        UnplacedLayer,
    )
}


def read_layer(keys: Keys) -> Layer:
    """Read one of ``[[layers]]``."""
    kind = keys.one_of("kind", LAYER_KINDS, required=True)
    return LAYER_KINDS.get(kind, Layer).read(keys)


def _largest_circle(loaded: MapInput) -> float:
    """Return the number whose circle is as large as one may be.

    Troops have one scale on all maps, so that these can be compared, as long as the
    largest fits; what else is counted has that of the map's own largest figure.
    """
    largest = largest_figure(loaded)
    fits = largest <= REFERENCE_TROOPS and not loaded.definition.unit
    return REFERENCE_TROOPS if fits or not largest else largest


def largest_figure(loaded: MapInput) -> float:
    """Return the largest number that a layer of figures draws, at any date."""
    layers = loaded.definition.layers
    drawn = {
        meaning
        for layer in layers
        if isinstance(layer, FiguresLayer)
        for meaning in layer.meanings
    }
    return max(
        (
            _number(said.figure)
            for said in loaded.statements.values()
            if said.actor_kind == "country"
            and said.figure
            and said.figure.meaning in drawn
        ),
        default=0,
    )


def _number(figure: Figure) -> float:
    """Return the number that a figure is drawn by: the most that it says."""
    return figure.maximum if figure.maximum is not None else figure.minimum or 0


def round_sizes(largest: float) -> list[float]:
    """Return two round numbers for the circles of the legend."""
    if largest <= 0:
        return []
    large = 10.0 ** math.floor(math.log10(largest))
    return [int(n) if n >= 1 else n for n in (large / 10, large)]


def _sizes(keys: Keys) -> tuple[int, ...]:
    """Return the numbers that the legend shows as circles."""
    sizes = keys.numbers("sizes")
    if all(size >= 1 and size.is_integer() for size in sizes):
        return tuple(map(int, sizes))
    keys.find(
        "sizes", "bad-value", "these are not whole numbers from 1 on", "[100, 1000]"
    )
    return ()
