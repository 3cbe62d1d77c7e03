"""Where two long values part: to line up the letters of two pages takes hours."""

LONG = 20_000


def where_they_part(left: object, right: object) -> list[str] | None:
    """Return lines that say it, or nothing where a whole comparison is soon made."""
    one, other = repr(left), repr(right)
    if max(len(one), len(other)) < LONG:
        return None
    pairs = zip(one, other, strict=False)
    shorter = min(len(one), len(other))
    at = next((i for i, (a, b) in enumerate(pairs) if a != b), shorter)
    near = slice(max(0, at - 80), at + 80)
    sizes = f"{len(one):,} and {len(other):,} characters"
    return [f"{sizes} that part at {at:,}:", one[near], other[near]]
