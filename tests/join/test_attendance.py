from geo.join.attendance import attendances
from geo.tables.records import Participation, Source


def part(
    key: str, mode: str, *, actor: str = "ESP", occurrence: str = "actual",
    confidence: str = "high", hub: str | None = None, roles: tuple[str, ...] = (),
    source: str = "press",
) -> Participation:  # fmt: skip
    return Participation(
        id=key, row=2, meeting="m", actor=actor, mode=mode, hub=hub, roles=roles,
        occurrence=occurrence, source=source, confidence=confidence,
    )  # fmt: skip


def source(key: str, grade: str) -> Source:
    return Source(
        id=key, row=2, title="t", publisher="p", grade=grade, url="https://example.org"
    )


SOURCES = {
    "press": source("press", "other_press"),
    "official": source("official", "official"),
    "copy": source("copy", "aggregator_or_mirror"),
}


def test_what_happened_outweighs_what_was_announced() -> None:
    (spain,) = attendances(
        [
            part("P195", "in_person", occurrence="planned"),
            part("P196", "videoconference"),
        ],
        SOURCES,
    )
    assert (spain.mode, spain.rows, spain.contested) == (
        "videoconference",
        ("P196",),
        ("in_person",),
    )


def test_confidence_then_grade_decide() -> None:
    (one,) = attendances(
        [part("a", "in_person", confidence="low"), part("b", "videoconference")],
        SOURCES,
    )
    assert one.mode == "videoconference"
    (two,) = attendances(
        [
            part("a", "in_person", source="copy"),
            part("b", "videoconference", source="official"),
        ],
        SOURCES,
    )
    assert two.mode == "videoconference"


def test_two_hubs_are_two_truths() -> None:
    found = attendances(
        [
            part("P152", "in_person", hub="northwood"),
            part("P154", "videoconference", hub="rome"),
        ],
        SOURCES,
    )
    assert [(a.hub, a.mode, a.contested) for a in found] == [
        ("northwood", "in_person", ()),
        ("rome", "videoconference", ()),
    ]


def test_roles_of_agreeing_rows_are_gathered() -> None:
    (one,) = attendances(
        [
            part("a", "in_person", roles=("participant",)),
            part("b", "in_person", roles=("host", "co_chair")),
            part("c", "videoconference", confidence="low", roles=("listener",)),
        ],
        SOURCES,
    )
    assert one.roles == ("host", "co_chair", "participant")
    assert one.rows == ("a", "b")
