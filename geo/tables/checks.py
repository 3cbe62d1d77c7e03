"""What no cell can be wrong about alone: references, figures, dates, ids."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from operator import itemgetter

from geo.cells.figure import figure_fault
from geo.cells.refused import Refused
from geo.cells.urls import doubt, parse_url
from geo.findings import Advice, did_you_mean, quote
from geo.tables.raw import RawTable, Row
from geo.tables.records import FIGURES, NO_SOURCE, Figure, figure_of
from geo.tables.refusals import Faults
from geo.tables.shorthand import Values
from geo.tables.table import Column

_MOST_REMEMBERED = 10_000
# So many rows are looked at without numpy first, which takes memory for each.
_FEW = 5_000
# Two figures that have all of this in common are of one thing.
_SAYS_OF_WHAT = itemgetter(
    "actor", "actor_kind", "date", "status", "meeting", "source", "speaks_for",
    "meaning", "figure_place",
)  # fmt: skip
# Two positions that have all of this in common, and no words, contradict each other.
_SAYS_OF_WHOM = itemgetter(
    "actor", "actor_kind", "date", "meeting", "source", "speaks_for"
)
_IN_WORDS = itemgetter("statement", "speaker", "conditions", "conditions_note", "note")


class Assertions:
    """Hashes of what something is said of, and of that with what is said; the rows."""

    def __init__(self) -> None:
        self.of_what, self.answers, self.rows = array("q"), array("q"), array("i")

    def add(self, what: tuple[object, ...], said: str, row: int) -> None:
        """Take what a row says: in letters, for of numbers -1 has the hash of -2."""
        of_what = hash(what)
        self.of_what.append(of_what)
        self.answers.append(hash((of_what, said)))
        self.rows.append(row)

    def differing(self) -> Iterator[tuple[int, int]]:
        """Return each row that says another thing than that before it, and that one."""
        if len(self.rows) < _FEW and len({*self.of_what}) == len({*self.answers}):
            return
        import numpy as np  # only here: its start takes longer than most tables

        things, said = (
            np.frombuffer(a, dtype=np.int64) for a in (self.of_what, self.answers)
        )
        numbers = np.frombuffer(self.rows, dtype=np.int32)
        order = np.lexsort((numbers, things))
        things, said, numbers = things[order], said[order], numbers[order]
        again = (things[1:] == things[:-1]) & (said[1:] != said[:-1])
        yield from zip(
            numbers[1:][again].tolist(), numbers[:-1][again].tolist(), strict=True
        )


class RowChecks:
    """Checks the rows of one table as wholes; what is wrong is added to its findings.

    ``known`` are the ids of other tables, None of one that could not be read: or every
    row that refers to it would be a finding too.
    """

    def __init__(
        self, raw: RawTable, known: Mapping[str, frozenset[str] | None]
    ) -> None:
        self.raw = raw
        self.noun = FIGURES.get(raw.table.name)
        # What was met of each column, and its faults: addresses beside ids, too.
        self.references: list[tuple[Column, frozenset[str], dict[str, Faults]]] = [
            (column, ids, {})
            for column in raw.table.columns
            if column.name in raw.columns
            and (ids := known.get(column.refers_to or "")) is not None
        ]
        self.cites_addresses = "source" in raw.columns and "sources" not in known
        self.addresses: dict[str, Faults] = {}
        self.counts_once = self.noun == "troops" and not raw.options.adds_up
        self.figures, self.positions, self.alike = (
            Assertions(),
            Assertions(),
            Assertions(),
        )
        self.has_positions = self.noun == "troops" and "status" not in (
            raw.place.defaults
        )
        self.doubts: dict[str, Faults] = {}

    def check(self, row: Row, values: Values | None) -> None:
        for column, ids, met in self.references:
            text = row.cells.get(column.name, "")
            if text and text not in ids:
                self._once(row, text, met, partial(self._unknown, row, column, ids))
        if values is None:
            return
        if self.cites_addresses and values["source"] is not None:
            address = values["source"]
            self._once(row, address, self.addresses, partial(self._no_address, row))
        for name in ("url", "source"):
            if "://" in (address := values.get(name) or ""):
                look = partial(self._doubt, row, name, address)
                self._once(row, address, self.doubts, look)
        if self.noun is not None:
            figure = figure_of(values, self.noun)
            if figure is not None:
                self._check_figure(row, figure)
            if self.counts_once:
                self._keep_figure(row, values, figure)
        if self.has_positions and not any(_IN_WORDS(values)):
            self._keep_positions(row, values)
        if self.raw.table.name == "sources":
            self._check_dates(row, values)
            if values["id"] == NO_SOURCE:
                self._find(
                    row, "id", "bad-value",
                    f"{quote(NO_SOURCE)} means that a row names no source",
                    "give the source another id, here and where it is cited",
                )  # fmt: skip

    def _once(
        self, row: Row, text: str, met: dict[str, Faults], check: Callable[[], Faults]
    ) -> None:
        """Check a text, or repeat what was wrong with the same text before."""
        if text in met:
            for fault in met[text]:
                self.raw.findings.repeat(fault, row.number)
            return
        if len(met) >= _MOST_REMEMBERED:
            met.clear()
        met[text] = check()

    def _find(
        self, row: Row, column: str, code: str, message: str, advice: Advice
    ) -> tuple[object, ...]:
        return self.raw.find(row.number, column, code, message, advice, wide=row.wide)

    def _unknown(self, row: Row, column: Column, ids: Collection[str]) -> Faults:
        """Find the ids of a cell that the table lacks; an address is its own source."""
        text = row.cells[column.name]
        parts = text.split(";") if column.kind == "ids" else [text]
        faults = []
        for part in map(str.strip, parts):
            url = parse_url(part) if column.name == "source" else None
            if part and not (part in ids or isinstance(url, str) or self._fills(part)):
                faults.append(
                    self._find(
                        row, column.name, "unknown-id",
                        f"{quote(part)} is not an id of the table {column.refers_to}",
                        partial(_known_id, part, ids, column, url),
                    )
                )  # fmt: skip
        return faults

    def _no_address(self, row: Row) -> Faults:
        url = parse_url(row.cells["source"])
        if not isinstance(url, Refused) or self._fills(row.cells["source"]):
            return []
        advice = "without a sources table each row cites an https: address"
        return [self._find(row, "source", "bad-value", url.reason, advice)]

    def _fills(self, source: str) -> bool:
        """Tell what stands in the column where the table has none."""
        return source == NO_SOURCE and "source" in self.raw.place.defaults

    def _doubt(self, row: Row, column: str, address: str) -> Faults:
        said = "" if isinstance(parse_url(address), Refused) else doubt(address)
        if not said:
            return []
        return [
            self.raw.find(
                row.number, column, "doubtful-address", said,
                "cite the page's public address, copied from the browser", "warning",
                row.wide,
            )
        ]  # fmt: skip

    def _check_figure(self, row: Row, figure: Figure) -> None:
        # Where a table has no column for them, the words stand in its text.
        words = figure.words or ("in the text" if not figure.has_number else None)
        fault = figure_fault(
            figure.minimum, figure.maximum, figure.qualifier, words,
            below_zero=self.raw.options.below_zero,
        )  # fmt: skip
        if fault and (figure.qualifier or figure.has_number):
            self._find(
                row, "qualifier", "figure-bounds", fault,
                "mend the numbers or the qualifier",
            )  # fmt: skip
        is_statement = self.raw.table.name == "pledges"
        if is_statement and figure.has_number and figure.meaning is None:
            self._find(
                row, "meaning", "missing-value",
                "a number without its meaning could be read as a pledge",
                "say what it counts: pledge, estimate, deployed_elsewhere, …",
            )  # fmt: skip

    def _keep_figure(self, row: Row, values: Values, figure: Figure | None) -> None:
        what = _SAYS_OF_WHAT(values)
        said = "" if figure is None else repr(vars(figure))
        if figure is not None and figure.has_number:
            self.figures.add(what, said, row.number)
        if "id" not in self.raw.place.columns:
            # Who calls rows by ids of their own means each of them.
            what += (said, *_IN_WORDS(values))
            self.alike.add(what, str(row.number), row.number)

    def _keep_positions(self, row: Row, values: Values) -> None:
        who = _SAYS_OF_WHOM(values)
        statuses = self.raw.options.statuses.statuses
        for term in values["status"] or ():
            question = statuses[term].answers
            if question != "nothing":
                self.positions.add((*who, question), term, row.number)

    def find_several(self) -> None:
        """Say where one source says several things of one country for one day."""
        for row, before in self.positions.differing():
            self.raw.find(
                row, "actor", "several-positions",
                "the country has another status of this source, for the same day, in"
                f" row {before}",
                "see whether both rows are of this country; leave one, or say in which"
                " they differ",
                "warning", same="positions",
            )  # fmt: skip
        for row, before in self.figures.differing():
            self.raw.find(
                row, "actor", "several-figures",
                "the country has another figure of this source, for the same day, in"
                f" row {before}",
                "if they are parts, write sum = true under [rows] in the map"
                " definition; else leave one, or say in which they differ",
                "warning", same="several",
            )  # fmt: skip
        for row, before in self.alike.differing():
            self.raw.find(
                row, "actor", "said-twice", f"row {before} says the very same",
                "leave one; if they are parts of one figure, write sum = true under"
                " [rows] in the map definition", "warning", same="alike",
            )  # fmt: skip

    def _check_dates(self, row: Row, values: Values) -> None:
        """Find a source that was read before it was published."""
        read, published = values["read"], values["published"]
        if read and published and read.last < published.first:
            self._find(
                row, "read", "date-order",
                f"read on {read.iso}, before it was published on {published.iso}",
                "mend one of the two dates",
            )  # fmt: skip


def _known_id(
    text: str, ids: Collection[str], column: Column, url: Refused | None
) -> str:
    advice = did_you_mean(text, ids) or f"add it to the table {column.refers_to}"
    return advice if url is None else f"{advice}, or cite an https: address"


def of_one_hash(hashes: array[int], numbers: array[int]) -> set[int]:
    """Return the rows whose hash another row has too."""
    if len(hashes) < _FEW and len({*hashes}) == len(hashes):
        return set()
    import numpy as np  # only here, as above

    values = np.frombuffer(hashes, dtype=np.int64)
    ordered = np.sort(values)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    if not len(twice):
        return set()
    of = np.frombuffer(numbers, dtype=np.int32)
    return set(of[np.isin(values, twice)].tolist())
