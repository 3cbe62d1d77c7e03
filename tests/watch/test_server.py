import contextlib
import http.client
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.building import build
from geo.watch.board import Board, Notice, Page
from geo.watch.server import ADDRESS, Server

SOON_S = 10


@pytest.fixture
def board(project: Path) -> Board:
    (page,) = build(data=project / "data", maps=project / "maps")
    html = page.path.read_text(encoding="utf-8")
    return Board({"small": Page(html, "v1"), "never built": Page()})


@pytest.fixture
def server(board: Board) -> Iterator[Server]:
    with Server(board, 0) as server:
        running = threading.Thread(target=server.serve_forever, args=[0.01])
        running.start()
        yield server
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


def test_a_map_is_served(server: Server) -> None:
    answer, body = ask(server, "/small.html")
    assert answer.status == 200
    assert b'data-version="v1"' in body
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_it_listens_on_the_loopback_address_alone(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize("host", ["", "evil.example", "127.0.0.1", "localhost:1"])
def test_other_hosts_are_refused(server: Server, host: str) -> None:
    for path in ("/", "/small.html", "/small.news"):
        answer, body = ask(server, path, host=host)
        assert (answer.status, body) == (421, b"not this host")


def test_localhost_is_this_host(server: Server) -> None:
    host = f"localhost:{server.server_port}"
    assert ask(server, "/small.html", host=host)[0].status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "OPTIONS", "CONNECT", "X"])
def test_other_methods_are_refused(server: Server, method: str) -> None:
    assert ask(server, "/small.html", method)[0].status == 501


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


def test_a_map_that_was_never_built_says_so(server: Server) -> None:
    answer, body = ask(server, "/never%20built.html")
    assert answer.status == 200
    assert b"has not been built yet" in body


def test_news_are_what_is_on_the_board(server: Server, board: Board) -> None:
    untold = {"version": "v1", "summary": "", "text": "", "failed": False}
    assert json.loads(ask(server, "/small.news")[1]) == untold
    board.notice = Notice("1 error", "</script>\n“two”", failed=True)
    assert json.loads(ask(server, "/small.news")[1]) == {
        "version": "v1",
        **board.notice._asdict(),
    }
    assert list(board.asked) == ["small"]


@pytest.mark.parametrize("visitors", [1, 200])
def test_visitors_who_never_end_keep_nobody_waiting(
    server: Server, board: Board, visitors: int
) -> None:
    with contextlib.ExitStack() as stack:
        address = (ADDRESS, server.server_port)
        for _ in range(visitors):
            visitor = stack.enter_context(socket.create_connection(address))
            visitor.sendall(b"GET /sm")
        assert ask(server, "/small.html")[0].status == 200
        server.shutdown()
        closing = threading.Thread(target=server.server_close, daemon=True)
        closing.start()
        closing.join(SOON_S / 10)
        assert not closing.is_alive()


def test_a_port_that_is_taken_gives_another(server: Server, board: Board) -> None:
    with Server(board, server.server_port) as other:
        assert other.server_port not in {0, server.server_port}
        assert other.server_address[0] == "127.0.0.1"
