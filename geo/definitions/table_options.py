"""What a definition says of its tables that they cannot say themselves.

``date_order`` may be said of each table by its name; all else is said of ``pledges``,
the table that people find rather than make.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from geo import countries
from geo.cells.dates import ORDERS, Order
from geo.cells.numerals import Separators
from geo.definitions.defaults import status_of
from geo.definitions.keys import Keys
from geo.definitions.own_words import Unit
from geo.findings import quote
from geo.tables.header import HEAD_ROWS
from geo.tables.options import NO_COUNTRY, TableOptions
from geo.tables.schema import PLEDGES
from geo.vocabulary.statuses import SHIPPED, Registry

_MOST_OF_EACH = 1_000_000

Texts = tuple[tuple[str, tuple[str, ...]], ...]


def read_table_options(
    keys: Keys,
    tables: Iterable[str],
    statuses: Registry = SHIPPED,
    unit: Unit | None = None,
) -> Mapping[str, TableOptions]:
    """Return what is said of each table that something is said of."""
    options = {
        name: TableOptions(order=order) for name, order in _orders(keys, tables).items()
    }
    pledges = _of_pledges(keys, options.get("pledges", TableOptions()), statuses)
    if pledges.per and unit is None:
        keys.find(
            "rows.per", "missing-key", "figures for each of something are no troops",
            "write [unit] with what is counted then, such as refugees per 1,000 people",
        )  # fmt: skip
    if statuses is not SHIPPED:
        pledges = replace(pledges, statuses=statuses)
    if unit:
        pledges = replace(
            pledges,
            decimals=unit.decimals,
            signs=unit.signs,
            below_zero=unit.below_zero,
            has_unit=True,
        )
    return options if pledges == TableOptions() else {**options, "pledges": pledges}


def _of_pledges(keys: Keys, options: TableOptions, statuses: Registry) -> TableOptions:
    rows = keys.inner("rows")
    thousands = keys.one_of("thousands", [mark.value for mark in Separators])
    options = replace(
        options,
        columns=_columns(keys),
        names=_names(keys),
        status_words=_status_words(keys, statuses),
        thousands=Separators(thousands) if thousands else None,
        demonyms=keys.flag("demonyms", default=False),
        header_row=keys.whole("header_row", HEAD_ROWS),
    )
    if rows is None:
        return options
    keep, drop = rows.lists("keep"), rows.lists("drop")
    adds_up = rows.flag("sum", default=False)
    per, each = rows.text("per"), rows.whole("each", _MOST_OF_EACH)
    if each and not per:
        rows.find(
            "each", "missing-key", "nothing says what figures are divided by",
            'name the column: per = "Population"',
        )  # fmt: skip
    if adds_up and per:
        rows.find(
            "sum", "bad-value",
            "figures for each of something cannot be added up: rows of one country"
            " may each have a part of what they are divided by, or all of it",
            "add the rows up in the table, and leave out sum = true",
        )  # fmt: skip
    rows.close()
    return replace(
        options, keep=keep, drop=drop, adds_up=adds_up, per=per, each=each or 1
    )


def _orders(keys: Keys, tables: Iterable[str]) -> dict[str, Order]:
    """Return what is said for all tables, or for each by its name."""
    if not isinstance(keys.table.get("date_order"), dict):
        options = keys.one_of("date_order", ORDERS)
        return dict.fromkeys(tables, ORDERS[options]) if options else {}
    inner = cast("Keys", keys.inner("date_order"))
    orders = {name: inner.one_of(name, ORDERS) for name in tables}
    inner.close()
    return {name: ORDERS[options] for name, options in orders.items() if options}


def _columns(keys: Keys) -> tuple[tuple[str, str], ...]:
    """Return the header of each column; a column may be called as in a header."""
    found: dict[str, str] = {}
    for key, header in keys.texts("columns"):
        name = PLEDGES.canonical(key)
        if name is None:
            keys.find(
                f"columns.{key}", "unknown-key", f"{quote(key)} is no column",
                "the columns are " + ", ".join(c.name for c in PLEDGES.every_column),
            )  # fmt: skip
        elif name in found:
            keys.find(
                f"columns.{key}", "duplicate-column", f"{name} is said twice",
                "leave one of the two",
            )  # fmt: skip
        else:
            found[name] = header
    return tuple(found.items())


def _names(keys: Keys) -> tuple[tuple[str, str], ...]:
    found = []
    for text, meant in keys.texts("names"):
        answer = countries.resolve(meant)
        if meant == NO_COUNTRY:
            found.append((text, NO_COUNTRY))
        elif isinstance(answer, countries.Country):
            found.append((text, answer.iso_a3))
        else:
            keys.find(
                f"names.{text}", "unknown-actor", f"{quote(meant)} is not one country",
                f'write an ISO code such as "POL", or "{NO_COUNTRY}"',
            )  # fmt: skip
    return tuple(found)


def _status_words(keys: Keys, statuses: Registry) -> tuple[tuple[str, str], ...]:
    found = []
    for word, meant in keys.texts("status_words"):
        if status := status_of(keys, f"status_words.{word}", meant, statuses):
            found.append((word, status))
    return tuple(found)
