"""Labelled elements: each says in an attribute which word it shows.

The script re-labels them when the language is switched; see ``geo/web/translate.js``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from geo.cells.dates import PartialDate
from geo.page.free_texts import FreeTexts
from geo.page.markup import Node, append, tag
from geo.page.wording import Wording, capital
from geo.tables.records import Figure, Meeting, Source
from geo.words import FALLBACK, told


class Labels:
    """Makes labelled elements in one language."""

    def __init__(self, wording: Wording, texts: FreeTexts) -> None:
        self.wording = wording
        self.texts = texts

    def word(self, key: str, element: str = "span") -> Node:
        return tag(element, {"data-t": key}, self.wording.say(key))

    def words(self, keys: Iterable[str], element: str = "span") -> Node:
        """Several words in one element, parted by commas; empty if there are none."""
        listed = tuple(keys)
        if not listed:
            return tag(element)
        text = capital(", ".join(self.wording.say(key) for key in listed))
        return tag(element, {"data-words": " ".join(listed)}, text)

    def colon(self) -> Node:
        """The language's own colon, with the space before it that French has."""
        return tag("span", {"data-colon": ""}, self.wording.pair("", ""))

    def told(
        self, texts: Mapping[str, str], element: str, attributes: dict[str, str]
    ) -> Node:
        """One text of several languages; one that falls back says its language."""
        text, language = told(texts, self.wording.language)
        if language != self.wording.language:
            attributes = {**attributes, "lang": language}
        return tag(element, attributes, text)

    def meeting(self, meeting: Meeting) -> Node:
        return self.told(meeting.name, "span", {"data-meeting": meeting.id})

    def actor(self, actor: str, element: str = "span") -> Node:
        if actor in self.wording.names:
            return tag(element, {"data-country": actor}, self.wording.names[actor])
        known = self.wording.loaded.dataset.actors.get(actor)
        name = known.name if known else {self.wording.language: actor}
        return self.told(name, element, {"data-actor": actor})

    def date(
        self, day: PartialDate, element: str = "time", *, approximate: bool = False
    ) -> Node:
        attributes = {"data-date": day.iso}
        if element == "time":
            attributes["datetime"] = day.iso
        if approximate:
            attributes["data-approximate"] = ""
        text = self.wording.date(day, approximate=approximate)
        return tag(element, attributes, text)

    def as_of(self, day: PartialDate) -> Node:
        """The date of the data, which the page's script keeps."""
        node = self.date(day)
        node.set("data-as-of", "")
        return node

    def figure(self, figure: Figure, element: str = "span") -> Node:
        values = {
            "min": figure.minimum,
            "max": figure.maximum,
            "qualifier": figure.qualifier,
            "meaning": figure.meaning,
            "place": figure.place,
            "words": self.texts.place(figure.words) if figure.words else None,
        }
        known = {key: value for key, value in values.items() if value is not None}
        data = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
        return tag(element, {"data-figure": data}, self.wording.figure(figure))

    def free_text(self, text: str, language: str, element: str = "span") -> Node:
        """A text of the tables: translated, or else in its language, if that is known.

        Which language that is it says where it is not the page's.
        """
        place = self.texts.place(text, language or FALLBACK)
        if not isinstance(place, int):
            return tag(element, {"lang": language} if text and language else {}, text)
        node = self.told(self.texts.rows[place], element, {"data-text": str(place)})
        if node.get("lang") == FALLBACK:
            node.set("data-in", self.wording.say("language.in_english"))
        return node

    def citation(self, source: Source) -> Node:
        """A source in short: publisher and grade, with a link to its entry below."""
        return tag(
            "span",
            {"class": "source"},
            self.publisher(source),
            " (",
            self.word(f"grade.{source.grade}"),
            ")",
        )

    def publisher(self, source: Source) -> Node:
        """Who published a source, as a link to its entry below."""
        link = self.free_text(source.publisher, "", "a")
        link.set("href", f"#source-{source.id}")
        return link

    def source(self, source: Source) -> Node:
        """An entry of the list of sources: title, publisher, grade and date.

        The page's script shows the same entry beside each statement.
        """
        # A translated title and a description of ours are in English.
        language = source.language if source.title_is == "title" else "en"
        title = self.free_text(source.title, language, "a")
        title.set("href", source.url)
        publisher = self.free_text(source.publisher, "")
        publisher.set("class", "publisher")
        node = tag("li", {"id": f"source-{source.id}"}, title, ", ", publisher)
        append(node, " (")
        append(node, self.word(f"grade.{source.grade}"))
        if source.aligned_state:
            append(node, self.colon())
            append(node, self.actor(source.aligned_state))
        if source.published:
            append(node, ", ")
            append(node, self.date(source.published, "span"))
        append(node, ")")
        return node
