"""The colours of statuses, as style sheets made from the registry."""

from __future__ import annotations

from collections.abc import Mapping

from geo.vocabulary.statuses import STATUSES, Lines, Status

_DARK = "@media screen and (prefers-color-scheme: dark)"


def status_style(statuses: Mapping[str, Status] = STATUSES) -> str:
    """Return the rules of the page: each status's colour in light and in dark."""
    light = "".join(f"--{one.id}: {one.light}; " for one in statuses.values())
    dark = "".join(f"--{one.id}: {one.dark}; " for one in statuses.values())
    fills = "".join(_fill(one.id, f"var(--{one.id})") for one in statuses.values())
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
        f"--{one.id}: {one.grey}; "
        for one in statuses.values()
        if isinstance(one.grey, str)
    )
    fills = "".join(
        _fill(one.id, f"url(#grey-{one.id})")
        for one in statuses.values()
        if isinstance(one.grey, Lines)
    )
    return f":root {{ {shades}}}\n{fills}"


def _fill(status: str, fill: str) -> str:
    return f'[data-status="{status}"] {{ --fill: {fill}; }}\n'
