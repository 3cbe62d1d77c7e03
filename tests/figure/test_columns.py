"""Blocks in columns: in order, and as low as may be."""

from itertools import combinations_with_replacement

from hypothesis import given
from hypothesis import strategies as st

from geo.figure.columns import beside, in_columns
from geo.figure.text import Block

heights = st.lists(st.integers(min_value=1, max_value=90), min_size=1, max_size=7)


def blocks_of(sides: list[int]) -> list[Block]:
    return [Block((), 10, side) for side in sides]


@given(heights, st.integers(min_value=1, max_value=4))
def test_no_other_way_is_lower(sides: list[int], count: int) -> None:
    found = in_columns(blocks_of(sides), count, 5)
    assert len(found) <= count

    def height(part: list[int]) -> int:
        return sum(part) + 5 * (len(part) - 1) if part else 0

    ways = combinations_with_replacement(range(len(sides) + 1), count - 1)
    lowest = min(
        max(
            height(sides[a:b])
            for a, b in zip((0, *cuts), (*cuts, len(sides)), strict=True)
        )
        for cuts in ways
    )
    assert max(block.height for block in found) == lowest


def test_beside_is_as_wide_as_all_and_as_high_as_the_highest() -> None:
    row = beside(blocks_of([3, 9, 4]), 2)
    assert (row.width, row.height) == (34, 9)
