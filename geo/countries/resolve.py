"""From a text in a table to the country it names, or to what it is instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from geo.countries import index
from geo.countries.answers import Ambiguous, Answer, Country, NotACountry, Unknown
from geo.countries.codes import WORDS_TOO, codes, entries, of_flag
from geo.countries.forms import without_form
from geo.countries.normal import fold, key_of, strict, words
from geo.countries.readings import FLAGS, brackets, clean, keys, parts
from geo.countries.remarks import aside, bare, beside_code, repaired

_LONGEST = 200  # characters; the longest name in any language has 90
_LONGEST_CODE = 3
_LONGEST_NAME = 5  # words that are looked for inside a text
_MOST_WORDS = 12


@lru_cache(maxsize=65_536)
def resolve(text: str, *, demonyms: bool = False) -> Answer:
    """Say which country or territory a cell names.

    The text is compared with names in every language of CLDR, with ISO 3166-1 and UN
    M49 codes, flags and the aliases of ``data/aliases.csv``: exactly, after
    normalisation of case, accents, punctuation, articles, word order, footnote marks
    and forms of state.  It is never corrected.  With ``demonyms`` "British" is the
    United Kingdom, too.

    Return what :mod:`geo.countries.answers` knows: a ``Country`` by its join key,
    ``XKX`` for Kosovo; ``Ambiguous`` if several bear the name; ``NotACountry`` for an
    organisation, a region, a total, a part of a country or several; else ``Unknown``,
    whose ``suggestions`` are never accepted.  It raises for no text.
    """
    if found := codes().get(text):
        return Country(found)
    text = text.strip()
    # Italy is Ý in Vietnamese, and a y mostly a yes.
    if len(text) > _LONGEST or (clean(text).isascii() and len(clean(text)) == 1):
        return Unknown(text)
    if found := codes().get(text):
        return Country(found)
    if len(text) <= _LONGEST_CODE and (code := _code(text)):
        return code
    folded = words(text)
    answer = _named(text, folded)
    if answer is None and demonyms:
        answer = of_demonym(text)
    answer = answer or _flagged(text) or _several(text) or _total(folded)
    return answer or _bared(text) or Unknown(text)


def is_code_alone(text: str) -> bool:
    """Return whether a text that is a country's code is no name of it, as US is."""
    found = codes().get(text)
    is_name = found is not None and index.near().get(fold(text)) == Country(found)
    return found is not None and text.isalpha() and not is_name


def of_demonym(text: str) -> Answer | None:
    """Return the country of "British" and of "les Allemands"."""
    known = index.demonyms()
    for key in keys(text):
        for short in (key, key.removesuffix("s"), key.removesuffix("es")):
            if found := known.get(short):
                return found
    return None


def _flagged(text: str) -> Answer | None:
    """Read a flag beside a code, which must be of one country."""
    flags = {of_flag(flag) for flag in FLAGS.findall(text)} - {None}
    code = codes().get(FLAGS.sub("", text).strip())
    if not flags or code is None:
        return None
    meant = {codes()[flag] for flag in flags if flag in codes()} | {code}
    if meant == {code}:
        return Country(code)
    return Ambiguous(tuple(sorted(meant)), "its flag and its code are of two countries")


def _bared(text: str) -> Answer | None:
    """Read a name without what stands round it, where nothing of it is guessed."""
    if (whole := repaired(text)) is not None:
        return resolve(whole)
    for name in bare(text):
        if name != text and len(name) > _LONGEST_CODE:
            answer = resolve(name)
            return None if isinstance(answer, Unknown) else answer
    for name, code in beside_code(text):
        found = codes().get(code)
        if found and len(name) > _LONGEST_CODE and resolve(name) == Country(found):
            return Country(found)
    return _without_aside(text)


def _without_aside(text: str) -> Answer | None:
    found = aside(text)
    if found is None:
        return None
    name, remark, includes = found
    answer = resolve(name)
    if isinstance(answer, NotACountry) and answer.kind not in {"part", "several"}:
        return answer
    if not isinstance(answer, Country) or not remark or len(name) <= _LONGEST_CODE:
        return None
    iso = answer.iso_a3
    # What is included may be its own: a country of its own would be drawn blank.
    own = {iso, *(i for i, entry in entries().items() if entry.part_of == iso)}
    if includes and not own.issuperset(named_inside(remark)):
        return None
    return Country(iso, has_remark=True)


