"""Which rows the map definition keeps or drops, by the texts of its columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.findings import counted, quote
from geo.sheets.grid import GridRow
from geo.tables.options import name_key
from geo.tables.raw import RawTable
from geo.tables.synonyms import folded_header

_MOST_COUNTED = 1_000


@dataclass
class Rule:
    """Which texts of a column are kept, or dropped where they are not ``wanted``.

    ``matched`` are the keys of those that some row says; ``others`` counts what else
    the column says, as long as there is none.
    """

    header: str
    texts: Sequence[str]
    at: int
    keys: frozenset[str]
    wanted: bool
    matched: set[str] = field(default_factory=set)
    others: Counter[str] = field(default_factory=Counter)

    def takes(self, row: GridRow) -> bool:
        text = row.cells[self.at] if self.at < len(row.cells) else ""
        key = name_key(text)
        if matches := key in self.keys:
            self.matched.add(key)
        elif not self.matched and len(self.others) < _MOST_COUNTED:
            self.others[text] += 1
        return matches is self.wanted

    @property
    def idle(self) -> list[str]:
        """The texts that no row says."""
        return [text for text in self.texts if name_key(text) not in self.matched]


class Choice:
    """Which rows the map definition keeps or drops, by the texts of its columns."""

    def __init__(self, raw: RawTable, headers: Sequence[str]) -> None:
        self.raw = raw
        self.left_out = 0
        options = [(*one, True) for one in raw.options.keep]
        options += [(*one, False) for one in raw.options.drop]
        places = {folded_header(text): at for at, text in enumerate(headers) if text}
        columns = {name: at for name, (at, _) in raw.place.columns.items()}
        self.rules: list[Rule] = []
        for header, texts, wanted in options:
            at = places.get(folded_header(header))
            if at is None:
                at = columns.get(raw.table.canonical(header) or "")
            if at is None:
                raw.find(
                    raw.place.header_row, None, "missing-column",
                    f"no header is {quote(header)}, by which [rows] chooses",
                    "mend it under [rows] in the map definition",
                )  # fmt: skip
            else:
                keys = frozenset(map(name_key, texts))
                self.rules.append(Rule(header, texts, at, keys, wanted))

    def takes(self, row: GridRow) -> bool:
        """Return whether a row is taken; a blank one parts the table from footnotes."""
        if not any(row.cells):
            return True
        # Each is asked of every row, so that it knows what it matches.
        taken = [rule.takes(row) for rule in self.rules]
        self.left_out += not all(taken)
        return all(taken)

    def find_unused(self) -> None:
        for rule in self.rules:
            if rule.idle and (rule.matched or rule.others):
                self._find_idle(rule)
        if self.left_out:
            rows = counted(self.left_out, "row is", "rows are")
            self.raw.find(
                None, None, "left-out", f"{rows} left out, as [rows] says",
                "nothing, if that is meant", "note",
            )  # fmt: skip

    def _find_idle(self, rule: Rule) -> None:
        """Say which texts no row says; where none is kept, nothing can be drawn."""
        is_empty = rule.wanted and not rule.matched
        asks = f"as [rows] {'keep' if rule.wanted else 'drop'} asks"
        advice = "mend it there, or take it out"
        if rule.others:
            often = ", ".join(quote(text) for text, _ in rule.others.most_common(5))
            advice = f"write one of its values there; the most frequent are {often}"
        self.raw.find(
            None, None, "no-rows" if is_empty else "left-out",
            f"no row says {' or '.join(map(quote, rule.idle))} under"
            f" {quote(rule.header)}, {asks}",
            advice, "error" if is_empty else "warning",
        )  # fmt: skip
