"""What people write above a column, in English and French, beside its own name.

A header is compared without case, accents, punctuation and footnote marks, and as a
whole: a header that is not here is never taken for something near to it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from geo.cells.letters import fold

# One line a column: its name, then what else it is called.  A synonym counts only in
# the tables that have the column.
_SYNONYMS = """
id: identifier | identifiant | ref | reference id | no | n° | numéro | clé
actor: country | state | nation | pays | état | acteur | country or organisation
actor: pays ou organisation | country code | code pays | iso | iso3 | iso a3
actor_kind: kind of actor | type of actor | type d'acteur | nature de l'acteur
date: day | jour | date of statement | statement date | date de la déclaration
date_certainty: certainty of date | certitude de la date
status: statut | position | stance | decision | décision
domains: domain | domaine | domaines
troops_min: minimum troops | troops minimum | min troops | troops from
troops_min: effectifs min | effectifs minimum | effectif min | effectif minimum
troops_min: troupes min | troupes minimum | minimum
troops_max: maximum troops | troops maximum | max troops | troops to
troops_max: effectifs max | effectifs maximum | effectif max | effectif maximum
troops_max: troupes max | troupes maximum | maximum
troops: number of troops | troop numbers | soldiers | personnel | effectif | effectifs
troops: troupes | soldats | militaires | nombre de soldats | nombre de militaires
troops: number of soldiers | figure | chiffre
qualifier: qualificatif | précision | nature du chiffre
meaning: sens | signification | meaning of the figure | sens du chiffre
meaning: ce que compte le chiffre
figure_place: place of the troops | lieu des troupes | lieu du déploiement
figure_words: figure in words | chiffre en toutes lettres | effectifs en mots
conditions: condition
conditions_note: note on conditions | précision des conditions | note conditions
meeting: meeting id | réunion | sommet | summit
meeting_mode: mode of participation | mode de participation
participation: taking part | takes part | participe | prise de part
speaker: said by | speaker and post | orateur | intervenant | déclarant | auteur
speaks_for: on behalf of | parle au nom de | au nom de
source: sources | reference | référence | link | lien | url source | source url
confidence: reliability | confiance | fiabilité
statement: what was said | words said | quote | propos | déclaration | énoncé
language: lang | langue
note: notes | remark | remarks | comment | comments | remarque | remarques
note: commentaire | commentaires | observation | observations
name_en: name | english name | nom en anglais | nom anglais | name english
name_fr: nom | french name | nom en français | nom français | name french
places: place | lieu | lieux | hubs
level: niveau
format: form | forme
hosts: host | hôte | hôtes
count_min: minimum count | nombre min | nombre minimum
count_max: maximum count | nombre max | nombre maximum
counted: what is counted | ce qui est compté | unité comptée
words: in words | en mots | en toutes lettres
mode: participation mode | how | participation | mode de participation
hub: venue | site
occurrence: planned or actual | prévu ou réel
absence_reason: reason of absence | motif de l'absence | motif d'absence
roles: role | rôle | rôles
person: represented by | représentant | représenté par | personne
title: titre
title_is: nature of the title | nature du titre
publisher: éditeur | média | medium | published by | publié par
grade: niveau de la source | qualité
kind: type | nature | genre
aligned_state: aligned with | état aligné
url: address | adresse | link | lien
published: date published | publication date | date de publication | publié le | paru le
read: date read | read on | consulté le | lu le | date de consultation
value_min: minimum value | valeur min | valeur minimum
value_max: maximum value | valeur max | valeur maximum
unit: unité
scope: portée | champ
members: membres
unnamed: not named | non nommés
reason: motif | raison
subject: sujet | objet
actors: acteurs | countries | pays
says: dit | what it says | ce qu'il dit
reading: lecture
check: vérification
check_source: source of the check | source de la vérification
where_en: where | in english | where english
where_fr: où | en français
country: pays
lon: longitude
lat: latitude
alias: autre nom
iso_a3: iso3 | code iso
"""


@cache
def synonyms() -> Mapping[str, frozenset[str]]:
    """Give the columns, of whatever table, that a folded header may mean."""
    table: dict[str, set[str]] = {}
    for line in _SYNONYMS.strip().splitlines():
        column, _, names = line.partition(": ")
        for name in names.split(" | "):
            table.setdefault(folded_header(name), set()).add(column)
    return {name: frozenset(columns) for name, columns in table.items()}


def written_synonyms(column: str) -> tuple[str, ...]:
    """Give the synonyms of a column with their accents, as people read them."""
    lines = _SYNONYMS.strip().splitlines()
    parts = (line.partition(": ") for line in lines)
    return tuple(
        n for own, _, names in parts if own == column for n in names.split(" | ")
    )


@lru_cache(4096)
def folded_header(text: str) -> str:
    """Give a header without case, accents, punctuation and footnote marks."""
    letters = (c for c in fold(text) if unicodedata.category(c) != "No")
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())
