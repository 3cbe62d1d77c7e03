"""Pages over a network: a server on this machine, and a browser told that it is far."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# What Lighthouse calls "slow 4G", and its throttling of the processor is 4 as well.
LATENCY_MS = 150
BITS_PER_S = 1_638_400

CONDITIONS = {
    "offline": False,
    "latency": LATENCY_MS,
    "downloadThroughput": BITS_PER_S / 8,
    "uploadThroughput": BITS_PER_S / 8,
}


class Packed(SimpleHTTPRequestHandler):
    """Sends files gzipped, as hosts of static pages do."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; gives the address that it has meanwhile."""
    handler = partial(Packed, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
