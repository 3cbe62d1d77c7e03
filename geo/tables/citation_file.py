"""``CITATION.cff``: how the tables are cited, from their ``datapackage.json``.

Format: https://citation-file-format.github.io, version 1.2.0.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def citation_cff(package: Mapping[str, Any]) -> str:
    """Write the citation file of a data package, without what it does not state.

    Raises
    ------
    KeyError
        If there is no title, or no contributor with one.
    """
    authors = [{"name": person["title"]} for person in package["contributors"]]
    named = [licence["name"] for licence in package.get("licenses", ())]
    # Natural Earth's public domain has no name that the format knows.
    licences = [name for name in named if not name.startswith("other-")]
    fields: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "Please cite these data with the date that they are of.",
        "type": "dataset",
        "title": package["title"],
        "version": package.get("version"),
        "date-released": package.get("created", "")[:10],
        "abstract": package.get("description"),
        "authors": authors,
        "keywords": package.get("keywords"),
        "license": licences[0] if len(licences) == 1 else licences,
    }
    return "".join(f"{key}: {_yaml(value)}\n" for key, value in fields.items() if value)


def _yaml(value: Any) -> str:
    """Write a value as JSON, which is YAML: no text is then read as anything else."""
    return json.dumps(value, ensure_ascii=False)
