import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from page_modules import page_functions

from geo.boundaries.keys import boundary_keys
from geo.building import check
from geo.definitions.lines import key_lines
from geo.definitions.load import load_map
from geo.definitions.model import Definition
from geo.definitions.read import is_slug, read_definition


def read(tmp_path: Path, text: str) -> tuple[Definition | None, list[str]]:
    path = tmp_path / "a-map.toml"
    path.write_text(text, encoding="utf-8")
    definition, findings = read_definition(path)
    folder = f"{tmp_path.as_posix()}/"
    return definition, [str(finding).removeprefix(folder) for finding in findings]


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
        "a-map.toml:2:titel: error[unknown-key]",
        'did you mean "title"?',
        "a-map.toml:title: error[missing-key]",
        ":tables.source: error[unknown-key]",
        'did you mean "sources"?',
        ":views[1].bounds: error[bad-value]",
        'did you mean "status"?',
    ):
        assert part in whole


def test_a_view_across_180_holds_what_lies_on_both_sides(
    tmp_path: Path, definition_text: str
) -> None:
    text = definition_text.replace("europe_laea", "pacific_laea")
    text = text.replace("-24, 34, 45, 71", "120, -50, -140, 20")
    definition, findings = read(tmp_path, text)
    assert findings == []
    assert definition
    (view,) = definition.views
    shown = {"projection": view.projection, "bounds": view.bounds}
    holds = page_functions(["ground/frame.js"], ["viewHolds"])
    manila, suva, apia, papeete = (121, 15), (178, -18), (-172, -14), (-150, -18)
    for place in (manila, suva, apia, papeete):
        assert holds("viewHolds", shown, place), place
    for place in ((100, 14), (-100, 19)):
        assert not holds("viewHolds", shown, place), place


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
    at = re.compile(rf"a-map\.toml:\d+:{re.escape(place)}: error")
    if not new:  # where nothing of it stands there is no line
        at = re.compile(rf"a-map\.toml:{re.escape(place)}: error")
    assert any(at.match(finding) for finding in findings), findings


MANY = "9" * 5_000


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("[tables]", "[selection]\nuntil = 2025.10\n[tables]", "selection.until"),
        ("[tables]", "[selection]\nuntil = true\n[tables]", "selection.until"),
        ("[tables]", "[selection]\nuntil = 12:30:00\n[tables]", "selection.until"),
        ("[tables]", "[defaults]\ndate = 2025.10\n[tables]", "defaults.date"),
        ("[tables]", "[defaults]\nspeaks_for = 1.0\n[tables]", "defaults.speaks_for"),
        ("[tables]", "licence = 2.0\n[tables]", "licence"),
        ("[tables]", "languages = [1.0]\n[tables]", "languages"),
        ('title = "A map"', "title = {}", "title"),
        ('title = "A map"', "title = { en = 1.5 }", "title.en"),
        ('title = "A map"', f"title = 0x{MANY}", "title"),
        ('title = "A map"', f"title{'.en' * 3_000} = 1", "title.en"),
        ('title = "A map"', f"title = {MANY}", ""),
        ('title = "A map"', f"title = {'[' * 2_000}", ""),
        ('kind = "status"', 'kind = "figures"\nsizes = [inf]', "layers[1].sizes"),
        ('kind = "status"', 'kind = "figures"\nsizes = [nan]', "layers[1].sizes"),
        ('kind = "status"', 'kind = "figures"\nsizes = [-50]', "layers[1].sizes"),
        ('kind = "status"', 'kind = "figures"\nsizes = [0]', "layers[1].sizes"),
        ('kind = "status"', 'kind = "figures"\nsizes = [1.5]', "layers[1].sizes"),
        ("-24, 34, 45, 71", "nan, 34, 45, 71", "views[1].bounds"),
        ("-24, 34, 45, 71", f"-24, 34, 45, 0x{MANY}", "views[1].bounds"),
        ("-24, 34, 45, 71", "45, 34, -24, 71", "views[1].bounds"),
        ("-24, 34, 45, 71", "170, -50, 210, 10", "views[1].bounds"),
        ('europe_laea"\nbounds = [-24, 34, 45, 71',
         'equal_earth"\nbounds = [170, -50, -150, 10', "views[1].bounds"),
    ],
)  # fmt: skip
def test_no_value_is_taken_for_another_and_none_raises(
    tmp_path: Path, definition_text: str, old: str, new: str, place: str
) -> None:
    assert old in definition_text
    text = definition_text.replace(old, new)
    _definition, findings = read(tmp_path, text)
    wrong = next(f for f in findings if re.match(r"a-map\.toml(:\d+)?:", f))
    if not place:
        assert wrong.startswith("a-map.toml: error[bad-toml]")
        return
    *_, typed = new.removesuffix("\n[tables]").splitlines()
    line = next(n for n, row in enumerate(text.splitlines(), 1) if typed in row)
    at = re.compile(rf"a-map\.toml:{line}:{re.escape(place)}: error")
    assert any(at.match(finding) for finding in findings), (at, findings)
    assert all(len(finding) < 400 for finding in findings)


