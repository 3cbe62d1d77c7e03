"""What differs between a page and the one that its inputs give now, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from geo.findings import quote
from geo.verify.libraries import other_versions
from geo.verify.read_page import Payload, made_from

# More than so many are counted instead of named.
NAMED = 8
SHOWN_DIGITS = 12


def differences(old: bytes, old_payload: Payload, new: bytes, new_payload: Payload
                ) -> list[str]:  # fmt: skip
    """Say how a page as found differs from a fresh one; nothing if it does not."""
    if old == new:
        return []
    lines = [
        *_of_version(old_payload, new_payload),
        *_of_files(old_payload, new_payload),
    ]
    if not lines and (others := other_versions()):
        lines = [
            "all that it was made from is the same, so that a library may differ: here"
            f" is {', '.join(others)}"
        ]
    lines += _of_content(old_payload, new_payload)
    same = next(
        (at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b),
        min(len(old), len(new)),
    )
    lines.append(
        f"its bytes differ from byte {same} on ({len(old):,} bytes, now {len(new):,})"
    )
    return lines


def _of_version(old: Payload, new: Payload) -> Iterator[str]:
    versions = (old["pledgemap"], new["pledgemap"])
    if versions[0] != versions[1]:
        yield f"built by Pledgemap {versions[0]}, this is {versions[1]}"


def _of_files(old: Payload, new: Payload) -> Iterator[str]:
    """Compare what both were made from, file by file."""
    before, now = made_from(old), made_from(new)
    for group in sorted({*before, *now}):
        old_files, new_files = before.get(group, {}), now.get(group, {})
        for name in sorted({*old_files, *new_files}):
            was, is_now = old_files.get(name), new_files.get(name)
            if was is None:
                yield f"{group}: {quote(name)} was not used, and is now"
            elif is_now is None:
                yield f"{group}: {quote(name)} was used, and is not now"
            elif was != is_now:
                digits = f"{was[:SHOWN_DIGITS]}, now {is_now[:SHOWN_DIGITS]}"
                yield f"{group}: {quote(name)} has changed ({digits})"


def _of_content(old: Payload, new: Payload) -> Iterator[str]:
    if old.get("as_of") != new.get("as_of"):
        yield f"as of {quote(str(old.get('as_of')))}, now {new.get('as_of')}"
    statuses = [_statuses(payload) for payload in (old, new)]
    yield from _of_keys("countries shown otherwise", *statuses)
    for name in ("statements", "participations"):
        rows = [_rows(payload, name) for payload in (old, new)]
        yield from _of_keys(name, *rows)
    told = {"as_of", "countries", "statements", "participations", "texts",
            "pledgemap", "made_from"}  # fmt: skip
    others = sorted(
        key
        for key in {*old, *new} - told
        if key not in old or key not in new or old[key] != new[key]
    )
    if others:
        yield f"also differing: {_listed(others)}"


def _of_keys(
    what: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[str]:
    """Name the entries that came, went or changed."""
    groups = {
        "new": [key for key in new if key not in old],
        "gone": [key for key in old if key not in new],
        "changed": [key for key in new if key in old and old[key] != new[key]],
    }
    told = [
        f"{len(keys)} {how} ({_listed(keys)})" for how, keys in groups.items() if keys
    ]
    if told:
        yield f"{what}: {', '.join(told)}"


def _statuses(payload: Payload) -> dict[str, Any]:
    """Return each country's standing; the lists of its rows are told by the rows."""
    countries = payload.get("countries")
    if not isinstance(countries, dict):
        return {}
    drawn = ("status", "strength", "contested")
    return {
        key: [*map(entry.get, drawn), "help" in entry]
        if isinstance(entry, dict)
        else entry
        for key, entry in countries.items()
    }


def _rows(payload: Payload, name: str) -> dict[str, Any]:
    """Return rows with what their texts say: the place of one means nothing alone."""
    texts = _texts(payload)

    def told(value: object) -> object:
        is_place = isinstance(value, int) and not isinstance(value, bool)
        return texts.get(value, value) if is_place else value

    return {
        key: {column: told(value) for column, value in row.items()}
        if isinstance(row, dict)
        else row
        for key, row in _unpacked(payload.get(name)).items()
    }


def _texts(payload: Payload) -> dict[object, dict[str, str]]:
    """Return what each text says by language, under its place in their lists."""
    languages = payload.get("texts")
    texts: dict[object, dict[str, str]] = {}
    for code, said in languages.items() if isinstance(languages, dict) else ():
        for place, text in enumerate(said if isinstance(said, list) else ()):
            if isinstance(text, str):
                texts.setdefault(place, {})[code] = text
    return texts


def _unpacked(table: object) -> dict[str, Any]:
    """Return rows by id, each with its keys, as ``geo/page/packing.py`` packed them."""
    if not isinstance(table, dict) or not isinstance(table.get("rows"), dict):
        return {}
    keys = table.get("keys")
    names = keys if isinstance(keys, list) else []
    return {
        row: {
            str(name): value
            for name, value in zip(names, values, strict=False)
            if value is not None
        }
        if isinstance(values, list)
        else values
        for row, values in table["rows"].items()
    }


def _listed(keys: Sequence[str]) -> str:
    shown = [quote(key, 40)[1:-1] for key in sorted(keys)[:NAMED]]
    more = len(keys) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
