import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from geo.building import build
from geo.watch.served import index_page, relaxed, served_page, waiting_page

OWN = ("live.js", "live.css")


@pytest.fixture
def published(project: Path) -> str:
    (page,) = build(data=project / "data", maps=project / "maps")
    return page.path.read_text(encoding="utf-8")


class Inline(HTMLParser):
    """The policy of a page, and its inline scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.policy = ""
        self.texts: list[str] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policy = found["content"] or ""
        self.inside = tag == "style" or (tag == "script" and "type" not in found)

    def handle_endtag(self, _tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts.append(data)


def content_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def test_the_published_page_has_nothing_of_the_server(published: str) -> None:
    for word in ("location.reload", "live-findings", "data-version"):
        assert word not in published
    assert "connect-src 'none'" in published


def test_every_inline_text_of_the_served_page_is_allowed(published: str) -> None:
    page = Inline(served_page(published, "abc"))
    assert len(page.texts) == len(Inline(published).texts) + len(OWN)
    for text in page.texts:
        assert content_hash(text) in page.policy
    assert "connect-src 'self'" in page.policy


def test_the_policy_is_relaxed_by_two_hashes_and_a_connection_only(
    published: str,
) -> None:
    strict, loose = Inline(published).policy, Inline(served_page(published, "v")).policy
    added = set(re.split("[; ]+", loose)) - set(re.split("[; ]+", strict))
    assert len(added - {"'self'"}) == len(OWN)
    assert "unsafe" not in loose
    assert relaxed("default-src 'none'") == "default-src 'none'"


def test_taking_the_servers_part_out_gives_the_published_page(published: str) -> None:
    served = served_page(published, "abc")
    start, _, end = served.rpartition("<style>/* The panel of `pledgemap watch`")
    bare = start + end[end.index("</head>") :]
    policies = (Inline(served).policy, Inline(published).policy)
    assert bare.replace(*policies) == published


def test_names_are_text(project: Path) -> None:
    bad = '"><script>alert(1)</script>'
    for page in (waiting_page(bad), index_page([bad])):
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


def test_the_pages_without_a_map_run_our_script_alone() -> None:
    page = Inline(waiting_page("small"))
    for text in page.texts:
        assert content_hash(text) in page.policy
