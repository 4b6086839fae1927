"""`waymark reindex`: the search index made anew from the database."""

import json
from time import perf_counter

import click

from directory.search.indexing import rebuild
from web.commands.opening import open_catalogue
from web.commands.progress import progress_bar


@click.command("reindex")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def reindex_command(as_json: bool) -> None:
    """Rebuild the search index from the database; searches go on meanwhile."""
    started = perf_counter()
    with open_catalogue() as catalogue, progress_bar("Indexing", quiet=as_json) as progress:
        count = rebuild(catalogue.database, catalogue.index, progress)
    seconds = round(perf_counter() - started, 3)
    said = f"{count} assets can be found by searching ({seconds:.1f} s)"
    click.echo(json.dumps({"assets": count, "seconds": seconds}) if as_json else said)
