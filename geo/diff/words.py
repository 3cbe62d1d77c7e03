"""The words of a comparison, whatever it is printed as, in a language of the page.

Texts of cells are shown with what has no shape of its own spelt out, so that a control
character neither works a terminal nor hides: ``<U+202E>``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from geo.diff.model import CountryChange, MapSummary, Shown, TableChange, Total
from geo.words import standing_key, words

Words = Mapping[str, str]
"""Those of one language, by key."""

LONGEST = 160
"""Characters of a cell that are shown in text and Markdown; JSON has all of it."""

# The spaces of our own sentences: of a cell they are spelt out, for two that differ in
# their spaces alone would look alike.
_SPACES = frozenset("\u00a0\u202f\u2009")


def visible(text: str, spaces: frozenset[str] = frozenset()) -> str:
    """Spell out every character that prints nothing or moves what stands round it."""
    return "".join(
        c if c.isprintable() or c in spaces else f"<U+{ord(c):04X}>" for c in text
    )


def visible_sentence(text: str) -> str:
    """Return a sentence with its numbers grouped as its language groups them."""
    return visible(text, _SPACES)


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


def status_text(shown: Shown, says: Words) -> str:
    """A country's standing, as the map's legend and panel call it."""
    # A status that a definition adds stands by its id, which both states have.
    parts = [says.get(standing_key(shown.status, shown.strength), shown.status)]
    if shown.strength in {"weak", "attendance"}:
        parts.append(says[f"strength.{shown.strength}"])
    if shown.contested:
        parts.append(says["diff.contested"])
    if shown.helps:
        parts.append(says["standing.help"])
    return ", ".join(parts)


def shown_text(shown: Shown, says: Words) -> str:
    """A standing with the figures that are drawn."""
    return _parted((status_text(shown, says), *shown.figures), says)


def country_text(change: CountryChange, says: Words) -> tuple[str, str]:
    """What a country was and is; figures only where they differ."""
    sides = (change.before, change.after)
    statuses = [status_text(shown, says) for shown in sides]
    if sides[0].figures == sides[1].figures:
        return statuses[0], statuses[1]
    text = figures_text if statuses[0] == statuses[1] else shown_text
    return text(sides[0], says), text(sides[1], says)


def figures_text(shown: Shown, says: Words) -> str:
    return _parted(shown.figures, says) or says["diff.no_figure"]


def _parted(texts: Iterable[str], says: Words) -> str:
    """Return texts with the language's own semicolon between them."""
    return says["semicolon"].format(text="").join(f" {one}" for one in texts)[1:]


def number(value: float, language: str) -> str:
    """Write a number with its digits grouped."""
    # Imported here: where nothing differs nobody should wait for it.
    from geo.page.names import number_text

    return number_text(value, language)


def total_text(total: Total, language: str) -> str:
    """A sum of pledges with its bounds; of other meanings, how many figures."""
    says = words(language)
    meaning = says[f"meaning.{total.meaning}"]
    if total.least is None:
        n = number(total.figures, language)
        return says["diff.not_added"].format(meaning=meaning, n=n)
    least = number(total.least, language)
    if total.most is None:
        span = says["diff.at_least"].format(n=least)
    elif total.most == total.least:
        span = least
    else:
        most = number(total.most, language)
        span = says["diff.to"].format(least=least, most=most)
    n = number(total.countries, language)
    return says["diff.span"].format(meaning=meaning, span=span, n=n)


def changed_totals(
    before: MapSummary | None, after: MapSummary | None, language: str
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
            none = words(language)["diff.none_drawn"]
            texts = (total_text(one, language) if one else none for one in (was, now))
            pairs.append((next(texts), next(texts)))
    return pairs


def count_text(table: TableChange, says: Words) -> str:
    """How many rows changed, came and went: ``2 changed, 1 came``."""
    counts = {
        "diff.rows_changed": len(table.changed),
        "diff.rows_came": len(table.come),
        "diff.rows_went": len(table.gone),
        "diff.rewritten": table.rewritten,
    }
    return ", ".join(says[key].format(n=n) for key, n in counts.items() if n)
