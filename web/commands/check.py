"""`waymark check`: whether database, index and settings agree."""

import json

import click

from directory.search.indexing import check
from web.commands.opening import open_catalogue


@click.command("check")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.pass_context
def check_command(ctx: click.Context, as_json: bool) -> None:
    """Say whether database, index and settings agree; exit status 1 when they do not."""
    with open_catalogue() as catalogue:
        problems = check(catalogue.database, catalogue.index)
    if as_json:
        click.echo(json.dumps({"agree": not problems, "problems": problems}))
    elif problems:
        click.echo("\n".join([*problems, "`waymark reindex` rebuilds the search index."]), err=True)
    else:
        click.echo("Database, search index and settings agree.")
    if problems:
        ctx.exit(1)
