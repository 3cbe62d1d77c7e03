"""Classes of numbers, for a map that colours countries by a number.

Three ways to part the numbers, and each gives breaks that are as round as the gaps
between the numbers allow: a number on a break is of the higher class.

``natural`` are the classes within which numbers differ least: the least sum of squares,
found exactly (W. D. Fisher, On Grouping for Maximum Homogeneity, JASA 53, 1958, which
G. F. Jenks brought to maps).  The package mapclassify does the same and needs
scikit-learn, SciPy and networkx, some 200 MB, for what is 20 lines here: a map has at
most some 250 numbers.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal

from geo.cells.numerals import plain_number

Numbers = Sequence[float]


def breaks_between(numbers: Numbers, classes: int, method: str) -> list[float]:
    """Return the breaks between classes, from least to greatest: one fewer than these.

    There are no more classes than different numbers; ``method`` is one of ``METHODS``.
    """
    ordered = sorted(numbers)
    classes = min(classes, len(set(ordered)))
    return METHODS[method](ordered, classes) if classes > 1 else []


def _natural(ordered: Numbers, classes: int) -> list[float]:
    sums = [0.0, *itertools.accumulate(ordered)]
    squares = [0.0, *itertools.accumulate(n * n for n in ordered)]

    def spread(first: int, end: int) -> float:
        total = sums[end] - sums[first]
        return squares[end] - squares[first] - total * total / (end - first)

    # Of so many numbers: the least spread, and where each class but the first begins.
    best: list[tuple[float, tuple[int, ...]]] = [
        (spread(0, end), ()) for end in range(1, len(ordered) + 1)
    ]
    for made in range(1, classes):
        best = [
            min(
                (
                    (
                        best[first - 1][0] + spread(first, end),
                        (*best[first - 1][1], first),
                    )
                    for first in range(made, end)
                    if ordered[first - 1] < ordered[first]
                ),
                default=(math.inf, ()),
            )
            for end in range(1, len(ordered) + 1)
        ]
    return _at(ordered, best[-1][1])


def _quantiles(ordered: Numbers, classes: int) -> list[float]:
    cuts = (round(len(ordered) * part / classes) for part in range(1, classes))
    return _at(ordered, (_change(ordered, max(1, cut)) for cut in cuts))


def _change(ordered: Numbers, cut: int) -> int:
    """Return the place of the first number from ``cut`` on that is a new one."""
    rest = range(cut, len(ordered))
    changes = (at for at in rest if ordered[at - 1] < ordered[at])
    return next(changes, len(ordered))


def _equal_steps(ordered: Numbers, classes: int) -> list[float]:
    least, step = ordered[0], (ordered[-1] - ordered[0]) / classes
    ends = (least + step * part for part in range(1, classes))
    return [_roundest(end - step / 100, end + step / 100) for end in ends]


METHODS: Mapping[str, Callable[[Numbers, int], list[float]]] = {
    "natural": _natural,
    "quantiles": _quantiles,
    "equal_steps": _equal_steps,
}


def _at(ordered: Numbers, cuts: Iterable[int]) -> list[float]:
    """Return a break before each of some numbers; equal ones are of one class."""
    pairs = ((ordered[cut - 1], ordered[cut]) for cut in cuts if cut < len(ordered))
    return sorted({_roundest(low, high) for low, high in pairs if low < high})


def _roundest(low: float, high: float) -> float:
    """Return the number of fewest digits above ``low`` and no higher than ``high``."""
    for digits in range(1, 16):
        place = digits - 1 - math.floor(math.log10(abs(high))) if high else 0
        # In decimals: binary fractions would write 0.30000000000000004.
        unit = Decimal(1).scaleb(-place)
        steps = (Decimal(str(high)) / unit).to_integral_value(ROUND_FLOOR)
        rounded = plain_number(steps * unit)
        if low < rounded <= high:
            return rounded
    return high
