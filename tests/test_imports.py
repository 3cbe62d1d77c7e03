"""The way of the data is one direction, and so are the imports."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import geo

ROOT = Path(geo.__file__).parent

# Each room, a module or a package of geo, may import from itself and from rooms above
# it, never from below.  docs/architecture.md says what each is for, in the same order.
ROOMS = (
    "shipped",
    "digest",
    "engine",
    "vocabulary",
    "words",
    "findings",
    "output",
    "cells",
    "countries",
    "sheets",
    "tables",
    "report",
    "boundaries",
    "join",
    "layers",
    "definitions",
    "fix",
    "embed",
    "page",
    "figure",
    "replacing",
    "switching",
    "atomic_write",
    "ledger",
    "diff",
    "building",
    "pulling",
    "export",
    "site",
    "verify",
    "watch",
    "starter",
    "commands",
    "cli",
)


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> list[str]:
    """The rooms of ``geo`` that a module imports when it is loaded or run."""
    rooms = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("geo"):
            parts = (node.module or "").split(".")
            names = (
                [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]
            )
            rooms += names
        elif isinstance(node, ast.Import):
            rooms += [
                a.name.split(".")[1] for a in node.names if a.name.startswith("geo.")
            ]
    return [
        room
        for room in rooms
        if (ROOT / room).exists() or (ROOT / f"{room}.py").exists()
    ]


def test_imports_go_one_way() -> None:
    wrong = []
    for path in sorted(ROOT.rglob("*.py")):
        room = room_of(path)
        if room in {"__init__", "__main__"}:
            continue
        assert room in ROOMS, f"{path} stands in no known room"
        for other in imported(path):
            if ROOMS.index(other) > ROOMS.index(room):
                wrong.append(f"{path.relative_to(ROOT)} imports {other}")
    assert wrong == []


def test_the_architecture_lists_the_rooms_in_their_order() -> None:
    page = (ROOT.parent / "docs/architecture.md").read_text(encoding="utf-8")
    section = page.partition("## How the code is laid out\n")[2].partition("\n## ")[0]
    heads = re.findall(r"^- ((?:`\w+`(?:, )?)+):", section, re.MULTILINE)
    assert re.findall(r"`(\w+)`", " ".join(heads)) == list(ROOMS)


def test_no_utils() -> None:
    names = {path.stem for path in ROOT.rglob("*.py")}
    assert not names & {"utils", "util", "helpers", "common", "misc"}


def test_public_names() -> None:
    assert len(geo.__all__) <= 8
    for name in geo.__all__:
        assert getattr(geo, name).__doc__, name


def test_no_module_has_a_public_name() -> None:
    """Importing it would put the module in the place of what the name means."""
    modules = {path.stem for path in ROOT.iterdir()}
    assert not modules & set(geo.__all__)


def heavy_modules_after(code: str) -> set[str]:
    watched = ["geopandas", "folium", "pandas", "numpy", "shapely", "babel", "pyarrow"]
    report = f"import sys; {code}; print(*[m for m in {watched} if m in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", report], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def test_importing_geo_imports_nothing_heavy() -> None:
    assert heavy_modules_after("import geo, geo.cli") == set()


def test_help_imports_nothing_heavy() -> None:
    code = (
        "from geo.cli import main\n"
        "try: main(['build', '--help'])\n"
        "except SystemExit: pass\n"
        "import sys"
    )
    run = subprocess.run(
        [sys.executable, "-c", code + "\nprint('pandas' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.splitlines()[-1] == "False"


def test_checking_maps_imports_nothing_heavy() -> None:
    assert heavy_modules_after("import geo; geo.check()") == set()
    assert "folium" not in heavy_modules_after("import geo.building")
