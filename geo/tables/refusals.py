"""What is wrong in the cells of a table, as they are read one after the other."""

from __future__ import annotations

import re

from geo.cells.below_zero import parted, without_marks
from geo.cells.in_words import folded
from geo.cells.refused import Refused
from geo.findings import Advice, quote
from geo.tables.fitting import quoted_toml
from geo.tables.options import may_be_sign
from geo.tables.raw import RawTable, Row
from geo.tables.table import Column

Faults = list[tuple[object, ...]]
_MOST_WORDS_OF_SIGN = 2
# A formula that was saved in the place of what it gives: =100000*2, =SUM(B2:B9), =A1.
_FORMULA = re.compile(r"=\s*[-+(]*[\w$]")


class Refusals:
    """Adds what is wrong in cells to the findings of their table.

    ``told`` is what was found in the cell that was read last, by what it is known
    again, and ``count`` how often a cell was refused.
    """

    def __init__(self, raw: RawTable) -> None:
        self.raw = raw
        self.told: Faults = []
        self.count = 0

    def refuse(
        self, row: Row, column: Column, code: str, message: str, advice: Advice,
        same: str = "",
    ) -> None:  # fmt: skip
        if _FORMULA.match(text := row.text(column.name)):
            message = f"{quote(text)} is a formula that a spreadsheet left, no value"
            advice = "write what it gives"
        fault = self.raw.find(
            row.number, column.name, code, message, advice, wide=row.wide, same=same
        )
        self.told.append(fault)
        self.count += 1

    def keep_out(
        self, row: Row, column: str, code: str, message: str, advice: str
    ) -> None:
        """Keep a row out of the map for what a cell says, with a warning."""
        fault = self.raw.find(
            row.number, column, code, message, advice, "warning", row.wide
        )
        self.told.append(fault)
        self.count += 1

    def remark(self, row: Row, column: Column, text: str, read_as: object) -> None:
        """Tell once a column that something beside a value became a note."""
        fault = self.raw.find(
            row.number, column.name, "remark",
            f"{quote(text)} is read as {read_as}, and kept whole as a note",
            "nothing, if that is right", "note", row.wide, "remark",
        )  # fmt: skip
        self.told.append(fault)

    def refuse_text(
        self, row: Row, column: Column, text: str, refused: Refused
    ) -> None:
        readings = ", or ".join(refused.readings)
        reason = refused.reason + (f" ({readings})" if readings else "")
        advice = refused.expected
        sign = without_marks(_as_written(refused.unread, text))
        if may_be_sign(sign) and len(refused.unread.split()) <= _MOST_WORDS_OF_SIGN:
            advice += (
                f"; if {quote(sign)} is what the map counts, write in its definition"
                f" under [unit]: signs = [{quoted_toml(sign)}]"
            )
        if (
            column.kind == "figure"
            and not self.raw.options.below_zero
            and parted(text)[0]
        ):
            advice += (
                "; if what the map counts may be below zero, write in its definition"
                " under [unit]: below_zero = true"
            )
        self.refuse(
            row, column, "bad-value", f"{quote(text)}: {reason}", advice,
            refused.reason,
        )  # fmt: skip


def _as_written(words: str, text: str) -> str:
    """Return folded words as they stand at the end of a cell, or at its beginning."""
    ends = (part for at in range(len(text)) for part in (text[at:], text[:at]))
    return next(
        (end.strip() for end in ends if folded(end).strip(" .") == words), words
    )
