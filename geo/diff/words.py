"""The words of a comparison, whatever it is printed as: in English, as all commands.

Texts of cells are shown with what has no shape of its own spelt out, so that a control
character neither works a terminal nor hides: ``<U+202E>``.
"""

from __future__ import annotations

from geo.diff.model import CountryChange, MapSummary, Shown, TableChange, Total
from geo.findings import counted
from geo.words import standing_key, words

LONGEST = 160
"""Characters of a cell that are shown in text and Markdown; JSON has all of it."""

BLANK = "(blank)"

_CAN_BE_SEEN = frozenset(" ")


def visible(text: str) -> str:
    """Spell out every character that prints nothing or moves what stands round it."""
    return "".join(
        c if c.isprintable() or c in _CAN_BE_SEEN else f"<U+{ord(c):04X}>" for c in text
    )


def excerpt(before: str, after: str) -> tuple[str, str]:
    """Cut two long texts to where they differ; ``…`` stands for what is left out."""
    longest = max(len(before), len(after))
    if longest <= LONGEST:
        return before, after
    same = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
        min(len(before), len(after)),
    )
    start = max(0, same - LONGEST // 3)
    return tuple(_cut(text, start) for text in (before, after))  # type: ignore[return-value]


def short(text: str) -> str:
    """Cut one long text."""
    return _cut(text, 0)


def _cut(text: str, start: int) -> str:
    end = start + LONGEST
    head = "…" if start and text else ""
    return head + text[start:end] + ("…" if len(text) > end else "")


def status_text(shown: Shown) -> str:
    """A country's standing, as the map's legend and panel call it."""
    says = words("en")
    # A status that a definition adds stands by its id, which both states have.
    parts = [says.get(standing_key(shown.status, shown.strength), shown.status)]
    if shown.strength in {"weak", "attendance"}:
        parts.append(says[f"strength.{shown.strength}"])
    if shown.contested:
        parts.append("contested")
    if shown.helps:
        parts.append(says["standing.help"])
    return ", ".join(parts)


def shown_text(shown: Shown) -> str:
    """A standing with the figures that are drawn."""
    return "; ".join((status_text(shown), *shown.figures))


def country_text(change: CountryChange) -> tuple[str, str]:
    """What a country was and is; figures only where they differ."""
    before, after = change.before, change.after
    if before.figures == after.figures:
        return status_text(before), status_text(after)
    if status_text(before) == status_text(after):
        return figures_text(before), figures_text(after)
    return shown_text(before), shown_text(after)


def figures_text(shown: Shown) -> str:
    return "; ".join(shown.figures) or "no figure"


def total_text(total: Total) -> str:
    """A sum of pledges with its bounds; of other meanings, how many figures."""
    label = words("en")[f"meaning.{total.meaning}"]
    if total.least is None:
        return f"{label}: {counted(total.figures, 'figure', 'figures')}, not added up"
    if total.most is None:
        span = f"at least {total.least:,}"
    elif total.most == total.least:
        span = f"{total.least:,}"
    else:
        span = f"{total.least:,} to {total.most:,}"
    return f"{label}: {span} by {counted(total.countries, 'country', 'countries')}"


def changed_totals(
    before: MapSummary | None, after: MapSummary | None
) -> list[tuple[str, str]]:
    """Return the totals that differ, meaning by meaning: no two are ever added."""
    olds, news = (
        {total.meaning: total for total in picture.totals} if picture else {}
        for picture in (before, after)
    )
    pairs = []
    for meaning in {**olds, **news}:
        was, now = olds.get(meaning), news.get(meaning)
        if was != now:
            texts = (total_text(one) if one else "none drawn" for one in (was, now))
            pairs.append((next(texts), next(texts)))
    return pairs


def count_text(table: TableChange) -> str:
    """How many rows changed, came and went: ``2 changed, 1 came``."""
    counts = (
        (len(table.changed), "changed"),
        (len(table.come), "came"),
        (len(table.gone), "went"),
    )
    parts = [f"{number} {word}" for number, word in counts if number]
    if table.rewritten:
        cells = counted(table.rewritten, "cell", "cells")
        parts.append(f"{cells} written otherwise, read the same")
    return ", ".join(parts)


def map_name(slug: str) -> str:
    return f"map {slug}" if slug else "the map these tables make"
