"""A comparison of whole pages that fails says so at once."""

from long_texts import where_they_part


def test_long_values_part_at_a_place() -> None:
    page = "<p>text</p>" * 200_000
    told = where_they_part({"a": page}, {"a": page[:-4] + "/b>"})
    assert told
    assert told[0].endswith("that part at 2,200,003:")
    assert told[1].endswith("text</p>'}")
    assert told[2].endswith("text/b>'}")


def test_short_ones_are_compared_by_pytest() -> None:
    assert where_they_part("a", "b") is None
