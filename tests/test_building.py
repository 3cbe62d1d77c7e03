import gzip
import os
import subprocess
import sys
import tomllib
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest

from geo.building import build, drawn, map_folder
from geo.findings import FindingsError

ROOT = Path(__file__).parents[1]
PAGES = ("coalition", "paris-2025-03-11")

# Raw and gzipped bytes that a page may have: what it has, and a hundredth for rows to
# come.
BUDGETS = {"coalition": (1_361_000, 406_500), "paris-2025-03-11": (746_000, 274_000)}


@pytest.fixture(scope="session")
def fresh(shipped_project: Path) -> Path:
    """The project's maps, built by this process."""
    build(data=shipped_project / "data", maps=shipped_project / "maps")
    return shipped_project / "maps"


@pytest.mark.parametrize("page", PAGES)
def test_committed_pages_equal_a_fresh_build(fresh: Path, page: str) -> None:
    committed = (ROOT / "maps" / f"{page}.html").read_bytes()
    assert (fresh / f"{page}.html").read_bytes() == committed, "run: make map"


@pytest.mark.parametrize("page", PAGES)
def test_weight(fresh: Path, page: str) -> None:
    data = (fresh / f"{page}.html").read_bytes()
    raw, packed = BUDGETS[page]
    weight = len(data), len(gzip.compress(data, 9))
    why = f"{weight}: make it lighter, or raise BUDGETS and say for what"
    assert weight[0] <= raw, why
    assert weight[1] <= packed, why


