"""A PostgreSQL server that is there for one measurement."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.servers import PostgresServer


class OwnServer:
    """In a folder of its own, for its user must pass through every one above it."""

    def __init__(self) -> None:
        self._apart = TemporaryDirectory(prefix="waymark-bench-")
        Path(self._apart.name).chmod(0o711)
        self._server = PostgresServer.start(Path(self._apart.name) / "postgres")
        self.url = self._server.url

    def stop(self) -> None:
        """Nothing of it is left."""
        self._server.stop()
        self._apart.cleanup()