def test_a_layer_whose_kind_has_no_words_may_be_given_them(
    tmp_path: Path, definition_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.definitions.layers.words", lambda _language: {})
    _, found = read(tmp_path, definition_text)
    (told,) = [one for one in found if "a layer called status" in one]
    assert 'title = "…"; or the words layer.status in every file of geo/words' in told


def test_two_views_of_one_id(tmp_path: Path, definition_text: str) -> None:
    start = definition_text.index("[[views]]")
    end = definition_text.index("[[layers]]")
    again = definition_text[start:end]
    text = definition_text[:end] + again + definition_text[end:]
    _, (finding,) = read(tmp_path, text)
    assert ":views: error[duplicate-id]: two views are called europe" in finding


def test_the_headline_by_its_former_name(tmp_path: Path, definition_text: str) -> None:
    """Definitions go on working, and findings name the line where it stands."""
    none = 'finding_none = "None of {soon}."'
    text = definition_text.replace("headline = ", f"{none}\nfinding = ")
    now, _ = read(tmp_path, definition_text)
    definition, findings = read(tmp_path, text)
    assert (now is None, definition is None, findings) == (False, False, [])
    assert definition.headline == now.headline
    assert definition.headline_none == {"en": "None of {soon}."}
    line = text.splitlines().index(none) + 1
    assert key_lines(text)["headline_none"] == line
    _, (finding,) = read(
        tmp_path,
        definition_text.replace("[tables]", f"{none}\n[tables]").replace(
            "headline = ", 'headline_none = "No."\nheadline = '
        ),
    )
    assert "error[unknown-key]: the key finding_none means nothing here" in finding


def test_lines_of_keys() -> None:
    text = """title = "a"
headline = '''
until = 3
'''
[selection]
"until" = 2025
[[views]]
id = "a"
[[views]]
bounds = [
  1,
]
"""
    assert key_lines(text) == {
        "title": 1, "headline": 2, "selection": 5, "selection.until": 6, "views": 7,
        "views[1]": 7, "views[1].id": 8, "views[2]": 9, "views[2].bounds": 10,
    }  # fmt: skip


@pytest.mark.parametrize("name", ["con", "NUL", "aux.2025", "Com1", "lpt9", "COM²"])
def test_a_name_that_windows_keeps_is_no_name_of_a_map(name: str) -> None:
    assert not is_slug(name)
    assert is_slug(f"{name}s") or "." in name


@pytest.mark.parametrize("other", ["Small", "SMALL"])
def test_maps_that_differ_in_capitals_alone(
    project: Path, definition_text: str, other: str
) -> None:
    _write_again(project, definition_text, other)
    found = check([], data=project / "data", maps=project / "maps")
    (finding,) = [f for f in found if f.code == "duplicate-id"]
    assert "one file" in finding.message


def test_maps_that_differ_in_how_accents_are_written(
    project: Path, definition_text: str
) -> None:
    for form in ("NFC", "NFD"):
        _write_again(project, definition_text, unicodedata.normalize(form, "été"))
    found = check([], data=project / "data", maps=project / "maps")
    assert [f.code for f in found] == ["duplicate-id"]


def _write_again(project: Path, text: str, name: str) -> None:
    (project / "maps" / f"{name}.toml").write_text(text, encoding="utf-8")


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


@pytest.mark.parametrize(
    ("bounds", "advice"),
    [
        ("34, -24, 71, 45", "longitude comes first: write bounds = [-24, 34, 45, 71]"),
        ("100, -40, 160, -20", "choose bounds round the countries"),
        # The other way round it would hold Paris, and end at 150 degrees north.
        ("25, -11, 150, 30", "choose bounds round the countries"),
    ],
)
def test_a_view_without_a_country_is_told(
    project: Path, edit: Callable[[str, str, str], None], bounds: str, advice: str
) -> None:
    edit("maps/small.toml", "-24, 34, 45, 71", bounds)
    path = project / "maps" / "small.toml"
    _, findings = load_map(path, project / "data", boundary_keys())
    (found,) = (one for one in findings if one.code == "empty-view")
    assert (found.severity, found.column) == ("warning", "views[1].bounds")
    assert advice in found.advice


@pytest.mark.parametrize(
    ("number", "what"),
    [
        ("2", "the largest figure is 2, and no circle can be seen"),
        ("17700000000", "17,700,000,000 are more soldiers than any country has"),
        ("31", ""),
    ],
)
def test_circles_that_cannot_be_of_troops_are_told(
    project: Path, edit: Callable[[str, str, str], None], number: str, what: str
) -> None:
    (project / "data/pledges.csv").write_text(
        "country,date,troops,status,meaning,source\n"
        f"Poland,2025,{number},pledged_troops,pledge,one\n"
    )
    path = project / "maps/small.toml"
    edit("maps/small.toml", "[[layers]]", '[[layers]]\nkind = "figures"\n[[layers]]')
    _, findings = load_map(path, project / "data", boundary_keys())
    found = [one for one in findings if one.code == "circle-size"]
    assert [one.message for one in found] == ([what] if what else [])


def test_a_number_below_zero_has_no_circle(
    project: Path, edit: Callable[[str, str, str], None]
) -> None:
    table = "Country,date,troops,source\nPoland,2025,-3,one\n"
    (project / "data/pledges.csv").write_text(table)
    unit = 'languages = ["en"]\n[unit]\nother = "points"\nbelow_zero = true\n'
    edit("maps/small.toml", 'title = "A map"', 'title = "A map"\nUNIT')
    edit("maps/small.toml", "[tables]", unit.partition("\n")[2] + "[tables]")
    edit("maps/small.toml", "UNIT", unit.partition("\n")[0])
    edit("maps/small.toml", 'kind = "status"', 'kind = "figures"')
    path = project / "maps/small.toml"
    _, findings = load_map(path, project / "data", boundary_keys())
    messages = [one.message for one in findings if one.severity == "error"]
    assert "a number below zero has no circle" in messages
    edit("maps/small.toml", 'kind = "figures"', 'kind = "value"')
    _, findings = load_map(path, project / "data", boundary_keys())
    assert not [one for one in findings if one.code == "circle-size"]


def test_figures_that_no_layer_draws_are_told(project: Path, edit) -> None:
    table = "country,date,status,troops,meaning,source\nPoland,2025,declined,3,{},one\n"
    path = project / "maps/small.toml"

    def told(meaning: str) -> list[str]:
        (project / "data/pledges.csv").write_text(table.format(meaning))
        _, findings = load_map(path, project / "data", boundary_keys())
        return [str(one) for one in findings if one.code == "undrawn-figures"]

    (note,) = told("pledge")
    assert "note[undrawn-figures]: 1 figure is read, and no layer draws" in note
    edit("maps/small.toml", "[[layers]]", '[[layers]]\nkind = "figures"\n[[layers]]')
    assert told("pledge") == []
    (note,) = told("requested")
    assert 'add [[layers]] with kind = "figures" and meanings = ["requested"]' in note
