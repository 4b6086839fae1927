"""Memory while millions of objects are made, and hardly a cycle: collected less often, and given back when it is free."""

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG = 50_000
"""Objects that may be made before the collector looks at the youngest of them."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """While this lasts the collector runs seldom. It runs all the same: memory stays bounded."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


def collect_seldom() -> None:
    """From now on, in a process that does nothing else. What is there by now is not looked through at all."""
    gc.freeze()
    gc.set_threshold(max(YOUNG, gc.get_threshold()[0]), *gc.get_threshold()[1:])


def give_back() -> None:
    """Let the system have what is free between what is not; without a C library that can, nothing is done."""
    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
        trim(0)
