"""Print the benchmark of names: ``python -m tests.benchmarks.names [--every N]``.

``--blind countries.json`` asks for the names of the npm package world-countries instead
(``npm pack world-countries``), which nobody looked at while the index was made, and
``--published`` for English names as tables have them.

It needs pycountry for the labelled strings, and each library that is to be compared;
one that does not import is named with its error.  ``--every 5`` takes each fifth string
of the large sets, because fuzzy searches take milliseconds a string.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.benchmarks.names.labelled import (
    Labelled,
    letters_of_names,
    published,
    slips,
    subdivisions,
    translations,
    typed,
    world_countries,
)
from tests.benchmarks.names.libraries import LIBRARIES
from tests.benchmarks.names.score import Score, score

_SLIPS_OF = 8  # letters: shorter names have neighbours that are names


def labelled(every: int) -> list[Labelled]:
    """Return the whole set, its large parts thinned to each ``every``th string."""
    names = list(translations())
    long = [
        label
        for label in names
        if label.text.isascii()
        and label.kind == "name"
        and len(label.text) >= _SLIPS_OF
    ]
    known = letters_of_names(names)
    misspelt = [slip for edits in (1, 2) for slip in slips(long, known, edits)]
    large = [names, list(subdivisions()), misspelt]
    return [*typed(), *(label for part in large for label in part[::every])]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=5)
    parser.add_argument("--blind", type=Path, metavar="COUNTRIES_JSON")
    parser.add_argument("--published", action="store_true")
    parser.add_argument("--only", choices=LIBRARIES, action="append")
    options = parser.parse_args()
    if options.blind:
        labels = list(world_countries(options.blind))[:: options.every]
    elif options.published:
        labels = list(published())
    else:
        labels = labelled(options.every)
    print(f"{len(labels)} strings: {_counts(labels)}\n")  # noqa: T201 - its purpose
    print(_row("", "found", "right", "no country", "typos", "ms/1000"))  # noqa: T201
    for name in options.only or LIBRARIES:
        print(_line(name, labels), flush=True)  # noqa: T201


def _line(name: str, labels: list[Labelled]) -> str:
    try:
        lookup = LIBRARIES[name]()
    except Exception as error:
        return f"{name:22}does not start: {type(error).__name__}: {error}"
    result: Score = score(lookup, labels)
    shares = (result.found, result.right, result.accepted, result.typos)
    percent = (f"{100 * share:.2f} %" for share in shares)
    return _row(name, *percent, f"{result.ms_per_1000:.1f}")


def _row(name: str, *cells: str) -> str:
    return f"{name:22}" + "".join(f"{cell:>12}" for cell in cells)


def _counts(labels: list[Labelled]) -> str:
    kinds: dict[str, int] = {}
    for label in labels:
        kinds[label.kind] = kinds.get(label.kind, 0) + 1
    return ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))


if __name__ == "__main__":
    main()
