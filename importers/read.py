"""The one verb that pages and the command line call: a place to read from, to rows or to a finished report."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from directory.catalogue import Catalogue
from directory.listing import Listing
from directory.taxonomies import list_terms
from importers.completing import Completer
from importers.incoming import Incoming, Rejected, RowRefused
from importers.json_files import list_address
from importers.mapping import Mapping, read_mapping
from importers.needs_of import NeedReader
from importers.origin import Origin
from importers.report import Report
from importers.run import Progress, Row, import_rows
from importers.sources import get_format, guess_format


def read(
    catalogue: Catalogue, location: str | Path, *, source: str, format: str | None = None, mapping: Path | None = None
) -> tuple[str, Iterator[Row]]:
    """The format (given or guessed) of a path or an http(s) address, and its rows, understood and ready to import.

    SourceFailed when it cannot be opened or is in no format that we know; later, from the rows, where it breaks
    off. Invalid for a format that there is not.
    """
    chosen = read_mapping(mapping) if mapping else None
    if format is not None:
        get_format(format)
    origin = _open(location)
    try:
        format = format or guess_format(origin)
        with catalogue.reading() as session:
            needs = NeedReader(list_terms(session))
    except BaseException:
        origin.close()
        raise
    return format, _rows(origin, format, chosen, Completer(catalogue.gazetteer, needs), source)


def import_from(
    catalogue: Catalogue,
    location: str | Path,
    *,
    source: str,
    format: str | None = None,
    mapping: Path | None = None,
    dry_run: bool = False,
    actor: str,
    progress: Progress | None = None,
) -> Report:
    """Read it and take it in under the name of the source."""
    format, rows = read(catalogue, location, source=source, format=format, mapping=mapping)
    return import_rows(
        catalogue,
        rows,
        source=source,
        format=format,
        origin=str(location),
        actor=actor,
        dry_run=dry_run,
        progress=progress,
    )


def _open(location: str | Path) -> Origin:
    """The origin; where an address is that of an API, its list of services."""
    origin = Origin.at(location)
    services = list_address(origin)
    if services is None:
        return origin
    origin.close()
    return Origin.at(services)


def _rows(origin: Origin, format: str, mapping: Mapping | None, completer: Completer, source: str) -> Iterator[Row]:
    try:
        for row in get_format(format).read(origin, mapping):
            yield row if isinstance(row, Rejected) else _completed(row, completer, source)
    finally:
        origin.close()


def _completed(row: Incoming, completer: Completer, source: str) -> Row:
    try:
        listing = completer.complete(row.listing)
    except RowRefused as refusal:
        return Rejected(row.row, refusal.field, refusal.message, row.cells)
    return replace(row, listing=_said_by(listing, source))


def _said_by(listing: Listing, source: str) -> Listing:
    """A date of checking without a name is the source's word."""
    if listing.assured_date is None or listing.assured_by is not None:
        return listing
    return listing.model_copy(update={"assured_by": source})
