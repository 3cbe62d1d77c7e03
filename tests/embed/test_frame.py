from html.parser import HTMLParser

from geo.embed.frame import FRAME, frame_html


class Attributes(HTMLParser):
    found: dict[str, str | None]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found = {"": tag, **dict(attrs)}


def test_every_text_reads_back_as_it_was() -> None:
    title = 'A "map" of <troops> & <script>'
    address = 'm.html?a=1&b="2"'
    parser = Attributes()
    parser.feed(frame_html(address, title, "slug"))
    expected = {"": "iframe", "id": "pledgemap-slug", "src": address, "title": title}
    assert parser.found == {**expected, **FRAME}


def test_the_sandbox_gives_no_origin_and_moves_no_page() -> None:
    allowed = FRAME["sandbox"].split()
    assert "allow-scripts" in allowed
    refused = ("same-origin", "top-navigation", "forms", "modals", "downloads")
    assert not any(word in token for token in allowed for word in refused)


def test_the_attributes_stand_in_the_order_of_the_payload() -> None:
    assert list(FRAME) == sorted(FRAME)
