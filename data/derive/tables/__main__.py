"""Write anew what is made from the tables' schema and from ``data/package.toml``.

``python -m data.derive.tables`` writes ``data/datapackage.json`` and ``CITATION.cff``.
"""

from __future__ import annotations

from pathlib import Path

from data.derive.tables.datapackage import as_text, descriptor, last_read, read_about
from geo.tables.citation_file import citation_cff

ROOT = Path(__file__).parents[3]


def derived(root: Path = ROOT) -> dict[str, str]:
    """Return the text of each file that is made, by its path in the repository."""
    package = descriptor(read_about(root / "data"), last_read(root / "data"))
    return {
        "data/datapackage.json": as_text(package),
        "CITATION.cff": citation_cff(package),
    }


if __name__ == "__main__":
    for path, text in derived().items():
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
