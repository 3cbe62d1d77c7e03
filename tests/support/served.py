"""Folders served on this machine, each at an origin of its own."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Quiet(SimpleHTTPRequestHandler):
    headers_more: Mapping[str, str] = {}

    def end_headers(self) -> None:
        for name, value in self.headers_more.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_said: object) -> None:
        pass


@contextmanager
def served(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve a folder and give its address, with ``/`` at its end.

    ``headers`` go with every answer.
    """
    kind = type("_Served", (_Quiet,), {"headers_more": headers or {}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(kind, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
