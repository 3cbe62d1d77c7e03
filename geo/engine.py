"""JavaScript, run in this process: modules, entries and callables in, JSON out.

Which engine runs it is said here and nowhere else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any


class Engine:
    """One program of JavaScript, loaded once and asked as often as need be.

    An engine belongs to the thread that made it.
    """

    def __init__(
        self,
        modules: str,
        entries: Iterable[str],
        callables: Mapping[str, Callable[..., Any]],
    ) -> None:
        """Load modules, statements of one scope, with the entries that may be called.

        The program may ask the callables as ``python(name, arguments)``, with a JSON
        list of arguments; each takes and returns what JSON can say.
        """
        # Imported here: only what draws needs it.
        import quickjs

        self._failed: Exception | None = None

        def answer(name: str, arguments: str) -> str:
            try:
                return json.dumps(callables[name](*json.loads(arguments)))
            except Exception as error:
                # The engine says no more than that Python failed.
                self._failed = error
                raise

        self._context = quickjs.Context()
        self._context.add_callable("python", answer)
        self._context.eval(
            f'(() => {{ "use strict";\n{modules}\n'
            f"const entries = {{ {', '.join(entries)} }};\n"
            "globalThis.call = (name, values) =>"
            " JSON.stringify(entries[name](...JSON.parse(values)) ?? null);\n})()"
        )
        self._call = self._context.get("call")

    def call(self, entry: str, *arguments: str) -> Any:
        """Call an entry with texts of JSON, and return what it returns.

        What a callable raises is raised on; an error of the program is the engine's.
        """
        self._failed = None
        try:
            return json.loads(self._call(entry, f"[{','.join(arguments)}]"))
        except Exception as error:
            if self._failed is None:
                raise
            raise self._failed from error
