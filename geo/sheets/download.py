"""A published table, by its ``https:`` address: asked for once, got whole or not."""

from __future__ import annotations

import http.client
import re
import ssl
import string
import time
import unicodedata
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import quote as percent_encoded
from urllib.parse import unquote, urlsplit

from geo.cells.refused import Refused
from geo.cells.urls import INSECURE, is_secure, parse_url
from geo.findings import PledgemapError, quote
from geo.sheets.signature import kind_of

MOST_BYTES = 200_000_000
SILENT_S = 30.0
"""So long nothing may come."""
WHOLE_S = 300.0

_PART_BYTES = 1 << 16
_SHEETS = re.compile(
    r"(https://docs\.google\.com/spreadsheets/)(?:u/\d+/)?d/((?:e/)?[\w-]+)(.*)"
)
_EXPORTS = re.compile(r"/(?:export|pub|gviz/tq)(?=[?#]|$)")
_GID = re.compile(r"[?&#]gid=(\d+)")
_PUBLISH = "publish the sheet as CSV or XLSX, and name the address of that file"
_SAID = {
    401: ("it may be read only by who signs in", _PUBLISH),
    403: ("it may not be read by everybody", _PUBLISH),
    404: ("there is nothing at this address", "mend the address"),
    410: ("what was there is gone", "mend the address"),
    **dict.fromkeys(
        (301, 302, 303, 307, 308),
        ("it leads on, and never to a file of the web", "mend the address"),
    ),
}


class DownloadError(PledgemapError):
    """Raised when an address gives no table."""


def download(address: str, *, workbook: bool = False) -> bytes:
    """Return what an ``https:`` address gives.

    That of a sheet of Google's is taken for that of its export, as CSV or a workbook.

    Raises
    ------
    DownloadError
        If it is no such address, leads to one that is not, answers otherwise than with
        a file, or with too much of it, or not in time.
    """
    found = parse_url(address)
    if isinstance(found, Refused):
        raise DownloadError(f"{quote(address)}: {found.reason}; {found.expected}")
    wanted = export_address(found, workbook=workbook)
    _check_scheme(wanted)
    # Some publishers answer nobody who does not say who asks.
    says = {"User-Agent": "Pledgemap"}
    end = time.monotonic() + WHOLE_S
    try:
        asked = urllib.request.Request(_in_ascii(wanted), headers=says)  # noqa: S310  # checked above
        with opener().open(asked, timeout=SILENT_S) as answer:
            data = _whole(answer, wanted, end)
    except urllib.error.HTTPError as error:
        error.close()
        raise _refused(wanted, error.code) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _unanswered(wanted, error) from error
    if not data.strip():
        raise _error(wanted, "the answer is empty", "mend the address")
    if kind_of(data[: 1 << 10]) == "page":
        raise _error(
            wanted, "the answer is a web page, perhaps one to sign in, and no table",
            _PUBLISH,
        )  # fmt: skip
    return data


def export_address(address: str, *, workbook: bool = False) -> str:
    """Return the address of a Google sheet's export for that of its page.

    Any other address is returned as it is, and so is that of an export.
    """
    sheet = _SHEETS.fullmatch(address)
    if sheet is None or _EXPORTS.match(sheet[3]):
        return address
    form, gid = "xlsx" if workbook else "csv", _GID.search(sheet[3])
    is_published = sheet[2].startswith("e/")
    export = "pub?single=true&output=" if is_published else "export?format="
    if workbook or gid is None:
        return f"{sheet[1]}d/{sheet[2]}/{export.replace('single=true&', '')}{form}"
    return f"{sheet[1]}d/{sheet[2]}/{export}{form}&gid={gid[1]}"


def named_sheet(address: str, data: bytes) -> str | None:
    """Return the sheet that an address names after ``#``, if it gives a workbook."""
    sheet = unquote(urlsplit(address).fragment)
    return sheet if sheet and kind_of(data[: 1 << 10]) == "workbook" else None


def opener() -> urllib.request.OpenerDirector:
    """Return what asks: the standard library's opener, which stays with ``https:``."""
    return urllib.request.build_opener(_StaysSecure)


class _StaysSecure(urllib.request.HTTPRedirectHandler):
    """Follows an address that leads on, as long as that is an ``https:`` one."""

    def redirect_request(
        self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        fp.close()  # or what it says would be read whole, without any bound
        _check_scheme(newurl, f"{req.full_url} leads on to ")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _check_scheme(address: str, before: str = "") -> None:
    if not is_secure(address):
        raise DownloadError(
            f"{before}{address}: {INSECURE}; name an address that begins with https://"
        )


def _in_ascii(address: str) -> str:
    """Return an address as it is asked: with letters beyond ASCII encoded.

    The codec ``idna`` would ask strasse.example for straße.example, another host.
    """
    parts = urlsplit(address)
    host = ".".join(
        label if label.isascii() else f"xn--{label.encode('punycode').decode()}"
        for label in unicodedata.normalize("NFKC", parts.netloc).lower().split(".")
    )
    rest = parts._replace(scheme="", netloc="", fragment="").geturl()
    return f"https://{host}{percent_encoded(rest, safe=string.punctuation)}"


def _whole(answer: Any, address: str, end: float) -> bytes:
    """Read an answer to its end, within bounds of size and time."""
    parts, size = [], 0
    while part := answer.read1(_PART_BYTES):
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES:
            most = f"{MOST_BYTES / 1e6:,.0f} MB"
            raise _error(
                address, f"the answer has more than {most}", "publish a part of it"
            )
        if time.monotonic() > end:
            raise TimeoutError
    if answer.length:
        raise _error(address, "the answer broke off", "try again")
    return b"".join(parts)


def _refused(address: str, code: int) -> DownloadError:
    what, advice = _SAID.get(code, (f"the server answers {code}", "try again later"))
    return _error(address, what, advice)


def _unanswered(address: str, error: Exception) -> DownloadError:
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return _error(address, "no whole answer came in time", "try again later")
    if isinstance(reason, ssl.SSLError):
        why = getattr(reason, "verify_message", "") or "its certificate is not valid"
        return _error(
            address, f"the server does not prove who it is ({why})",
            "mend the address; or save the table with a browser, and name that file",
        )  # fmt: skip
    what = getattr(reason, "strerror", None) or type(reason).__name__
    return _error(address, f"no answer: {what}", "check the address and the network")


def _error(address: str, what: str, advice: str) -> DownloadError:
    return DownloadError(f"{address}: {what}; {advice}")
