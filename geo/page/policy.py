"""The page's Content-Security-Policy: nothing loads, and only our own scripts run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable


def content_security_policy(
    scripts: Iterable[str],
    styles: Iterable[str],
    handlers: Iterable[str] = (),
    style_attributes: Iterable[str] = (),
) -> str:
    """Allow the given inline scripts and styles by hash, images as data, nothing else.

    Each is the exact text between the tags of an element, or the exact value of an
    attribute.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_allowed(scripts, handlers)}",
            f"style-src {_allowed(styles, style_attributes)}",
            "img-src data:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _allowed(elements: Iterable[str], attributes: Iterable[str]) -> str:
    hashes = [content_hash(text) for text in elements]
    of_attributes = [content_hash(text) for text in attributes]
    # It allows no more than the hashes beside it, but attributes too.
    marked = ["'unsafe-hashes'", *of_attributes] if of_attributes else []
    return " ".join(hashes + marked)


def content_hash(text: str) -> str:
    """Return what a policy calls an inline script or style by."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
