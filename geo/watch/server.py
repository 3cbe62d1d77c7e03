"""The server of ``pledgemap watch``: pages and their news, to this machine alone.

It opens no file: what it gives is on the board, under the names that are on the board.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from urllib.parse import quote, unquote, urlsplit

from geo.watch.board import Board, Notice
from geo.watch.served import index_page, served_page, waiting_page

ADDRESS = "127.0.0.1"
PREFERRED_PORT = 8725
# A visitor that says nothing for so long is let go, so that closing never hangs.
_SILENCE_S = 5
_BEAT_S = 15
_HTML = "text/html; charset=utf-8"


class Server(ThreadingHTTPServer):
    """Listens on the loopback address; closing it waits for its threads.

    Parameters
    ----------
    board
        What it gives.
    port
        Where to listen; any free port if that one is taken.
    """

    daemon_threads = False
    block_on_close = True
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
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def __getattr__(self, name: str) -> object:
        """Answer every other method alike."""
        if name.startswith("do_"):
            return self._refuse_method
        raise AttributeError(name)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing: the terminal is for findings."""

    def _refuse_method(self) -> None:
        self._send(HTTPStatus.METHOD_NOT_ALLOWED, "GET and HEAD only", "text/plain")

    def _answer(self) -> None:
        port = self.server.server_port
        # A page of the web may reach this machine under a name of its own.
        if self.headers.get("Host") not in {f"{ADDRESS}:{port}", f"localhost:{port}"}:
            self._send(HTTPStatus.MISDIRECTED_REQUEST, "not this host", "text/plain")
            return
        path = unquote(urlsplit(self.path).path)
        slug, dot, kind = path.removeprefix("/").rpartition(".")
        notice = self.server.board.notice(slug) if dot else None
        maps = self.server.board.maps()
        if path == "/" and len(maps) == 1:
            self._send(
                HTTPStatus.FOUND, "", _HTML, {"Location": f"{quote(maps[0])}.html"}
            )
        elif path == "/":
            self._send(HTTPStatus.OK, index_page(maps), _HTML)
        elif notice is not None and kind == "html":
            self._send(HTTPStatus.OK, _page(slug, notice), _HTML)
        elif notice is not None and kind == "events":
            self._news(slug)
        else:
            self._send(HTTPStatus.NOT_FOUND, "no such map", "text/plain")

    def _news(self, slug: str) -> None:
        """Tell what is on the board, and whatever comes, until the visitor leaves."""
        self._head(HTTPStatus.OK, {"Content-Type": "text/event-stream"})
        if self.command == "HEAD":
            return
        board, seen = self.server.board, None
        with board.viewing(slug):
            while not board.is_closed:
                notice = board.other(slug, seen, _BEAT_S)
                self.wfile.write(b":\n\n" if notice == seen else _event(notice))
                seen = notice

    def _send(
        self,
        status: HTTPStatus,
        text: str,
        kind: str,
        more: dict[str, str] | None = None,
    ) -> None:
        data = text.encode("utf-8")
        length = {"Content-Type": kind, "Content-Length": str(len(data))}
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            length["Allow"] = "GET, HEAD"
        self._head(status, length | (more or {}))
        if self.command != "HEAD":
            self.wfile.write(data)

    def _head(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        usual = {
            "Cache-Control": "no-store",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "SAMEORIGIN",
        }
        self.send_response(status)
        for name, value in (usual | headers).items():
            self.send_header(name, value)
        self.end_headers()


def _page(slug: str, notice: Notice) -> str:
    return (
        served_page(notice.html, notice.version) if notice.html else waiting_page(slug)
    )


def _event(notice: Notice | None) -> bytes:
    """Write a notice as one event; JSON has no line ends of its own."""
    told = notice and notice.told
    value = {"version": notice.version if notice else "", "told": told and asdict(told)}
    return f"data: {json.dumps(value)}\n\n".encode()
