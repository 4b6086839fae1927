"""`waymark search`: one search, or a file of them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from directory.catalogue import Catalogue
from directory.errors import Invalid
from directory.place import Place
from directory.search.find import find_assets
from directory.search.query import Query, Results
from directory.search.reading import meanings
from web.commands.opening import open_catalogue
from web.commands.progress import progress_bar

MEMBERS = {"id", "text", "near", "within_miles", "limit"}
FILE_LIMIT = 100
"""Answers to a question of a file that does not say how many it wants."""


@click.command("search")
@click.argument("words", nargs=-1)
@click.option("--near", metavar="POSTCODE", help="A postcode or the name of a place.")
@click.option("--within", type=click.FloatRange(min=0), metavar="MILES", help="No farther than this.")
@click.option("--need", "needs", multiple=True, metavar="ID", help="A need or a domain, such as MON1 or HOU.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 1000))
@click.option("--queries", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="JSON lines of queries.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Where the answers to --queries go.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def search_command(
    words: tuple[str, ...],
    near: str | None,
    within: float | None,
    needs: tuple[str, ...],
    limit: int,
    queries: Path | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Search the directory for WORDS; or for every line of --queries, into --out."""
    if (queries is None) != (out is None):
        raise click.UsageError("--queries and --out go together.")
    if within is not None and near is None:
        raise click.UsageError("--within needs --near.")
    with open_catalogue() as catalogue:
        catalogue.follow()
        if queries and out:
            _many(catalogue, queries, out)
            return
        place = catalogue.gazetteer.get_place(near, field="near") if near else None
        query = Query(" ".join(words), near=place, within_miles=within, needs=_known(catalogue, needs), limit=limit)
        with catalogue.reading() as session:
            results = find_assets(session, catalogue.index, query)
    click.echo(json.dumps(_document(results), ensure_ascii=False) if as_json else "\n".join(_said(results)))


def _known(catalogue: Catalogue, needs: tuple[str, ...]) -> tuple[str, ...]:
    with catalogue.reading() as session:
        known = meanings(session).terms
    for need in needs:
        if need.upper() not in known:
            raise Invalid(f"There is no need called “{need}”: ids look like MON1 or HOU.", field="need")
    return tuple(need.upper() for need in needs)


def _document(results: Results) -> dict[str, Any]:
    return {
        "total": results.total,
        "anywhere": results.anywhere,
        "corrected": results.corrected,
        "relaxed": results.relaxed,
        "facets": results.facets,
        "hits": [
            _hit(rank, found) | {"name": found.asset.name, "why": found.why}
            for rank, found in enumerate(results.found, start=1)
        ],
    }


def _hit(rank: int, found: Any) -> dict[str, Any]:
    return {
        "rank": rank,
        "asset_id": found.asset.id,
        "source_id": found.asset.source_id,
        "score": found.score,
        "distance_miles": found.distance_miles,
    }


def _said(results: Results) -> Iterator[str]:
    if results.corrected:
        yield f"Showing results for “{results.corrected}”."
    if results.relaxed:
        yield results.relaxed
    yield f"{results.total} found" + (
        f", and {results.anywhere} online, by phone or at home" if results.anywhere else ""
    )
    for rank, found in enumerate(results.found, start=1):
        yield f"{rank:>3}. {found.asset.name}"
        yield f"     {' · '.join(found.why)}"


def _many(catalogue: Catalogue, queries: Path, out: Path) -> None:
    asked = list(_read(catalogue, queries))
    partial = out.with_name(out.name + ".part")
    with partial.open("w", encoding="utf-8") as lines, progress_bar("Searching") as progress:
        for done, (identity, query) in enumerate(asked, start=1):
            with catalogue.reading() as session:
                # A file is judged by what fits: nothing is better than something else.
                results = find_assets(session, catalogue.index, query, relax=False)
            hits = [_hit(rank, found) for rank, found in enumerate(results.found, start=1)]
            lines.write(json.dumps({"id": identity, "hits": hits}, ensure_ascii=False) + "\n")
            if progress:
                progress(done, len(asked))
    partial.replace(out)
    click.echo(f"{len(asked)} questions answered in {out}")


def _read(catalogue: Catalogue, queries: Path) -> Iterator[tuple[Any, Query]]:
    """Every line is read before the first is answered, so that a bad one costs nothing."""
    try:
        lines = queries.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise Invalid(f"{queries} is not UTF-8 text.") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _query(catalogue, number, line)


def _query(catalogue: Catalogue, number: int, line: str) -> tuple[Any, Query]:
    try:
        said = json.loads(line)
        unknown = sorted(said.keys() - MEMBERS)
    except (ValueError, AttributeError) as error:
        raise Invalid(f"Line {number} is not a JSON object.") from error
    if "id" not in said or unknown:
        raise Invalid(f"Line {number}: " + (f"“{unknown[0]}” is not known." if unknown else "there is no id."))
    return said["id"], _checked(catalogue, number, said)


def _checked(catalogue: Catalogue, number: int, said: dict[str, Any]) -> Query:
    within, limit = said.get("within_miles"), said.get("limit", FILE_LIMIT)
    if not (within is None or (_is_number(within) and within >= 0)):
        raise Invalid(f"Line {number}: within_miles is a number of miles.")
    if not (isinstance(limit, int) and not isinstance(limit, bool) and 1 <= limit <= 10_000):
        raise Invalid(f"Line {number}: limit is a whole number from 1.")
    near = _place(catalogue, number, said.get("near"))
    return Query(str(said.get("text") or ""), near=near, within_miles=within if near else None, limit=limit)


def _place(catalogue: Catalogue, number: int, near: object) -> Place | None:
    """One place that nobody knows must not cost the answers to all the other questions."""
    place = catalogue.gazetteer.find_place(str(near)) if near else None
    if near and place is None:
        click.echo(f"Line {number}: we do not know where “{near}” is, so distance is left out.", err=True)
    return place


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
