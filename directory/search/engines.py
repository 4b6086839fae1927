"""Which engine stands behind the port: chosen by a URL."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from directory.errors import Invalid
from directory.search.embedded.engine import EmbeddedIndex
from directory.search.port import SearchIndex

POSTGRESQL = "postgresql"
"""The address of the search inside the database, whichever that is."""

POSTGRESQL_SCHEMES = ("postgresql", "postgresql+psycopg")


def open_index(url: str, replicas: Sequence[str] = ()) -> SearchIndex:
    """The index at `whoosh:///FOLDER`, or in a database at `postgresql+psycopg://…`, of which `replicas` are copies.

    Raises `Invalid` for any other.
    """
    parts = urlsplit(url)
    if parts.scheme == "whoosh" and parts.path and not parts.netloc:
        return EmbeddedIndex(Path(unquote(parts.path)))
    if parts.scheme in POSTGRESQL_SCHEMES and parts.netloc:
        return _in_postgresql(url, replicas)
    if url == POSTGRESQL:
        raise Invalid(
            "To search inside the database it must be PostgreSQL: else set WAYMARK_SEARCH_URL to whoosh:///FOLDER."
        )
    # The address itself may hold a password, and is not repeated.
    raise Invalid("This names no search index: set WAYMARK_SEARCH_URL to postgresql or to whoosh:///FOLDER.")


def _in_postgresql(url: str, replicas: Sequence[str]) -> SearchIndex:
    try:
        # Only where it is asked for: the driver is an extra.
        from directory.search.postgres.engine import PostgresIndex
    except ImportError as error:
        raise Invalid("Searching inside PostgreSQL needs its driver: pip install 'waymark[postgres]'.") from error
    if wrong := [one for one in replicas if urlsplit(one).scheme not in POSTGRESQL_SCHEMES]:
        raise Invalid(f"{len(wrong)} of WAYMARK_DATABASE_REPLICA_URLS begin in another way than postgresql+psycopg://.")
    return PostgresIndex(url, replicas)
