"""The finding sentence of a map, its slots filled with what the map shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import geopandas as gpd

from geo.definitions.load import MapInput
from geo.definitions.sentence import (
    agreeing,
    counted_statuses,
    figure_slots,
    fill,
)
from geo.layers.figures import Mark, figure_marks
from geo.page.names import country_names, date_text, list_text, locale, sort_key
from geo.page.wording import Wording
from geo.tables.records import Text
from geo.vocabulary import MEANING

_ENDS = (".", "!", "?", "…", ")", "»", "”")


def finding_sentences(loaded: MapInput, features: gpd.GeoDataFrame) -> Text:
    """Give the finding in each language that the definition writes it in.

    A country whose colour rests on a weak source alone is not counted; where nobody
    else has that colour, it is named in a sentence of its own, so that headline and
    colours agree.  Where nothing is counted first, or a figure is missing, the
    definition may have another sentence.
    """
    firm, weak = _by_status(features)
    nothing = loaded.definition.finding_none
    return {
        language: _Headline(
            Wording(language, loaded, country_names(features, language)), firm, weak
        ).text(sentence, nothing.get(language, sentence))
        for language, sentence in loaded.definition.finding.items()
    }


Members = Mapping[str, list[str]]
"""The countries of each status."""


def _by_status(features: gpd.GeoDataFrame) -> tuple[Members, Members]:
    """Give the countries that are counted, and those that rest on weak sources."""
    firm: dict[str, list[str]] = {}
    weak: dict[str, list[str]] = {}
    columns = ("iso_a3", "status", "strength")
    for country, status, strength in zip(*(features[c] for c in columns), strict=True):
        found = weak if strength == "weak" else firm
        found.setdefault(status, []).append(country)
    return firm, weak


def _articles(text: str) -> dict[str, str]:
    """Read what stands before a country's name in a sentence: "the: NLD USA | …"."""
    groups = (group.partition(": ") for group in text.split(" | "))
    return {
        country: article if article.endswith("’") else f"{article} "
        for article, _, codes in groups
        for country in codes.split()
    }


@dataclass(frozen=True)
class _Headline:
    """What is measured for the sentence of one language."""

    wording: Wording
    firm: Members
    weak: Members

    def text(self, sentence: str, nothing: str) -> str:
        told = sentence if self._is_known(sentence) else nothing
        statuses = [*counted_statuses(sentence)[:1], *counted_statuses(told)]
        filled = fill(told, self._measure)
        more = self._on_weak_sources(dict.fromkeys(statuses))
        if not more:
            return filled
        return f"{filled}{'' if filled.endswith(_ENDS) else '.'} {more}"

    def _is_known(self, sentence: str) -> bool:
        """Say whether there is what a sentence counts first, and all its figures."""
        counted = counted_statuses(sentence)[:1]
        return all(self.firm.get(status) for status in counted) and all(
            self._marks(country, meaning)
            for _, country, meaning in figure_slots(sentence)
        )

    def _on_weak_sources(self, statuses: Iterable[str]) -> str:
        """Name the countries of statuses that rest on weak sources alone, if any."""
        say, language = self.wording.say, self.wording.language
        said = [
            f"{say(f'status.{status}')} ({self._names(self.weak[status])})"
            for status in statuses
            if status in self.weak and status not in self.firm
        ]
        if not said:
            return ""
        return say("sentence.weak", said=list_text(said, language, "unit"))

    def _measure(self, slot: str) -> str:
        kind, _, rest = slot.partition(":")
        first, *others = rest.split("|")
        loaded, language = self.wording.loaded, self.wording.language
        if kind == "as_of":
            return date_text(loaded.as_of, language)
        if kind == "statements":
            return str(len(loaded.statements))
        if kind == "speakers":
            said = loaded.statements.values()
            return str(len({s.actor for s in said if s.actor_kind == "country"}))
        if kind == "figure":
            return self._figure(first, *others)
        members = self.firm.get(first, [])
        if kind == "count":
            return str(len(members))
        if kind == "agree":
            return agreeing(locale(language).plural_form(len(members)), others)
        return self._names(members) or self.wording.say("sentence.none")

    def _names(self, countries: list[str]) -> str:
        """List countries as within a sentence: "France and the United Kingdom"."""
        names, language = self.wording.names, self.wording.language
        articles = _articles(self.wording.say("sentence.articles"))
        ordered = sorted(countries, key=lambda one: sort_key(names[one], language))
        return list_text(
            (f"{articles.get(one, '')}{names[one]}" for one in ordered), language
        )

    def _figure(self, country: str, meaning: str = "") -> str:
        """Write a country's figure; without a meaning asked for, with what it counts.

        Figures of one day that differ stand side by side, and a weak one says so.
        """
        wording, texts = self.wording, []
        write = wording.figure_number if meaning else wording.figure
        for mark in self._marks(country, meaning):
            figure = wording.loaded.statements[mark.row].figure
            if figure is not None:
                weak = f" ({wording.say('strength.weak')})" if mark.weak else ""
                texts.append(f"{write(figure)}{weak}")
        listed = list_text(dict.fromkeys(texts), wording.language, "or")
        return listed or wording.say("sentence.no_figure")

    def _marks(self, country: str, meaning: str) -> tuple[Mark, ...]:
        """Choose a country's figures of a meaning, or of the foremost that it has."""
        loaded = self.wording.loaded
        own = [s for s in loaded.statements.values() if s.actor == country]
        as_told = loaded.definition.status_rests_on == "as_told"
        each = [
            figure_marks(own, loaded.dataset.sources, (one,), as_told=as_told)
            for one in ([meaning] if meaning else MEANING)
        ]
        found = [marks for marks in each if marks]
        sound = [marks for marks in found if not marks[0].weak]
        return next(iter(sound or found), ())
