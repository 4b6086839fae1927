"""Feeds of changes as RPDE 1.0 publishes them: page after page, until the empty one whose `next` is itself.

Source: the Realtime Paged Data Exchange specification of OpenActive. Items come in the order of their change, the same
one again when it changed again; what is deleted leaves a tombstone.
"""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from directory.hsds.values import inner
from importers.fetching import fetch_json
from importers.incoming import SourceFailed
from importers.json_shape import Shape, each_record
from importers.origin import Origin

MOST_PAGES = 200_000
_ITEMS = Shape(records_at="items")


def looks_like_rpde(origin: Origin) -> bool:
    """Whether the JSON is a page of such a feed."""
    shape = origin.json
    if shape is None or "next" not in shape.keys or "items" not in shape.keys:
        return False
    return shape.records_at is None or shape.record_keys >= {"state", "id"}


class Pages:
    """The items of a feed in the order in which it tells them, as often as it tells them.

    `resumes_at` is where the next reading goes on, once all was read from an address; None for files.
    """

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self.resumes_at: str | None = None

    def items(self) -> Iterator[Any]:
        """Every item. SourceFailed where the feed breaks off, loops or leads elsewhere; what came before stands."""
        yield from self._followed() if self._origin.url else self._filed()

    def _filed(self) -> Iterator[Any]:
        files = [file for file in self._origin.files(".json") if looks_like_rpde(file)]
        for file in sorted(files, key=lambda file: _counted(file.name)):
            with file.open() as opened:
                yield from each_record(opened, _ITEMS)

    def _followed(self) -> Iterator[Any]:
        url, page = str(self._origin.url), _first_page(self._origin)
        seen = {url}
        for number in range(1, MOST_PAGES + 1):
            items, after = inner(page).get("items"), inner(page).get("next")
            if not isinstance(items, list) or not isinstance(after, str):
                raise SourceFailed(f"Page {number} of the feed has no items or no next. What came before was read.")
            yield from items
            after = _same_host(after, url, number)
            if not items and after in seen:
                self.resumes_at = after
                return
            if after in seen:
                raise SourceFailed(
                    f"Page {number} of the feed leads back to an earlier one. What came before was read."
                )
            seen.add(after)
            url, page = after, _page(after, number + 1)
        raise SourceFailed(f"The feed has more than {MOST_PAGES:,} pages. What came before was read.")


def _counted(name: str) -> list[tuple[int, str]]:
    """page-2 before page-10."""
    return [(int(part) if part.isdigit() else 0, part) for part in re.split(r"(\d+)", name)]


def _first_page(origin: Origin) -> Any:
    try:
        return json.loads(origin.path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise SourceFailed("The first page of the feed is not whole JSON.") from error


def _page(url: str, number: int) -> Any:
    try:
        return fetch_json(url)
    except SourceFailed as failure:
        raise SourceFailed(
            f"Page {number} of the feed failed: {failure.message} What came before was read."
        ) from failure


def _same_host(after: str, url: str, number: int) -> str:
    """The address that a page leads to, when it is one of the same server."""
    try:
        whole = urljoin(url, after)
        there, here = urlsplit(whole), urlsplit(url)
    except ValueError as error:
        raise SourceFailed(f"Page {number} of the feed leads to {after[:200]}, which is no address.") from error
    if there.scheme not in ("http", "https") or there.hostname != here.hostname:
        raise SourceFailed(f"Page {number} of the feed leads to {there.hostname or after}, which is somebody else's.")
    return whole
