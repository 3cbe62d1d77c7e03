"""Letters, digits and dashes brought to one form before a cell is read.

Only forms that mean the same are brought together.  Unicode's compatibility mapping
(NFKC) is not used: it turns the footnote mark of ``3000²`` into a digit.
"""

from __future__ import annotations

import unicodedata

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_APOSTROPHES = "'\u2018\u2019\u02bc\u02b9\u00b4\u0060\uff07"
_SAME = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_APOSTROPHES, "'"),
        "\uff0c": ",",
        "\uff0e": ".",
        "\uff0f": "/",
        "\uff0b": "+",
        "\uff1e": ">",
        "\uff1c": "<",
        "\uff08": "(",
        "\uff09": ")",
        "\uff1f": "?",
        "\uff5e": "~",
        "\u301c": "~",
    }
)


def plain(text: str) -> str:
    """Give ``text`` with ASCII digits, one dash, one apostrophe and plain spaces.

    Digits of every script (Arabic-Indic, Devanagari, full-width, ...) become ASCII;
    spaces of every width become U+0020, but line breaks and tabs stay, since they
    part two things; marks without width or shape of their own are dropped.  The ends
    are stripped.
    """
    if text.isascii():
        return text.translate(_SAME).strip()
    return "".join(_plain(c) for c in text.translate(_SAME)).strip()


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Zs":
        return " "
    return "" if category == "Cf" else character


def fold(text: str) -> str:
    """Give ``text`` without case and accents, for looking words up."""
    if text.isascii():
        return text.casefold()
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))
