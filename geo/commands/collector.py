"""The garbage collector, put aside for a command that is soon over."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Look for no cycles of garbage meanwhile.

    A build keeps nearly all that it makes until its pages are written, and walking
    through that again and again took an eighth of its processor time
    (``tests/benchmarks/starting``).  What has no cycle is freed as ever.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
