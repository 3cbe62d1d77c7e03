import pytest

import geopandas
import shapely

from data.derive.boundaries.policy import assign_owners, read_policy
from geo.boundaries.files import shipped

POLICY_CSV = """\
ne_default,ne_germany,ours,theirs,label_id,label_en,label_fr,basis
RUS,UKR,UKR,RUS,crimea,Crimea,Crimée,a resolution
ISR,,SYR,ISR,,,,another
"""
UNITS_CSV = """\
ne_code,treatment,target,reason
KOS,key,XKX,no code
ESB,absorb,CYP,a base
PGA,drop,,reefs
"""
UNSETTLED_CSV = "ne_code_a,ne_code_b,reason\nKOS,SRB,not recognised\n"


@pytest.fixture
def tables(tmp_path):
    (tmp_path / "policy.csv").write_text(POLICY_CSV, encoding="utf-8")
    (tmp_path / "units.csv").write_text(UNITS_CSV, encoding="utf-8")
    (tmp_path / "unsettled.csv").write_text(UNSETTLED_CSV, encoding="utf-8")
    return tmp_path


def pieces(*pairs):
    """Unit squares in a row, one a pair of owners."""
    return geopandas.GeoDataFrame(
        list(pairs),
        columns=["ne_default", "ne_germany"],
        geometry=[shapely.box(i, 0, i + 1, 1) for i in range(len(pairs))],
        crs=4326,
    )


def owned(areas):
    return {
        (row.owner, row.label_id, row.holder): row.geometry.bounds
        for row in areas.itertuples()
    }


def test_another_column_is_another_policy(tables):
    land = pieces(("UKR", "UKR"), ("RUS", "UKR"), ("RUS", "RUS"))
    assert owned(assign_owners(land, read_policy(tables, "ours"))) == {
        ("UKR", "", "UKR"): (0, 0, 1, 1),
        ("UKR", "crimea", "RUS"): (1, 0, 2, 1),
        ("RUS", "", "RUS"): (2, 0, 3, 1),
    }
    assert owned(assign_owners(land, read_policy(tables, "theirs"))) == {
        ("UKR", "", "UKR"): (0, 0, 1, 1),
        ("RUS", "crimea", "RUS"): (1, 0, 2, 1),
        ("RUS", "", "RUS"): (2, 0, 3, 1),
    }


def test_unlabelled_pieces_join_their_owner(tables):
    land = pieces(("SYR", "SYR"), ("ISR", ""))
    areas = assign_owners(land, read_policy(tables, "ours"))
    assert owned(areas) == {("SYR", "", "SYR"): (0, 0, 2, 1)}


def test_units_are_absorbed_or_dropped(tables):
    land = pieces(("CYP", "CYP"), ("ESB", "ESB"), ("PGA", "PGA"))
    areas = assign_owners(land, read_policy(tables, "ours"))
    assert owned(areas) == {("CYP", "", "CYP"): (0, 0, 2, 1)}


def test_a_piece_without_a_ruling_is_refused(tables):
    policy = read_policy(tables, "ours")
    with pytest.raises(ValueError, match="no policy for the piece of CHN and nobody"):
        assign_owners(pieces(("CHN", "")), policy)
    with pytest.raises(ValueError, match="no policy for the piece of AAA and BBB"):
        assign_owners(pieces(("AAA", "BBB")), policy)


def test_an_unknown_policy_is_refused_with_those_there_are(tables):
    with pytest.raises(ValueError, match="'label_en'; there are ours, theirs"):
        read_policy(tables, "label_en")


def test_a_blank_owner_is_refused(tables):
    text = POLICY_CSV.replace("ISR,,SYR", "ISR,,")
    (tables / "policy.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="leaves a piece without owner"):
        read_policy(tables, "ours")


def test_keys_and_unsettled_pairs_are_read(tables):
    policy = read_policy(tables, "ours")
    assert policy.keys == {"KOS": "XKX"}
    assert policy.unsettled == {frozenset({"KOS", "SRB"})}


@pytest.mark.parametrize(
    ("name", "crimea", "golan", "somaliland"),
    [("pledgemap", "UKR", "SYR", "SOM"), ("de_facto", "RUS", "ISR", "SOL")],
)
def test_the_shipped_policies(name, crimea, golan, somaliland):
    owner = read_policy(shipped("policy.csv").parent, name).owner
    assert owner["RUS", "UKR"] == crimea
    assert owner["ISR", ""] == golan
    assert owner["SOL", "SOM"] == somaliland
    assert owner["KOS", "KOS"] == "KOS"
