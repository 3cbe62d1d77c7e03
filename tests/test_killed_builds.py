"""Builds that are killed, starved of room or robbed of their folder.

``python -m tests.benchmarks.killing`` tries many more.
"""

import os
import random
from collections import Counter
from pathlib import Path

import pytest

from tests.benchmarks.killing.kills import (
    Field,
    refused,
    small_disk,
    try_all,
    try_full_disk,
    vanish,
)
from tests.conftest import DEFINITION, PLEDGES, SOURCES

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="forks its builds"),
]
TIMES = 8
TABLES = {"pledges.csv": PLEDGES, "sources.csv": SOURCES}


@pytest.fixture
def field(tmp_path: Path) -> Field:
    field = Field(tmp_path / "project", DEFINITION, TABLES)
    field.prepare()
    return field


def test_every_page_is_whole_after_each_kill(field: Field) -> None:
    tried = Counter[str]()
    try_all(field, random.Random(1), TIMES, tried)
    assert tried["killed"] >= TIMES


def test_a_folder_that_vanishes_meanwhile_comes_back_whole(field: Field) -> None:
    for seed in range(2):
        vanish(field, random.Random(seed))
        field.check_mended()


def test_a_full_disk_keeps_the_last_good_pages(tmp_path: Path) -> None:
    try:
        with small_disk(tmp_path / "disk", 4000) as disk:
            field = Field(disk, DEFINITION, TABLES)
            field.prepare()
            try_full_disk(field, random.Random(1), 3, Counter())
    except PermissionError as error:
        pytest.skip(str(error))


@pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_read_only_folder_keeps_the_last_good_pages(field: Field) -> None:
    maps = field.folder / "maps"
    before = field.pages()
    field.edit("opposed")
    maps.chmod(0o555)
    try:
        assert refused(field)
        assert field.pages() == before
    finally:
        maps.chmod(0o755)
    field.check_mended()
