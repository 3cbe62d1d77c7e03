"""What figures need beyond the base install: renderers and typefaces, 50 MB."""

from __future__ import annotations

from importlib.util import find_spec

from geo.findings import PledgemapError

MODULES = (
    "PIL", "cssselect2", "fontTools", "font_source_sans_pro", "font_source_serif_pro",
    "resvg_py", "tinycss2", "typst",
)  # fmt: skip


class MissingExtraError(PledgemapError):
    """Figures were asked for and what they need is not installed."""


def has_extra() -> bool:
    """Return whether figures can be drawn here."""
    return all(find_spec(name) for name in MODULES)


def need_extra() -> None:
    """Go on if figures can be drawn here.

    Raises
    ------
    MissingExtraError
        If something is missing; the message says how to install it.
    """
    missing = [name for name in MODULES if not find_spec(name)]
    if missing:
        raise MissingExtraError(
            f"figures need more than is installed ({', '.join(missing)}):"
            " pip install 'pledgemap[figure]'"
        )
