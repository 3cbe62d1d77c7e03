"""The controlled vocabularies of the tables: every term, and what it means.

A cell of a controlled column holds one of these terms, nothing else; what does not fit
a term is kept in the row's note.  The order of a vocabulary is the order of its legend.
Labels for readers are in ``geo/words/``, one file a language; this module is for
people who write tables, and ``data/datapackage.json`` and
``docs/reference/columns.md`` are tested to agree with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from geo.vocabulary.statuses import STATUSES


def _terms(**terms: str) -> Mapping[str, str]:
    return MappingProxyType(terms)


ACTOR_KIND = _terms(
    country="a state or territory with boundaries, named by ISO 3166-1 (XKX: Kosovo)",
    organisation="an organisation of states, such as NATO; it has no boundaries",
    region="a group named by where it lies, its members not named one by one",
    unnamed="a number of participants, their names not given",
)

REGION = _terms(
    africa="Africa (M49 002)",
    americas="the Americas (M49 019)",
    asia="Asia (M49 142), Türkiye, Cyprus and the southern Caucasus with it",
    europe="Europe (M49 150), all of Russia with it",
    oceania="Oceania (M49 009)",
)

STATUS = _terms(
    **{status.id: status.means for status in STATUSES.values() if not status.both}
)

DOMAIN = _terms(
    land="troops on land",
    air="air forces, air surveillance, air defence",
    sea="naval forces, mine clearance, maritime surveillance",
    training="training Ukrainian forces",
    logistics="transit, bases, transport, supply",
    planning="planners and staff work",
    monitoring="watching a ceasefire",
    equipment="weapons and equipment",
    medical="medical help",
    financial="money",
    satellite="satellite capacity",
    coordination="coordination and enabling",
    reconstruction="rebuilding",
)

QUALIFIER = _terms(
    exact="the number as stated",
    about="an approximate number",
    at_least="this many or more",
    more_than="more than this many",
    up_to="this many or fewer",
    less_than="fewer than this many",
    range="between the two numbers",
    words_only="the source gives words, no number",
    withheld="the speaker says that a number exists, or is asked, and gives none",
)

MEANING = _terms(
    pledge="troops that the country's own authorities commit or offer",
    counted="what is there, as a map with a `[unit]` counts it: no promise of anything",
    estimate="a number that others report or work out; the country has not stated it",
    deployed_elsewhere="troops already deployed in another place for another purpose",
    group_total="the size of a whole force or group, not of one country",
    requested="troops asked for, not offered",
    staff="headquarters staff",
)

CONDITION = _terms(
    ceasefire="a ceasefire or truce first",
    peace_agreement="a peace agreement or settlement first",
    end_of_hostilities="the war or the hostilities over",
    security_guarantees="security guarantees in place",
    us_backing="backing, a backstop or a part of the United States",
    un_mandate="a mandate or principles of the United Nations",
    clear_mandate="a clear mission, mandate, aim or rules",
    legal_basis="a legal basis or rules of engagement",
    command="clarity on format, command or structure",
    nato_framework="a guarantee or framework of NATO",
    not_nato="a force outside NATO",
    peacekeeping_only="peacekeeping, not deterrence or peace enforcement",
    parliament="a vote or authorisation of parliament",
    government_decision="a decision of the government or national procedures",
    allies_commit="others commit as well",
    eu_unity="unity of the European Union",
    ukrainian_consent="consent or request of Ukraine",
    russian_consent="consent of Russia",
    safe_conditions="safe conditions on the ground",
    outside_ukraine="only outside Ukraine",
    own_defence="the country's own defence not weakened",
    other="another condition, in the condition note",
)

MODE = _terms(
    in_person="at the meeting's place",
    videoconference="by video link",
    phone="by telephone",
    absent="did not take part",
    unknown="took part or was named; how is not known",
)

PRESENT = ("in_person", "videoconference", "phone")
"""The modes of who certainly took part."""

CERTAINTY = _terms(
    stated="the source states it", approximate="inferred; the note says from what"
)

OCCURRENCE = _terms(
    actual="the source reports it as having happened",
    planned="the source announces it",
    claimed="one source claims it against a better one",
)

ABSENCE_REASON = _terms(
    not_invited="was not invited",
    did_not_answer="did not answer the invitation",
    declined_invitation="was invited and did not join",
    not_in_group="does not belong to the group",
    backing_only="backs the group without taking part",
    not_stated="no reason given",
)

ROLE = _terms(
    host="hosts the meeting",
    co_host="hosts it with another",
    co_chair="leads the meeting with another",
    chair="leads the meeting",
    convener="called the meeting",
    hub_host="hosts one of the meeting's places",
    participant="takes part",
    listener="listens in",
    observer="attends without belonging to the group",
    adviser="advises",
    consulted="was spoken to before the meeting",
    beneficiary="the country that the meeting is about",
    signatory="signed the meeting's declaration",
)

LEVEL = _terms(
    leaders="heads of state or government",
    defence_ministers="ministers of defence",
    chiefs_of_defence="chiefs of defence",
    military_planners="military planners",
)

COUNTED = _terms(
    countries="states",
    leaders="heads of state or government",
    participants="states and organisations together",
    people="persons",
)

SPEAKS_FOR = _terms(
    own_government="the actor's own authorities, named",
    own_official="a named official of the actor who does not bind its government:"
    " an army chief, an adviser, an ambassador",
    own_official_unnamed="an unnamed official of the actor",
    other_actor="someone who does not speak for the actor, about the actor",
    media="a medium or an unnamed source, about the actor",
)

CONFIDENCE = _terms(
    high="the statement is clear and the source is close to it",
    medium="one step removed, or the wording is open",
    low="second-hand, contradicted or doubtful",
)

GRADE = _terms(
    official="an official text, on an official page or repeated word for word",
    agency_or_record="a news agency, public broadcaster or newspaper of record",
    other_press="other press",
    aggregator_or_mirror="an aggregator, a copy on an odd host, a wiki or a forum",
    state_aligned="a medium run by or aligned with a state; that state is named",
    ungraded="not graded: the table cites a bare address",
)

TITLE_IS = _terms(
    title="the page's own title",
    translation="the page's title, translated",
    description="our description; the page's title is not known",
)

CLAIM_KIND = _terms(
    troop_total="the size of the whole force",
    troops_requested="a force asked for",
    deployed_elsewhere="troops deployed elsewhere",
    other_mission="troops for another mission",
    country_count="a number of countries",
    money="a sum of money",
    national_army="the size of a country's own army",
    staff="headquarters staff",
)

CONFIDENCE_RANK = MappingProxyType({"high": 2, "medium": 1, "low": 0})

VOCABULARIES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "absence_reason": ABSENCE_REASON,
        "actor_kind": ACTOR_KIND,
        "certainty": CERTAINTY,
        "claim_kind": CLAIM_KIND,
        "condition": CONDITION,
        "confidence": CONFIDENCE,
        "counted": COUNTED,
        "domain": DOMAIN,
        "grade": GRADE,
        "level": LEVEL,
        "meaning": MEANING,
        "mode": MODE,
        "occurrence": OCCURRENCE,
        "qualifier": QUALIFIER,
        "role": ROLE,
        "speaks_for": SPEAKS_FOR,
        "status": STATUS,
        "title_is": TITLE_IS,
    }
)
"""Every vocabulary by the prefix that its terms' labels have in ``geo/words/``."""
