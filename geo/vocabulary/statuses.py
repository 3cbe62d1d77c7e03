"""The registry of statuses, ``statuses.toml``: all that is said of each but its words.

Colours, signs, legend, vocabulary and the order of the rule are made from it.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import Any, cast

FILE = "geo/vocabulary/statuses.toml"
QUESTIONS = ("troops", "help", "nothing")
LOOKS = ("firm", "open")
TABLES = ("shapes", "statuses")
FEWEST_CORNERS = 3
COUNTED = "counted"
"""Status and meaning of a row that says neither, on a map with a unit."""
OUTLINE = "outline"
"""The sign of the country that the map is about: it is outlined."""

_COLOUR = re.compile(r"#[0-9a-f]{3}(?:[0-9a-f]{3})?")
_LETTERED = re.compile(r"#[0-9a-f]{6}")


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


def _table() -> tuple[Mapping[str, Any], str]:
    text = (files(__package__) / "statuses.toml").read_text(encoding="utf-8")
    try:
        return tomllib.loads(text), ""
    except tomllib.TOMLDecodeError as error:
        return {}, str(error)


def faults(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Return what a registry lacks: the place, what is wrong, and what to write."""
    yield from _table_faults(table)
    shapes, known = _entries(table, "shapes"), _entries(table, "statuses")
    for key, corners in shapes.items():
        if not _is_shape(corners):
            advised = "write three corners or more, [[x, y], …], each from -1 to 1"
            yield f"shapes.{key}", f"{corners!r} is no shape", advised
    advice = {
        "means": "what it says, in a sentence",
        "answers": f"one of {', '.join(QUESTIONS)}",
        "rank": "a whole number, from least to most committed",
        "both": "a status that answers troops, then one that answers help",
        "light": 'a colour of six digits, as "#0d4a80"',
        "dark": 'a colour of six digits, as "#7cc0f5"',
        "grey": "a shade, or { turned = …, wide = …, crossed = … }",
        "sign": f'[shape, look]: one of {", ".join(shapes)}; "firm" or "open"',
    }
    for key, status in known.items():
        if not isinstance(status, dict):
            advised = f"write a table, [statuses.{key}]"
            yield f"statuses.{key}", f"{status!r} is no status", advised
            continue
        for name, is_good in _judged(status, table).items():
            if not is_good:
                is_there = name in status
                what = f"is no {name}" if is_there else f"lacks its {name}"
                shown = f"{status[name]!r} {what}" if is_there else f"{key} {what}"
                yield f"statuses.{key}.{name}", shown, f"write {advice[name]}"
        for name in status:
            if name not in advice:
                shown = f"{name} is no key of a status"
                advised = f"write one of {', '.join(advice)}"
                yield f"statuses.{key}.{name}", shown, advised


