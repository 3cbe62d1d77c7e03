"""Our own figures on the strings typed for it, and a floor where pycountry is there."""

import pytest

from tests.benchmarks.names.__main__ import labelled
from tests.benchmarks.names.labelled import typed
from tests.benchmarks.names.libraries import ours
from tests.benchmarks.names.score import score


def test_typed_strings() -> None:
    result = score(ours(), typed())
    assert result.found >= 0.995
    assert result.right == 1
    assert result.accepted == 0
    assert result.typos == 0


def test_the_whole_set() -> None:
    pytest.importorskip("pycountry")
    result = score(ours(), labelled(every=5))
    assert result.found >= 0.88
    assert result.right >= 0.999
    assert result.accepted <= 0.002
    # A slip may be a name elsewhere: Rakúsko without its accent is Slovak for Austria.
    assert result.typos <= 0.008
