import gc

import pytest

from geo.commands.collector import without_collector


def test_it_is_aside_and_comes_back_whatever_happens() -> None:
    seen = []

    @without_collector()
    def command() -> None:
        seen.append(gc.isenabled())
        raise KeyError

    assert gc.isenabled()
    with pytest.raises(KeyError):
        command()
    assert (seen, gc.isenabled()) == ([False], True)


def test_who_has_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        with without_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
