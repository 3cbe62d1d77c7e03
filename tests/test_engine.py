"""JavaScript runs here: values in, values out, and Python is asked on the way."""

from __future__ import annotations

import json
import threading
from typing import Any

import pytest

from geo.engine import Engine

MODULES = """
const twice = (value) => [value, value];
const asked = (name, ...values) =>
  JSON.parse(globalThis.python(name, JSON.stringify(values)));
const nothing = () => undefined;
const loose = () => { undeclared = 1; };
const sorted = (values) => [...values].sort();
"""
NAMES = ("twice", "asked", "nothing", "loose", "sorted")


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(MODULES, NAMES, {"joined": "-".join, "fails": int})


@pytest.mark.parametrize(
    "text", ['"a"', "1.5", "null", r'"\ud800 </script> \u0000"', '{"á":[1,{"b":true}]}']
)
def test_values_come_back_as_they_went_in(engine: Engine, text: str) -> None:
    value = json.loads(text)
    assert engine.call("twice", text) == [value, value]


def test_python_is_asked(engine: Engine) -> None:
    assert engine.call("asked", '"joined"', '["a", "ł\\ud800"]') == "a-ł\ud800"


def test_nothing_is_none(engine: Engine) -> None:
    assert engine.call("nothing") is None


def test_errors_of_both_sides_are_raised(engine: Engine) -> None:
    with pytest.raises(Exception, match="undeclared"):
        engine.call("loose")
    with pytest.raises(ValueError, match="invalid literal"):
        engine.call("asked", '"fails"', '"x"')
    assert engine.call("sorted", "[2, 1]") == [1, 2]


def test_each_thread_has_an_engine_of_its_own() -> None:
    found: list[Any] = []

    def work() -> None:
        found.append(Engine(MODULES, NAMES, {}).call("twice", "1"))

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[1, 1], [1, 1]]
