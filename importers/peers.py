"""Whom we are connected to: inside `only_public()` every connection that does not lead to the open internet is cut.

Checked on the connection itself, so that a redirect, a feed's link to its next page or a name that changes its
address between two look-ups cannot lead into the deployer's own network.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from ipaddress import ip_address
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

from importers.incoming import SourceFailed

_public_only: ContextVar[bool] = ContextVar("public_only", default=False)


@contextmanager
def only_public() -> Iterator[None]:
    """Read from the open internet alone while this lasts. The command line trusts its user and does without."""
    token = _public_only.set(True)
    try:
        yield
    finally:
        _public_only.reset(token)


def pool_manager(**options: Any) -> PoolManager:
    """urllib3's pools, with connections that look whom they reached before anything is sent."""
    pools = PoolManager(**options)
    pools.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}
    return pools


class _Connection(HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _check(self)


class _SecureConnection(HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _check(self)


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


def _check(connection: HTTPConnection) -> None:
    if not _public_only.get() or connection.sock is None:
        return
    peer = str(connection.sock.getpeername()[0]).partition("%")[0]
    if not ip_address(peer).is_global:
        connection.close()
        raise SourceFailed(f"{connection.host} is not on the open internet, so it cannot be read from here.")
