from hypothesis import given
from hypothesis import strategies as st

from geo.page.markup import append, tag, to_html


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