def test_what_shortens_the_script_is_the_same_wherever_it_is_installed() -> None:
    """Each of its versions chooses other names, and every byte would differ."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"]
    assert f"tdewolff-minify=={version('tdewolff-minify')}" in asked


@pytest.mark.slow
def test_a_page_is_the_same_whatever_was_drawn_before_it(shipped_project: Path) -> None:
    """What is kept of the land for the next drawing is of one projection."""
    folder = map_folder(shipped_project / "maps", shipped_project / "data")
    one = folder.load(PAGES[:1])[0][0]
    views = one.definition.views[::-1]
    other = replace(one, definition=replace(one.definition, views=views))
    assert views[0].projection != views[-1].projection
    first, between, second, third = (page for _, page in drawn([one, other, one, one]))
    assert first == second == third != between


@pytest.mark.slow
def test_the_same_bytes_in_another_process_and_another_place(
    fresh: Path, shipped_project: Path, tmp_path: Path
) -> None:
    for definition in fresh.glob("*.toml"):
        (tmp_path / definition.name).write_bytes(definition.read_bytes())
    environment = os.environ | {
        "PYTHONHASHSEED": "4242",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
    }
    command = [sys.executable, "-m", "geo", "build", "-q", "--data"]
    command += [str(shipped_project / "data"), "--maps", str(tmp_path)]
    subprocess.run(command, check=True, env=environment, cwd=ROOT)
    for page in PAGES:
        name = f"{page}.html"
        assert (tmp_path / name).read_bytes() == (fresh / name).read_bytes()


def test_a_second_build_changes_nothing(project: Path) -> None:
    (first,) = build(data=project / "data", maps=project / "maps")
    assert first.changed
    (again,) = build(data=project / "data", maps=project / "maps")
    assert not again.changed


def test_only_the_named_map_is_built(project: Path) -> None:
    definition = (project / "maps" / "small.toml").read_text(encoding="utf-8")
    (project / "maps" / "other.toml").write_text(definition, encoding="utf-8")
    (built,) = build(["other"], data=project / "data", maps=project / "maps")
    assert built.slug == "other"
    assert not (project / "maps" / "small.html").exists()


def test_a_definition_may_be_named_as_a_file(project: Path) -> None:
    (built,) = build(["small.toml"], data=project / "data", maps=project / "maps")
    assert built.path == project / "maps" / "small.html"


def test_a_page_whose_inputs_are_the_same_is_not_drawn_again(project: Path) -> None:
    said: list[str] = []
    folders = {"data": project / "data", "maps": project / "maps"}
    build(progress=said.append, **folders)
    assert said == ["reading tables", "drawing small"]
    said.clear()
    (page,) = build(progress=said.append, **folders)
    assert not page.changed
    assert page.size == page.path.stat().st_size
    assert said == []


def test_only_the_maps_that_depend_on_a_table_are_drawn(project: Path, edit) -> None:
    data, maps = project / "data", project / "maps"
    table = (data / "pledges.csv").read_text(encoding="utf-8")
    (data / "other.csv").write_text(table, encoding="utf-8")
    definition = (maps / "small.toml").read_text(encoding="utf-8")
    other = definition.replace('"pledges.csv"', '"other.csv"')
    (maps / "other.toml").write_text(other, encoding="utf-8")
    build(data=data, maps=maps)
    edit("data/other.csv", "pledged_troops", "pledged_other")
    said: list[str] = []
    pages = build(data=data, maps=maps, progress=said.append)
    assert [(page.slug, page.changed) for page in pages] == [
        ("other", True),
        ("small", False),
    ]
    assert said == ["reading tables", "drawing other"]


def test_a_page_that_was_touched_is_made_again(project: Path) -> None:
    folders = {"data": project / "data", "maps": project / "maps"}
    (page,) = build(**folders)
    whole = page.path.read_bytes()
    page.path.write_bytes(whole.replace(b"<h1", b"<h2", 1))
    assert build(**folders)[0].changed
    assert page.path.read_bytes() == whole
    page.path.unlink()
    assert build(**folders)[0].changed
    assert page.path.read_bytes() == whole


def test_an_edit_that_keeps_size_and_time_is_seen(project: Path, edit) -> None:
    folders = {"data": project / "data", "maps": project / "maps"}
    table = project / "data" / "pledges.csv"
    build(**folders)
    before = table.stat()
    edit("data/pledges.csv", "S2,ESP", "S2,PRT")
    os.utime(table, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert table.stat().st_size == before.st_size
    assert build(**folders)[0].changed


def test_warnings_are_told_again_when_nothing_changed(project: Path, edit) -> None:
    edit("data/sources.csv", "id,title,publisher", "id,title,shelf,publisher")
    for row in ("A statement", "Another", "Relayed", "Copied"):
        edit("data/sources.csv", f"{row},", f"{row},7,")
    folders = {"data": project / "data", "maps": project / "maps"}
    told: list[object] = []
    build(warn=told.append, **folders)
    assert [finding.code for finding in told[0]] == ["unknown-column"]
    (page,) = build(warn=told.append, **folders)
    assert not page.changed
    assert told[0] == told[1]


def test_another_map_that_is_added_is_checked_with_the_first(
    project: Path, edit
) -> None:
    folders = {"data": project / "data", "maps": project / "maps"}
    build(["small"], **folders)
    (project / "maps" / "bad.toml").write_text("title = ", encoding="utf-8")
    assert not build(["small"], **folders)[0].changed
    with pytest.raises(FindingsError, match="bad-toml"):
        build(**folders)


def test_nothing_heavy_is_imported_when_nothing_changed(project: Path) -> None:
    folders = ["--data", str(project / "data"), "--maps", str(project / "maps")]
    build(data=project / "data", maps=project / "maps")
    code = (
        "import sys\nfrom geo.cli import main\n"
        f"main(['build', *{folders!r}], standalone_mode=False)\n"
        "print(*[m for m in sys.modules if m.partition('.')[0] in"
        " {'geopandas', 'folium', 'pandas', 'numpy', 'babel', 'pyarrow', 'tomllib'}])"
    )
    # As the test named the folders: what was told names files as the user did.
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    told, imported = run.stdout.splitlines()
    assert told.endswith("unchanged")
    assert imported == ""


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_definition_as_windows_writes_it_gives_the_same_page(
    project: Path, mark: bytes
) -> None:
    folders = {"data": project / "data", "maps": project / "maps"}
    (built,) = build(**folders)
    page = built.path.read_bytes()
    definition = project / "maps" / "small.toml"
    text = definition.read_bytes().replace(b"\n", b"\r\n")
    definition.write_bytes(mark + text)
    assert not build(**folders)[0].changed
    assert built.path.read_bytes() == page
