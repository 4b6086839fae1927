"""A paged API of services: page after page, and the details where the list is shallow. Few connections, no loop."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from importers.fetching import fetch_json
from importers.incoming import SourceFailed
from importers.json_shape import LISTS, is_deep, snake, tidy

MOST_PAGES = 100_000
SINCE = "modified_after"
Details = Callable[[Mapping[str, Any]], bool]


class Feed:
    """The services at an address. `url` is the list itself, with whatever parameters somebody gave it."""

    def __init__(self, url: str, first: Any, shallow: Details) -> None:
        self.url = url
        self._first = first
        self._shallow = shallow
        self._seen: set[int] = set()

    def services(self) -> Iterator[Any]:
        """Every service once, also where pages move while they are read.

        SourceFailed names the page that did not answer, or says that there were fewer than the feed had promised;
        what came before stands.
        """
        promised = 0
        for number, page in self._pages():
            promised = _promised(page)
            for service in records_of(page):
                if self._is_new(service):
                    yield self._whole(service, number)
        if len(self._seen) < promised and self._first_number() <= 1:
            raise SourceFailed(
                f"The feed has {promised:,} services by its own account, and gave {len(self._seen):,}. "
                "Those were read; it may have changed meanwhile."
            )

    def _pages(self) -> Iterator[tuple[int, Any]]:
        """Until the feed says that it is over, gives nothing, or gives nothing that it has not given before."""
        number, page = self._first_number(), self._first
        begins_at_nought = number == 0
        while records := records_of(page):
            is_old = all(hash_of(service) in self._seen for service in records)
            if is_old and not (begins_at_nought and number == 1):
                return
            if not is_old:
                yield number, page
            count = number + 1 if begins_at_nought else number
            if (not is_old and _is_last(page, count)) or number >= MOST_PAGES:
                return
            number += 1
            page = self._page(number)

    def _first_number(self) -> int:
        """The number of the page that was given first: as it was asked for, or as the page says; some count from 0."""
        asked = dict(parse_qsl(urlsplit(self.url).query)).get("page", "")
        if asked.isdigit():
            return int(asked)
        says = _envelope(self._first)
        named = next((says[name] for name in ("page_number", "number") if isinstance(says.get(name), int)), 1)
        return 0 if named == 0 else 1

    def _is_new(self, service: Any) -> bool:
        """Whether the feed has not given just this before: what moves to the next page while we read comes twice."""
        known = hash_of(service)
        is_new = known not in self._seen
        self._seen.add(known)
        return is_new

    def _page(self, number: int) -> Any:
        parts = urlsplit(self.url)
        asked = dict(parse_qsl(parts.query)) | {"page": str(number)}
        if not asked.keys() & {"per_page", "perPage"}:
            asked["per_page"] = str(len(records_of(self._first)))
        try:
            return fetch_json(urlunsplit(parts._replace(query=urlencode(asked))))
        except SourceFailed as failure:
            raise SourceFailed(
                f"Page {number} of the feed failed: {failure.message} What came before was read."
            ) from failure

    def _whole(self, service: Any, number: int) -> Any:
        """With its details, when the list shows only its beginning and there are any."""
        if not isinstance(service, dict) or "id" not in service or not self._shallow(tidy(service)):
            return service
        parts = urlsplit(self.url)
        url = urlunsplit(
            parts._replace(path=f"{parts.path.rstrip('/')}/{quote(str(service['id']), safe='')}", query="")
        )
        try:
            whole = fetch_json(url)
        except SourceFailed as failure:
            raise SourceFailed(
                f"A service on page {number} failed: {failure.message} What came before was read."
            ) from failure
        return whole if isinstance(whole, dict) else service


def changed_since(url: str, moment: datetime) -> str:
    """The address at which a feed is asked for what has changed alone. Many feeds ignore it and give everything."""
    parts = urlsplit(url)
    asked = dict(parse_qsl(parts.query)) | {SINCE: moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
    return urlunsplit(parts._replace(query=urlencode(asked)))


def hash_of(service: Any) -> int:
    """Differs, but for the rarest chance, when a service says something else; but those that are nested too deeply to
    be read are all alike."""
    return 0 if is_deep(service) else hash(json.dumps(service, sort_keys=True))


def records_of(page: Any) -> list[Any]:
    """The records of a page in either envelope, or of a bare list."""
    if isinstance(page, list):
        return page
    held = _envelope(page)
    return next((held[name] for name in LISTS if isinstance(held.get(name), list)), [])


def _envelope(page: Any) -> dict[str, Any]:
    return {snake(key): value for key, value in page.items()} if isinstance(page, dict) else {}


def _promised(page: Any) -> int:
    """How many services there are in all, as the page says; 0 when it does not."""
    says = _envelope(page)
    total = next((says[name] for name in ("total_items", "total_elements") if name in says), 0)
    return total if isinstance(total, int) and not isinstance(total, bool) else 0


def _is_last(page: Any, count: int) -> bool:
    """By whichever of its envelope's members says so, `count` pages in; one that says nothing may have another."""
    if not isinstance(page, dict):
        return True
    says = _envelope(page)
    for name in ("last_page", "last"):
        if isinstance(says.get(name), bool):
            return bool(says[name])
    pages = says.get("total_pages")
    return isinstance(pages, int) and count >= pages
