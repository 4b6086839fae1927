"""The records of JSON, wherever they lie: a page, a list, one record, a folder of files, an address with pages."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from importers.feed import Feed
from importers.incoming import SourceFailed
from importers.json_shape import Shape, each_record
from importers.origin import Origin

SURE = 0.5
"""Of a folder only files that surely hold services are read: taxonomies and organizations may lie beside them."""


def records_in(
    origin: Origin, wanted: Callable[[Shape], float], shallow: Callable[[Mapping[str, Any]], bool]
) -> Iterator[Any]:
    """Every record. Of a folder, those of the files that are wanted; of an address, those of all its pages."""
    if origin.url:
        yield from Feed(origin.url, _whole(origin), shallow).services()
        return
    files = [
        file
        for file in origin.files(".json")
        if file.json is not None and (not origin.is_folder or wanted(file.json) > SURE)
    ]
    if not files:
        raise SourceFailed(f"{origin.name} holds no JSON of services.")
    for file in files:
        yield from _records(file)


def _records(origin: Origin) -> Iterator[Any]:
    if origin.json is None:
        raise SourceFailed(f"{origin.name} is not JSON.")
    with origin.open() as file:
        yield from each_record(file, origin.json)


def _whole(origin: Origin) -> Any:
    try:
        return json.loads(origin.path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise SourceFailed("The first page of the feed is not whole JSON.") from error


def list_address(origin: Origin) -> str | None:
    """Where the services of an API are, when the address is that of the API itself."""
    if not origin.url or origin.json is None or origin.json.records_at is not None:
        return None
    if not origin.json.keys & {"version", "profile", "openapi_url"}:
        return None
    parts = urlsplit(origin.url)
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/services"))
