"""`waymark search`: one search, or a file of them."""

import json
from collections.abc import Iterator
from math import isfinite
from pathlib import Path
from typing import Any

import click

from directory.catalogue import Catalogue
from directory.errors import Invalid, Unavailable
from directory.search.find import find_assets
from directory.search.query import Query, Results
from directory.search.reading import Meanings, meanings, say_needs
from web.commands.json_lines import refuse_unwritable, written_whole
from web.commands.opening import open_catalogue
from web.commands.progress import progress_bar
from web.commands.questions import read_questions


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
    if queries and (words or needs or near is not None):
        raise click.UsageError("--queries asks what its lines say: leave out the words, --near and --need.")
    if within is not None and near is None:
        raise click.UsageError("--within needs --near.")
    if within is not None and not isfinite(within):
        raise click.UsageError("--within is a number of miles.")
    if out:
        refuse_unwritable(out)
    with open_catalogue() as catalogue:
        catalogue.follow()
        if not catalogue.index.is_whole():
            # Answering from it would say that there is nothing.
            raise Unavailable("The search index cannot be used. `waymark reindex` says why, or rebuilds it.")
        if queries and out:
            count = _many(catalogue, queries, out, as_json)
            said = {"answered": count, "out": str(out)}
            click.echo(json.dumps(said, ensure_ascii=False) if as_json else f"{count} questions answered in {out}")
            return
        place = catalogue.gazetteer.get_place(near, field="near") if near is not None else None
        query = Query(" ".join(words), near=place, within_miles=within, needs=_known(catalogue, needs), limit=limit)
        with catalogue.reading() as session:
            results = find_assets(session, catalogue.index, query, find_place=catalogue.gazetteer.find_place)
            known = meanings(session)
    click.echo(json.dumps(_document(results), ensure_ascii=False) if as_json else "\n".join(_said(results, known)))


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
        "at_least": results.at_least,
        "anywhere": results.anywhere,
        "corrected": results.corrected,
        "relaxed": results.relaxed,
        "understood": [{"kind": one.kind, "words": one.words} for one in results.understood.said],
        "meant": [{"words": one.words, "needs": one.needs} for one in results.meant],
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


def _said(results: Results, known: Meanings) -> Iterator[str]:
    if results.corrected:
        yield f"Showing results for “{results.corrected}”."
    read = [one.words for one in results.understood.said]
    for one in results.meant:
        read += [f"{one.words}: {say_needs([known.terms[code].name for code in one.needs])}"] if one.needs else []
    if read:
        yield f"Read as: {'; '.join(read)}."
    if results.relaxed:
        yield results.relaxed
    yield f"{'at least ' * results.at_least}{results.total} found" + (
        f", and {results.anywhere} online, by phone or at home" if results.anywhere else ""
    )
    for rank, found in enumerate(results.found, start=1):
        yield f"{rank:>3}. {found.asset.name}"
        yield f"     {' · '.join(found.why)}"


def _many(catalogue: Catalogue, queries: Path, out: Path, quiet: bool) -> int:
    """Answer them all; every line is read before the first is answered, so that a bad one costs nothing."""
    asked = list(read_questions(catalogue, queries))
    with written_whole(out) as lines, progress_bar("Searching", quiet=quiet) as progress:
        for done, (identity, query) in enumerate(asked, start=1):
            with catalogue.reading() as session:
                # A file is judged by what fits: nothing is better than something else.
                find_place = catalogue.gazetteer.find_place
                results = find_assets(
                    session, catalogue.index, query, find_place=find_place, relax=False, beyond=query.limit
                )
            hits = [_hit(rank, found) for rank, found in enumerate(results.found, start=1)]
            lines.write(json.dumps({"id": identity, "hits": hits}, ensure_ascii=False) + "\n")
            if progress:
                progress(done, len(asked))
    return len(asked)