def named_inside(text: str) -> list[str]:
    """Return the countries that words in a text name, the longest names first."""
    parts = re.findall(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*", text)[:_MOST_WORDS]
    found: dict[str, None] = {}
    for size in range(min(_LONGEST_NAME, len(parts)), 0, -1):
        for at in range(len(parts) - size + 1):
            name = " ".join(parts[at : at + size])
            answer = _named(name, words(name)) if len(name) > _LONGEST_CODE else None
            if isinstance(answer, Country):
                found.setdefault(answer.iso_a3)
    return list(found)


def _named(text: str, folded: list[str]) -> Answer | None:
    """Read the whole text as one name; ``folded`` are its words."""
    key = key_of(folded)
    if answer := index.near().get(key):
        return answer
    # A single word has no other reading: nothing to leave out, nor to reorder.
    readings = [key] if text.isalpha() else keys(text, folded)
    others = [reading for reading in readings if reading != key]
    # English and French are read without loading the other languages.
    return (
        _first(others, index.near().get)
        or _of_world(text, key)
        or _first(others, _of_any)
        or _with_form(readings)
        or index.world().get("!" + strict(text))
        or _bracketed(text)
    )


def _code(text: str) -> Answer | None:
    """Read a code in small letters, a code of ``aliases.csv``, a region's or a flag."""
    upper = text.upper()
    if text.isascii() and text.isalpha() and (text.isupper() or text.islower()):
        meant = codes().get(upper)
        if meant is None:
            alias = index.alias_codes().get(text)
            return Country(alias) if alias else None
        other = index.near().get(fold(text))
        if text.lower() in WORDS_TOO:
            reason = f"a word, or the code of {entries()[meant].name_en}: write {upper}"
            return Ambiguous((meant,), reason)
        if other is not None and other != Country(meant):
            return other
        return Country(meant)
    if text.isascii() and text.isdigit():
        return index.regions().get(text)
    flag = of_flag(text)
    return Country(codes()[flag]) if flag and flag in codes() else None


def _of_any(key: str) -> Answer | None:
    return index.near().get(key) or index.world().get(key)


def _of_world(text: str, key: str) -> Answer | None:
    """Find a name in any language, by its accents where these alone part it."""
    found = index.world().get(key)
    if isinstance(found, Ambiguous) and not text.isascii():
        return index.world().get("!" + strict(text)) or found
    return found


def _first(
    readings: Iterable[str], find: Callable[[str], Answer | None]
) -> Answer | None:
    return next((answer for key in readings if (answer := find(key))), None)


def _with_form(readings: list[str]) -> Answer | None:
    """Read "Republik Kroatien" as Kroatien, if that is a republic.

    "Republik Korea" is read too, because one of the two Koreas is a republic by name,
    and "Virgin Islands, British", because one of the two is British.
    """
    for key in readings:
        for rest, words_around in without_form(key):
            answer = _of_any(rest) or _declined(rest, words_around.language)
            form = words_around.form
            fitting = [
                iso for iso in _meant(answer) if form in entries()[iso].state_forms
            ]
            if len(fitting) == 1:
                return Country(fitting[0])
    return None


def _meant(answer: Answer | None) -> tuple[str, ...]:
    """Return the countries of which a word beside a name may say which one it is.

    Of a state that is no more it says nothing: "Yugoslavia (Serbia)" is not Serbia.
    """
    if isinstance(answer, Country):
        return (answer.iso_a3,)
    if isinstance(answer, Ambiguous) and not answer.is_former:
        return answer.candidates
    return ()


def _declined(key: str, language: str) -> Answer | None:
    return index.declined().get(f"{language}:{key}") if language else None


def _bracketed(text: str) -> Answer | None:
    """Read "Burma (Myanmar)", "Germany (DE)", "Greenland (Denmark)".

    "St Martin (French)" is read too: of the two halves one is French.
    """
    found = brackets(clean(text))
    if found is None:
        return None
    name, inner = _part(found[0]), _part(found[1]) or of_demonym(found[1])
    if not isinstance(inner, Country):
        return None
    own = [iso for iso in _meant(name) if inner.iso_a3 in (iso, entries()[iso].part_of)]
    return Country(own[0]) if len(own) == 1 else None


def _part(text: str) -> Answer | None:
    """Read one name among several, as a code or under any reading."""
    code = codes().get(text.strip())
    readings = keys(text)
    return Country(code) if code else _first(readings, _of_any) or _with_form(readings)


def _several(text: str) -> Answer | None:
    """Read "Belgique / België" as one country and "Fiji & Tonga" as several."""
    found = parts(text)
    if len(found) < 2:
        return None
    answers = [_part(part) for part in found]
    if not all(answers):
        return None
    if isinstance(answers[0], Country) and len(set(answers)) == 1:
        return answers[0]
    return NotACountry(f"several names in one cell: {'; '.join(found)}", "several")


def _total(folded: list[str]) -> Answer | None:
    """Read "Total (in Afghanistan)" and "EU-27 total" by the word for total."""
    for word in folded[:1] + folded[-1:]:
        answer = index.near().get(word)
        if isinstance(answer, NotACountry) and answer.kind == "total":
            return answer
    return None
