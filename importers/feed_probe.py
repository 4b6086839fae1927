"""What a feed ignores: filters that it takes without a word and does not heed, found by asking for what cannot be.

Somebody who relies on the `modified_after` of such a feed would believe that all has changed, or read all each time.
"""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from importers.feed import records_of
from importers.fetching import fetch
from importers.incoming import SourceFailed
from importers.json_shape import snake

FAR_AHEAD = "2999-01-01T00:00:00Z"
NONSENSE = "qxzvwkjh"
ENVELOPE = frozenset({"total_items", "total_elements", "total_pages"})
"""Members of a page of an API: a file of records that lies on a server has no filters."""
ABOUT_ITSELF = frozenset({"version", "profile", "openapi_url"})
"""Members of what an API says at its own address."""

FILES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".ods", ".xls", ".zip", ".ics", ".geojson", ".html"})
"""Endings of what is a file, and need not be fetched to know it."""

Heeded = Callable[[Any, Any], bool]
"""Whether an answer (None: it is no JSON) shows that the filter was heeded, beside the answer without it."""


def ignored_filters(url: str) -> list[str] | None:
    """The filters that the API at this address ignores, in a fixed order.

    None when there is no API, it does not answer, or it has nothing to filter. One that refuses a filter ignores nothing.
    """
    if PurePosixPath(urlsplit(url).path).suffix.lower() in FILES:
        return None
    try:
        url, page = _first_page(url)
        if not records_of(page) or not _keys(page) & ENVELOPE:
            return None
        return [name for name, (value, heeded) in PROBES.items() if _ignores(url, page, name, value, heeded)]
    except SourceFailed:
        return None


def _first_page(url: str) -> tuple[str, Any]:
    page = _answer(url)
    if records_of(page) or not _keys(page) & ABOUT_ITSELF:
        return url, page
    parts = urlsplit(url)
    below = urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/services"))
    return below, _answer(below)


def _ignores(url: str, page: Any, name: str, value: str, heeded: Heeded) -> bool:
    parts = urlsplit(url)
    query = urlencode(dict(parse_qsl(parts.query)) | {name: value})
    try:
        answer = _answer(urlunsplit(parts._replace(query=query)))
    except SourceFailed:
        return False
    return not heeded(answer, page)


def _answer(url: str) -> Any:
    """The JSON at an address; None when what is there is no JSON document. SourceFailed when it does not answer."""
    with tempfile.TemporaryDirectory(prefix="waymark-probe-") as folder:
        body = fetch(url, Path(folder) / "answer").path.read_bytes()
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _keys(page: Any) -> set[str]:
    return {snake(str(key)) for key in page} if isinstance(page, dict) else set()


def _is_empty(answer: Any, _page: Any) -> bool:
    return not records_of(answer)


def _is_one(answer: Any, page: Any) -> bool:
    return len(records_of(answer)) <= 1 or len(records_of(page)) <= 1


def _is_another(answer: Any, page: Any) -> bool:
    pages = next((value for key, value in page.items() if snake(str(key)) == "total_pages"), None)
    return records_of(answer) != records_of(page) or not isinstance(pages, int) or pages < 2


PROBES: dict[str, tuple[str, Heeded]] = {
    "modified_after": (FAR_AHEAD, _is_empty),
    "search": (NONSENSE, _is_empty),
    "per_page": ("1", _is_one),
    "page": ("2", _is_another),
    # A page in its envelope is not one service a line.
    "format": ("ndjson", _is_empty),
}
