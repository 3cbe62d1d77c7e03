"""A published table is got whole by its ``https:`` address, or a sentence says why."""

from __future__ import annotations

import http.server
import threading

import pytest
from published import Answer, breaks_off, leads_to, published, says

from geo.sheets import download as module
from geo.sheets.download import DownloadError, download, export_address

SHEET = "https://docs.google.com/spreadsheets/d/"


@pytest.mark.parametrize(
    ("page", "csv", "workbook"),
    [
        ("1aB-c_/edit?usp=sharing#gid=7", "1aB-c_/export?format=csv&gid=7",
         "1aB-c_/export?format=xlsx"),
        ("1aB-c_", "1aB-c_/export?format=csv", "1aB-c_/export?format=xlsx"),
        ("e/2PACX-1/pubhtml?gid=7&single=true",
         "e/2PACX-1/pub?single=true&output=csv&gid=7", "e/2PACX-1/pub?output=xlsx"),
        ("e/2PACX-1/pub?output=csv", "e/2PACX-1/pub?output=csv",
         "e/2PACX-1/pub?output=csv"),
    ],
)  # fmt: skip
def test_the_page_of_a_google_sheet_is_its_export(
    page: str, csv: str, workbook: str
) -> None:
    assert export_address(SHEET + page) == SHEET + csv
    assert export_address(SHEET + page, workbook=True) == SHEET + workbook


def test_the_page_of_one_of_several_accounts_is_that_sheet() -> None:
    page = "https://docs.google.com/spreadsheets/u/1/d/1aB/edit#gid=7"
    assert export_address(page) == f"{SHEET}1aB/export?format=csv&gid=7"


def test_it_follows_to_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {
        "//docs.google.com/spreadsheets/d/1/export?format=csv": leads_to(
            "https://files.example.org/t.csv"
        ),
        "//files.example.org/t.csv": b"country,troops\n",
    }
    with published(monkeypatch, answers) as asked:
        assert download(f"{SHEET}1/edit#gid") == b"country,troops\n"
    assert asked == [f"{SHEET}1/export?format=csv", "https://files.example.org/t.csv"]


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://e.org/é.csv?q=ü&p=%20#é", "//e.org/%C3%A9.csv?q=%C3%BC&p=%20"),
        ("https://Straße.example:443/t", "//xn--strae-oqa.example:443/t"),
    ],
)
def test_letters_beyond_ascii_are_asked_for_encoded(
    monkeypatch: pytest.MonkeyPatch, address: str, asked: str
) -> None:
    with published(monkeypatch, {asked: b"country,troops\n"}):
        assert download(address) == b"country,troops\n"


WRONG: dict[str, tuple[Answer | None, str]] = {
    "gone": (None, "there is nothing at this address; mend the address"),
    "private": (says(403), "it may not be read by everybody; publish the sheet as CSV"),
    "broken": (says(503), "the server answers 503; try again later"),
    "login": (b"<!DOCTYPE html><title>Sign in</title><table>", "a web page, perhaps"),
    "empty": (b" \n", "the answer is empty"),
    "cut": (breaks_off(b"country,troops\n"), "the answer broke off; try again"),
    "large": (b"x" * 101, "the answer has more than 0 MB; publish a part of it"),
    "insecure": (leads_to("http://e.org/t"), "leads on to http://e.org/t: anybody"),
    "local": (leads_to("file:///etc/hosts"), "it leads on, and never to a file of"),
    "round": (leads_to("https://e.org/round"), "it leads on, and never to a file of"),
}


def test_what_is_wrong_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 100)
    answers = {f"//e.org/{name}": given for name, (given, _) in WRONG.items() if given}
    with published(monkeypatch, answers):
        for name, (_, words) in WRONG.items():
            with pytest.raises(DownloadError) as error:
                download(f"https://e.org/{name}")
            assert words in str(error.value), name
    for address, words in (
        ("http://e.org/t.csv", "name an address that begins with https://"),
        ("https://a:b@e.org/t.csv", "credentials"),
        ("ftp://e.org/t.csv", "does not begin with https://"),
    ):
        with pytest.raises(DownloadError, match=words):
            download(address)


def test_it_waits_for_nobody_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    done = threading.Event()

    def silent(_request: http.server.BaseHTTPRequestHandler) -> None:
        done.wait(30)

    def trickles(request: http.server.BaseHTTPRequestHandler) -> None:
        request.send_response(302 if request.path == "/3" else 200)
        request.send_header("Location", "https://e.org/end")
        request.end_headers()
        while not done.wait(0.01):
            try:
                request.wfile.write(b"x")
            except OSError:
                return

    monkeypatch.setattr(module, "SILENT_S", 0.2)
    monkeypatch.setattr(module, "WHOLE_S", 0.2)
    answers: dict[str, Answer] = {
        "//e.org/1": silent, "//e.org/2": trickles,
        "//e.org/3": trickles, "//e.org/end": b"country,troops\n",
    }  # fmt: skip
    with published(monkeypatch, answers):
        try:
            for address in ("https://e.org/1", "https://e.org/2"):
                with pytest.raises(DownloadError, match="no whole answer came in time"):
                    download(address)
            # What an answer says that leads on is nobody's table, and not waited for.
            limit = threading.Timer(5, done.set)
            limit.start()
            assert download("https://e.org/3") == b"country,troops\n"
            assert not done.is_set()
            limit.cancel()
        finally:
            done.set()


def test_the_time_runs_from_the_first_question(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(request: http.server.BaseHTTPRequestHandler) -> None:
        threading.Event().wait(0.3)
        breaks_off(b"country,troops\n")(request)

    monkeypatch.setattr(module, "WHOLE_S", 0.1)
    with (
        published(monkeypatch, {"//e.org/t": late}),
        pytest.raises(DownloadError, match="no whole answer came in time"),
    ):
        download("https://e.org/t")
