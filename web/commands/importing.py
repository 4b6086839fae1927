"""`waymark import`: other people's records into the catalogue, what came in before, and taking a run back."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from directory.catalogue import Catalogue
from importers.mapping import Mapping, read_mapping
from importers.read import import_from
from importers.rejects import write_rejects
from importers.report import Outcome, Report
from importers.run import Progress
from importers.sources import list_formats
from importers.undo import list_runs, undo_run
from web.commands.import_sources import source, sources
from web.commands.json_lines import refuse_unwritable
from web.commands.opening import open_catalogue

ACTOR = "command line"
SIGNS = {"added": "+", "changed": "~", "merged": "="}
MERGED = "duplicates_merged"
LISTED = {
    "added": "added",
    "changed": "changed",
    MERGED: "merged",
    "unchanged": "unchanged",
    "rejected": "rejected",
}
"""The numbers of a run that are listed; those merged only where there are any."""
HERE = "PATH_OR_URL"
"""Stands for what is not the name of a command below: a file, a folder or an address."""


class _PathOrCommand(click.Group):
    """`import undo`, `import list`, `import sources` and `import source` are commands; anything else is what to import."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in {*self.commands, "--help", "-h"}:
            args = [HERE, *args]
        return super().parse_args(ctx, args)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.commands[HERE].format_options(ctx, formatter)


@click.group("import", cls=_PathOrCommand, options_metavar="", subcommand_metavar=f"{HERE} --source NAME [OPTIONS]")
def import_command() -> None:
    """Import a file, a folder or an address; list what was imported; take a run back."""


@import_command.command(HERE)
@click.argument("location", metavar="")
@click.option("--source", required=True, metavar="NAME", help="Whose records these are; the same name each time.")
@click.option("--format", "format_", metavar="F", help="Guessed when absent. One of: " + ", ".join(list_formats()))
@click.option("--mapping", type=click.Path(path_type=Path, dir_okay=False), help="TOML: their columns to ours.")
@click.option("--area", "areas", multiple=True, metavar="A", help="Of a register: this local authority. Repeatable.")
@click.option("--postcode", "postcodes", multiple=True, metavar="L4", help="Of a register: what begins so. Repeatable.")
@click.option("--licence", metavar="L", help="What the records are published under.")
@click.option("--dry-run", is_flag=True, help="Say what would change; keep nothing.")
@click.option("--rejects", type=click.Path(path_type=Path, dir_okay=False), help="CSV of the rows refused.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def _import(
    location: str,
    source: str,
    format_: str | None,
    mapping: Path | None,
    areas: tuple[str, ...],
    postcodes: tuple[str, ...],
    licence: str | None,
    dry_run: bool,
    rejects: Path | None,
    as_json: bool,
) -> None:
    """Import it. A second import of the same changes nothing; edits made here are never overwritten."""
    source = source.strip()
    if not source or len(source) > 100:
        raise click.UsageError("--source is a name of up to 100 characters.")
    if not location.strip():
        raise click.UsageError("Name a file, a folder or an address.")
    if rejects:
        refuse_unwritable(rejects)
    with open_catalogue() as catalogue, _counting(quiet=as_json) as progress:
        report = import_from(
            catalogue,
            location,
            source=source,
            format=format_,
            mapping=_cut_to(mapping, areas, postcodes),
            licence=licence,
            dry_run=dry_run,
            actor=ACTOR,
            progress=progress,
        )
    if rejects:
        write_rejects(rejects, report.rejects)
    click.echo(json.dumps(report.as_json(), ensure_ascii=False) if as_json else "\n".join(_said(report)))
    if report.message:
        click.echo(report.message, err=True)
        raise SystemExit(1)


def _cut_to(path: Path | None, areas: tuple[str, ...], postcodes: tuple[str, ...]) -> Mapping | None:
    """The mapping of a file, and what of a whole country is to be read."""
    mapping = read_mapping(path) if path else None
    only = {what: names for what, names in (("area", areas), ("postcode", postcodes)) if names}
    return replace(mapping or Mapping(), only=only) if only else mapping


@import_command.command("undo")
@click.argument("run")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def _undo(run: str, as_json: bool) -> None:
    """Take back all that RUN did. What somebody changed since is kept."""
    with open_catalogue() as catalogue, catalogue.writing() as session:
        undone = undo_run(session, run, actor=ACTOR)
    click.echo(json.dumps(undone.as_json()) if as_json else undone.sentence())


@import_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def _list(as_json: bool) -> None:
    """What was imported, the newest first."""
    with open_catalogue() as catalogue:
        runs = _runs(catalogue)
    if as_json:
        click.echo(json.dumps(runs, ensure_ascii=False))
        return
    for run in runs:
        counts = ", ".join(f"{run[name]} {word}" for name, word in LISTED.items() if run[name] or name != MERGED)
        click.echo(f"{run['run'][:8]}  {run['started_at']:.16}  {run['status']:<8} {run['source']}: {counts}")
    if not runs:
        click.echo("Nothing was imported yet.")


import_command.add_command(sources)
import_command.add_command(source)


@contextmanager
def _counting(*, quiet: bool) -> Iterator[Progress | None]:
    """On a terminal, how many rows are done; of how many, nobody knows before a feed has ended."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich import progress
    from rich.console import Console

    columns = (progress.SpinnerColumn(), "{task.completed} rows", progress.BarColumn(), progress.TimeElapsedColumn())
    with progress.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Importing", total=None)
        yield lambda done: bar.update(task, completed=done)


def _runs(catalogue: Catalogue) -> list[dict[str, Any]]:
    with catalogue.reading() as session:
        return [
            {
                "run": run.id,
                "source": run.source,
                "format": run.format,
                "origin": run.origin,
                "status": run.status.value,
                "started_at": run.started_at.isoformat(),
                "finished_at": run.finished_at.isoformat() if run.finished_at else None,
                "message": run.message,
                **{name: run.counts.get(name, 0) for name in Report(None, "", "").counts()},
            }
            for run in list_runs(session)
        ]


def _said(report: Report) -> Iterator[str]:
    if report.dry_run:
        for outcome in report.outcomes:
            yield from _told(outcome)
        more = report.added + report.changed + report.duplicates_merged - len(report.outcomes)
        if more > 0:
            yield f"… and {more} more"
    for reject in report.rejects[:20]:
        yield reject.sentence()
    if report.rejected > 20:
        yield f"… and {report.rejected - 20} more rows were refused; --rejects FILE.csv holds them all"
    yield report.counted()
    if report.run:
        yield f"Run {report.run[:8]} ({report.format}). Take it back with: waymark import undo {report.run[:8]}"


def _told(outcome: Outcome) -> Iterator[str]:
    why = f" ({', '.join(outcome.why)})" if outcome.why else ""
    same = f", the same as {outcome.other}{why}" if outcome.did == "merged" else ""
    held = f", may be the same as {outcome.other}{why}" if outcome.held else ""
    yield f"{SIGNS.get(outcome.did, '~')} row {outcome.row}: {outcome.name}{same}{held}"
    for part, was, now in outcome.differences:
        yield f"    {part}: {_line(was)} → {_line(now)}"


def _line(words: str) -> str:
    return " / ".join(words.splitlines())
