"""What a text may turn out to be: the four answers of :func:`geo.countries.resolve`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

NoCountryKind = Literal["organisation", "region", "total", "part", "other", "several"]


@dataclass(frozen=True)
class Country:
    """The text names this country or territory, and nothing else.

    ``has_remark`` tells that something stands beside the name, as in ``Denmark (incl.
    Greenland)``, which is to be kept.
    """

    iso_a3: str
    has_remark: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Ambiguous:
    """The text may mean any of ``candidates`` (join keys); ``reason`` says why."""

    candidates: tuple[str, ...]
    reason: str

    @property
    def is_former(self) -> bool:
        """Whether it is a state that is no more."""
        return self.reason.startswith("a former ")


@dataclass(frozen=True)
class NotACountry:
    """The text is known, and is no country: ``what`` says in English what it is."""

    what: str
    kind: NoCountryKind


@dataclass(frozen=True)
class Unknown:
    """The text is no name that we know, though it may be close to one."""

    text: str

    @cached_property
    def suggestions(self) -> tuple[str, ...]:
        """Names close to the text, as ``Name (ISO)``, best first; at most three.

        They are for a person to choose from and are worked out only when asked for:
        comparing with every name takes some milliseconds.
        """
        from geo.countries.suggest import suggestions

        return suggestions(self.text)


Answer: TypeAlias = Country | Ambiguous | NotACountry | Unknown
