"""The walks and lists of docs/architecture.md name what is there."""

from __future__ import annotations

import re

from documents import ROOT

TEXT = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
DEFINED = r"^\s*(?:export )?(?:async )?(?:def |class |function |const )?{}\b *[=(:{{]"


def test_every_name_is_defined_in_its_file() -> None:
    named = re.findall(r"`((?:geo|data|tests)/[\w/.-]+\.\w+)(?::(\w+))?`", TEXT)
    assert len(named) > 50
    for file, name in named:
        text = (ROOT / file).read_text(encoding="utf-8")
        if name:
            found = re.search(DEFINED.format(name), text, re.M)
            assert found, f"{file}:{name}"


def test_the_representations_are_as_many_as_it_says() -> None:
    section = TEXT.partition("## From a cell to a pixel\n")[2].partition("\n## ")[0]
    (said,) = re.findall(r"In all of these (\d+) forms", section)
    assert len(re.findall(r"^\d+\. `", section, re.M)) == int(said)
