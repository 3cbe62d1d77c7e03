"""The server of ``pledgemap watch``: pages and their news, to this machine alone.

It opens no file: what it gives is on the board, under the names that are on the board.
Every answer is over at once, so that any number of open pages share the few connections
that a browser keeps to one server.
"""

from __future__ import annotations

import json
import os
import sys
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from urllib.parse import quote, unquote, urlsplit

from geo.watch.board import Board, Page
from geo.watch.served import index_page, served_page, waiting_page

ADDRESS = "127.0.0.1"
PREFERRED_PORT = 8725
# A visitor that says nothing for so long is let go.
_SILENCE_S = 5
_HTML = "text/html; charset=utf-8"
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}


class Server(ThreadingHTTPServer):
    """Listens on the loopback address.

    Parameters
    ----------
    board
        What it gives.
    port
        Where to listen; any free port if that one is taken.
    """

    # Whoever drips in a byte now and then keeps nobody from ending this.
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    # On Windows this would let two servers listen on one port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, board: Board, port: int = PREFERRED_PORT) -> None:
        self.board = board
        try:
            super().__init__((ADDRESS, port), _Handler)
        except OSError:
            super().__init__((ADDRESS, 0), _Handler)

    @property
    def url(self) -> str:
        return f"http://{ADDRESS}:{self.server_port}/"

    def url_of(self, slug: str) -> str:
        return f"{self.url}{quote(slug)}.html"

    def handle_error(
        self,
        request: socket | tuple[bytes, socket],
        client_address: object,
    ) -> None:
        """Pass over visitors that leave before they are answered."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    timeout = _SILENCE_S
    server: Server
    server_version = "Pledgemap"
    sys_version = ""

    def do_GET(self) -> None:
        port = self.server.server_port
        # A page of the web may reach this machine under a name of its own.
        if self.headers.get("Host") not in {f"{ADDRESS}:{port}", f"localhost:{port}"}:
            self._send(HTTPStatus.MISDIRECTED_REQUEST, "not this host", "text/plain")
            return
        board = self.server.board
        path = unquote(urlsplit(self.path).path)
        slug, _, kind = path.removeprefix("/").rpartition(".")
        page = board.pages.get(slug)
        if path == "/":
            self._send(HTTPStatus.OK, index_page(sorted(board.pages)), _HTML)
        elif page is not None and kind == "html":
            text = served_page(*page) if page.html else waiting_page(slug)
            self._send(HTTPStatus.OK, text, _HTML)
        elif page is not None and kind == "news":
            board.asked[slug] = time.monotonic()
            self._send(HTTPStatus.OK, self._news(page), "application/json")
        else:
            self._send(HTTPStatus.NOT_FOUND, "no such map", "text/plain")

    def log_message(self, *_arguments: object) -> None:
        """Say nothing: the terminal is for findings."""

    def _news(self, page: Page) -> str:
        notice = self.server.board.notice
        return json.dumps({"version": page.version, **notice._asdict()})

    def _send(self, status: HTTPStatus, text: str, kind: str) -> None:
        data = text.encode("utf-8")
        self.send_response(status)
        length = {"Content-Type": kind, "Content-Length": str(len(data))}
        for name, value in (_HEADERS | length).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)
