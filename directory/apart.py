"""Work beside ours: in processes of their own, which end when this one does, however it ends."""

import os
import pickle
import zlib
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any


def processes(count: int, prepare: Callable[..., None], *given: object) -> ProcessPoolExecutor:
    """So many processes at most, each started when there is work for it; `prepare` is called in each with what is given.

    A fresh interpreter each, for a fork would share our locks and connections.
    """
    return ProcessPoolExecutor(count, get_context("spawn"), initializer=_begin, initargs=(prepare, given))


def packed(thing: object) -> bytes:
    """Something on its way between processes, a tenth of its size, for those that only hand it on or keep it waiting."""
    return zlib.compress(pickle.dumps(thing), 1)


def unpacked(thing: bytes) -> Any:
    """What `packed` packed. Only for what our own processes tell each other: it runs whatever it is told."""
    return pickle.loads(zlib.decompress(thing))  # noqa: S301


def _begin(prepare: Callable[..., None], given: tuple[object, ...]) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    prepare(*given)


def _end_with_parent() -> None:
    """Who is killed cannot tell us that no more will come."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
