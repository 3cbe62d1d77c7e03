"""The boundary policy: who owns each piece.  Read from tables, so that it is data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

import geopandas

# The other columns of policy.csv are texts, one a language: label_en, basis_fr, …
_NOT_POLICIES = {"ne_default", "ne_germany", "basis"}
_TEXTS = ("label_", "basis_")


@dataclass(frozen=True)
class Policy:
    """One boundary policy, named after its column of ``policy.csv``.

    All codes are Natural Earth's ``ADM0_A3``.
    """

    name: str
    owner: dict[tuple[str, str], str]
    """Owner of a piece, by its owners in the default and in the German view."""
    label_id: dict[tuple[str, str], str]
    """Id of the disputed area that a piece is, for those that are drawn as one."""
    absorbed: dict[str, str]
    """Units that are painted with another one."""
    dropped: frozenset[str]
    """Units that are left out."""
    keys: dict[str, str]
    """Join keys that are not Natural Earth's ``ISO_A3_EH``."""
    unsettled: frozenset[frozenset[str]]
    """Pairs of owners whose whole border is unsettled."""


def read_policy(folder: Path, name: str) -> Policy:
    """Read the policy ``name`` from the tables in ``folder``.

    Raises
    ------
    ValueError
        If ``policy.csv`` has no such column, or leaves an owner blank in it.
    """
    table = _read_table(folder / "policy.csv")
    known = [
        column
        for column in table.columns
        if column not in _NOT_POLICIES and not column.startswith(_TEXTS)
    ]
    if name not in known:
        raise ValueError(f"no boundary policy {name!r}; there are {', '.join(known)}")
    pairs = list(zip(table["ne_default"], table["ne_germany"], strict=True))
    owner = dict(zip(pairs, table[name], strict=True))
    if "" in owner.values():
        raise ValueError(f"boundary policy {name!r} leaves a piece without owner")
    labels = zip(pairs, table["label_id"], strict=True)
    units = _read_table(folder / "units.csv")
    unsettled = _read_table(folder / "unsettled.csv")
    return Policy(
        name=name,
        owner=owner,
        label_id={pair: label for pair, label in labels if label},
        absorbed=_targets(units, "absorb"),
        dropped=frozenset(_targets(units, "drop")),
        keys=_targets(units, "key"),
        unsettled=frozenset(
            frozenset(pair)
            for pair in zip(unsettled["ne_code_a"], unsettled["ne_code_b"], strict=True)
        ),
    )


def assign_owners(
    pieces: geopandas.GeoDataFrame, policy: Policy
) -> geopandas.GeoDataFrame:
    """Return each piece its owner, and join the pieces that are drawn as one.

    Parameters
    ----------
    pieces
        As ``intersect_views`` gives them.
    policy
        The policy; a piece on which both views agree needs no row in it.

    Returns
    -------
    geopandas.GeoDataFrame
        One row an owner and disputed area: ``owner``, ``label_id`` (``""`` for what is
        not disputed), ``holder`` (the owner in the default view), ``geometry``.

    Raises
    ------
    ValueError
        If the views differ on a piece and the policy does not say whose it is.
    """
    rows = [
        _ruling(pair, policy)
        for pair in zip(pieces["ne_default"], pieces["ne_germany"], strict=True)
    ]
    ruled = geopandas.GeoDataFrame(
        rows,
        columns=["owner", "label_id", "holder"],
        geometry=pieces.geometry.to_numpy(),
        crs=pieces.crs,
    )
    kept = ruled[~ruled["owner"].isin(policy.dropped)]
    return join_areas(kept, ["owner", "label_id", "holder"])


def join_areas(areas: geopandas.GeoDataFrame, by: list[str]) -> geopandas.GeoDataFrame:
    """Dissolve areas of a valid coverage by columns; rows come out sorted by them."""
    return areas[[*by, "geometry"]].dissolve(by, as_index=False, method="coverage")


def _ruling(pair: tuple[str, str], policy: Policy) -> tuple[str, str, str]:
    default, germany = pair
    owner = policy.owner.get(pair, default if default == germany else None)
    if owner is None:
        other = germany or "nobody"
        raise ValueError(f"no policy for the piece of {default} and {other}")
    owner = policy.absorbed.get(owner, owner)
    label_id = policy.label_id.get(pair, "")
    return owner, label_id, default if label_id else owner


def _targets(units: pd.DataFrame, treatment: str) -> dict[str, str]:
    rows = units[units["treatment"] == treatment]
    return dict(zip(rows["ne_code"], rows["target"], strict=True))


def _read_table(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
