"""Headers that no column is called by: which ones their cells propose them for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.findings import quote
from geo.tables.fitting import is_ascending, is_rank, kind_of, quoted_toml
from geo.tables.raw import RawTable

_MOST_ASKED = 6


# What may be proposed for a column whose cells are of a kind.
_PROPOSED = {
    "actor": "actor", "figure": "troops", "date": "date", "url": "source",
    "answer": "status", "amount": "troops",
}  # fmt: skip


OPEN = "…"
"""The header of a column that only a person knows."""

FIGURES = frozenset({"troops_min", "troops_max", "figure_words", "troops"})


def proposed_columns(
    raw: RawTable, own: Mapping[int, str], cells: Mapping[int, list[str]]
) -> dict[str, str]:
    """Return the header of each column, proposed by its cells where it is unknown.

    It is :data:`OPEN` where several may be meant.  ``own`` are the headers that name no
    column, by their place, and ``cells`` what stands below them.
    """
    headers = {name: text for name, (_, text) in raw.place.columns.items()}
    for name, places in _fitting(raw, own, cells).items():
        is_sure = len(places) == 1 and not (
            name == "troops"
            and (is_ascending(cells[places[0]]) or is_rank(own[places[0]]))
        )
        headers[name] = own[places[0]] if is_sure else OPEN
    return headers


def candidates(
    raw: RawTable, own: Mapping[int, str], cells: Mapping[int, list[str]]
) -> dict[str, list[str]]:
    """Return the headers that each column may have which no header names.

    Those above numbers in order, which may be codes, ranks and ids, come last.
    """
    return {
        name: [own[at] for at in sorted(places, key=lambda at: is_ascending(cells[at]))]
        for name, places in _fitting(raw, own, cells).items()
    }


def _fitting(
    raw: RawTable, own: Mapping[int, str], cells: Mapping[int, list[str]]
) -> dict[str, list[int]]:
    known = {column.name for column in raw.table.every_column}
    found: dict[str, list[int]] = {}
    for at in own:
        name = _PROPOSED.get(kind_of(cells[at]), "")
        if name in known and not _is_there(name, raw):
            found.setdefault(name, []).append(at)
    return found


def _is_there(name: str, raw: RawTable) -> bool:
    if name == "troops":
        return bool({*raw.columns} & FIGURES)
    return name in raw.columns


def asks_which_figures(
    raw: RawTable, own: Mapping[int, str], cells: Mapping[int, list[str]], line: str
) -> bool:
    """Ask about numbers that no header is known for, where there are no others."""
    is_statements = raw.table.name == "pledges"
    if not is_statements or raw.dated or _is_there("troops", raw):
        return False
    asked = candidates(raw, own, cells).get("troops", [])
    if not asked or "actor" not in raw.columns:
        return False
    shown = _and(asked)
    raw.find(
        raw.place.header_row, one_line(asked[0]), "unknown-column",
        f"{shown} {'holds' if len(asked) == 1 else 'hold'} numbers, and no other"
        " column is one of figures",
        f"write at the top of the map definition {line}, without troops if they are"
        " no figures of this map",
    )  # fmt: skip
    return True


def note_numbers(
    raw: RawTable, own: Mapping[int, str], cells: Mapping[int, list[str]]
) -> None:
    """Tell that numbers are passed over as the definition says, where none is read."""
    numbers = candidates(raw, own, cells).get("troops", [])
    if numbers and not raw.dated and not FIGURES & dict(raw.options.columns).keys():
        header = numbers[0] if len(numbers) == 1 else OPEN
        raw.find(
            raw.place.header_row, one_line(numbers[0]), "unknown-column",
            f"{_and(numbers)} {'holds' if len(numbers) == 1 else 'hold'} numbers, and"
            " no column of figures stands under [columns]",
            "nothing, if they are no figures of this map; else write there"
            f" troops = {quoted_toml(header)}", "note",
        )  # fmt: skip


def _and(headers: Sequence[str]) -> str:
    more = " and more" if len(headers) > _MOST_ASKED else ""
    return " and ".join(map(quote, headers[:_MOST_ASKED])) + more


def one_line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)[:40]
