"""Nothing is read from outside the data folder, or written outside the maps folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from edits import replace_in
from hostile_project import toml_text

from geo.building import build, check
from geo.definitions.load import load_map
from geo.findings import FindingsError, OutputError

ROWS = "id,actor,date,status,source,confidence\nsecret,FRA,2025,declined,one,high\n"


@pytest.fixture
def outside(project: Path) -> Path:
    path = project / "secret.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def codes(project: Path) -> list[str]:
    found = check(data=project / "data", maps=project / "maps")
    assert not any("secret," in str(finding) for finding in found)
    return [finding.code for finding in found]


@pytest.mark.parametrize(
    "named",
    ["../secret.csv", "{}", "./../data/../secret.csv", "a/../../secret.csv",
     "../secret.csv#Sheet"],
)  # fmt: skip
@pytest.mark.parametrize("key", ["pledges", "sources", "workbook", "beside"])
def test_a_table_outside_is_not_read(
    project: Path, outside: Path, named: str, key: str
) -> None:
    name = named.format(outside.as_posix())
    definition = project / "maps" / "small.toml"
    if key == "beside":
        text = f'[beside]\npledges = "{name}"\ncountries = ["FRA"]\n[tables]\n'
        replace_in(definition, "[tables]\n", text)
    elif key == "workbook":
        replace_in(definition, "[tables]\n", f'[tables]\nworkbook = "{name}"\n')
    else:
        replace_in(definition, f'"{key}.csv"', f'"{name}"')
    assert "outside-data" in codes(project)
    with pytest.raises(FindingsError):
        build(data=project / "data", maps=project / "maps")
    assert not list((project / "maps").glob("*.html"))


@pytest.mark.parametrize("whole_folder", [False, True])
def test_a_link_that_leads_out_is_not_followed(
    project: Path, outside: Path, whole_folder: bool
) -> None:
    pledges = project / "data" / "pledges.csv"
    if whole_folder:
        (project / "data" / "inner").symlink_to(project, target_is_directory=True)
        replace_in(project / "maps/small.toml", '"pledges.csv"', '"inner/secret.csv"')
    else:
        pledges.unlink()
        pledges.symlink_to(outside)
    assert codes(project) == ["outside-data"]


def test_a_link_that_stays_inside_is_followed(project: Path) -> None:
    pledges = project / "data" / "pledges.csv"
    pledges.rename(project / "data" / "pledges-2025.csv")
    pledges.symlink_to("pledges-2025.csv")
    assert codes(project) == []


def test_the_data_folder_itself_may_be_a_link(project: Path) -> None:
    (project / "data").rename(project / "elsewhere")
    (project / "data").symlink_to("elsewhere", target_is_directory=True)
    assert codes(project) == []


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "\n", "data/" * 2000])
def test_a_name_that_no_file_has(project: Path, name: str) -> None:
    text = toml_text(name)
    replace_in(project / "maps" / "small.toml", '"pledges.csv"', text)
    assert codes(project)


@pytest.mark.parametrize(
    "slug", ["../small", "/etc/passwd", "..", "small/../small", "a b", "<b>", "-x", ""]
)
def test_a_slug_names_a_definition_of_the_folder(project: Path, slug: str) -> None:
    """Only the last part counts, and it must be a map that is there."""
    try:
        built = build([slug], data=project / "data", maps=project / "maps")
    except FindingsError:
        built = ()
    assert all(page.path.parent == project / "maps" for page in built)
    pages = sorted(path.name for path in project.rglob("*.html"))
    assert pages in ([], ["small.html"])


@pytest.mark.parametrize(
    "slug",
    ["<img src=x onerror=hurt()>", "\x1b[31mred", "a\nb", "-x", "{{ 7*7 }}", "$(id)",
     '"q"', "a b", "%2e", "=1", "\u202egnp", "a:b", "\u200bx"],
)  # fmt: skip
def test_a_file_name_that_is_no_name_of_a_map(
    project: Path, definition_text: str, slug: str
) -> None:
    path = project / "maps" / f"{slug}.toml"
    path.write_text(definition_text, encoding="utf-8")
    (finding,) = check(data=project / "data", maps=project / "maps")
    assert finding.code == "bad-value"
    assert str(finding).isprintable()
    with pytest.raises(FindingsError):
        build(data=project / "data", maps=project / "maps")
    assert not list(project.rglob("*.html"))


@pytest.mark.parametrize("slug", ["été", "карта", "e\u0301te\u0301", "a.b-c_1", "地図"])
def test_a_name_may_be_in_any_script(
    project: Path, definition_text: str, slug: str
) -> None:
    path = project / "maps" / f"{slug}.toml"
    path.write_text(definition_text, encoding="utf-8")
    (built,) = build([slug], data=project / "data", maps=project / "maps")
    assert built.path.name == f"{slug}.html"


def test_what_a_link_leads_to_is_not_written_through(project: Path) -> None:
    target = project / "kept.txt"
    target.write_text("kept", encoding="utf-8")
    (project / "maps" / "small.html").symlink_to(target)
    with pytest.raises(OutputError, match="is a link"):
        build(data=project / "data", maps=project / "maps")
    assert target.read_text(encoding="utf-8") == "kept"
    build(data=project / "data", maps=project / "maps", force=True)
    assert target.read_text(encoding="utf-8") == "kept"
    assert not (project / "maps" / "small.html").is_symlink()


def test_a_link_to_the_page_itself_stays_one(project: Path) -> None:
    (built,) = build(data=project / "data", maps=project / "maps")
    target = project / "elsewhere.html"
    built.path.rename(target)
    before = target.read_bytes()
    built.path.symlink_to(target)
    replace_in(project / "data" / "pledges.csv", "declined", "opposed")
    build(data=project / "data", maps=project / "maps")
    assert built.path.is_symlink()
    assert target.read_bytes() != before


def test_an_id_of_a_layer_or_view_is_no_template(project: Path) -> None:
    """What folium parses twice reached Python: ``{{ 7*7 }}`` in an id was 49."""
    hurt = "{{ cycler.__init__.__globals__.os.getcwd() }}"
    for old in ('kind = "status"', 'id = "europe"'):
        definition = project / "maps" / "small.toml"
        before = definition.read_text(encoding="utf-8")
        replace_in(definition, old, f'{old.split(" =")[0]} = "x"\nid = "{hurt}"'
                   if "kind" not in old else f'{old}\nid = "{hurt}"')  # fmt: skip
        loaded, findings = load_map(definition, project / "data", frozenset({"FRA"}))
        assert loaded is None
        assert findings
        definition.write_text(before, encoding="utf-8")
