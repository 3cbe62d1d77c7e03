"""The free texts of a map that the tables have in several languages, each told once.

A page has one list of them, and says elsewhere which one it means, by its place there.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from geo.tables.records import Text, Translation
from geo.words import FALLBACK


class FreeTexts:
    """Collects the texts that a page shows: ``rows`` are what each says, by language.

    ``translations`` are by the text itself, ``languages`` those of the page.
    """

    def __init__(
        self, translations: Mapping[str, Translation], languages: Collection[str]
    ) -> None:
        self._translations = translations
        self._languages = languages
        self._places: dict[tuple[str, str | None], int] = {}
        self.rows: list[Text] = []

    def place(self, text: str, language: str | None = None) -> int | str:
        """Return a text's place in ``rows``, or itself if nobody translated it.

        In its own language it says itself; which that is may not be known.
        """
        known = self._translations.get(text)
        if known is None:
            return text
        if (text, language) not in self._places:
            self._places[text, language] = len(self.rows)
            own = {language or FALLBACK: text}
            said = own | known.text | (own if language else {})
            kept = {*self._languages, *own}
            self.rows.append({code: said[code] for code in said if code in kept})
        return self._places[text, language]
