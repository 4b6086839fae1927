"""Python's collector of cycles, asked less often: an import makes millions of objects and hardly a cycle."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG = 50_000
"""Objects that may be made before the collector looks at the youngest of them."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """While this lasts the collector runs seldom. It runs all the same: memory stays bounded."""
    before = gc.get_threshold()
    gc.set_threshold(max(YOUNG, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
