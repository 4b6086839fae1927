"""schema.org JSON-LD: events, courses, places and organizations in a saved web page, at its address, or in a file.

A page is one of many of its publisher, so what does not stand on it is not gone.
"""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from importers.incoming import Found, Gone, Incoming, Rejected, RowRefused, SourceFailed
from importers.json_ld_listing import ids_of, kept, listing_from_thing
from importers.linked_data import read_script, things_of
from importers.mapping import Mapping
from importers.normalise import LONGEST, NO_NAME, refused
from importers.origin import Origin
from importers.schema_org import types_of
from importers.web_pages import each_script, holds_linked_data, is_web_page

FORMAT = "json-ld"
PRECEDENCE = 60
INCREMENTAL = True

SUFFIXES = (".html", ".htm", ".jsonld")
LARGEST_FILE = 50_000_000


def recognises(origin: Origin) -> float:
    """A page with JSON-LD in it, or a file of it; of a folder, its files."""
    return 0.9 if any(_looks(file) for file in _files(origin)) else 0.0


def find(origin: Origin, mapping: Mapping | None) -> Iterator[Found | Rejected]:
    """Each thing to go to or take part in. SourceFailed where a page tells of none."""
    row = 0
    for file in filter(_looks, _files(origin)):
        documents, broken = _documents(file)
        for thing in things_of(documents):
            row += 1
            yield _found(row, thing)
        for _ in range(broken):
            row += 1
            yield Rejected(row, None, "A part of this page that is meant for machines is not whole JSON")
    if not row:
        raise SourceFailed(f"{origin.name} tells machines of no event, place or organisation.")


def understand(found: Found) -> Incoming | Gone:
    """What it is; gone where it is cancelled or over."""
    thing = found.said
    for key, value in thing.items():
        if isinstance(value, str) and len(value) > LONGEST:
            raise RowRefused(f"The {key} is longer than {LONGEST:,} characters", field=key)
    identity, spare = ids_of(thing)
    if not identity:
        raise RowRefused(NO_NAME, field="name")
    try:
        listing = listing_from_thing(thing)
    except ValidationError as error:
        raise refused(error) from error
    if listing is None:
        return Gone(found.row, identity)
    return Incoming(found.row, identity, listing, raw=kept(thing), cells=found.as_cells(), spare_id=spare)


def _files(origin: Origin) -> Iterator[Origin]:
    if not origin.is_folder:
        yield origin
        return
    for suffix in SUFFIXES:
        yield from origin.files(suffix)


def _looks(origin: Origin) -> bool:
    if is_web_page(origin.head):
        with origin.open() as file:
            return holds_linked_data(file)
    shape = origin.json
    if shape is None:
        return False
    return bool({"@graph"} & shape.keys) or "@type" in (shape.record_keys | shape.keys)


def _documents(origin: Origin) -> tuple[list[Any], int]:
    """What could be read, and how many parts could not."""
    if not is_web_page(origin.head):
        return [_whole(origin)], 0
    documents, broken = [], 0
    with origin.open() as file:
        for script in each_script(file):
            try:
                documents.append(read_script(script))
            except ValueError:
                broken += 1
    return documents, broken


def _whole(origin: Origin) -> Any:
    if origin.path.stat().st_size > LARGEST_FILE:
        raise SourceFailed(f"{origin.name} is larger than {LARGEST_FILE // 1_000_000} MB, which no page's data are.")
    try:
        return json.loads(origin.path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise SourceFailed("The JSON is damaged, or the file was cut short.") from error


def _found(row: int, thing: dict[str, Any]) -> Found:
    named = {key: str(thing[key])[:1_000] for key in ("name", "@id", "url", "startDate") if key in thing}
    return Found(row, thing, named | {"type": ", ".join(types_of(thing))})
