"""The address of an embedded page: where it is, and how it is to open."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from geo.cells.dates import parse_date
from geo.cells.refused import Refused
from geo.cells.urls import parse_url
from geo.definitions.model import Definition
from geo.findings import EmbedError, did_you_mean
from geo.findings import quote as quoted

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\")
# What begins as a host does, and is no page's name: example.org/maps, www.example.org.
_HOST = re.compile(r"(?!\.)[^/?#]*\.(?!html?\b)[A-Za-z]{2,}(?::\d+)?(?=[/?#]|$)")
_SAMPLE_HOST = "https://host.example/"


def page_address(
    definition: Definition,
    url: str = "",
    *,
    language: str | None = None,
    scheme: str | None = None,
    state: str = "",
    countries: frozenset[str] = frozenset(),
) -> str:
    """Return the address that a frame opens.

    ``url`` is that of the page: absolute, with https or http, or relative; one that
    ends with ``/`` is that of the page's folder, a blank one that beside the reader's.
    Of ``scheme``, ``dark`` or ``light``, the reader's own is taken if it is None.
    ``state`` is what the page writes behind ``#`` in its own address, and ``countries``
    are the codes that it may name.

    Raises
    ------
    EmbedError
        If the address is none for a frame, or asks for what the map does not have.
    """
    if language is not None:
        _one_of("language", language, definition.languages)
    parts = urlsplit(_checked(url))
    path = parts.path
    if not path or path.endswith("/"):
        path += f"{definition.slug}.html"
    asked = {"lang": language, "scheme": scheme}
    query = parse_qsl(parts.query) + [(k, v) for k, v in asked.items() if v]
    fragment = _checked_state(state, definition, countries) or parts.fragment
    return urlunsplit((parts.scheme, parts.netloc, path, urlencode(query), fragment))


@cache
def state_keys() -> tuple[str, ...]:
    """Return the keys of a page's address, as its own script lists them."""
    script = (files("geo") / "web/state/hash.js").read_text(encoding="utf-8")
    listed = script.partition("const KEYS = [")[2].partition("];")[0]
    return tuple(re.findall(r'"(\w+)"', listed))


def is_absolute(url: str) -> bool:
    """Tell an address that says its host."""
    return url.lower().startswith(("https://", "http://"))


def _checked(url: str) -> str:
    """Refuse what a frame may not open: another scheme, a hidden character."""
    if not is_absolute(url) and _SCHEME.match(url):
        raise EmbedError(
            f"{quoted(url)} is neither an https address nor a relative one"
        )
    if host := _HOST.match(url.strip()):
        raise EmbedError(
            f"{quoted(url)} lacks its scheme; write https://{url.strip()}, or"
            f" ./{url.strip()} if {quoted(host[0])} lies beside the article"
        )
    found = parse_url(url if is_absolute(url) else _SAMPLE_HOST + url.lstrip("/"))
    if isinstance(found, Refused):
        raise EmbedError(f"{quoted(url)}: {found.reason}; {found.expected}")
    return url.strip()


def _checked_state(
    state: str, definition: Definition, countries: frozenset[str]
) -> str:
    """Refuse what the page would pass over, and write the rest as the page does."""
    known: Mapping[str, Callable[[str], None]] = {
        "lang": lambda value: _one_of("language", value, definition.languages),
        "view": lambda value: _one_of("view", value, [v.id for v in definition.views]),
        "country": lambda value: _country(value, countries),
        "layers": lambda value: _all_of("layer", value, definition),
        **dict.fromkeys(("date", "from", "to"), _date),
    }
    pairs = parse_qsl(state.removeprefix("#"), keep_blank_values=True)
    for key, value in pairs:
        _one_of("key of a state such as view=world", key, state_keys())
        if key in known:
            known[key](value)
    return "&".join(f"{key}={quote(value, safe=',')}" for key, value in pairs)


def _one_of(what: str, value: str, known: Sequence[str]) -> None:
    if value not in known:
        raise EmbedError(f"{quoted(value)} is no {what}; {did_you_mean(value, known)}")


def _country(value: str, countries: frozenset[str]) -> None:
    if value not in countries:
        raise EmbedError(f"{quoted(value)} is no country; write a code such as FRA")


def _all_of(what: str, values: str, definition: Definition) -> None:
    for value in filter(None, values.split(",")):
        _one_of(what, value, [layer.id for layer in definition.layers])


def _date(value: str) -> None:
    found = parse_date(value)
    if isinstance(found, Refused):
        raise EmbedError(f"{quoted(value)}: {found.reason}; {found.expected}")
