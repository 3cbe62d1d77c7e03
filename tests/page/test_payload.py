import json

from hypothesis import given
from hypothesis import strategies as st

from geo.page.payload import to_json

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(values)
def test_no_text_can_close_the_script_element_and_all_reads_back(value) -> None:
    written = to_json(value)
    assert "<" not in written
    assert "\u2028" not in written
    assert json.loads(written.encode("utf-8")) == value


@given(st.dictionaries(st.text(), st.integers(), min_size=2))
def test_the_same_value_gives_the_same_bytes(value: dict[str, int]) -> None:
    backwards = dict(reversed(value.items()))
    assert to_json(value) == to_json(backwards)
