"""The files of a folder for a table that was inspected: itself, and a definition."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from geo.boundaries.read import read_boundaries
from geo.digest import digest
from geo.findings import Finding
from geo.replacing import LIST, list_text
from geo.starter.inspection import TO_SAY, Inspection
from geo.tables.fitting import called, quoted_toml
from geo.tables.proposals import OPEN
from geo.vocabulary.statuses import SHIPPED
from geo.words import LANGUAGES

_EUROPE = (-24, 34, 45, 71)
_MOSTLY = 2 / 3
# A table of troops does not say whether somebody pledged them.
_SERVING = """
# Do they serve somewhere already, as in KFOR?  Then nobody pledged them: leave status
# and meaning out, take off these #, and write under the title languages = ["en"] and a
# headline such as "{speakers} countries have troops in KFOR."
# [unit]
# one = "soldier"
# other = "soldiers"
"""
# What is one thing, and what may be several: "Congo" = "COG".
_PROPOSES = re.compile(
    r"(?:write one of (?P<codes>[A-Z, ]+), or )?(?:write|say|say it) under \[names\] in"
    r" the map definition:?(?P<what> what it means:)? (?P<line>.*)"
)


def files_of(inspected: Inspection, address: str = "") -> dict[str, bytes]:
    """Return the files of a folder for the table: itself, and a definition.

    ``address`` is where it is published, if it is.
    """
    path = inspected.file.path
    name, stem = _without_mark(path.name), path.stem
    slug = "".join(c if c.isalnum() or c in "-_" else "-" for c in stem)
    definition = "\n".join(_definition(inspected, address)) + "\n"
    data = path.read_bytes()
    # So that pledgemap pull knows it for what was pulled.
    made = list_text({name: frozenset([digest(data)])})
    return {
        f"data/{name}": data,
        **({f"data/{LIST}": made} if address else {}),
        f"maps/{slug.strip('-') or 'map'}.toml": definition.encode(),
    }


def _without_mark(name: str) -> str:
    """Return a file's name as a definition can name it: after ``#`` stands a sheet."""
    return name.replace("#", "-")


def _definition(inspected: Inspection, address: str) -> Iterator[str]:
    yield from _head(inspected, address)
    yield from _columns(inspected)
    yield from _words(inspected)
    yield from _unit(inspected)
    yield from _defaults(inspected)
    yield from _view(inspected)
    yield '\n[[layers]]\nkind = "status"'
    if inspected.has_numbers or inspected.dated or "troops" in inspected.columns:
        # What is below zero has no circle.
        kind = "value" if inspected.below_zero else "figures"
        yield f'\n[[layers]]\nkind = "{kind}"'


def _head(inspected: Inspection, address: str) -> Iterator[str]:
    """Write what the map is called and says, and where its table is."""
    yield "# Every key is in Pledgemap's docs/reference/definition.md."
    path, sheet = inspected.file.path, inspected.file.sheet
    named = _without_mark(path.name) + (f"#{sheet}" if sheet else "")
    yield f"title = {quoted_toml(path.stem)}"
    if inspected.unit is None:
        yield (
            'headline = "By {as_of}, {count:pledged_troops} of {speakers} had pledged'
            ' troops."'
        )
    else:
        yield 'headline = "{speakers} countries, as of {as_of}."\nlanguages = ["en"]'
    yield f"\n[tables]\npledges = {quoted_toml(named)}"
    if address:
        yield f"\n# What pledgemap pull asks.\n[pull]\npledges = {quoted_toml(address)}"


def _columns(inspected: Inspection) -> Iterator[str]:
    """Write which header is which, where only a person knows as a question."""
    yield "\n# Which header is which; all others are passed over.\n[columns]"
    yield from (
        f"{called(name)} = {quoted_toml(text)}"
        for name, text in inspected.columns.items()
        if name not in inspected.asked
    )
    for name, headers in inspected.asked.items():
        yield f"# Write which of these it is, or take the line out: {_listed(headers)}"
        yield f"{called(name)} = {quoted_toml(OPEN)}"