def _table_faults(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Return the tables that are not there, and those that mean nothing."""
    for name in TABLES:
        if not _entries(table, name):
            yield name, f"there is no table {name}", f"write [{name}] and what is in it"
    for name in table.keys() - {*TABLES}:
        advised = f"write what belongs to {' or '.join(TABLES)}"
        yield name, f"{name} is no table of the registry", advised


def _entries(table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = table.get(name)
    return found if isinstance(found, dict) else {}


def _judged(status: Mapping[str, Any], table: Mapping[str, Any]) -> dict[str, bool]:
    """Tell of each key of an entry whether what is there, or is not, is right."""
    both = status.get("both")
    right = {
        "means": isinstance(status.get("means"), str),
        "answers": status.get("answers") in QUESTIONS,
        "rank": type(status.get("rank")) is int,
        "both": both is None or _is_both(both, _entries(table, "statuses")),
        "light": _is_lettered(status.get("light")),
        "dark": _is_lettered(status.get("dark")),
        "grey": _is_colour(status.get("grey")) or _is_lines(status.get("grey")),
        "sign": _is_sign(status.get("sign"), _entries(table, "shapes")),
    }
    if both:
        spared = {"means", "answers", "rank"} - status.keys()
        right |= dict.fromkeys(spared, True)
    return right


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and bool(_COLOUR.fullmatch(value))


def _is_lettered(value: object) -> bool:
    """Return whether it is a colour in six digits, from which that of letters comes."""
    return isinstance(value, str) and bool(_LETTERED.fullmatch(value))


def _is_both(value: object, known: Mapping[str, Any]) -> bool:
    if not isinstance(value, list) or not all(isinstance(key, str) for key in value):
        return False
    entries = [known.get(key) for key in value]
    answers = [one.get("answers") for one in entries if isinstance(one, dict)]
    return answers == ["troops", "help"] and len(entries) == len(answers)


def _is_lines(value: object) -> bool:
    if not isinstance(value, dict) or set(value) != set(Lines.__annotations__):
        return False
    is_drawn = _is_number(value["turned"]) and _is_number(value["wide"])
    return is_drawn and value["wide"] > 0 and isinstance(value["crossed"], bool)


def _is_number(value: object) -> bool:
    return type(value) in {int, float} and math.isfinite(cast("float", value))


def _is_shape(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) >= FEWEST_CORNERS
        and all(
            isinstance(corner, list)
            and len(corner) == len("xy")
            and all(_is_number(at) and abs(at) <= 1 for at in corner)
            for corner in value
        )
    )


def _is_sign(value: object, shapes: Mapping[str, Any]) -> bool:
    if value == OUTLINE:
        return True
    if not isinstance(value, list) or len(value) != len(("shape", "look")):
        return False
    shape, look = value
    return isinstance(shape, str) and shape in shapes and look in LOOKS


def _status(key: str, registry: Mapping[str, Any]) -> Status:
    """Read an entry; what it lacks or has wrong is blank, and stops every build."""
    written = registry["statuses"][key]
    right = _judged(written, registry) if isinstance(written, dict) else {}
    table = {name: written[name] for name in right if right[name] and name in written}
    grey, sign = table.get("grey", ""), table.get("sign", OUTLINE)
    return Status(
        id=key,
        means=table.get("means", ""),
        answers=table.get("answers", "nothing"),
        rank=table.get("rank", 0),
        light=table.get("light", ""),
        dark=table.get("dark", ""),
        grey=grey if isinstance(grey, str) else Lines(**grey),
        sign=None if sign == OUTLINE else tuple(sign),
        both=tuple(table.get("both", ())),
    )


@dataclass(frozen=True, eq=False)
class Registry:
    """The statuses that a map may show.

    ``table`` has shapes and statuses as ``statuses.toml`` does; ``labels`` say what
    those that a definition adds are called, by id and language.  The numbers that a map
    colours are parted into so many ``classes``.
    """

    table: Mapping[str, Any]
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    classes: int = 0

    @cached_property
    def _content(self) -> str:
        return repr((dict(self.table), dict(self.labels), self.classes))

    def __eq__(self, other: object) -> bool:
        """Return whether another registry says the same, in the same order."""
        if not isinstance(other, Registry):
            return NotImplemented
        return self is other or self._content == other._content

    def __hash__(self) -> int:
        return hash(self._content)

    @cached_property
    def statuses(self) -> Mapping[str, Status]:
        """Every status by its id, in the order of the legend."""
        keys = _entries(self.table, "statuses")
        return MappingProxyType({key: _status(key, self.table) for key in keys})

    @cached_property
    def terms(self) -> Mapping[str, str]:
        """What a statement may say, and what each means."""
        entries = self.statuses.values()
        return MappingProxyType({one.id: one.means for one in entries if not one.both})

    @cached_property
    def combined(self) -> Mapping[tuple[str, ...], str]:
        """The status of a country by its two answers, on troops and on other help."""
        entries = self.statuses.values()
        return MappingProxyType({one.both: one.id for one in entries if one.both})

    @cached_property
    def help(self) -> frozenset[str]:
        """What answers the question of other help."""
        terms = self.terms
        return frozenset(one for one in terms if self.statuses[one].answers == "help")

    @cached_property
    def commitment(self) -> tuple[str, ...]:
        """The terms from least to most committed.

        When sound statements of one day contradict each other and are equally well
        supported, the map shows the one that commits least.
        """
        return tuple(sorted(self.terms, key=lambda one: self.statuses[one].rank))

    def counted_as(self, status: str) -> tuple[str, ...]:
        """Return the statuses that a country counts as: its own, and that on troops.

        Who declines and offers other help is one of those who decline.
        """
        both = self.statuses[status].both if status in self.statuses else ()
        return (status, *both[:1])

    def signs(self) -> dict[str, dict[str, Any]]:
        """Return the corners and the look of each status's sign, for the script."""
        shapes = _entries(self.table, "shapes")
        return {
            status.id: {"corners": shapes[status.sign[0]], "look": status.sign[1]}
            for status in self.statuses.values()
            if status.sign
        }

    @cached_property
    def painted(self) -> Mapping[str, Status]:
        """All that colours land: the statuses, and classes of numbers, if there are."""
        return {**self.statuses, **_classes(self.classes)}

    def words(self, language: str) -> dict[str, str]:
        """Return what added statuses are called, by the keys of ``geo/words``.

        One that has no word in a language has its first.
        """
        return {
            f"status.{key}": texts.get(language) or next(iter(texts.values()))
            for key, texts in self.labels.items()
        }

    def extended(
        self, own: Mapping[str, Any], labels: Mapping[str, Mapping[str, str]]
    ) -> Registry:
        """Return these statuses and others after them."""
        statuses = {**_entries(self.table, "statuses"), **own}
        return Registry({**self.table, "statuses": statuses}, labels)


MOST_CLASSES = 7
# From few to many, on light pages, dark ones and in grey print: after ColorBrewer's
# YlGnBu (Cynthia Brewer, Apache License 2.0), which colour-blind readers tell apart.
_RAMPS = (
    ["#ffffcc", "#c7e9b4", "#7fcdbb", "#41b6c4", "#1d91c0", "#225ea8", "#0c2c84"],
    ["#24365f", "#225ea8", "#1d91c0", "#41b6c4", "#7fcdbb", "#c7e9b4", "#ffffd9"],
    ["#f2f2f2", "#dcdcdc", "#c0c0c0", "#9c9c9c", "#747474", "#4c4c4c", "#202020"],
)


def _classes(count: int) -> dict[str, Status]:
    """Return the looks of classes of numbers, spread over the whole ramp."""
    steps = [round(i * (MOST_CLASSES - 1) / max(1, count - 1)) for i in range(count)]
    looks = (tuple(ramp[step] for ramp in _RAMPS) for step in steps)
    return {
        f"class-{i}": Status(
            f"class-{i}", "", "nothing", 0, light, dark, grey, ("bar", "firm"), ()
        )
        for i, (light, dark, grey) in enumerate(looks)
    }


_READ, BROKEN = _table()
SHIPPED = Registry(_READ)
"""The statuses of every map."""

STATUSES = SHIPPED.statuses
