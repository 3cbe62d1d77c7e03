"""Texts of the static page in its opening language.

The page's script says the same things when the language is switched
(``geo/web/wording.js``); a browser test holds the two to the same words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.cells.dates import PartialDate
from geo.definitions.load import MapInput
from geo.page.isolated import isolated
from geo.page.names import date_text, number_text
from geo.tables.records import Figure
from geo.words import told, words

_SLOT = re.compile(r"\{(\w+)\}")

# What is said instead on a map of chosen countries: of the others there may be data.
WITH_A_CHOICE = {"status.no_data": "selection.no_data"}


def capital(text: str) -> str:
    """Write a word as a text begins with it; they are as they stand in a sentence."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True)
class Wording:
    """The words of one language, with the names of one map's actors and places."""

    language: str
    loaded: MapInput
    names: dict[str, str]

    def say(self, key: str, **values: str) -> str:
        """Give a word by its key, with ``{name}`` replaced."""
        if self.loaded.definition.countries:
            key = WITH_A_CHOICE.get(key, key)
        text = words(self.language)[key]
        safe = {name: isolated(value) for name, value in values.items()}
        return _SLOT.sub(lambda slot: safe.get(slot[1], slot[0]), text)

    def pair(self, name: str, said: str) -> str:
        """Write what is said of a name, with the language's own colon."""
        return self.say("map.pair", name=name, said=said)

    def actor(self, actor: str) -> str:
        if actor in self.names:
            return self.names[actor]
        known = self.loaded.dataset.actors.get(actor)
        return told(known.name, self.language)[0] if known else actor

    def place(self, place: str) -> str:
        known = self.loaded.dataset.places.get(place)
        return told(known.name, self.language)[0] if known else place

    def meeting(self, meeting: str) -> str:
        """A meeting by name and date; several may have one name."""
        known = self.loaded.dataset.meetings[meeting]
        name = isolated(told(known.name, self.language)[0])
        return f"{name}, {self.date(known.date)}"

    def number(self, number: int) -> str:
        return number_text(number, self.language)

    def date(self, day: PartialDate, *, approximate: bool = False) -> str:
        text = date_text(day, self.language)
        if not approximate:
            return text
        key = "date.about_day" if day.precision == "day" else "date.about"
        return self.say(key, date=text)

    def figure(self, figure: Figure) -> str:
        """Write a figure with its qualifier and what it counts."""
        parts = (self.figure_number(figure), self.figure_meaning(figure))
        return " ".join(part for part in parts if part)

    def figure_number(self, figure: Figure) -> str:
        qualifier = figure.qualifier or "exact"
        if qualifier == "withheld":
            return self.say("figure.withheld")
        numbers = [n for n in (figure.minimum, figure.maximum) if n is not None]
        if not numbers:
            return self.say("quoted", text=figure.words) if figure.words else ""
        low, high = self.number(numbers[0]), self.number(numbers[-1])
        span = low if low == high else self.say("figure.range", min=low, max=high)
        if qualifier in {"exact", "range"}:
            return span
        return self.say(f"figure.{qualifier}", n=span)

    def figure_meaning(self, figure: Figure) -> str:
        place = self.loaded.dataset.places.get(figure.place or "")
        where = place.where if place else None
        if figure.meaning == "deployed_elsewhere" and where:
            return self.say(
                "figure.deployed_where", where=told(where, self.language)[0]
            )
        label = self.say(f"meaning.{figure.meaning}") if figure.meaning else ""
        if not figure.place:
            return label
        return f"{label} ({isolated(self.place(figure.place))})"

    def figure_short(self, figure: Figure, *, weak: bool) -> str:
        """Say what a figure counts where room is short: "deployed elsewhere (weak)"."""
        said = self.say(f"figure.short.{figure.meaning}") if figure.meaning else ""
        return self.say("figure.short_weak", said=said).strip() if weak else said