def _words(inspected: Inspection) -> Iterator[str]:
    """Write the names and the words of which a person has to say what they mean."""
    if proposed := [*_names(inspected.findings)]:
        yield "\n# Names that were not read: take off the # where it is right, and for"
        yield f"# {OPEN} write a code, or not a country.\n[names]"
        yield from (f"# {line}" for line in proposed)
    if inspected.words:
        yield "\n# Words of a status, if it is one (else take its line out above):"
        yield "# take off the # and write what each means, of"
        yield from (f"# {line}" for line in textwrap.wrap(", ".join(SHIPPED.terms), 80))
        yield "[status_words]"
        yield from (
            f'# {quoted_toml(word)} = "{term or "…"}"'
            for word, term in inspected.words.items()
        )


def _unit(inspected: Inspection) -> Iterator[str]:
    """Write what is counted, if it is not known to be troops."""
    if inspected.unit is not None:
        other = f"other = {quoted_toml(inspected.unit.strip() or OPEN)}"
        yield "\n# What is counted; the page then has no word of troops. If these are"
        yield "# troops, take it and languages out, and say status and meaning below."
        yield f"[unit]\n{'' if inspected.unit.strip() else '# '}{other}"
        if inspected.below_zero:
            yield "below_zero = true"


def _defaults(inspected: Inspection) -> Iterator[str]:
    """Write what the table lacks, for a person to say."""
    if inspected.lacks:
        yield "\n# What holds for all rows: take off the # and write what is true."
        yield "[defaults]"
        for name in inspected.lacks:
            example, what = TO_SAY[name]
            yield f"# {name} = {quoted_toml(example)}  # {what}"
        if inspected.unit is None and "status" in inspected.lacks:
            yield _SERVING.removesuffix("\n")


def _listed(headers: Iterable[str]) -> str:
    return ", ".join(map(quoted_toml, headers))


def _names(findings: Iterable[Finding]) -> Iterator[str]:
    """Return a line for each name that was not read; what may be several stays open."""
    for finding in findings:
        if finding.code not in {"unknown-actor", "code-among-names"}:
            continue
        if found := _PROPOSES.search(finding.advice):
            name, _, meant = found["line"].rpartition(" = ")
            is_open = found["codes"] or found["what"]
            codes = (found["codes"] or meant).replace('"', "")
            yield f'{name} = "{OPEN}"  # {codes}' if is_open else found["line"]


def _view(inspected: Inspection) -> Iterable[str]:
    boundaries = read_boundaries().set_index("iso_a3")
    there = boundaries.loc[boundaries.index.intersection(inspected.countries)]
    points = there.geometry.representative_point()
    west, south, east, north = _EUROPE
    inside = points.x.between(west, east) & points.y.between(south, north)
    if inside.mean() >= _MOSTLY:
        yield f'\n[[views]]\nid = "europe"\ntitle = {_place_name(inspected, "150")}'
        yield f'projection = "europe_laea"\nbounds = {[*_EUROPE]}'
    yield f'\n[[views]]\nid = "world"\ntitle = {_place_name(inspected, "001")}'
    yield 'projection = "equal_earth"\nbounds = [-170, -55, 179, 80]'


def _place_name(inspected: Inspection, area: str) -> str:
    """Return the name of a part of the world in the definition's languages."""
    from babel import Locale  # only here: most commands name nothing

    languages = LANGUAGES if inspected.unit is None else ("en",)
    names = {code: Locale.parse(code).territories[area] for code in languages}
    texts = {code: quoted_toml(n[:1].upper() + n[1:]) for code, n in names.items()}
    if len(texts) == 1:
        return texts["en"]
    return "{ " + ", ".join(f"{code} = {text}" for code, text in texts.items()) + " }"
