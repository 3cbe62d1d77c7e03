"""Web addresses: absolute, ``https:`` or ``http:``, with a host, and nothing hidden.

An address ends up in a link that a reader follows, so what browsers and people read
differently is refused: credentials (``https://bbc.com@elsewhere``), backslashes, white
space, and characters that do not show.
"""

from __future__ import annotations

import contextlib
import ipaddress
import re
import unicodedata
from functools import lru_cache

from geo.cells.letters import odd_letters
from geo.cells.refused import Refused, quoted

EXPECTED = "an absolute address such as https://example.org/page"

INSECURE = "anybody between could change what it gives"

LONGEST = 4_096

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"}
_UNSAFE = set('\\<>"`')
_PARTS = r"(?i)(https?)://([^/?#]*)"
_AUTHORITY = r"(?i)(\[[0-9a-f:.]+\]|[^:\[\]]+)(?::(\d{1,5}))?"
_LABEL = r"\w(?:[\w-]{0,61}\w)?"
_LAST_PORT = 65_535
# Words of a host, and steps of a path, that a publisher's own address does not have.
_COPY_HOST = (
    r"(?:l|m|mobile|wap)\.|(?:.*[.-])?"
    r"(?:amp|arcpublishing|cache|failover|prod|staging|testslot|webcache)[.-]"
)
_COPY_PATH = r"(?i)/amp(?=[/?#]|$)|[-.]amp(?=\.html|$)|[?&](?:amp=|output=amp|utm_)"
_PRIVATE = (".local", ".internal", ".localhost", ".lan", ".intranet", ".home.arpa")


def parse_url(text: str) -> str | Refused:
    """Return the address in ``text`` exactly as typed, without white space at its ends.

    Refuses every scheme but http and https, relative addresses, credentials, a host
    without a dot, an impossible port, and characters that do not show.
    """
    address = text.strip()
    if not address:
        return Refused("the cell is blank", expected=EXPECTED)
    if len(address) > LONGEST:
        return Refused(f"longer than {LONGEST} characters", expected=EXPECTED)
    for character in filter(_cannot_be_held, address):
        return Refused(
            f"an address cannot hold the character U+{ord(character):04X}",
            expected=f"{EXPECTED}, such characters percent-encoded",
        )
    parts = re.match(_PARTS, address)
    if not parts:
        return _without_scheme(address)
    return _fault_of_authority(parts[2]) or address


@lru_cache(maxsize=1_000)
def _cannot_be_held(character: str) -> bool:
    """Tell of a character whether an address may have it; most are asked often."""
    return unicodedata.category(character) in _UNSEEN or character in _UNSAFE


def is_secure(address: str) -> bool:
    """Return whether nobody between could change what an address gives."""
    return address.lower().startswith("https://")


def is_address(text: str) -> bool:
    """Return whether a text has a scheme, and so names no file."""
    return re.match(r"(?i)[a-z][a-z0-9+.-]+://", text) is not None


def doubt(address: str) -> str:
    """Say why to look twice at an address that was read; blank if there is no reason.

    A host whose letters are of two alphabets is mostly made to look like another, no
    reader reaches one of a private network, and a copy for phones, of a cache or of a
    test goes away before the page does.
    """
    authority = re.sub(_PARTS + ".*", r"\2", address, flags=re.DOTALL)
    if found := _doubt_of_host(authority):
        return found
    if part := re.search(_COPY_PATH, address):
        return f"{quoted(part[0])} marks a copy for phones, or whence a reader came"
    return ""


@lru_cache(maxsize=1_000)
def _doubt_of_host(authority: str) -> str:
    """Return the same of a host, which many addresses have."""
    parts = re.fullmatch(_AUTHORITY, authority)
    host = (parts[1] if parts else authority).strip("[]").removesuffix(".")
    for label in host.split("."):
        if label.lower().startswith("xn--"):
            with contextlib.suppress(UnicodeError):
                label = label.encode("ascii").decode("idna")
        if odd := odd_letters(label):
            return (
                f"in the host {quoted(host)} {', '.join(odd)} only looks like another"
            )
    if _is_private(host):
        return f"{quoted(host)} is in a private network"
    if re.match(_COPY_HOST, host.lower()):
        return f"{quoted(host)} is the host of a copy: for phones, a cache or a test"
    return ""


def _is_private(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host.lower().endswith(_PRIVATE)


def _without_scheme(address: str) -> Refused:
    if address.startswith("www."):
        return Refused(
            "the address does not say https:",
            readings=(f"https://{address}",),
            expected=EXPECTED,
        )
    return Refused(
        "the address does not begin with https:// or http://", expected=EXPECTED
    )


@lru_cache(maxsize=1_000)
def _fault_of_authority(authority: str) -> Refused | None:
    if "@" in authority:
        return Refused("the address holds credentials before its host", (), EXPECTED)
    parts = re.fullmatch(_AUTHORITY, authority)
    if not parts:
        return Refused("the address has no host, or a malformed one", (), EXPECTED)
    host, port = parts[1], parts[2]
    if port and not 0 < int(port) <= _LAST_PORT:
        return Refused(f"port {port} does not exist", (), EXPECTED)
    if host.startswith("["):
        return None
    labels = host.removesuffix(".").split(".")
    if len(labels) > 1 and all(re.fullmatch(_LABEL, label) for label in labels):
        return None
    return Refused(f"{quoted(host)} is no public host", (), EXPECTED)
