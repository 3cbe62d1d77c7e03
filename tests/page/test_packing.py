from hypothesis import given
from hypothesis import strategies as st

from geo.page.packing import packed


def unpacked(table: dict) -> dict:
    return {
        key: {
            name: value
            for name, value in zip(table["keys"], row, strict=False)
            if value is not None
        }
        for key, row in table["rows"].items()
    }


records = st.dictionaries(
    st.text(),
    st.dictionaries(
        st.sampled_from(["actor", "date", "note", "roles"]),
        st.text() | st.lists(st.text()),
    ),
)


@given(records, records)
def test_what_is_packed_reads_back_equal(statements, participations) -> None:
    values = {"statements": statements, "participations": participations, "map": "m"}
    values["words"] = {"en": {"map.label": "Map"}, "pl": {"n.few": "kraje"}}
    light = packed(values, ())
    assert light["map"] == "m"
    for name in ("statements", "participations", "words"):
        assert unpacked(light[name]) == values[name]


def test_texts_that_the_table_shows_are_not_said_twice() -> None:
    said = {"actor": "ESP", "text": "No.", "speaker": "A minister", "note": "n"}
    values = {"statements": {"S1": said, "S2": said}, "participations": {}, "words": {}}
    light = unpacked(packed(values, {"S1"})["statements"])
    assert light == {"S1": {"actor": "ESP", "note": "n"}, "S2": said}
