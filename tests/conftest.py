"""What tests share: small tables, and folders that build."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright
    from profiles import Profiles

# A test that asserts the clock fails on a busy machine; under CI the same examples are
# tried each time, elsewhere new ones.
settings.register_profile(
    "pledgemap", deadline=None, derandomize=bool(os.environ.get("CI"))
)
settings.load_profile("pledgemap")

ROOT = Path(__file__).parents[1]

# Each page would open three: its own, and two popups of the address bar that no test
# sees, which took half the work.  Of such lists Chromium heeds the last alone, so this
# one holds what Playwright's turns off.
OFF = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "AimEnabled",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "TcpPortRandomizationWin",
    "ThirdPartyStoragePartitioning",
]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(OFF)}",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")

SOURCES = """id,title,publisher,grade,aligned_state,url
one,A statement,A ministry,official,,https://example.org/one
two,Another,A daily,other_press,,https://example.org/two
relay,Relayed,An outlet,state_aligned,RUS,https://example.org/relay
copy,Copied,A mirror,aggregator_or_mirror,,https://example.org/copy
"""
PLEDGES = """id,actor,date,status,source,confidence,speaks_for
S1,FRA,2025-01-01,pledged_troops,one,high,own_government
S2,ESP,2025-02-01,declined,two,medium,own_government
S3,POL,2025-02-02,considering,relay,high,own_government
S4,ITA,2025-02-03,conditional,copy,high,own_government
"""
DEFINITION = """
title = "A map"
headline = "{count:pledged_troops} pledged."

[tables]
pledges = "pledges.csv"
sources = "sources.csv"

[[views]]
id = "europe"
projection = "europe_laea"
bounds = [-24, 34, 45, 71]
title = "Europe"

[[layers]]
kind = "status"
"""


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    # Benchmarks import this file without tests/support.
    from long_texts import where_they_part

    parted = where_they_part(left, right) if op == "==" else None
    return parted and ["two values are not equal", *parted]


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache of the tests' own: none reads, or fills, that of the user."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder / "pledgemap"


@pytest.fixture
def definition_text() -> str:
    return DEFINITION


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with ``data/`` and ``maps/`` that builds the map ``small``."""
    (tmp_path / "data").mkdir()
    (tmp_path / "maps").mkdir()
    (tmp_path / "data" / "sources.csv").write_text(SOURCES, encoding="utf-8")
    (tmp_path / "data" / "pledges.csv").write_text(PLEDGES, encoding="utf-8")
    (tmp_path / "maps" / "small.toml").write_text(DEFINITION, encoding="utf-8")
    return tmp_path


@pytest.fixture
def edit(project: Path) -> Callable[[str, str, str], None]:
    """Replace a text in a file of ``project``; the text must be there."""

    def replace(file: str, old: str, new: str) -> None:
        path = project / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return replace


@pytest.fixture(scope="session")
def shipped_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's own ``data/`` and ``maps/``, without built pages."""
    folder = tmp_path_factory.mktemp("shipped")
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copytree(
        ROOT / "maps", folder / "maps", ignore=shutil.ignore_patterns("*.html")
    )
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path; without one, tests are skipped, and fail under CI."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        reason = "Chromium is not installed (as root on Debian: make browsers)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(chromium: str, playwright: Playwright) -> Iterator[Browser]:
    running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
    yield running
    running.close()


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Profiles:
    from profiles import Profiles

    return Profiles(browser)


@pytest.fixture(scope="session")
def maps(shipped_project: Path) -> Path:
    """The project's own maps, freshly built."""
    from geo.building import build

    build(data=shipped_project / "data", maps=shipped_project / "maps")
    return shipped_project / "maps"
