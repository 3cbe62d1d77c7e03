"""Columns that several tables have."""

from __future__ import annotations

from collections.abc import Mapping

from geo import vocabulary
from geo.tables.table import Column


def id_column(description: str) -> Column:
    """Give the column of a row's own id."""
    return Column("id", "id", description, required=True)


def source_column() -> Column:
    """Give the column of the source that a row cites."""
    return Column(
        "source",
        "id",
        "the id of the source that the row rests on",
        required=True,
        refers_to="sources",
    )


def confidence_column() -> Column:
    """Give the column of how far a row can be relied on."""
    return Column(
        "confidence",
        "term",
        "how far the row can be relied on",
        terms=vocabulary.CONFIDENCE,
    )


def note_column() -> Column:
    """Give the column of notes."""
    return Column("note", "text", "what fits no other column")


def actor_columns() -> tuple[Column, Column]:
    """Give the columns of who it is, and what kind of actor."""
    return (
        Column(
            "actor",
            "actor",
            "a country (ISO 3166-1 alpha-3 code or name) or the id of an actor"
            " that is no country",
            required=True,
        ),
        Column(
            "actor_kind",
            "term",
            "what the actor is; blank is country",
            terms=vocabulary.ACTOR_KIND,
        ),
    )


def date_column(description: str, *, required: bool = False) -> Column:
    """Give the column of a date."""
    return Column(
        "date",
        "date",
        f"{description}; YYYY-MM-DD, or YYYY-MM or YYYY when no more is known",
        required=required,
    )


def figure_columns(noun: str) -> tuple[Column, Column, Column]:
    """Give the columns of a figure's bounds and qualifier."""
    return (
        Column(f"{noun}_min", "integer", "the least number; blank is not zero"),
        Column(f"{noun}_max", "integer", "the greatest number; blank is not zero"),
        Column(
            "qualifier",
            "term",
            "how the number is meant; blank is not stated",
            terms=vocabulary.QUALIFIER,
        ),
    )


# In the order of the columns; a name in another language may be left out.
LANGUAGE_NAMES: Mapping[str, str] = {
    "en": "English",
    "fr": "French",
    "uk": "Ukrainian",
    "es": "Spanish",
    "de": "German",
    "pl": "Polish",
}
NAMED_IN = frozenset({"en", "fr"})

# What the columns where_en, where_fr, … hold, for one place.
WHERE: Mapping[str, str] = {
    "en": "in Eastern Europe",
    "fr": "en Europe de l’Est",
    "uk": "у Східній Європі",
    "es": "en Europa del Este",
    "de": "in Osteuropa",
    "pl": "w Europie Wschodniej",
}


def name_columns() -> tuple[Column, ...]:
    """Give the columns of a name in each language."""
    return tuple(
        Column(f"name_{code}", "text", f"its name in {name}", required=code in NAMED_IN)
        for code, name in LANGUAGE_NAMES.items()
    )


def text_columns() -> tuple[Column, ...]:
    """Give the columns of a translated text, one a language; any may be blank."""
    return tuple(
        Column(f"text_{code}", "text", f"the same in {name}")
        for code, name in LANGUAGE_NAMES.items()
    )


def where_columns() -> tuple[Column, ...]:
    """Give the columns of "in the place" in each language."""
    return tuple(
        Column(f"where_{code}", "text", f"in it, in {name}: {WHERE[code]}")
        for code, name in LANGUAGE_NAMES.items()
    )
