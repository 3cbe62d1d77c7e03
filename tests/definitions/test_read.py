from pathlib import Path

import pytest

from geo.definitions.model import Definition
from geo.definitions.read import read_definition


def read(tmp_path: Path, text: str) -> tuple[Definition | None, list[str]]:
    path = tmp_path / "a-map.toml"
    path.write_text(text, encoding="utf-8")
    definition, findings = read_definition(path, "a-map.toml")
    return definition, [str(finding) for finding in findings]


def test_a_small_definition(tmp_path: Path, definition_text: str) -> None:
    definition, findings = read(tmp_path, definition_text)
    assert findings == []
    assert definition is not None
    assert definition.slug == "a-map"
    assert definition.title == {"en": "A map"}
    assert definition.tables == {"pledges": "pledges.csv", "sources": "sources.csv"}
    assert definition.status_rests_on == "best_supported"


def test_every_fault_at_once(tmp_path: Path, definition_text: str) -> None:
    text = definition_text.replace("title", "titel", 1).replace("status", "statis")
    text = text.replace("sources =", "source =").replace("45, 71", "45")
    definition, findings = read(tmp_path, text)
    assert definition is not None
    whole = "\n".join(findings)
    for part in (
        "a-map.toml:titel: error[unknown-key]",
        'did you mean "title"?',
        "a-map.toml:title: error[missing-key]",
        "a-map.toml:tables.source: error[unknown-key]",
        'did you mean "sources"?',
        "a-map.toml:views[1].bounds: error[bad-value]",
        'did you mean "status"?',
    ):
        assert part in whole


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('title = "A map"', "title = 3", "title"),
        ('title = "A map"', 'title = ""', "title"),
        ('title = "A map"', 'title = { ja = "地図" }', "title.ja"),
        ("[tables]", '[selection]\nuntil = "soon"\n[tables]', "selection.until"),
        ("[tables]", '[status]\nrests_on = "x"\n[tables]', "status.rests_on"),
        ("[tables]", '[beside]\ncountries = ["ESP"]\n[tables]', "beside.pledges"),
        ('kind = "status"', 'kind = "participants"', "layers[1].meeting"),
        ('kind = "status"', 'kind = "status"\nshown = "yes"', "layers[1].shown"),
        ('kind = "status"', 'kind = "figures"\nmeanings = ["x"]', "layers[1].meanings"),
        ('kind = "status"', 'kind = "status"\n[[layers]]\nkind = "status"', "layers"),
        ('[[layers]]\nkind = "status"', "", "layers"),
    ],
)
def test_each_fault_names_its_key(
    tmp_path: Path, definition_text: str, old: str, new: str, place: str
) -> None:
    assert old in definition_text
    _definition, findings = read(tmp_path, definition_text.replace(old, new))
    assert any(f.startswith(f"a-map.toml:{place}: error") for f in findings), findings


def test_a_day_may_be_written_as_toml_writes_days(
    tmp_path: Path, definition_text: str
) -> None:
    text = definition_text.replace(
        "[tables]", "[selection]\nuntil = 2025-03-11\n[tables]"
    )
    definition, findings = read(tmp_path, text)
    assert findings == []
    assert definition is not None
    assert definition.until is not None
    assert definition.until.iso == "2025-03-11"


def test_a_layer_with_an_id_of_its_own_needs_a_title(project: Path, edit) -> None:
    edit("maps/small.toml", 'kind = "status"', 'kind = "status"\nid = "mine"')
    _, (finding,) = read_definition(project / "maps" / "small.toml")
    assert (finding.code, finding.column) == ("missing-key", "layers[1].title")
