"""Our own engine inside PostgreSQL, behind the same port."""

import psycopg

from bench.rivals.own_server import OwnServer
from bench.rivals.waymark import Waymark
from directory.search.engines import open_index
from directory.search.port import SearchIndex
from tests.servers import find_postgres_programs

SIZE = "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relnamespace::regnamespace::text ~ %s"


class InsidePostgreSQL(Waymark):
    """As the embedded engine, every count and mended slip. Its time includes the way to the server and back."""

    name = "Waymark in PostgreSQL"
    most = 200_000
    here = False

    def _open(self) -> SearchIndex:
        self._server = OwnServer()
        return open_index(self._server.url)

    @classmethod
    def is_possible(cls) -> bool:
        return find_postgres_programs() is not None

    def size(self) -> int:
        with psycopg.connect(self._server.url.replace("+psycopg", "")) as connection:
            found = connection.execute(SIZE, ("^waymark_search",)).fetchone()
        return int(found[0] or 0) if found else 0

    def close(self) -> None:
        self._server.stop()
