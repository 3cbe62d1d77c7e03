import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.building import build
from geo.digest import digest
from geo.findings import Finding
from geo.ledger.ledger import Ledger, Page, Told, from_text, to_text
from geo.ledger.place import MOST, read_ledger, write_ledger

FINDING = Finding("a.csv", 3, "troops", "unknown-column", "“é” \udc80", at=2)
FULL = Ledger(
    "machine",
    Path("/maps"),
    {"a": Page("0" * 64, {"/maps/a.toml": "1" * 64})},
    Told(("a",), {"/maps/a.toml": "1" * 64}, (FINDING,)),
)
WRITTEN = to_text(FULL).encode()


def read(data: bytes, machinery: str = "machine") -> Ledger:
    return from_text(data, machinery, Path("/maps"))


def signed(content: object) -> bytes:
    text = json.dumps(content).encode()
    return digest(text).encode() + b"\n" + text + b"\n"


def test_a_ledger_reads_back_equal() -> None:
    assert read(WRITTEN) == FULL


def test_one_of_another_machinery_is_empty() -> None:
    assert read(WRITTEN, "another") == Ledger("another", Path("/maps"))


@given(st.integers(0, len(WRITTEN) - 2))
def test_a_torn_one_is_empty(length: int) -> None:
    assert read(WRITTEN[:length]).pages == {}


@given(st.integers(0, len(WRITTEN) - 2), st.integers(1, 255))
def test_one_with_a_damaged_byte_is_empty(place: int, change: int) -> None:
    damaged = bytearray(WRITTEN)
    damaged[place] ^= change
    assert read(bytes(damaged)).pages == {}


@given(st.binary(max_size=300))
def test_any_bytes_are_no_ledger(data: bytes) -> None:
    assert read(data).pages == {}


@pytest.mark.parametrize(
    "content",
    [
        None,
        [],
        {},
        {"machinery": "machine"},
        {"machinery": "machine", "pages": [], "told": None},
        {"machinery": "machine", "pages": {"a": {"digest": "x"}}, "told": None},
        {"machinery": "machine", "pages": {}, "told": {"maps": [], "inputs": {}}},
        {"machinery": "machine", "pages": {},
         "told": {"maps": [], "inputs": {}, "findings": [{"file": "a"}]}},
        {"machinery": "machine", "pages": {},
         "told": {"maps": [], "inputs": {}, "findings": [{**vars(FINDING),
                                                          "code": "none"}]}},
    ],
)  # fmt: skip
def test_one_that_somebody_else_wrote_is_empty(content: object) -> None:
    assert read(signed(content)) == Ledger("machine", Path("/maps"))


@pytest.mark.parametrize("damage", [b"", b"{}", b"\x00" * 4000])
def test_a_build_with_a_damaged_ledger_builds(
    project: Path, cache_folder: Path, damage: bytes
) -> None:
    folders = {"data": project / "data", "maps": project / "maps"}
    said: list[str] = []
    build(**folders)
    for ledger in cache_folder.glob("*.json"):
        ledger.write_bytes(damage)
    (page,) = build(progress=said.append, **folders)
    assert "drawing small" in said
    assert not page.changed


def test_without_a_place_to_keep_it_a_build_builds(project: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(project / "data" / "pledges.csv"))
    folders = {"data": project / "data", "maps": project / "maps"}
    said: list[str] = []
    for _ in range(2):
        build(progress=said.append, **folders)
    assert said.count("drawing small") == 2


def test_nothing_is_left_beside_the_maps(project: Path) -> None:
    build(data=project / "data", maps=project / "maps")
    assert {path.name for path in project.rglob("*") if path.is_file()} == {
        "pledges.csv",
        "sources.csv",
        "small.toml",
        "small.html",
    }


def test_it_is_for_its_user_alone(project: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    build(data=project / "data", maps=project / "maps")
    assert (tmp_path / "cache" / "pledgemap").stat().st_mode & 0o077 == 0


def test_the_oldest_are_taken_away(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for number in range(MOST + 3):
        folder = tmp_path / str(number)
        write_ledger(read_ledger(folder, folder), folder, folder)
    assert len(list((tmp_path / "pledgemap").glob("*.json"))) == MOST
