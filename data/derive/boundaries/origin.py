"""The origin of the shipped boundaries, written beside them as TOML."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import shapely

from data.derive.boundaries import detail
from data.derive.boundaries.sources import DEFAULT, GERMANY, Source, sha256

Table = dict[str, object]

_LIBRARIES = ("geopandas", "numpy", "pandas", "pyarrow", "pyogrio", "pyproj", "shapely")


def origin_toml(policy: str, outputs: Iterable[Path]) -> str:
    """Say where the boundaries come from, how they were derived, and what came out."""
    tables: list[tuple[str, Table]] = [
        (
            "origin",
            {
                "producer": "Natural Earth",
                "title": "Admin 0 – Countries, 1:10m",
                "version": "5.1.1",
                "page": "https://www.naturalearthdata.com",
                "licence": "public domain",
                "licence_page": "https://www.naturalearthdata.com/about/terms-of-use/",
                "attribution": "Made with Natural Earth",
            },
        ),
        *(("[package]", _package(source)) for source in (DEFAULT, GERMANY)),
        ("derivation", _derivation(policy)),
        *(("[derivation.detail]", asdict(box)) for box in detail.DETAILS),
        ("derivation.libraries", _libraries()),
        *(
            (
                "[output]",
                {
                    "file": path.name,
                    "bytes": path.stat().st_size,
                    "sha256": sha256(path),
                },
            )
            for path in outputs
        ),
    ]
    head = "# Written by data.derive.boundaries; do not edit.\n"
    return head + "".join(_table(name, values) for name, values in tables)


def _package(source: Source) -> Table:
    return {
        "name": source.package,
        "version": source.version,
        "sha256": source.sha256,
        "inside": list(source.inside),
        "view": source.view,
        "accessed": source.accessed,
    }


def _derivation(policy: str) -> Table:
    return {
        "command": "python -m data.derive.boundaries NSTK_WHEEL DEU_WHEEL",
        "policy": policy,
        "grid_deg": detail.GRID_DEG,
        "small_country_km2": detail.SMALL_COUNTRY_KM2,
        "small_country_islet_km2": detail.SMALL_COUNTRY_ISLET_KM2,
        "island_tolerances_deg": list(detail.ISLAND_TOLERANCES_DEG),
        "island_share_of_size": detail.ISLAND_SHARE_OF_SIZE,
        "enclave_km2": detail.ENCLAVE_KM2,
        "enclave_margin_deg": detail.ENCLAVE_MARGIN_DEG,
        "enclave_share_of_size": detail.ENCLAVE_SHARE_OF_SIZE,
    }


def _libraries() -> Table:
    versions: Table = {name: version(name) for name in _LIBRARIES}
    return versions | {"geos": shapely.geos_version_string}


def _table(name: str, values: Table) -> str:
    # JSON's strings, numbers and lists of them are TOML's too.
    lines = [
        f"{key} = {json.dumps(value, ensure_ascii=False)}"
        for key, value in values.items()
    ]
    return "\n".join([f"\n[{name}]", *lines, ""])
