"""The page lives where others touch it: a server's header, a browser's limits."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest


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


def test_the_slider_swept_to_and_fro_stays_under_safaris_limit(reader, maps: Path):
    """Safari throws after a hundred changes of the address in thirty seconds."""
    page = reader.open(maps / "coalition.html")
    swept = page.run("""async () => {
      let asked = 0;
      for (const name of ["pushState", "replaceState"]) {
        const change = history[name];
        history[name] = (...given) => (asked += 1, change.apply(history, given));
      }
      const slider = document.querySelector("input[type=range]");
      for (let sweep = 0; sweep < 6; sweep += 1)
        for (let step = Number(slider.max); step >= 0; step -= 2) {
          slider.value = step;
          slider.dispatchEvent(new Event("input", { bubbles: true }));
          await new Promise((done) => setTimeout(done));
        }
      window.asked = () => asked;
      return asked;
    }""")
    page.wait("() => location.hash.includes('date=')")
    assert swept <= page.run("() => window.asked()") < 20


def test_an_address_that_cannot_be_written_stops_nothing(reader, maps: Path):
    page = reader.open(maps / "coalition.html")
    page.run("""() => {
      history.replaceState = history.pushState = () => {
        throw new DOMException("too often", "SecurityError");
      };
    }""")
    page.click_on(".toolbar .choice:nth-of-type(2)")
    page.wait("() => document.querySelector('.choice[aria-pressed=true]').innerText")
    page.run("() => document.querySelector('input[type=range]').focus()")
    page.press("Home")
    page.wait("() => document.querySelector('.head').innerText.includes('2024')")


#: Where the hint stands when it is shown: it goes again by itself.
NOTE_WHERE_IT_STANDS = """() => {
  const hint = document.querySelector(".gesture-hint");
  new MutationObserver(() => {
    const { left, right, top, bottom } = hint.getBoundingClientRect();
    if (!hint.hidden) window.stood ??= [left, right, top, bottom];
  }).observe(hint, { attributes: true });
}"""


@pytest.mark.parametrize("width", [360, 1280])
def test_the_hint_about_the_wheel_stands_at_the_pointer(reader, maps: Path, width: int):
    page = reader.open(maps / "coalition.html", width=width, height=800)
    page.run("() => document.querySelector('.map-box').scrollIntoView()")
    page.run(NOTE_WHERE_IT_STANDS)
    x, y = width / 2, 200
    page.wheel(x, y, 60)
    left, right, top, bottom = page.wait("() => window.stood")
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= 800
    # Near the pointer, and not under it.
    assert top - 60 < y < bottom + 60
    assert not (left < x < right and top < y < bottom)


@pytest.mark.parametrize("engine", ["chromium", "firefox"], indirect=True)
def test_help_speaks_of_fingers_to_who_has_fingers(reader, maps: Path):
    page = reader.open(maps / "coalition.html", width=360, height=780, touch=True)
    assert not page.shown("#map-help")
    assert "Tap a country" in page.text(".for-fingers")
    page = reader.open(maps / "coalition.html")
    assert page.shown("#map-help")
    assert not page.shown(".for-fingers")
