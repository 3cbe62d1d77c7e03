"""What the page's script needs to apply the rules at another date or under filters.

The script works out the standing, the figures and the headline sentence anew, from the
rows, as ``geo.join`` and ``geo.layers`` did for the opening state.  The orders that the
rules go by are given to it, so that they are written in one place.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from geo.definitions.load import MapInput
from geo.vocabulary import (
    CONFIDENCE_RANK,
    GRADE,
    MEANING,
    MODE,
    OCCURRENCE,
    PRESENT,
    ROLE,
)


def rules(loaded: MapInput, said: Iterable[str]) -> dict[str, Any]:
    """Return orders, the sources' grades and the headline's template, as JSON values.

    ``order`` holds the rows' ids in the order of the tables where it is not the order
    of the ids themselves; ``said`` are those of the statements.
    """
    statuses = loaded.definition.statuses
    order = {
        "statements": _unless_sorted(said),
        "participations": _unless_sorted(
            [*loaded.dataset.participations, *loaded.took_part_beside]
        ),
        "governments": _unless_sorted(loaded.dataset.governments),
    }
    values: dict[str, Any] = {
        "terms": {
            "commitment": list(statuses.commitment),
            "help": sorted(statuses.help),
            "nothing": [
                s.id for s in statuses.statuses.values() if s.answers == "nothing"
            ],
            "combined": [[*both, one] for both, one in statuses.combined.items()],
            "confidence": sorted(CONFIDENCE_RANK, key=CONFIDENCE_RANK.__getitem__),
            "grade": list(GRADE),
            "meaning": list(MEANING),
            "mode": list(MODE),
            "occurrence": list(OCCURRENCE),
            "present": list(PRESENT),
            "role": list(ROLE),
        },
        "signs": statuses.signs(),
        "grades": _grades(loaded),
        "sentence": dict(loaded.definition.headline),
        "order": {table: ids for table, ids in order.items() if ids},
    }
    if loaded.definition.headline_none:
        values["sentence_none"] = dict(loaded.definition.headline_none)
    if loaded.definition.status_rests_on == "as_told":
        values["as_told"] = True
    return values


def _unless_sorted(ids: Iterable[str]) -> list[str]:
    """Return the ids, or none if the keys of a JSON object stand in the same order.

    JavaScript puts keys that are whole numbers first, whatever their place.
    """
    listed = list(ids)
    same = listed == sorted(listed) and not any(key.isdigit() for key in listed)
    return [] if same else listed


def _grades(loaded: MapInput) -> dict[str, list[str]]:
    """Return the sources of statements, participations and claims, by their grade."""
    cited = {said.source for said in loaded.statements.values()}
    cited |= {part.source for part in loaded.dataset.participations.values()}
    cited |= {part.source for part in loaded.took_part_beside.values()}
    cited |= {claim.source for claim in loaded.dataset.claims.values()}
    grades: dict[str, list[str]] = {}
    for key in sorted(cited):
        grades.setdefault(loaded.dataset.sources[key].grade, []).append(key)
    return grades
