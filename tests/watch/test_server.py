import http.client
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.building import build
from geo.watch.board import Board, Told
from geo.watch.server import ADDRESS, Server

SOON_S = 10


@pytest.fixture
def board(project: Path) -> Board:
    (page,) = build(data=project / "data", maps=project / "maps")
    board = Board()
    board.expect(["small", "never built"])
    board.show("small", page.path.read_text(encoding="utf-8"), "v1")
    return board


@pytest.fixture
def server(board: Board) -> Iterator[Server]:
    with Server(board, 0) as server:
        running = threading.Thread(target=server.serve_forever, args=[0.01])
        running.start()
        yield server
        board.close()
        server.shutdown()
        running.join()


def ask(
    server: Server, path: str, method: str = "GET", host: str | None = None
) -> tuple[http.client.HTTPResponse, bytes]:
    asking = http.client.HTTPConnection(ADDRESS, server.server_port, timeout=SOON_S)
    asking.putrequest(method, path, skip_host=True)
    if host != "":
        asking.putheader("Host", host or f"{ADDRESS}:{server.server_port}")
    asking.endheaders()
    answer = asking.getresponse()
    body = answer.read()
    asking.close()
    return answer, body


def events(server: Server, slug: str) -> Iterator[dict[str, object]]:
    asking = http.client.HTTPConnection(ADDRESS, server.server_port, timeout=SOON_S)
    asking.request("GET", f"/{slug}.events")
    answer = asking.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream"
    while line := answer.readline():
        if line.startswith(b"data: "):
            yield json.loads(line[6:])
    asking.close()


def test_a_map_is_served(server: Server) -> None:
    answer, body = ask(server, "/small.html")
    assert answer.status == 200
    assert b'data-version="v1"' in body
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_head_gives_the_head_alone(server: Server) -> None:
    answer, body = ask(server, "/small.html", "HEAD")
    assert (answer.status, body) == (200, b"")
    assert int(answer.headers["Content-Length"]) > 100_000
    assert ask(server, "/small.events", "HEAD")[1] == b""


def test_it_listens_on_the_loopback_address_alone(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize("host", ["", "evil.example", "127.0.0.1", "localhost:1"])
def test_other_hosts_are_refused(server: Server, host: str) -> None:
    for path in ("/", "/small.html", "/small.events"):
        answer, body = ask(server, path, host=host)
        assert (answer.status, body) == (421, b"not this host")


def test_localhost_is_this_host(server: Server) -> None:
    host = f"localhost:{server.server_port}"
    assert ask(server, "/small.html", host=host)[0].status == 200


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "X"]
)
def test_other_methods_are_refused(server: Server, method: str) -> None:
    answer, _ = ask(server, "/small.html", method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "path",
    [
        "/small.toml",
        "/small",
        "/.html",
        "/../data/pledges.csv",
        "/%2e%2e/data/pledges.csv",
        "/..%2fsmall.html",
        "/maps/small.html",
        "/small.html/",
        "/small.html%00",
        "/small%00.html",
        "/data/pledges.csv",
        "/etc/passwd",
        "/%ff.html",
        "/" + "a" * 5000,
        "http://evil.example/other.html",
    ],
)
def test_nothing_but_the_maps_is_there(server: Server, path: str) -> None:
    assert ask(server, path)[0].status == 404


def test_several_maps_have_a_list(server: Server) -> None:
    answer, body = ask(server, "/")
    assert answer.status == 200
    assert b'href="never%20built.html"' in body


def test_one_map_is_found_at_once(server: Server, board: Board) -> None:
    board.expect(["small"])
    answer, _ = ask(server, "/")
    assert (answer.status, answer.headers["Location"]) == (302, "small.html")


def test_a_map_that_was_never_built_says_so(server: Server) -> None:
    answer, body = ask(server, "/never%20built.html")
    assert answer.status == 200
    assert b"has not been built yet" in body


def test_news_come_as_they_happen(server: Server, board: Board) -> None:
    news = events(server, "small")
    assert next(news) == {"version": "v1", "told": None}
    board.tell(Told("1 error", "</script>\nline\n\ndata: two", failed=True))
    told = {"summary": "1 error", "text": "</script>\nline\n\ndata: two",
            "failed": True}  # fmt: skip
    assert next(news) == {"version": "v1", "told": told}
    board.show("small", "<p>", "v2")
    assert next(news) == {"version": "v2", "told": told}
    assert board.viewers("small") == 1
    news.close()


def test_a_silent_visitor_does_not_keep_it_from_closing(
    server: Server, board: Board
) -> None:
    with socket.create_connection((ADDRESS, server.server_port)) as visitor:
        visitor.sendall(b"GET /sm")
        ask(server, "/small.html")  # Answered after the visitor has been let in.
        server.shutdown()
        board.close()
        closing = threading.Thread(target=server.server_close, daemon=True)
        closing.start()
        closing.join(SOON_S)
        assert not closing.is_alive()


def test_a_port_that_is_taken_gives_another(server: Server, board: Board) -> None:
    with Server(board, server.server_port) as other:
        assert other.server_port not in {0, server.server_port}
        assert other.server_address[0] == "127.0.0.1"
