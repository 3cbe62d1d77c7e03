"""Web addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.cells.refused import Refused
from geo.cells.urls import doubt, is_address, parse_url


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "http://example.org/",
        "HTTPS://Example.ORG/A?b=c&d=%20#e",
        "https://example.org:8443/page",
        "https://www.élysée.fr/à-propos",
        "https://uk.wikipedia.org/wiki/Україна",
        "https://example.org/a@b",
        "https://[2001:db8::1]/",
        "https://192.0.2.1/page",
        "https://web.archive.org/web/2025/https://example.org/",
    ],
)
def test_an_address_is_kept_as_it_is(text):
    assert parse_url(text) == text
    assert parse_url(f"  {text}\n") == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "blank"),
        ("example.org", "does not begin"),
        ("/page", "does not begin"),
        ("//example.org/", "does not begin"),
        ("ftp://example.org", "does not begin"),
        ("javascript:alert(1)", "does not begin"),
        ("data:text/html,x", "does not begin"),
        ("https:example.org", "does not begin"),
        ("https://", "no host"),
        ("https:///page", "no host"),
        ("https://?q", "no host"),
        ("https://:80/", "no host"),
        ("https://bbc.com@example.org/", "credentials"),
        ("https://user:secret@example.org/", "credentials"),
        ("https://localhost/", "no public host"),
        ("https://https://example.org", "no host"),
        ("https://example..org", "no public host"),
        ("https://-example.org", "no public host"),
        ("https://example.org:0/", "port"),
        ("https://example.org:65536/", "port"),
        ("https://example.org/a b", "U+0020"),
        ("https://example.org/a\tb", "U+0009"),
        ("https://example.org/\x00", "U+0000"),
        ("https://example.org/\u202e", "U+202E"),
        ("https://example.org/\u00a0x", "U+00A0"),
        ("https://example.org\\@example.com", "U+005C"),
        ('https://example.org/"onload="', "U+0022"),
        ("https://example.org/<script>", "U+003C"),
        ("https://example.org/" + "a" * 5000, "longer than"),
    ],
)
def test_other_addresses_are_refused_with_the_reason(text, reason):
    refused = parse_url(text)
    assert isinstance(refused, Refused), refused
    assert reason in refused.reason
    assert refused.expected


def test_a_missing_scheme_is_suggested():
    assert parse_url("www.example.org/a").readings == ("https://www.example.org/a",)


@given(st.text() | st.text().map("https://{}".format))
def test_no_text_raises_and_what_is_read_is_the_text(text):
    url = parse_url(text)
    if isinstance(url, Refused):
        assert url.reason
    else:
        assert url == text.strip()
        assert url.isprintable()
        assert " " not in url


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://ex\u0430mple.org/a", "U+0430 CYRILLIC SMALL LETTER A"),
        ("https://www.b\u0432c.co.uk:8443/", "U+0432 CYRILLIC SMALL LETTER VE"),
        ("https://xn--exmple-4nf.org/a", "U+0430 CYRILLIC SMALL LETTER A"),
        ("https://192.168.1.20/minutes.pdf", "private network"),
        ("http://10.0.0.1:8080/", "private network"),
        ("https://127.0.0.1/", "private network"),
        ("https://[::1]/", "private network"),
        ("https://[fd00::7]:443/a", "private network"),
        ("https://files.ministry.local/a", "private network"),
        ("https://m.example.org/a", "copy"),
        ("https://paper-paper-prod.web.example.net/2025/a", "copy"),
        ("https://www.cache-green.example.org/a", "copy"),
        ("https://failover.example.org/a", "copy"),
        ("https://example.org/amp/a", "“/amp”"),
        ("https://example.org/a/amp?x=1", "“/amp”"),
        ("https://example.org/a-amp.html", "“-amp”"),
        ("https://example.org/a?b=1&amp=1", "“&amp=”"),
        ("https://example.org/a?utm_source=x", "“?utm_”"),
    ],
)
def test_an_address_to_look_at_twice(address: str, said: str) -> None:
    assert parse_url(address) == address
    assert said in doubt(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/ex\u0430mple?u=https://10.0.0.1/",
        "https://www.élysée.fr/",
        "https://міністерство.укр/a",
        "https://президент.example.org",
        "https://8.8.8.8/",
        "https://www.admin.ch/a",
        "https://producer.example.org/product/amplifier?example=amp",
        "https://lem.example.org/camp.html",
        "https://[2606:4700::1]/",
    ],
)
def test_an_address_like_any_other(address: str) -> None:
    assert doubt(address) == ""


def test_what_has_a_scheme_is_an_address_and_no_file() -> None:
    assert all(map(is_address, ("https://e.org", "s3://b/x.csv", "HTTP://e.org")))
    assert not any(map(is_address, ("data/a.csv", "C:\\\\a.csv", "1://a", "a#b://c")))
