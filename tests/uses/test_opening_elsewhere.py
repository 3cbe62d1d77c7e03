"""The page lives where others touch it, and speaks to the hand that the reader has."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from geo.page.notebook import SANDBOX, frame


class _Latin1(BaseHTTPRequestHandler):
    """A server that calls every page ISO 8859-1, as Apache can be set to."""

    page = b""

    def do_GET(self) -> None:
        found = self.path.startswith("/map")
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=iso-8859-1")
        self.send_header("Content-Length", str(len(self.page) if found else 0))
        self.end_headers()
        self.wfile.write(self.page if found else b"")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def latin1(maps: Path) -> Iterator[str]:
    _Latin1.page = (maps / "paris-2025-03-11.html").read_bytes()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Latin1)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/map"
    server.shutdown()
    server.server_close()


def test_a_server_that_calls_it_latin_1(reader, latin1: str):
    reader.forgives = "favicon|404"
    page = reader.go(f"{latin1}?lang=uk")
    page.wait_live()
    assert "Паризька зустріч" in page.text("h1")
    assert page.run("() => document.characterSet") == "UTF-8"


def test_a_frame_in_a_page_that_is_latin_1(reader, maps: Path, latin1: str):
    page_text = (maps / "paris-2025-03-11.html").read_text(encoding="utf-8-sig")
    # The notebook's frame but for its sandbox, which lets nobody look inside.
    framed = frame(page_text, "A map").replace(f' sandbox="{SANDBOX}"', "")
    _Latin1.page = f"<!doctype html><title>Host</title>{framed}".encode("latin-1")
    reader.forgives = "favicon|404"
    page = reader.go(latin1)
    inside = "document.querySelector('iframe')?.contentDocument"
    page.wait(f"() => !!{inside}?.querySelector('html.is-ready')")
    title = page.run(f"() => {inside}.querySelector('h1').innerText")
    assert "réunion de Paris" in title
    said = page.run(f"() => {inside}.querySelector('#map_pledgemap').textContent")
    assert "déjà en Europe" in said


@pytest.mark.parametrize("engine", ["chromium", "firefox"], indirect=True)
def test_help_speaks_of_fingers_to_who_has_fingers(reader, maps: Path):
    page = reader.open(maps / "coalition.html", width=360, height=780, touch=True)
    assert not page.shown("#map-help")
    assert "Tap a country" in page.text(".for-fingers")
    page = reader.open(maps / "coalition.html")
    assert page.shown("#map-help")
    assert not page.shown(".for-fingers")
