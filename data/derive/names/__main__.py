r"""Derive the index of names from CLDR and Natural Earth (run by people who update it).

Usage::

    python -m data.derive.names CLDR... --natural-earth SHP \
        --i18n-iso-countries TGZ --django-countries WHL

``CLDR`` are folders or ``.tgz`` files of the npm package ``cldr-localenames-full``, the
current release first, then older ones, whose spellings people still use; the last two
are the npm package ``i18n-iso-countries`` and the wheel of ``django-countries``.  The
installed babel is read as well, for the locales that CLDR keeps in draft.  Releases and
checksums are in ``data/names/ORIGIN.md``, names that a source gives to a wrong country
in ``data/names/wrong_in_sources.csv``.  It writes ``data/names/index-en-fr.txt``,
``index-world.txt`` and ``index-declined.txt``: a line a target, the target first, then
its keys.  Equal sources give equal bytes.

A key that two countries share is settled by the first of these that holds:

1. ``data/names/settled.csv`` says what it means, and why;
2. only one of them has the name in the current sources: a withdrawn name yields;
3. the names are of the two halves of Saint Martin, and say neither: they are ambiguous;
4. accents part them: the strict keys (marked ``!``) are kept, the folded one is
   ambiguous.

Languages that few tables are written in are taken more narrowly (see ``_WRITTEN``):
they are read with their accents as they are, because many write tone with them (Yangben
``Almanía`` is Armenia, and ``Almania`` a slip for Germany), and a name one letter away
from an English or French one, or from another country's in a widely written language,
is left out, because it is read as a slip first.  ``data/names/left-out.txt`` lists
them.

A collision in the current sources that none of them settles stops the derivation: a
person has to decide.  One between withdrawn names is left out.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from data.derive.names.declined import declined
from data.derive.names.sources import (
    Name,
    babel_names,
    cldr_names,
    django_names,
    i18n_names,
    natural_earth_names,
)
from geo.countries.codes import entries
from geo.countries.files import rows
from geo.countries.normal import AND, fold, strict, words
from geo.shipped import shipped

# Words for "and": a name is also known without (Bosnia-Herzegovina).
_AND_LIST = (
    "and und et y e i og och en ja ve va ir un si es dan a agus eta kaj dhe na и і "
    "та й және жана және ва və và și és și და և و och"
)
_AND = frozenset(_AND_LIST.split())
# How people write these letters on a keyboard without them.
_DIGRAPHS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
    | {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa", "Ø": "Oe"}
)
_DIGRAPH_LANGUAGES = frozenset({"de", "gsw", "sv", "da", "nb", "nn", "no", "NE"})
# Latin keys this short are abbreviations of some language and words of another (CLDR
# has "ok" for the United Kingdom); those in wide use are aliases, typed by people.
_SHORT = 3
_NEAR = frozenset({"en", "fr"})
_ONE_SPELLING_BELOW = "\u0530"  # Latin, Greek and Cyrillic
# Languages of CLDR's modern coverage without those that write tone with accents, and
# the official ones of Europe beside them.
_WRITTEN_LIST = (
    "af am ar as az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu "
    "he hi hr hu hy id is it ja ka kk km kn ko ky lb lo lt lv mk ml mn mr ms mt my "
    "nb ne nl nn no or pa pl ps pt ro ru sd si sk sl so sq sr sv sw ta te tg th tk "
    "tr tt uk ur uz vi yue zh zu fo ku ckb"
)
_WRITTEN = frozenset(_WRITTEN_LIST.split())


# The halves of one island, which bear its name in most languages: alone, it does not
# say which.  A bracket does, a third word, "Sint", the sign for France or Holland.
_HALVES = frozenset({"MAF", "SXM"})
_SAYS_HALF = re.compile(
    r"[(（法荷]|\S\s+\S+\s+\S|\b(?:[sz]i+nt|с[иі]нт)|シント|신트", re.IGNORECASE
)


class UnsettledError(Exception):
    """Keys name several countries, and ``settled.csv`` does not say which."""


@dataclass(frozen=True)
class Index:
    """Keys and their targets: English and French, other languages; names left out.

    ``declined`` are forms of names that stand in official names only.
    """

    near: dict[str, str]
    world: dict[str, str]
    declined: dict[str, str]
    left_out: list[Name]


def derive(found: list[Name]) -> Index:
    """Settle what every key means."""
    wrong = {(row["text"], row["given"]) for row in rows("names/wrong_in_sources.csv")}
    names = [name for name in found if (name.text, name.target) not in wrong]
    by_key, left_out = _by_key(names)
    settled = {fold(row["name"]): row["means"] for row in rows("names/settled.csv")}
    near: dict[str, str] = {}
    world: dict[str, str] = {}
    unsettled = []
    for key, meant in by_key.items():
        for settled_key, target in _settle(key, meant, settled):
            if target == "?":
                unsettled.append(f"{key}: {_told(meant)}")
            near_one = any(name.language in _NEAR for name in meant)
            (near if near_one else world)[settled_key] = target
    if unsettled:
        raise UnsettledError("\n".join(sorted(unsettled)))
    return Index(near, world, _declined(names), left_out)


def _by_key(names: list[Name]) -> tuple[dict[str, list[Name]], list[Name]]:
    by_key: dict[str, list[Name]] = defaultdict(list)
    few: list[tuple[str, Name]] = []
    known = _slips_by_language(names)
    for name in names:
        for text in _variants(name):
            key = fold(text)
            if name.doubtful and _is_slip(key, name.language, known):
                continue
            if len(key) <= _SHORT and key.isascii():
                if not text.isascii():
                    by_key["!" + strict(text)].append(name)
            elif name.language in _WRITTEN:
                by_key[key].append(replace(name, text=text))
            else:
                few.append((key, replace(name, text=text)))
    slips = _meant_by_slips(by_key)
    left_out = []
    for key, name in few:
        if key in by_key or not key.isascii():
            by_key[key].append(name)
        elif name.text.isascii() and any(
            slips.get(slip, set()) - {name.target} for slip in _slips(key)
        ):
            left_out.append(name)
        else:
            by_key["!" + strict(name.text)].append(name)
    return by_key, left_out


def _slips_by_language(names: list[Name]) -> dict[str, dict[str, set[str]]]:
    """Return by language the slips of sure names, and what each is a slip of."""
    known: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name in names:
        if not name.doubtful:
            key = fold(name.text)
            for slip in _slips(key):
                known[name.language][slip].add(key)
    return known


def _is_slip(key: str, language: str, known: dict[str, dict[str, set[str]]]) -> bool:
    """Return whether a doubtful name is one letter from a sure one, and not the same.

    Scripts that write a foreign sound in several ways have such pairs of right ones.
    """
    if max(key, default="") >= _ONE_SPELLING_BELOW:
        return False
    near = {sure for slip in _slips(key) for sure in known[language].get(slip, ())}
    return bool(near) and key not in near


def _meant_by_slips(by_key: dict[str, list[Name]]) -> dict[str, set[str]]:
    """Return what a slip of a key means in Latin letters, plus "?" in a near language.

    A name in another language that is such a slip is harmless if it means the same,
    save in English and French: there it would be a misspelling that passes.
    """
    meant: dict[str, set[str]] = defaultdict(set)
    for key, names in by_key.items():
        if key.isascii():
            targets = {name.target for name in names}
            if any(name.language in _NEAR for name in names):
                targets.add("?")
            for slip in _slips(key):
                meant[slip] |= targets
    return meant


def _slips(key: str) -> Iterator[str]:
    """Return what a key and its neighbours share: itself less one letter at a time."""
    yield key
    yield from (key[:at] + key[at + 1 :] for at in range(len(key)))


def _declined(names: list[Name]) -> dict[str, str]:
    """Return the forms of names inside official ones, the language before each."""
    meant: dict[str, set[str]] = defaultdict(set)
    for name in sorted(names, key=lambda one: (one.text, one.language, one.target)):
        target = name.target
        if target in entries() and entries()[target].state_forms:
            targets = _HALVES if _of_either_half(name) else {target}
            for form in declined(name.text, name.language):
                meant[f"{name.language}:{fold(form)}"] |= targets
    return {key: "+".join(sorted(targets)) for key, targets in meant.items()}


def _settle(
    key: str, meant: list[Name], settled: dict[str, str]
) -> Iterator[tuple[str, str]]:
    if means := settled.get(fold(meant[0].text)):
        yield key, means
        return
    if all(_of_either_half(name) for name in meant):
        yield key, "+".join(sorted(_HALVES))
        return
    current = [name for name in meant if name.current] or meant
    targets = {name.target for name in current}
    if len(targets) == 1:
        yield key, targets.pop()
        return
    by_accent: dict[str, set[str]] = defaultdict(set)
    for name in current:
        by_accent[strict(name.text)].add(name.target)
    if any(len(among) > 1 for among in by_accent.values()) or key.startswith("!"):
        if current[0].current:
            yield key, "?"
        return
    yield key, "+".join(sorted(targets))
    for accented, among in by_accent.items():
        yield "!" + accented, min(among)


def _of_either_half(name: Name) -> bool:
    return name.target in _HALVES and not _SAYS_HALF.search(name.text)


def _variants(name: Name) -> Iterator[str]:
    yield name.text
    parts = words(name.text)
    if any(part in _AND for part in parts[1:-1]):
        for joined in ("", AND):
            inner = (joined if part in _AND else part for part in parts[1:-1])
            yield " ".join((parts[0], *inner, parts[-1]))
    if "'" in name.text or "’" in name.text:
        yield name.text.replace("'", " ").replace("’", " ")
    if name.language in _DIGRAPH_LANGUAGES:
        yield name.text.translate(_DIGRAPHS)


def _told(meant: list[Name]) -> str:
    return ", ".join(sorted({f"{n.target} ({n.language}: {n.text})" for n in meant}))


def lines(table: dict[str, str]) -> str:
    """Return the text of an index file: a line a target, sorted."""
    by_target: dict[str, list[str]] = defaultdict(list)
    for key, target in table.items():
        by_target[target].append(key)
    return "".join(
        f"{target} {' '.join(sorted(keys))}\n"
        for target, keys in sorted(by_target.items())
    )


def main() -> None:
    """Write the index files and the list of names left out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cldr", type=Path, nargs="+")
    parser.add_argument("--natural-earth", type=Path, required=True)
    parser.add_argument("--i18n-iso-countries", type=Path, required=True)
    parser.add_argument("--django-countries", type=Path, required=True)
    options = parser.parse_args()
    found = list(natural_earth_names(options.natural_earth))
    found += i18n_names(options.i18n_iso_countries)
    found += babel_names()
    found += django_names(options.django_countries)
    for position, source in enumerate(options.cldr):
        found += cldr_names(source, current=position == 0)
    index = derive(found)
    left_out = {f"{n.target} {n.language} {n.text}\n" for n in index.left_out}
    folder = shipped("names/countries.csv").parent
    for name, text in (
        ("index-en-fr", lines(index.near)),
        ("index-world", lines(index.world)),
        ("index-declined", lines(index.declined)),
        ("left-out", "".join(sorted(left_out))),
    ):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
