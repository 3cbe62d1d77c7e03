"""Which country a text names: exactly, in any language, and never by a guess."""

from __future__ import annotations

from geo.countries.answers import Ambiguous, Answer, Country, NotACountry, Unknown
from geo.countries.resolve import resolve

__all__ = ["Ambiguous", "Answer", "Country", "NotACountry", "Unknown", "resolve"]
