"""What people write above a column, in six languages, beside its own name.

A header is compared without case, accents, punctuation and footnote marks, and as a
whole: a header that is not here is never taken for something near to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from geo.cells.letters import fold

# A line has a column's name, then what else it is called.  A synonym counts only in the
# tables that have the column.  What stands after ``~`` gives way where another header
# names the column better: "Total" is the figure of a table that has no "Troops".
_SYNONYMS = """
id: identifier | identifiant | ref | reference id | clé
id~: no | n° | numéro
id: identificador | identyfikator | ідентифікатор | kennung
actor: country | state | nation | pays | état | acteur | country or organisation
actor: pays ou organisation | countries | country name | name of country | nation name
actor: contributing country | contributing countries | country of origin | donor
actor: troop contributing country | tcc | contributor | member state | donor country
actor: country territory | country or territory | country or area | country area
actor: pays contributeur | pays donateur | nom du pays | donateur | états membres
actor: staat | länder | beitragendes land | geberland | herkunftsland | staaten
actor: truppensteller | ländername | name des landes | geber
actor: país | países | nombre del país | país contribuyente | donante | país donante
actor: kraj | państwo | państwa | kraje | nazwa kraju | darczyńca | kraj pochodzenia
actor: країна | держава | країни | назва країни | донор | країна донор
actor~: land | location | territory | contingent | estado | member | members | partner
actor~: area | name | nom | nombre | nazwa | назва | geography | entity | ref area
actor~: reference area | geo | kontingent | contingente | kontyngent | контингент
country_code: country code | code pays | iso | iso3 | iso a3 | iso code | iso 3
country_code: iso alpha 3 | alpha 3 | alpha3 | iso3166 1 alpha 3 | iso 3166 1 alpha 3
country_code: code iso | ländercode | código de país | código iso | kod kraju
country_code: код країни
country_code: iso3 code | country iso | country iso3 | kod iso | iso alpha3
country_code~: iso2 | iso a2 | iso 2 | alpha 2 | alpha2 | iso alpha 2 | iso2 code
country_code~: iso 3166 1 alpha 2 | country iso2
country_code~~: code | m49 | m49 code | iso numeric | kod | código | код
actor_kind: kind of actor | type of actor | type d'acteur | nature de l'acteur
date: day | jour | date of statement | statement date | date de la déclaration
date: as of | as of date | datum | tag | stand | fecha | fecha de la declaración
date: dzień | data oświadczenia | дата | день | date announced | announced
date: announcement date | date d'annonce | stichtag | stan na | станом на
date~: data | date updated | last updated
date~~: year | année | an | jahr | año | rok | рік | month | mois | monat | mes
date~~: miesiąc | місяць | period | time period | date year | période
date_certainty: certainty of date | certitude de la date
status: statut | position | stance | decision | décision | entscheidung | haltung
status: estado de la decisión | decisión | posición | postura | decyzja | stanowisko
status: статус | позиція | рішення
domains: domain | domaine | domaines
troops_min: figure min | minimum troops | troops minimum | min troops | troops from
troops_min: effectifs min | effectifs minimum | effectif min | effectif minimum
troops_min: troupes min | troupes minimum | minimum
troops_max: figure max | maximum troops | troops maximum | max troops | troops to
troops_max: effectifs max | effectifs maximum | effectif max | effectif maximum
troops_max: troupes max | troupes maximum | maximum
troops: number of troops | troop numbers | soldiers | personnel | effectif | effectifs
troops: troupes | soldats | militaires | nombre de soldats | nombre de militaires
troops: number of soldiers | figure | chiffre | total troops | troop strength
troops: troops pledged | pledged troops | troops deployed | deployed troops | troop
troops: military personnel | peacekeepers | contingent size | troop contribution
troops: soldaten | truppen | anzahl soldaten | zahl der soldaten | truppenstärke
troops: anzahl der soldaten | zahl | personal | soldaten und soldatinnen
troops: soldados | tropas | efectivos | militares | número de soldados | cifra
troops: número de tropas | número de efectivos | personal militar
troops: żołnierze | żołnierzy | liczba żołnierzy | wojska | liczebność | personel
troops: солдати | війська | військові | військовослужбовці | кількість військових
troops: чисельність | особовий склад | кількість військовослужбовців | кількість
troops: effectif total | effectifs totaux | troops total | total personnel
troops~: strength | contribution | number | headcount | manpower | current strength
troops~: anzahl | stärke | nombre de personnes | cantidad | liczba | ilość
troops~: число | quantity | force | forces | refugees | systems | pledge | pledges
troops~~: total | totals | value | amount | count | obs value | wert | summe | gesamt
troops~~: suma | razem | valor | wartość | разом | всього | усього | значення | valeur
troops~~: insgesamt | totale | ogółem | łącznie | montant | betrag | kwota | importe
qualifier: qualificatif | précision | nature du chiffre
meaning: sens | signification | meaning of the figure | sens du chiffre
meaning: ce que compte le chiffre
figure_place: place of the troops | lieu des troupes | lieu du déploiement
figure_words: figure in words | chiffre en toutes lettres | effectifs en mots
conditions: condition | bedingungen | bedingung | condiciones | condición | warunki
conditions: умови
conditions_note: note on conditions | précision des conditions | note conditions
meeting: meeting id | réunion | sommet | summit
meeting_mode: mode of participation | mode de participation
participation: taking part | takes part | participe | prise de part | teilnahme
participation: participación | udział | участь
speaker: said by | speaker and post | orateur | intervenant | déclarant | auteur
speaker: sprecher | orador | declarante | mówca | промовець | речник
speaks_for: on behalf of | parle au nom de | au nom de
source: sources | reference | référence | link | lien | url source | source url
source: quelle | quellen | fuente | fuentes | enlace | źródło | źródła | odnośnik
source: джерело | джерела | посилання | source link | références | references
source~: url | website | web | adresse url | web page | verweis
confidence: reliability | confiance | fiabilité
better_sought: better page sought | meilleure page cherchée
statement: what was said | words said | quote | propos | déclaration | énoncé
statement: aussage | erklärung | zitat | declaración | cita | oświadczenie | cytat
statement: wypowiedź | заява | цитата
language: lang | langue
note: notes | remark | remarks | comment | comments | remarque | remarques
note: commentaire | commentaires | observation | observations
note: anmerkung | anmerkungen | bemerkung | bemerkungen | notiz | kommentar | nota
note: notas | observaciones | comentario | comentarios | uwagi | uwaga | notatka
note: примітка | примітки | коментар
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
def _lines() -> tuple[tuple[str, int, tuple[str, ...]], ...]:
    """Return each line: the column, how many times it gives way, its names."""
    lines = []
    for line in _SYNONYMS.strip().splitlines():
        column, _, names = line.partition(": ")
        own = column.rstrip("~")
        lines.append((own, len(column) - len(own), tuple(names.split(" | "))))
    return tuple(lines)


@cache
def synonyms() -> Mapping[str, Mapping[str, int]]:
    """Return the columns, of whatever table, that a folded header may mean.

    With each stands how far the header gives way to another of the same column.
    """
    table: dict[str, dict[str, int]] = {}
    for column, gives_way, names in _lines():
        for name in names:
            table.setdefault(folded_header(name), {})[column] = 1 + gives_way
    return table


def written_synonyms(column: str) -> tuple[str, ...]:
    """Return the synonyms of a column with their accents, as people read them."""
    return tuple(n for own, _, names in _lines() if own == column for n in names)


# Of footnotes, "[1]" and "(a)", and of a plural, "source(s)".
_MARKS = re.compile(r"\[\s*\w{1,3}\s*\]|\(\s*\w\s*\)")


@lru_cache(4096)
def folded_header(text: str) -> str:
    """Return a header without case, accents, punctuation and footnote marks."""
    letters = (c for c in fold(_MARKS.sub("", text)) if unicodedata.category(c) != "No")
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())
