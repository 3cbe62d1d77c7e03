"""The registry of statuses, ``statuses.toml``: all that is said of each but its words.

Colours, signs, legend, vocabulary and the order of the rule are made from it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any

FILE = "geo/vocabulary/statuses.toml"
QUESTIONS = ("troops", "help", "nothing")
LOOKS = ("firm", "open")
OUTLINE = "outline"
"""The sign of the country that the map is about: it is outlined."""

_COLOUR = re.compile(r"#[0-9a-f]{3}(?:[0-9a-f]{3})?")


@dataclass(frozen=True)
class Lines:
    """Lines on white, by which a status is known where there is no colour."""

    turned: float
    wide: float
    crossed: bool


@dataclass(frozen=True)
class Status:
    """One status, as ``statuses.toml`` explains its keys.

    ``sign`` is a shape and a look; none for a country that is outlined.  ``both`` are
    the two answers that make this one of a country; none for what a statement says.
    """

    id: str
    means: str
    answers: str
    rank: int
    light: str
    dark: str
    grey: str | Lines
    sign: tuple[str, str] | None
    both: tuple[str, ...]


def _table() -> Mapping[str, Any]:
    text = (files(__package__) / "statuses.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def faults(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Give what a registry lacks: the place, what is wrong, and what to write.

    Parameters
    ----------
    table
        The registry as TOML gives it.
    """
    shapes, known = table["shapes"], table["statuses"]
    for key, status in known.items():
        both = status.get("both")
        good = {
            "means": both or isinstance(status.get("means"), str),
            "answers": both or status.get("answers") in QUESTIONS,
            "rank": both or isinstance(status.get("rank"), int),
            "both": both is None or _is_both(both, known),
            "light": _is_colour(status.get("light")),
            "dark": _is_colour(status.get("dark")),
            "grey": _is_colour(status.get("grey")) or _is_lines(status.get("grey")),
            "sign": _is_sign(status.get("sign"), shapes),
        }
        advice = {
            "means": "what it says, in a sentence",
            "answers": f"one of {', '.join(QUESTIONS)}",
            "rank": "a whole number, from least to most committed",
            "both": "a status that answers troops, then one that answers help",
            "light": 'a colour, as "#0d4a80"',
            "dark": 'a colour, as "#7cc0f5"',
            "grey": "a shade, or { turned = …, wide = …, crossed = … }",
            "sign": f'[shape, look]: one of {", ".join(shapes)}; "firm" or "open"',
        }
        for name, is_good in good.items():
            if not is_good:
                is_there = name in status
                what = f"is no {name}" if is_there else f"lacks its {name}"
                shown = f"{status[name]!r} {what}" if is_there else f"{key} {what}"
                yield f"statuses.{key}.{name}", shown, f"write {advice[name]}"


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and bool(_COLOUR.fullmatch(value))


def _is_both(value: object, known: Mapping[str, Any]) -> bool:
    pair = value if isinstance(value, list) else []
    return [known.get(key, {}).get("answers") for key in pair] == ["troops", "help"]


def _is_lines(value: object) -> bool:
    return isinstance(value, dict) and set(value) == set(Lines.__annotations__)


def _is_sign(value: object, shapes: Mapping[str, Any]) -> bool:
    if value == OUTLINE:
        return True
    if not isinstance(value, list) or len(value) != len(("shape", "look")):
        return False
    shape, look = value
    return shape in shapes and look in LOOKS


def _status(key: str, table: Mapping[str, Any]) -> Status:
    """Read an entry; what it lacks is blank here, and stops every build."""
    grey, sign = table.get("grey", ""), table.get("sign", OUTLINE)
    return Status(
        id=key,
        means=table.get("means", ""),
        answers=table.get("answers", "nothing"),
        rank=table.get("rank", 0),
        light=table.get("light", ""),
        dark=table.get("dark", ""),
        grey=Lines(**grey) if _is_lines(grey) else grey,
        sign=None if sign == OUTLINE else tuple(sign),
        both=tuple(table.get("both", ())),
    )


REGISTRY = _table()

STATUSES: Mapping[str, Status] = MappingProxyType(
    {key: _status(key, table) for key, table in REGISTRY["statuses"].items()}
)
"""Every status by its id, in the order of the legend."""

COMBINED = MappingProxyType(
    {status.both: status.id for status in STATUSES.values() if status.both}
)
"""The status of a country by its two answers, on troops and on other help."""


def counted_as(status: str) -> tuple[str, ...]:
    """Return the statuses that a country counts as: its own, and its answer on troops.

    Who declines and offers other help is one of those who decline.
    """
    both = STATUSES[status].both if status in STATUSES else ()
    return (status, *both[:1])


def signs() -> dict[str, dict[str, Any]]:
    """Return the corners and the look of each status's sign, for the script."""
    return {
        status.id: {
            "corners": REGISTRY["shapes"][status.sign[0]],
            "look": status.sign[1],
        }
        for status in STATUSES.values()
        if status.sign
    }
