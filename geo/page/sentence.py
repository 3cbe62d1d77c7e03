"""The finding sentence of a map, its slots filled with what the map shows."""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd

from geo.definitions.load import MapInput
from geo.definitions.sentence import agreeing, fill, first_status
from geo.page.names import country_names, date_text, list_text, locale, sort_key
from geo.tables.records import Text
from geo.words import words


def finding_sentences(loaded: MapInput, features: gpd.GeoDataFrame) -> Text:
    """Give the finding in each language that the definition writes it in.

    A country whose colour rests on a weak source alone is not counted.  Where nothing
    is counted first, the definition may have another sentence.
    """
    firm, nothing = _firm(features), loaded.definition.finding_none
    return {
        language: _sentence(
            sentence if _counts(sentence, firm) else nothing.get(language, sentence),
            language, loaded, country_names(features, language), firm,
        )
        for language, sentence in loaded.definition.finding.items()
    }  # fmt: skip


def _counts(sentence: str, firm: Mapping[str, list[str]]) -> bool:
    """Say whether any country has the status that a sentence counts first."""
    status = first_status(sentence)
    return status is None or bool(firm.get(status))


def _firm(features: gpd.GeoDataFrame) -> dict[str, list[str]]:
    """Give the countries of each status, but for those that rest on weak sources."""
    found: dict[str, list[str]] = {}
    columns = ("iso_a3", "status", "strength")
    for country, status, strength in zip(*(features[c] for c in columns), strict=True):
        if strength != "weak":
            found.setdefault(status, []).append(country)
    return found


def _in_a_list(country: str, name: str, language: str) -> str:
    """Give a country's name as it stands within a sentence: "the United Kingdom"."""
    says = words(language)
    if country in says["sentence.with_article"].split():
        return says["sentence.article"].replace("{name}", name)
    return name


def _sentence(
    sentence: str,
    language: str,
    loaded: MapInput,
    names: Mapping[str, str],
    firm: Mapping[str, list[str]],
) -> str:
    countries = [s for s in loaded.statements.values() if s.actor_kind == "country"]

    def measure(slot: str) -> str:
        kind, _, rest = slot.partition(":")
        status, *forms = rest.split("|")
        if kind == "as_of":
            return date_text(loaded.as_of, language)
        if kind == "statements":
            return str(len(loaded.statements))
        if kind == "speakers":
            return str(len({said.actor for said in countries}))
        members = firm.get(status, [])
        if kind == "count":
            return str(len(members))
        if kind == "agree":
            return agreeing(locale(language).plural_form(len(members)), forms)
        ordered = sorted(members, key=lambda m: sort_key(names[m], language))
        listed = (_in_a_list(m, names[m], language) for m in ordered)
        return list_text(listed, language) or words(language)["sentence.none"]

    return fill(sentence, measure)
