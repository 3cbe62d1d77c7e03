"""Classes of numbers: where they part, and by how round a number."""

from __future__ import annotations

import itertools

import pytest

from geo.layers.classes import breaks_between

NUMBERS = [1.1, 2.9, 3.7, 4.8, 6.3, 9.4, 14.1, 16.9, 20.9, 26.9, 34.6, 54.4]


@pytest.mark.parametrize(
    ("method", "breaks"),
    [
        ("quantiles", [4, 10, 26]),
        ("equal_steps", [14.5, 27.8, 41]),
        ("natural", [10, 26, 50]),
    ],
)
def test_each_method(method: str, breaks: list[float]) -> None:
    assert breaks_between(NUMBERS, 4, method) == breaks


def test_natural_classes_have_the_least_spread_of_all() -> None:
    def spread(group: list[float]) -> float:
        middle = sum(group) / len(group)
        return sum((n - middle) ** 2 for n in group)

    def parted(cuts: tuple[int, ...]) -> list[list[float]]:
        ends = itertools.pairwise((0, *cuts, len(NUMBERS)))
        return [NUMBERS[first:end] for first, end in ends]

    every = itertools.combinations(range(1, len(NUMBERS)), 3)
    best = min(map(parted, every), key=lambda groups: sum(map(spread, groups)))
    breaks = breaks_between(NUMBERS, 4, "natural")
    found = [sum(one <= n for one in breaks) for n in NUMBERS]
    assert found == [i for i, group in enumerate(best) for _ in group]


def test_equal_numbers_are_of_one_class() -> None:
    for method in ("natural", "quantiles"):
        assert breaks_between([3, 3, 3, 3, 8], 5, method) == [8]
        assert breaks_between([3, 3], 5, method) == []
    assert breaks_between([0.3, 0.4], 2, "natural") == [0.4]


def test_breaks_below_zero_are_as_round() -> None:
    assert breaks_between([-45.2, -37.5], 2, "natural") == [-40]
    assert breaks_between([-45, -41, -37, -3, 2, 40], 3, "quantiles") == [-40, 2]
