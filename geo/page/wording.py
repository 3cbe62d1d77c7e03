"""The words round a sheet and in an export, in their language.

What a page says is written by ``geo/web/words/wording.js``, while building too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from geo.cells.dates import PartialDate
from geo.definitions.load import MapInput
from geo.page.isolated import isolated
from geo.page.names import date_text, number_text
from geo.words import text_in, words

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Wording:
    """The words of one language, with the names of one map's actors."""

    language: str
    loaded: MapInput
    names: dict[str, str]

    def say(self, key: str, **values: str) -> str:
        """Return a word by its key, with ``{name}`` replaced."""
        own, others = self._own
        text = own.get(key) or words(self.language)[others.get(key, key)]
        safe = {name: isolated(value) for name, value in values.items()}
        return _SLOT.sub(lambda slot: safe.get(slot[1], slot[0]), text)

    @cached_property
    def _own(self) -> tuple[dict[str, str], dict[str, str]]:
        """The words of the map's own, and those that stand for others."""
        definition = self.loaded.definition
        return definition.own_words(self.language), self.loaded.instead

    def pair(self, name: str, said: str) -> str:
        """Write what is said of a name, with the language's own colon."""
        return self.say("map.pair", name=name, said=said)

    def actor(self, actor: str) -> str:
        if actor in self.names:
            return self.names[actor]
        known = self.loaded.dataset.actors.get(actor)
        return text_in(known.name, self.language)[0] if known else actor

    def number(self, number: int) -> str:
        return number_text(number, self.language)

    def date(self, day: PartialDate) -> str:
        return date_text(day, self.language)
