"""Write the pages of this folder anew: ``python -m docs.reference``.

Each is made from the code that it describes; a test asks that what is committed is
what is made.
"""

from __future__ import annotations

from pathlib import Path

from docs.reference import columns, commands, definition, findings, python

FOLDER = Path(__file__).parent
REMARK = "<!-- Written by python -m docs.reference; edit the code instead. -->"


def derived() -> dict[str, str]:
    """Return the text of each page by its file's name."""
    pages = {
        "columns.md": columns.page(),
        "commands.md": commands.page(),
        "definition.md": definition.page(),
        "findings.md": findings.page(),
        "python.md": python.page(),
    }
    return {name: f"{REMARK}\n\n{text}\n" for name, text in pages.items()}


if __name__ == "__main__":
    for name, text in derived().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
