import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geopandas as gpd
from shapely import box

from geo.findings import FindingsError
from geo.join.attendance import Attendance
from geo.join.join import join_pledges
from geo.vocabulary import STATUS

KEYS = ("FRA", "ESP", "UKR", "XKX", "NAM")


def boundaries() -> gpd.GeoDataFrame:
    squares = [box(n, 0, n + 1, 1) for n in range(len(KEYS))]
    return gpd.GeoDataFrame({"iso_a3": list(KEYS)}, geometry=squares, crs=4326)


def pledges(*rows: tuple[str, str, str, str, str]) -> pd.DataFrame:
    """Rows of actor, actor_kind, date, status, weak."""
    frame = pd.DataFrame(
        rows, columns=["actor", "actor_kind", "date", "status", "weak"]
    )
    frame["id"] = [f"S{n}" for n in range(len(frame))]
    frame["row"] = range(2, len(frame) + 2)
    frame["confidence"] = "high"
    frame.attrs["file"] = "pledges.csv"
    return frame


def statuses(features: gpd.GeoDataFrame) -> dict[str, str]:
    return dict(zip(features["iso_a3"], features["status"], strict=True))


def test_every_boundary_once_in_its_order() -> None:
    features = join_pledges(
        pledges(("FRA", "country", "2025", "declined", "")), boundaries()
    )
    assert tuple(features["iso_a3"]) == KEYS
    assert features.crs == boundaries().crs
    assert statuses(features)["FRA"] == "declined"
    assert statuses(features)["NAM"] == "no_data"


def test_a_country_without_boundary_is_an_error_that_names_row_and_cell() -> None:
    table = pledges(
        ("FRA", "country", "2025", "declined", ""),
        ("ATL", "country", "2025", "declined", ""),
        ("LEM", "country", "2025", "declined", ""),
    )
    with pytest.raises(FindingsError) as error:
        join_pledges(table, boundaries())
    assert [(f.file, f.row, f.column) for f in error.value.findings] == [
        ("pledges.csv", 3, "actor"),
        ("pledges.csv", 4, "actor"),
    ]


def test_an_answer_twice_is_one_and_two_answers_are_refused() -> None:
    twice = pledges(("FRA", "country", "2025", "declined;declined", ""))
    features = join_pledges(twice, boundaries())
    assert [*features["basis"][features["iso_a3"] == "FRA"]] == ["S0"]
    for status in "declined; conditional", "took_part_only; declined":
        with pytest.raises(FindingsError) as error:
            join_pledges(pledges(("FRA", "country", "2025", status, "")), boundaries())
        (finding,) = error.value.findings
        assert (finding.row, finding.column, finding.code) == (2, "status", "bad-value")
        assert finding.message == f'"{status}" are two answers to one question'


def test_two_rows_of_one_id_are_refused() -> None:
    one = pledges(("FRA", "country", "2025", "declined", ""))
    other = pledges(("ESP", "country", "2025", "opposed", ""))
    with pytest.raises(FindingsError) as error:
        join_pledges(pd.concat([one, other]), boundaries())
    (finding,) = error.value.findings
    assert (finding.row, finding.column, finding.code) == (2, "id", "duplicate-id")
    assert finding.message == '"S0" is the id of row 1 of the frame and of row 2'
    other["id"] = "b-" + other["id"]
    features = join_pledges(pd.concat([one, other]), boundaries())
    assert statuses(features)["FRA"] == "declined"
    assert statuses(features)["ESP"] == "opposed"


def test_organisations_and_regions_are_not_forced_onto_a_country() -> None:
    table = pledges(
        ("NATO", "organisation", "2025", "pledged_other", ""),
        ("FRA", "region", "2025", "declined", ""),
    )
    assert set(statuses(join_pledges(table, boundaries())).values()) == {"no_data"}


def test_until_leaves_out_what_was_not_yet_known() -> None:
    table = pledges(
        ("ESP", "country", "2025-03-06", "considering", ""),
        ("ESP", "country", "2026-01", "conditional", ""),
    )
    at = {
        until: statuses(join_pledges(table, boundaries(), until=until))["ESP"]
        for until in ("2025-01-01", "2025-12-31", "2026-01-15", "2026-01-31")
    }
    assert at == {
        "2025-01-01": "no_data",
        "2025-12-31": "considering",
        "2026-01-15": "considering",
        "2026-01-31": "conditional",
    }


def test_attendance_alone_is_took_part_only() -> None:
    def part(actor: str, mode: str, occurrence: str = "actual") -> Attendance:
        return Attendance(
            "m", actor, "country", mode, occurrence, (), None, ("P1",), ()
        )

    parts = (
        part("UKR", "videoconference"),
        part("FRA", "absent"),
        part("NAM", "in_person", "claimed"),
        part("ESP", "in_person"),
    )
    table = pledges(("ESP", "country", "2025", "declined", ""))
    features = join_pledges(table, boundaries(), attendances=parts)
    assert statuses(features) == {
        "FRA": "no_data",
        "ESP": "declined",
        "UKR": "took_part_only",
        "XKX": "no_data",
        "NAM": "no_data",
    }
    assert features.set_index("iso_a3").loc["UKR", "basis"] == "P1"
    assert features.set_index("iso_a3").loc["UKR", "strength"] == "attendance"


def test_attendance_that_was_only_announced_says_so() -> None:
    parts = (
        Attendance(
            "m", "UKR", "country", "in_person", "planned", (), None, ("P1",), ()
        ),
    )
    features = join_pledges(pledges(), boundaries(), attendances=parts)
    assert features.set_index("iso_a3").loc["UKR", "strength"] == "announced"


def test_a_table_without_the_needed_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks the columns date, status"):
        join_pledges(pledges().drop(columns=["date", "status"]), boundaries())


rows = st.tuples(
    st.sampled_from(KEYS),
    st.sampled_from(["country", "organisation"]),
    st.dates().map(
        lambda d: d.replace(year=2025).isoformat() if d.day < 29 else "2025"
    ),
    st.sampled_from(sorted(STATUS)),
    st.sampled_from(["", "relay", "mirror;low_confidence"]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(rows))
def test_the_join_keeps_every_boundary_once_and_in_order(said) -> None:
    features = join_pledges(pledges(*said), boundaries())
    assert tuple(features["iso_a3"]) == KEYS
    assert features.geometry.equals(boundaries().geometry)
    spoke = {actor for actor, kind, *_ in said if kind == "country"}
    with_data = features.loc[features["status"] != "no_data", "iso_a3"]
    assert set(with_data) == spoke
