"""Nothing of a person's is lost, whatever a command is told to write where.

Each use runs the command in a folder as a person has it, and compares every file that
was there before.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from books import write_xlsx
from click.testing import CliRunner, Result

from geo.cli import main

Edit = Callable[[str, str, str], None]
ROWS = [
    ["id", "actor", "date", "status", "source", "confidence", "speaks_for"],
    ["S1", "FRA", "2025-01-01", "pledged_troops", "one", "high", "own_government"],
]


@pytest.fixture(autouse=True)
def inside(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments])


def held(folder: Path) -> dict[str, bytes]:
    """Every file, and every link as where it leads."""
    found = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = str(path.readlink()).encode()
        elif path.is_file():
            found[name] = path.read_bytes()
    return found


def refused(result: Result, *said: str) -> bool:
    """Whether a command ended in one sentence that says all of this."""
    lines = [line for line in result.stderr.splitlines() if "pledgemap: " in line]
    told = lines[-1] if lines else ""
    return result.exit_code == 1 and all(part in told for part in said)


def export(*arguments: str, out: str = "out", to: str = "csv") -> Result:
    return run("export", "small", "--to", to, "--out", out, *arguments)


# --- what a person has in the folder that is written to ---


def test_every_file_that_stays_is_named(project: Path) -> None:
    (project / "out").mkdir()
    for name in ("small-countries.csv", "small-statements.csv"):
        (project / "out" / name).write_text("mine")
    (project / "out" / "datapackage.json").mkdir()
    result = export()
    assert result.exit_code == 1
    assert (
        "out/small-countries.csv (as out/small-statements.csv) was not made"
    ) in result.stderr
    assert "out/datapackage.json is a folder" in result.stderr


def test_the_projects_own_data_package_stays(project: Path) -> None:
    (project / "data" / "datapackage.json").write_text('{"title": "Ours"}')
    before = held(project)
    result = export(out="data")
    assert refused(result, "data/datapackage.json")
    assert held(project) == before
    # It is read by the maps, so that not even --force replaces it.
    result = export("--force", out="data")
    assert refused(result, "data/datapackage.json", "another folder")
    assert held(project) == before


def test_the_source_workbook_stays(project: Path, edit: Edit) -> None:
    write_xlsx(project / "data" / "small.xlsx", {"pledges": ROWS})
    edit("maps/small.toml", '"pledges.csv"', '"small.xlsx#pledges"')
    before = held(project)
    for force in ((), ("--force",)):
        assert refused(export(*force, out="data", to="xlsx"), "data/small.xlsx")
        assert held(project) == before


def test_the_table_of_another_map_stays(project: Path, definition_text: str) -> None:
    table = project / "data" / "small-statements.csv"
    table.write_bytes((project / "data" / "pledges.csv").read_bytes())
    text = definition_text.replace("pledges.csv", table.name)
    (project / "maps" / "other.toml").write_text(text, encoding="utf-8")
    before = held(project)
    for force in ((), ("--force",)):
        assert refused(export(*force, out="data"), "data/small-statements.csv")
        assert held(project) == before


def test_a_homepage_stays(project: Path) -> None:
    (project / "index.html").write_text("<h1>My homepage</h1>")
    before = held(project)
    result = run("site", "--out", ".")
    assert refused(result, "index.html", "--force")
    assert held(project) == before


def test_a_site_fills_no_folder_that_holds_something_else(project: Path) -> None:
    """Its ``data/`` would lie among the tables, its index beside the thesis."""
    (project / "thesis.txt").write_text("years of work")
    before = held(project)
    for out in (".", "data", "maps"):
        assert refused(run("site", "--out", out), "is no site so far", "--force")
        assert held(project) == before
    assert refused(run("site", "--out", "."), "holds data, maps, thesis.txt;")
    assert run("site", "--out", ".", "--force").exit_code == 0
    after = held(project)
    assert before.items() <= after.items()
    # From now on it is a site, and what else is there stays.
    assert run("site", "--out", ".").exit_code == 0
    assert held(project) == after


def test_a_site_begins_in_a_clone_that_holds_nothing_yet(project: Path) -> None:
    (project / "pages" / ".git").mkdir(parents=True)
    assert run("site", "--out", "pages").exit_code == 0
    # A list that got lost changes nothing, nor does a name for the site.
    (project / "pages" / ".pledgemap-made").unlink()
    (project / "pages" / "CNAME").write_text("maps.example.org")
    assert run("site", "--out", "pages").exit_code == 0


def test_a_folder_of_an_outputs_name_stays(project: Path) -> None:
    folder = project / "out" / "small-countries.csv"
    folder.mkdir(parents=True)
    (folder / "thesis.txt").write_text("years of work")
    before = held(project)
    for force in ((), ("--force",)):
        result = export(*force)
        assert refused(result, "out/small-countries.csv", "is a folder")
        assert held(project) == before


@pytest.mark.parametrize("name", ["small-europe-en.svg", "small-europe-en.txt"])
def test_a_drawing_of_a_figures_name_stays(project: Path, name: str) -> None:
    (project / "figures").mkdir()
    (project / "figures" / name).write_text("drawn by hand")
    before = held(project)
    result = run("figure", "small", "--format", "svg")
    assert refused(result, f"figures/{name}", "--force")
    assert held(project) == before


def test_a_page_of_ones_own_in_the_folder_of_maps_stays(project: Path) -> None:
    page = project / "maps" / "small.html"
    page.write_text("<h1>Notes on the map</h1>")
    before = held(project)
    assert refused(run("build"), "maps/small.html", "--force")
    assert held(project) == before
    assert run("build", "--force").exit_code == 0
    assert b"pledgemap-data" in page.read_bytes()


def test_a_workbook_that_was_filled_in_stays(project: Path) -> None:
    write_xlsx(project / "book.xlsx", {"pledges": ROWS})
    before = held(project)
    assert refused(run("template", "--xlsx", "book.xlsx"), "book.xlsx")
    assert held(project) == before


def test_a_folder_that_holds_something_is_not_begun_in(project: Path) -> None:
    before = held(project)
    assert refused(run("new", "."), "is not empty")
    assert held(project) == before


# --- what Pledgemap made, and what became of it ---


def test_what_was_made_is_made_anew(project: Path, edit: Edit) -> None:
    for command in (
        ["build"],
        ["site"],
        ["figure", "small", "--format", "svg"],
        ["export", "small", "--to", "csv,xlsx,json", "--out", "data"],
    ):
        assert run(*command).exit_code == 0, command
        edit("data/pledges.csv", "declined", "opposed")
        before = held(project)
        assert run(*command).exit_code == 0, command
        assert held(project) != before, command
        edit("data/pledges.csv", "opposed", "declined")


def test_what_was_edited_since_is_the_persons(project: Path, edit: Edit) -> None:
    assert export().exit_code == 0
    table = project / "out" / "small-statements.csv"
    table.write_bytes(table.read_bytes() + b"my,own,row\r\n")
    edit("data/pledges.csv", "declined", "opposed")
    before = held(project)
    assert refused(export(), "out/small-statements.csv", "--force")
    assert held(project) == before
    assert export("--force").exit_code == 0
    assert b"my,own,row" not in table.read_bytes()


def test_without_the_list_nothing_is_known_to_be_made(
    project: Path, edit: Edit
) -> None:
    assert export().exit_code == 0
    first = held(project)
    (listed,) = (project / "out").glob(".*")
    listed.unlink()
    # What is the same needs no leave, and is listed again.
    assert export().exit_code == 0
    assert held(project) == first
    listed.unlink()
    edit("data/pledges.csv", "declined", "opposed")
    before = held(project)
    assert refused(export(), "--force")
    assert held(project) == before


def test_the_list_is_one_that_others_can_check(project: Path) -> None:
    assert export().exit_code == 0
    (listed,) = (project / "out").glob(".*")
    sha256sum = shutil.which("sha256sum")
    if sha256sum is None:
        pytest.skip("there is no sha256sum here")
    done = subprocess.run(
        [sha256sum, "--check", "--strict", listed.name],
        cwd=project / "out", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(": OK") == 3


def test_a_built_page_is_built_anew_whatever_was_done_to_it(
    project: Path, edit: Edit
) -> None:
    """Such as the marks of a merge; what belongs to a map stands in its definition."""
    assert run("build").exit_code == 0
    page = project / "maps" / "small.html"
    whole = page.read_bytes()
    page.write_bytes(b"<<<<<<< ours\n" + whole + b"=======\n" + whole)
    assert run("build").exit_code == 0
    assert page.read_bytes() == whole


def test_a_built_page_under_another_name_is_a_persons(project: Path) -> None:
    assert run("build").exit_code == 0
    (project / "index.html").write_bytes((project / "maps/small.html").read_bytes())
    before = held(project)
    assert refused(run("site", "--out", "."), "index.html", "--force")
    assert held(project) == before


def test_headers_that_were_edited_are_kept(project: Path, edit: Edit) -> None:
    """The file itself says that its reader may change it."""
    assert run("site").exit_code == 0
    headers = project / "site" / "_headers"
    headers.write_text("/*\n  X-Robots-Tag: noindex\n")
    edit("data/pledges.csv", "declined", "opposed")
    assert run("site").exit_code == 0
    assert "noindex" in headers.read_text()


def test_a_page_that_is_a_link_stays_one(project: Path) -> None:
    (project / "kept.txt").write_text("kept")
    (project / "maps" / "small.html").symlink_to("../kept.txt")
    before = held(project)
    assert refused(run("build"), "maps/small.html", "link")
    assert held(project) == before
    # What stands in the page's place is replaced, never what it leads to.
    assert run("build", "--force").exit_code == 0
    assert (project / "kept.txt").read_text() == "kept"
    assert not (project / "maps" / "small.html").is_symlink()


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("build",), "maps/small.html"),
        (("export", "small", "--to", "csv", "--out", "out"), "out/datapackage.json"),
        (("figure", "small", "--format", "svg"), "figures/small-europe-en.svg"),
        (("site",), "site/latest/small.html"),
    ],
    ids=lambda value: value[0],
)
def test_links_to_what_was_made_and_rights_to_it_are_kept(
    project: Path, edit: Edit, command: tuple[str, ...], name: str
) -> None:
    """As where a page was moved to a shared folder, and a link left in its place."""
    assert run(*command).exit_code == 0
    shared = project / "shared"
    shared.mkdir()
    moved = shared / Path(name).name
    (project / name).rename(moved)
    (project / name).symlink_to(moved)
    others = [p for p in (project / name).parent.iterdir() if p.is_file()]
    for other in others:
        other.chmod(0o600)
    before = moved.read_bytes()
    edit("data/pledges.csv", "declined", "opposed")
    assert run(*command).exit_code == 0
    assert (project / name).is_symlink()
    assert moved.read_bytes() != before
    assert {stat.S_IMODE(other.stat().st_mode) for other in others} == {0o600}
    assert not list(shared.glob(".*"))


def test_a_page_keeps_who_may_read_it(project: Path, edit: Edit) -> None:
    assert run("build").exit_code == 0
    page = project / "maps" / "small.html"
    page.chmod(0o600)
    edit("data/pledges.csv", "declined", "opposed")
    assert run("build").exit_code == 0
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


# --- check --fix ---


@pytest.fixture
def asked(project: Path, edit: Edit) -> Iterator[Callable[[], str]]:
    """Ask for fixes on a terminal; what is returned answers yes and gives all told."""
    pty = pytest.importorskip("pty")
    edit("data/pledges.csv", "2025-02-01", "01 Feb 2025")
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "geo", "check", "--fix"],
        cwd=project, stdin=theirs, stdout=theirs, stderr=theirs,
        env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    os.close(theirs)
    told = b""

    def read_until(end: bytes) -> None:
        nonlocal told
        while end not in told:
            try:
                part = os.read(ours, 4096)
            except OSError:  # a terminal that nobody writes to any more
                part = b""
            if not part:
                return
            told += part

    read_until(b"Write this?")

    def agree() -> str:
        os.write(ours, b"y\n")
        read_until(b"\0")
        running.wait()
        return told.decode()

    yield agree
    os.close(ours)
    running.wait()


def test_a_row_saved_while_the_question_stands_stays(
    project: Path, asked: Callable[[], str]
) -> None:
    table = project / "data" / "pledges.csv"
    row = "S5,DEU,2025-02-04,considering,one,high,own_government\n"
    table.write_text(table.read_text() + row)
    before = table.read_bytes()
    told = asked()
    assert table.read_bytes() == before
    assert "fixed" not in told
    assert "data/pledges.csv was saved meanwhile" in told


def test_what_was_shown_is_written_where_it_is_agreed_to(
    project: Path, asked: Callable[[], str]
) -> None:
    assert "data/pledges.csv  fixed" in asked()
    assert "S2,ESP,2025-02-01,declined" in (project / "data/pledges.csv").read_text()


def test_a_linked_table_is_mended_where_it_lies(project: Path, edit: Edit) -> None:
    edit("data/pledges.csv", "2025-02-01", "01 Feb 2025")
    table = project / "data" / "pledges.csv"
    table.rename(project / "data" / "record.csv")
    table.symlink_to("record.csv")
    (project / "data" / "record.csv").chmod(0o600)
    assert run("check", "--fix", "--yes").exit_code == 0
    assert table.is_symlink()
    assert "S2,ESP,2025-02-01" in (project / "data" / "record.csv").read_text()
    assert stat.S_IMODE(table.stat().st_mode) == 0o600
