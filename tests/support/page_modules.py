"""The page's own modules, run without a browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from geo.engine import Engine
from geo.page.rendering import CALLABLES
from geo.page.script import linked_modules

Call = Callable[..., Any]


def page_functions(
    modules: Iterable[str], names: Iterable[str], more: str = ""
) -> Call:
    """Return a call of functions of modules, or of ``more`` statements in their scope.

    What they take and return is what JSON can say.
    """
    engine = Engine(f"{linked_modules(*modules)}{more}", names, CALLABLES)

    def call(name: str, *values: Any) -> Any:
        return engine.call(name, *map(json.dumps, values))

    return call
