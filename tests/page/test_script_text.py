"""What passes through folium is no template when it is parsed a second time."""

import json

import pytest
from folium.template import Template
from payloads import every_text

from geo.page.folium_map import script_text


@pytest.mark.parametrize("text", ["status", "in_person-2"])
def test_a_plain_id_stays_readable(text: str) -> None:
    assert script_text(text) == f'"{text}"'


def test_every_text_is_itself_after_two_templates() -> None:
    for text in every_text():
        written = script_text(text)
        twice = Template(Template(written).render()).render()
        assert twice == written
        assert json.loads(written) == text
        assert "<" not in written
