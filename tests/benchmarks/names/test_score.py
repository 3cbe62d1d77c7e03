"""Our own figures on the strings typed for it, and a floor where pycountry is there."""

import pytest

from tests.benchmarks.names.__main__ import labelled
from tests.benchmarks.names.labelled import published, typed
from tests.benchmarks.names.libraries import ours
from tests.benchmarks.names.score import score


def test_typed_strings() -> None:
    result = score(ours(), typed())
    assert result.found >= 0.995
    assert result.right == 1
    assert result.accepted == 0
    assert result.typos == 0


def test_names_as_tables_have_them() -> None:
    result = score(ours(), published())
    assert result.found >= 0.96
    assert result.right == 1


def test_the_whole_set() -> None:
    pytest.importorskip("pycountry")
    result = score(ours(), labelled(every=20))
    assert result.found >= 0.9
    assert result.right == 1
    assert result.accepted <= 0.002
    # A slip may be a name elsewhere: Rakúsko without its accent is Slovak for Austria.
    assert result.typos <= 0.008
