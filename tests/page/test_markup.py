from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from geo.page.markup import append, tag, to_html, to_xml_text


def test_texts_and_attributes_are_escaped() -> None:
    node = tag("p", {"title": '"><script>'}, "<b>", tag("br"), "a & b")
    assert to_html(node) == (
        '<p title="&quot;&gt;<script&gt;">&lt;b&gt;<br>a &amp; b</p>'
    )


def test_children_keep_their_order() -> None:
    node = tag("p", {}, "a")
    append(node, tag("i", {}, "b"))
    append(node, "c")
    append(node, "d")
    assert to_html(node) == "<p>a<i>b</i>cd</p>"


@given(st.text(st.characters(codec="utf-8")))
def test_no_text_opens_an_element(text: str) -> None:
    assert to_html(tag("p", {}, text)).count("<") == 2


@given(st.text())
def test_any_text_can_stand_in_xml(text: str) -> None:
    written = ET.tostring(tag("p", {"id": text}, text), encoding="unicode")
    read = ET.fromstring(to_xml_text(written))  # noqa: S314  # our own
    # Line ends are read as one, however they are written.
    whole = text.replace("\r\n", "\n")
    for said in (read.text or "", read.get("id", "")):
        said = said.replace("\r\n", "\n")
        assert len(said) == len(whole)
        assert all(a in (b, "\ufffd", "\n") for a, b in zip(said, whole, strict=True))
