"""The page's Content-Security-Policy: nothing loads, and only our own scripts run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable


def content_security_policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Allow the given inline scripts and styles by hash, images as data, nothing else.

    Parameters
    ----------
    scripts, styles
        The exact text between the tags of each inline element.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(content_hash(text) for text in scripts)}",
            f"style-src {' '.join(content_hash(text) for text in styles)}",
            "img-src data:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def content_hash(text: str) -> str:
    """Give what a policy calls an inline script or style by."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
