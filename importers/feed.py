"""A paged API of services: page after page, and the details where the list is shallow. Few connections, no loop."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from importers.fetching import fetch_json
from importers.incoming import SourceFailed
from importers.json_shape import LISTS, snake, tidy

MOST_PAGES = 100_000
Details = Callable[[Mapping[str, Any]], bool]


class Feed:
    """The services at an address. `url` is the list itself, with whatever parameters somebody gave it."""

    def __init__(self, url: str, first: Any, shallow: Details) -> None:
        self.url = url
        self._first = first
        self._shallow = shallow

    def services(self) -> Iterator[Any]:
        """Every service. SourceFailed names the page that did not answer; what came before stands."""
        for number, page in self._pages():
            for service in records_of(page):
                yield self._whole(service, number)

    def _pages(self) -> Iterator[tuple[int, Any]]:
        """Until the feed says that it is over, gives nothing, or gives the same page once more."""
        number, page, before = 1, self._first, None
        while True:
            records = records_of(page)
            if not records or records == before:
                return
            yield number, page
            if _is_last(page, number) or number >= MOST_PAGES:
                return
            before, number = records, number + 1
            page = self._page(number)

    def _page(self, number: int) -> Any:
        parts = urlsplit(self.url)
        asked = dict(parse_qsl(parts.query)) | {"page": str(number)}
        asked.setdefault("per_page", str(len(records_of(self._first))))
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


def records_of(page: Any) -> list[Any]:
    """The records of a page in either envelope, or of a bare list."""
    if isinstance(page, list):
        return page
    if not isinstance(page, dict):
        return []
    held = {snake(key): value for key, value in page.items()}
    return next((held[name] for name in LISTS if isinstance(held.get(name), list)), [])


def _is_last(page: Any, number: int) -> bool:
    """By whichever of its envelope's members says so; a page that says nothing may have another."""
    if not isinstance(page, dict):
        return True
    says = {snake(key): value for key, value in page.items()}
    for name in ("last_page", "last"):
        if isinstance(says.get(name), bool):
            return bool(says[name])
    pages = says.get("total_pages")
    return isinstance(pages, int) and number >= pages
