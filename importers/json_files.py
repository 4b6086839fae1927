"""The records of JSON, wherever they lie: a page, a list, one record, a folder of files, an address with pages."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from importers.feed import Feed
from importers.incoming import SourceFailed
from importers.json_shape import Shape, each_record, top_of
from importers.origin import Origin
from importers.services import run_by

ENDINGS = (".json", ".ndjson", ".jsonl")
SURE = 0.5
"""Of a folder only files that surely hold services are read: taxonomies and organizations may lie beside them."""


def records_in(
    origin: Origin, wanted: Callable[[Shape], float], shallow: Callable[[Mapping[str, Any]], bool]
) -> Iterator[Any]:
    """Every record. Of a folder, those of the files that are wanted; of an address, those of all its pages."""
    if origin.url and not (origin.json and origin.json.is_lines):
        yield from Feed(origin.url, _whole(origin), shallow).services()
        return
    files = [*files_in(origin)]
    # Where a service is told more than once, the fullest telling comes first.
    wanted_first = sorted((file for file in files if file.json), key=lambda file: -wanted(file.json or Shape()))
    chosen = [file for file in wanted_first if not origin.is_folder or wanted(file.json or Shape()) > SURE]
    if not chosen:
        raise SourceFailed(f"{origin.name} holds no JSON of services.")
    for file in chosen:
        yield from _records(file)


def _records(origin: Origin) -> Iterator[Any]:
    if origin.json is None:
        raise SourceFailed(f"{origin.name} is not JSON.")
    around: dict[str, Any] = {}
    if origin.json.records_at == "services" and "name" in origin.json.keys:
        with origin.open() as file:
            around = top_of(file, "services")
    with origin.open() as file:
        for record in each_record(file, origin.json):
            yield run_by(record, around) if around else record


def files_in(origin: Origin) -> Iterator[Origin]:
    """The JSON files of a folder, or the file itself."""
    if not origin.is_folder:
        yield origin
        return
    for ending in ENDINGS:
        yield from origin.files(ending)


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
