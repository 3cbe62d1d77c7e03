"""Terms as people write them: the term itself, its label, or a word that means it.

A label is what the page shows, in English or French: ``declined`` may be typed as
``Declined to send troops`` or ``Refus d’envoyer des troupes``.  Words are matched
whole, without case and accents; nothing near is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from geo import vocabulary
from geo.cells.letters import fold, plain
from geo.words import LANGUAGES, words

# What else a term is called, where that is certain.
_MODES = """
in_person: present | in the room | on site | onsite | physically | en personne
in_person: en presentiel | presentiel | present | presente | presents | sur place
in_person: physiquement
videoconference: video | by video | video link | by video link | videoconferencing
videoconference: video conference | online | remote | remotely | virtual | virtually
videoconference: vtc | teleconference | by videoconference | via videoconference
videoconference: en visioconference | par visioconference | visioconference | visio
videoconference: en visio | par visio | en ligne | a distance | distanciel
videoconference: en distanciel | par video | відеозв’язком
phone: by phone | by telephone | telephone | par telephone | per telefon | przez telefon
absent: absente | not present | did not take part | n'a pas participe | nicht dabei
unknown: inconnu | not known | non precise
"""
_STATUS = """
pledged_troops: pledged | will send troops | troops pledged | enverra des troupes
pledged_troops: troupes promises | promesse de troupes | engage
declined: refuses | refused | refuse | refus | will not send troops
declined: n'enverra pas de troupes | truppen abgelehnt
conditional: on conditions | with conditions | sous conditions | conditionnel
considering: under consideration | weighing | undecided | a l'etude | reflechit
considering: indecis
opposed: against | oppose | contre
took_part_only: took part | participant | a participe
"""
_QUALIFIER = """
exact: exactly | exactement
about: approximately | around | circa | environ
at_least: minimum | au moins
more_than: over | plus de
up_to: at most | maximum | jusqu'a | au plus
less_than: under | moins de
range: between | entre
withheld: undisclosed | non communique
"""
_MEANING = """
pledge: promise | promesse | engagement
estimate: estimation
deployed_elsewhere: deployed | already deployed | deja deployes | deployes ailleurs
requested: demande | demandes
"""
_DOMAIN = """
land: land | ląd | суходіл
air: luft | powietrze | повітря
sea: see | morze | море
"""
_OCCURRENCE = """
planned: planned | annonce | annoncee | anunciado
"""
_ABSENCE_REASON = """
not_invited: pas invite
did_not_answer: n'a pas repondu a l'invitation
declined_invitation: invite, n'est pas venu
"""
_OTHERS = {
    "mode": _MODES, "status": _STATUS, "qualifier": _QUALIFIER, "meaning": _MEANING,
    "domain": _DOMAIN, "occurrence": _OCCURRENCE, "absence_reason": _ABSENCE_REASON,
}  # fmt: skip
_PARTS = re.compile(r"\s*[,/+]\s*|\s+(?:and|et|&)\s+")


def term_of(text: str, terms: Mapping[str, str]) -> str | None:
    """Return the term of a vocabulary that a cell means, or None."""
    if text in terms:
        return text
    term = text.casefold().replace(" ", "_").replace("-", "_")
    if term in terms:
        return term
    return _by_label(_prefix(terms)).get(_folded(text))


def own_term(text: str, labels: Mapping[str, Mapping[str, str]]) -> str | None:
    """Return the status that a cell means of those that a definition adds, or None."""
    wanted = _folded(text) if labels else ""
    for key, texts in labels.items():
        if wanted in map(_folded, (key, *texts.values())):
            return key
    return None


def terms_of(text: str, terms: Mapping[str, str]) -> list[str | None]:
    """Give the terms of one part of a cell that may hold several.

    ``land, air`` and ``terre et air`` are two, if every part of them is a term;
    otherwise the part is taken as a whole.
    """
    whole = term_of(text, terms)
    if whole is not None:
        return [whole]
    parts = [term_of(part, terms) for part in _PARTS.split(text)]
    return parts if len(parts) > 1 and all(parts) else [None]


@cache
def _by_label(prefix: str) -> Mapping[str, str]:
    table: dict[str, str] = {}
    doubtful = set()
    for language in LANGUAGES:
        for term in vocabulary.VOCABULARIES.get(prefix, ()):
            # A term without a word is told before anything is built.
            label = _folded(words(language).get(f"{prefix}.{term}", term))
            if table.setdefault(label, term) != term:
                doubtful.add(label)
    for line in _OTHERS.get(prefix, "").strip().splitlines():
        term, _, names = line.partition(": ")
        for name in names.split(" | "):
            table.setdefault(_folded(name), term)
    return {label: term for label, term in table.items() if label not in doubtful}


def _prefix(terms: Mapping[str, str]) -> str:
    found = (p for p, known in vocabulary.VOCABULARIES.items() if known is terms)
    return next(found, "")  # of regions the words stand in no vocabulary


def _folded(text: str) -> str:
    return " ".join(fold(plain(text)).replace("_", " ").strip(" .").split())
