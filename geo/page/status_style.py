"""The colours of statuses, as style sheets made from the registry."""

from __future__ import annotations

from collections.abc import Mapping

from geo.vocabulary.statuses import STATUSES, Lines, Status

_DARK = "@media screen and (prefers-color-scheme: dark)"


def status_style(statuses: Mapping[str, Status] = STATUSES) -> str:
    """Return the rules of the page: each status's colour in light and in dark."""
    light = "".join(_colour(one.id, one.light) for one in statuses.values())
    dark = "".join(_colour(one.id, one.dark) for one in statuses.values())
    fills = "".join(
        _fill(one.id, f"var(--status-{one.id}); --on: var(--status-{one.id}-on)")
        for one in statuses.values()
    )
    outlined = "".join(
        f'.picture .swatch[data-status="{one.id}"]'
        " { stroke: var(--ink); stroke-width: 2; }\n"
        for one in statuses.values()
        if one.sign is None
    )
    return f":root {{ {light}}}\n{_DARK} {{ :root {{ {dark}}} }}\n{fills}{outlined}"


def grey_style(statuses: Mapping[str, Status] = STATUSES) -> str:
    """Return the rules for print without colour: shades, and patterns of lines."""
    shades = "".join(
        f"--status-{one.id}: {one.grey}; "
        for one in statuses.values()
        if isinstance(one.grey, str)
    )
    fills = "".join(
        _fill(one.id, f"url(#grey-{one.id})")
        for one in statuses.values()
        if isinstance(one.grey, Lines)
    )
    return f":root {{ {shades}}}\n{fills}"


def _colour(status: str, colour: str) -> str:
    """Return a status's colour, and that of letters on it."""
    name = f"--status-{status}"
    return f"{name}: {colour}; {name}-on: {letters_on(colour)}; "


def letters_on(colour: str) -> str:
    """Return black or white, whichever is told better from a colour ``#rrggbb``."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    # As WCAG 2.2 counts contrast.
    return "#000" if (luminance + 0.05) ** 2 > 1.05 * 0.05 else "#fff"


def _linear(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _fill(status: str, fill: str) -> str:
    return f'[data-status="{status}"] {{ --fill: {fill}; }}\n'
