import json
from pathlib import Path

import pytest

from geo.page.payload import to_json
from geo.verify.read_page import NotAPageError, payload_of, read_page

GOOD = {
    "map": "small",
    "pledgemap": "0.1.0",
    "made_from": {"tables": {"pledges.csv": "0" * 64}},
}


def page(text: str) -> str:
    start = '<script type="application/json" id="pledgemap-data">'
    return f"<!doctype html>{start}{text}</script>"


def test_a_payload_is_read_as_it_was_written() -> None:
    payload = GOOD | {"title": "</script><script>&amp; \u2028 {{ 7*7 }}"}
    assert payload_of(page(to_json(payload))) == payload


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no elements hold map data"),
        ("<p>" * 5000, "no elements hold map data"),
        (page(to_json(GOOD)) * 2, "2 elements hold map data"),
        (page("{"), "no JSON"),
        (page("[" * 100_000), "no JSON"),
        (page("[]"), "do not say which map"),
        (page('{"map": ["small"]}'), "do not say which map"),
        (page('{"map": "small"}'), "it is older"),
        (page(json.dumps(GOOD | {"pledgemap": "\n0.1"})), "version"),
        (page(json.dumps(GOOD | {"made_from": {"tables": ["x"]}})), "SHA-256"),
        (
            page(json.dumps(GOOD | {"made_from": {"tables": {"x": "0" * 63}}})),
            "SHA-256",
        ),
        (
            page(json.dumps(GOOD | {"made_from": {"t": {"x" * 999: "0" * 64}}})),
            "SHA-256",
        ),
    ],
)
def test_what_is_no_page_of_ours_is_refused(text: str, reason: str) -> None:
    with pytest.raises(NotAPageError, match=reason):
        payload_of(text)


def test_a_page_of_many_rows_is_read(tmp_path: Path) -> None:
    """One of more than 20 MB once failed to be checked for ever."""
    path = tmp_path / "large.html"
    payload = {**GOOD, "notes": ["x" * 1_000] * 25_000}
    path.write_text(page(to_json(payload)), encoding="utf-8")
    assert read_page(path)[1] == payload


def test_a_file_that_is_no_page_is_named(tmp_path: Path) -> None:
    binary = tmp_path / "a.html"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(NotAPageError, match=r"a\.html: .* not UTF-8"):
        read_page(binary)
    for path in (tmp_path, tmp_path / "none.html"):
        with pytest.raises(NotAPageError, match=path.name):
            read_page(path)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)
    with pytest.raises(NotAPageError, match=r"a\.html"):
        read_page(path)
