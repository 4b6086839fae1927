"""Which engine stands behind the port: chosen by a URL."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from directory.errors import Invalid
from directory.search.embedded.engine import EmbeddedIndex
from directory.search.port import SearchIndex


def open_index(url: str) -> SearchIndex:
    """The index that `WAYMARK_SEARCH_URL` names: `whoosh:///FOLDER`. Raises `Invalid` for any other."""
    parts = urlsplit(url)
    if parts.scheme == "whoosh" and parts.path and not parts.netloc:
        return EmbeddedIndex(Path(unquote(parts.path)))
    if url.startswith("postgresql"):
        raise Invalid("Searching inside PostgreSQL is not ready yet: set WAYMARK_SEARCH_URL to whoosh:///FOLDER.")
    raise Invalid(f"“{url}” names no search index: set WAYMARK_SEARCH_URL to whoosh:///FOLDER.")
