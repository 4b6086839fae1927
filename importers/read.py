"""The verbs that pages and the command line call: a place to read from, to records, to rows, or to a finished report."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from directory.catalogue import Catalogue
from directory.clock import now
from directory.taxonomies import list_terms, terms_version
from importers.elsewhere import Growing, Recipe
from importers.incoming import Found, Rejected, SourceFailed
from importers.json_files import list_address
from importers.json_shape import LISTS, TOO_DEEP, is_deep
from importers.mapping import Mapping, read_mapping
from importers.origin import Origin
from importers.report import Report
from importers.run import Progress, Terms, import_rows
from importers.sources import defaults_of, get_format, guess_format
from importers.understanding import Understood


@dataclass(frozen=True)
class Opened:
    """A source that was found and recognised: its records as they were written, each to be had once."""

    format: str
    origin: Origin
    records: Iterator[Found | Rejected]
    recipe: Recipe
    """How a reader of them is made."""
    salt: str
    """The vocabulary by which it is understood."""


def open_source(
    catalogue: Catalogue,
    location: str | Path,
    *,
    source: str,
    format: str | None = None,
    mapping: Mapping | Path | None = None,
) -> Opened:
    """What is at a path or an http(s) address. Its records close it when they end.

    SourceFailed when it cannot be opened or is in no format that we know; later, from the records, where it breaks
    off. Invalid for a format that there is not.
    """
    chosen = read_mapping(mapping) if isinstance(mapping, Path) else mapping
    if format is not None:
        get_format(format)
    origin = _open(location)
    try:
        format = format or guess_format(origin)
        with catalogue.reading() as session:
            terms, salt = tuple(list_terms(session)), terms_version(session) or ""
    except BaseException:
        origin.close()
        raise
    recipe = Recipe(format, source, catalogue.settings.data_dir, terms, catalogue.database.url, now())
    return Opened(format, origin, _records(origin, format, chosen), recipe, salt)


def read(
    catalogue: Catalogue, location: str | Path, *, source: str, format: str | None = None, mapping: Path | None = None
) -> tuple[str, Iterator[Understood]]:
    """The format (given or guessed) and what every record says, one after another. Fails as `open_source` does."""
    opened = open_source(catalogue, location, source=source, format=format, mapping=mapping)
    reader = opened.recipe.reader()
    return opened.format, (one if isinstance(one, Rejected) else reader.read(one) for one in opened.records)


def import_from(
    catalogue: Catalogue,
    location: str | Path,
    *,
    source: str,
    format: str | None = None,
    mapping: Mapping | Path | None = None,
    licence: str | None = None,
    dry_run: bool = False,
    actor: str,
    called: str | None = None,
    changes_alone: bool = False,
    progress: Progress | None = None,
    run_id: str = "",
) -> Report:
    """Read it and take it in under the name of the source. `called` is what people call the place, if not as it is.

    `changes_alone`: what is not in it is not gone. `run_id`: of a run that was begun already.
    """
    opened = open_source(catalogue, location, source=source, format=format, mapping=mapping)
    defaults = defaults_of(get_format(opened.format))
    terms = Terms(
        source=source,
        format=opened.format,
        origin=called or _written(location),
        actor=actor,
        licence=licence,
        usual_licence=defaults.licence,
        precedence=defaults.precedence,
        incremental=defaults.incremental or changes_alone,
        salt=opened.salt,
        run_id=run_id,
    )
    with closing(opened.origin):
        readers = Growing(opened.recipe)
        return import_rows(catalogue, opened.records, terms, readers=readers, dry_run=dry_run, progress=progress)


def _written(location: str | Path) -> str:
    """As it can be kept: the name of a file may be bytes that are no letters."""
    return str(location).encode(errors="replace").decode()


def _open(location: str | Path) -> Origin:
    """The origin; where an address is that of an API, its list of services."""
    origin = Origin.at(location)
    services = list_address(origin)
    if services is None:
        return origin
    origin.close()
    return Origin.at(services)


def _is_empty_page(origin: Origin) -> bool:
    """A feed may well have nothing new to say."""
    return origin.json is not None and not origin.json.keys.isdisjoint(LISTS)


def _records(origin: Origin, format: str, mapping: Mapping | None) -> Iterator[Found | Rejected]:
    source, is_empty = get_format(format), True
    try:
        for found in source.find(origin, mapping):
            is_empty = False
            yield (
                found if isinstance(found, Rejected) or not is_deep(found.said) else Rejected(found.row, None, TOO_DEEP)
            )
        if is_empty and not _is_empty_page(origin) and not source.recognises(origin):
            raise SourceFailed(f"There is nothing in {origin.name} that could be read as {format}.")
    finally:
        origin.close()
