import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from geo.boundaries.keys import boundary_keys
from geo.definitions.load import MapInput, load_map
from geo.page.metadata import Published, metadata


@pytest.fixture
def small(project: Path, edit) -> MapInput:
    edit("maps/small.toml", '"A map"', '"A </script><b> & \\"map\\""')
    path = project / "maps" / "small.toml"
    loaded, _ = load_map(path, project / "data", boundary_keys())
    assert loaded
    return loaded


class Head(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: dict[str, str | None] = {}
        self.links: dict[str | None, str | None] = {}
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attrs)
        if tag == "meta":
            self.names[found.get("property") or found["name"] or ""] = found["content"]
        if tag == "link":
            self.links[found["rel"]] = found["href"]


def data(text: str) -> dict[str, object]:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    value = json.loads(found)
    assert isinstance(value, dict)
    return value


FINDING = {"en": "1 pledged <troops>."}


def test_a_page_that_may_be_anywhere_names_no_address(small: MapInput) -> None:
    text = metadata(small, FINDING, None)
    head = Head(text)
    assert head.names["og:title"] == 'A </script><b> & "map"'
    assert head.names["og:description"] == "1 pledged <troops>."
    assert head.names["twitter:card"] == "summary"
    assert not set(head.names) & {"og:url", "og:image"}
    assert head.links == {}
    assert set(head.tags) == {"meta", "script"}
    assert "url" not in data(text)


def test_no_text_leaves_its_place(small: MapInput) -> None:
    text = metadata(small, FINDING, None)
    assert data(text)["name"] == 'A </script><b> & "map"'
    assert text.count("</script>") == 1
    assert "<b>" not in text.partition("application/ld+json")[2]


def test_what_is_not_stated_is_left_out(small: MapInput) -> None:
    value = data(metadata(small, FINDING, None))
    assert "license" not in value
    assert value["dateModified"] == "2025-02-03"
    assert value["temporalCoverage"] == "2025-01-01/2025-02-03"


def test_a_published_page_names_its_address_and_picture(small: MapInput) -> None:
    published = Published(
        url="https://a.example/latest/small.html",
        oembed="https://a.example/latest/small.oembed.json",
        image="https://a.example/latest/small.png",
        image_text="France: pledged",
        more={"version": "1.2.0"},
    )
    text = metadata(small, FINDING, published)
    head = Head(text)
    assert head.names["og:url"] == head.links["canonical"] == published.url
    assert head.names["og:image"] == published.image
    assert head.names["og:image:alt"] == "France: pledged"
    assert head.names["twitter:card"] == "summary_large_image"
    assert head.links["alternate"] == published.oembed
    assert data(text)["version"] == "1.2.0"
    assert data(text)["url"] == published.url
