"""How a lookup does on labelled strings."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass

from tests.benchmarks.names.labelled import Labelled
from tests.benchmarks.names.libraries import Lookup

TYPOS = frozenset({"typo", "slip"})


@dataclass(frozen=True)
class Score:
    """Shares from 0 to 1, and milliseconds of processor time per 1,000 strings.

    ``found`` is over strings that name a country, ``right`` over those found;
    ``accepted`` over strings that name none, ``typos`` over misspelt ones.
    """

    found: float
    right: float
    accepted: float
    typos: float
    ms_per_1000: float


def score(lookup: Lookup, labelled: Iterable[Labelled]) -> Score:
    labels = list(labelled)
    for warm in ("France", "Frankreich", "Kipro Respublika", "Atlantis"):
        _safe(lookup, warm)
    start = time.process_time()
    answers = [_safe(lookup, label.text) for label in labels]
    seconds = time.process_time() - start
    pairs = list(zip(labels, answers, strict=True))
    named = [(label, answer) for label, answer in pairs if label.means]
    found = [(label, answer) for label, answer in named if answer]
    typos = [answer for label, answer in pairs if label.kind in TYPOS]
    others = [
        answer for label, answer in pairs if not label.means and label.kind not in TYPOS
    ]
    return Score(
        _share(len(found), len(named)),
        _share(sum(label.means == answer for label, answer in found), len(found)),
        _share(sum(map(bool, others)), len(others)),
        _share(sum(map(bool, typos)), len(typos)),
        seconds * 1e6 / max(1, len(labels)),
    )


def _safe(lookup: Lookup, text: str) -> str | None:
    try:
        return lookup(text)
    except Exception:
        return None


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
