"""What is published at ``https:`` addresses, played by a server on this machine."""

from __future__ import annotations

import http.client
import threading
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from geo.sheets import download

Answer = bytes | Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def published(
    patch: pytest.MonkeyPatch, answers: Mapping[str, Answer]
) -> Iterator[list[str]]:
    """Let every ``https:`` address be asked of a server of the test's own.

    Parameters
    ----------
    patch
        Puts the server in the place of the network.
    answers
        What it says by address without ``https:``: a file, or what answers; nothing is
        at any other address.

    Yields
    ------
    list of str
        The addresses that were asked.
    """
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = f"//{self.headers['Host']}{self.path}"
            asked.append(f"https:{address}")
            answer = answers.get(address)
            if callable(answer):
                answer(self)
                return
            self.send_response(404 if answer is None else 200)
            self.send_header("Content-Length", str(len(answer or b"")))
            self.end_headers()
            self.wfile.write(answer or b"")

        def log_message(self, *_said: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True

    class Secure(urllib.request.HTTPSHandler):
        def https_open(self, req: Any) -> Any:
            def connection(_host: str, **options: Any) -> http.client.HTTPConnection:
                host, port = server.server_address[:2]
                return http.client.HTTPConnection(str(host), port, **options)

            return self.do_open(connection, req)  # type: ignore[arg-type]

    def opener() -> urllib.request.OpenerDirector:
        kinds = (Secure, download._StaysSecure, urllib.request.ProxyHandler({}))
        return urllib.request.build_opener(*kinds)

    patch.setattr(download, "opener", opener)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield asked
    finally:
        server.shutdown()
        server.server_close()


def leads_to(address: str) -> Answer:
    """Return an answer that leads on to another address."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(302)
        request.send_header("Location", address)
        request.end_headers()
        with suppress(OSError):  # nobody has to read it
            request.wfile.write(b"moved\n")

    return answer


def says(code: int) -> Answer:
    """Return an answer that is a code of HTTP alone."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(code)
        request.end_headers()

    return answer


def breaks_off(data: bytes) -> Answer:
    """Return an answer that promises more than it holds."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", str(len(data) + 1))
        request.end_headers()
        request.wfile.write(data)

    return answer
