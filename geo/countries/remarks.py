"""What people put round a name, and what is left when it is taken off.

Each reading says the same as the text or keeps what it leaves out; the caller accepts
it only where what is left is a name by itself.  ``Thereof: Norway`` is not read: what
stands before the name may say that the row is a part of another.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_NUMBER = re.compile(r"\(?\d{1,3}[.)\]:]\s*(?=\D)|\d{1,2}\s+(?=\D)")
_FOOTNOTE = re.compile(
    r"\s*(?:\s[a-z]|\s\d{1,2})/(?:\s*[a-z]/)*$|\s*/[a-z\d]$", re.IGNORECASE
)
_CODE_FIRST = re.compile(r"([A-Z]{2,3}|\d{3})[\s:–—-]+(?=\w)(.+)", re.DOTALL)
_CODE_LAST = re.compile(r"(.+\w)[\s,:–—-]+([A-Z]{2,3}|\d{3})", re.DOTALL)
_ASIDE = re.compile(
    r"(.*\w.*?)\s*(?:[(（\[]\s*([^()（）\[\]]+?)\s*[)）\]]|(?:\s[-–—]\s*|,\s+)([^-–—,()]+))",
    re.DOTALL,
)
_SAYS = re.compile(
    r"(?P<with>incl?|including|y compris|einschl|einschließlich|inkl|incluido|incluye"
    r"|w tym|в т|включно)\b|(?:excl?|excluding|except|without|hors|sauf|ohne|excluido"
    r"|sin|bez|без|est|estimated?|provisional|preliminary|lead nation|observer|formerly"
    r"|framework nation|host nation|since|from|until|as of|see|note)\b",
    re.IGNORECASE,
)
# How text in UTF-8 looks to who takes it for something else.
_MISTAKEN_FOR = ("cp1252", "latin-1", "mac_roman")


def repaired(text: str) -> str | None:
    """Return a text whose letters were broken, whole; None if none were.

    ``CÃ´te`` is UTF-8 that was read as another encoding, which no other text looks
    like; ``&ocirc;`` is a letter of a web page.
    """
    plain = html.unescape(text) if "&" in text and ";" in text else text
    if not plain.isascii():
        for encoding in _MISTAKEN_FOR:
            try:
                plain = plain.encode(encoding).decode("utf-8")
            except UnicodeError:
                continue
            break
    return plain if plain != text else None


def bare(text: str) -> Iterator[str]:
    """Return a name without the number, or the mark of a footnote, beside it."""
    yield _NUMBER.sub("", text, count=1) if _NUMBER.match(text) else text
    yield _FOOTNOTE.sub("", text)


def beside_code(text: str) -> Iterator[tuple[str, str]]:
    """Return a name and the code that stands before or after it."""
    if found := _CODE_FIRST.fullmatch(text):
        yield found[2], found[1]
    if found := _CODE_LAST.fullmatch(text):
        yield found[1], found[2]


def aside(text: str) -> tuple[str, str, bool] | None:
    """Return a name, the remark after it, and whether this is of what it includes.

    The remark may be blank: then what stands there is not known to be one.
    """
    found = _ASIDE.fullmatch(text)
    if found is None:
        return None
    inner = found[2] or found[3]
    says = _SAYS.match(inner)
    return found[1], inner if says else "", bool(says and says["with"])
