from hypothesis import given
from hypothesis import strategies as st

from geo.page.arcs import arc_text, with_short_arcs

steps = st.lists(st.tuples(st.integers(-(2**24), 2**24), st.integers(-(2**24), 2**24)))


def read_back(text: str) -> list[tuple[int, int]]:
    """As Google's page on the format says that it is decoded."""
    numbers, parts = [], []
    for character in text:
        parts.append(ord(character) - 63)
        if parts[-1] < 0x20:
            number = sum((part & 0x1F) << 5 * i for i, part in enumerate(parts))
            numbers.append(~(number >> 1) if number & 1 else number >> 1)
            parts = []
    assert not parts
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_the_example_of_the_format() -> None:
    # (38.5, -120.2), (40.7, -120.95), (43.252, -126.453) in hundred-thousandths.
    example = [(3850000, -12020000), (220000, -75000), (255200, -550300)]
    assert arc_text(example) == "_p~iF~ps|U_ulLnnqC_mqNvxq`@"


@given(steps)
def test_an_arc_reads_back_equal_and_closes_no_element(arc) -> None:
    text = arc_text(arc)
    assert read_back(text) == arc
    assert "<" not in text


def test_only_the_arcs_of_a_topology_change() -> None:
    topology = {"type": "Topology", "objects": {}, "arcs": [[[0, 0], [1, -1]]]}
    assert with_short_arcs(topology) == topology | {"arcs": ["??A@"]}
