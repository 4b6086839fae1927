"""`waymark import sources` and `waymark import source`: whose records are here, and whose word counts more."""

import json
from typing import Any

import click

from directory.models import RecordSource
from directory.sources import change_source, list_source_use
from web.commands.opening import open_catalogue


@click.command("sources")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def sources(as_json: bool) -> None:
    """Whose records are here, the one whose word counts most first."""
    with open_catalogue() as catalogue, catalogue.reading() as session:
        uses = list_source_use(session)
    if as_json:
        click.echo(json.dumps([_as_json(use.source, use.records) for use in uses], ensure_ascii=False))
        return
    for use in uses:
        click.echo(f"{_said(use.source)}, {use.records} records")
    if not uses:
        click.echo("Nothing was imported yet.")


@click.command("source")
@click.argument("name")
@click.option("--precedence", type=int, metavar="N", help="0 to 100: where sources disagree, the higher counts.")
@click.option("--licence", metavar="L", help="What its records are published under.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def source(name: str, precedence: int | None, licence: str | None, as_json: bool) -> None:
    """How much NAME's word counts and its licence; with an option, say so. It holds from the next import on."""
    with open_catalogue() as catalogue, catalogue.writing() as session:
        changed = change_source(session, name, precedence=precedence, licence=licence)
        records = next(use.records for use in list_source_use(session) if use.source.name == name)
    told = json.dumps(_as_json(changed, records), ensure_ascii=False)
    click.echo(told if as_json else _said(changed))


def _said(source: RecordSource) -> str:
    apart = ", kept apart" if source.separable else ""
    return f"{source.precedence:>3}  {source.name}: {source.licence or 'licence not stated'}{apart}"


def _as_json(source: RecordSource, records: int) -> dict[str, Any]:
    told = {"source": source.name, "precedence": source.precedence, "licence": source.licence}
    return told | {"kept_apart": source.separable, "records": records}
