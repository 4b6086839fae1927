"""Being told to stop: the end of a service, or Ctrl-C, as an exception that rolls back what is in hand."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Stopped(BaseException):
    """Somebody asked this process to end. No fault, so nothing that catches faults catches it."""


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Within the block SIGTERM and SIGINT raise Stopped, wherever it waits: for a server, a database or the clock.

    Once: what then rolls back and says how far it came is not to be interrupted again.
    """

    def stop(_number: int, _frame: FrameType | None) -> None:
        for number in SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        raise Stopped

    before = {number: signal.signal(number, stop) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
