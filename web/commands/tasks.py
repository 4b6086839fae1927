"""`waymark tasks`: what runs on a clock."""

import json
import time
from collections.abc import Iterator
from datetime import timedelta

import click

from casework.suggestions_shown import forget_shown
from directory.catalogue import Catalogue
from directory.clock import today
from directory.duplicates.upkeep import learn_from_decisions, look_for_duplicates
from directory.periodic import Done, Task, run_due
from directory.search.misses import WEEKS_KEPT, forget_misses
from importers.feed_sync import sync_due
from web.commands.opening import open_catalogue
from web.commands.stopping import Stopped, stopped_by_signals
from web.commands.trouble import refusal_of
from web.formatting import counted

ACTOR = "schedule"
BETWEEN = 20.0
"""Seconds between two looks at what is due."""


def read_feeds(catalogue: Catalogue) -> str:
    """Read the feeds that are due; what each had to say."""
    return " ".join(f"{one.source}: {one.sentence}" for one in sync_due(catalogue, actor=ACTOR))


def find_duplicates(catalogue: Catalogue) -> str:
    """Let pairs of services that may be one wait for a curator."""
    found = look_for_duplicates(catalogue)
    return f"{counted(found, 'new pair')} may be the same and waits for review." if found else ""


def learn(catalogue: Catalogue) -> str:
    """Let the matcher learn from what curators decided about pairs."""
    decisions = learn_from_decisions(catalogue)
    return f"The matcher has learnt from {counted(decisions, 'decision')}." if decisions else ""


def forget(catalogue: Catalogue) -> str:
    """Delete what was noted so long ago that it is not kept: questions without an answer, and what was suggested."""
    with catalogue.writing() as session:
        missed, shown = forget_misses(session, today()), forget_shown(session, today())
    said = f"{counted(missed, 'note')} of what was not found, older than {WEEKS_KEPT} weeks, went." if missed else ""
    suggested = f"{counted(shown, 'note')} of what was suggested, older than two years, went." if shown else ""
    return f"{said} {suggested}".strip()


TASKS: tuple[Task, ...] = (
    Task("feeds", timedelta(minutes=1), read_feeds),
    Task("learning", timedelta(days=1), learn),
    Task("duplicates", timedelta(days=7), find_duplicates),
    Task("forgetting", timedelta(days=1), forget),
)
"""All that runs on a clock: a task is one function of the catalogue that says in a sentence what it did."""


@click.group("tasks")
def tasks_command() -> None:
    """What runs on a clock: feeds that are due, duplicates, what is no longer kept."""


@tasks_command.command("run")
@click.option("--once", is_flag=True, help="Do what is due and end, as cron would have it.")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON document, or without --once one line for each task done."
)
@click.pass_context
def _run(ctx: click.Context, once: bool, as_json: bool) -> None:
    """Do what is due, again and again until stopped. Several may run at once: no task is done twice."""
    done: list[Done] = []
    try:
        with stopped_by_signals(), open_catalogue() as catalogue:
            if not once and not as_json:
                click.echo(f"Doing what is due: {', '.join(task.name for task in TASKS)}. Stop it with Ctrl-C.")
            for one in run_due(catalogue, TASKS) if once else _for_ever(catalogue):
                done = [*done, one] if once else []
                _say(one, as_json=as_json, once=once)
    except Stopped:
        click.echo("Stopped. What was in hand is done when it is due again.", err=True)
    if once:
        click.echo(json.dumps([one.as_json() for one in done], ensure_ascii=False) if as_json else _sum(done))
        if any(one.failed for one in done):
            ctx.exit(1)


def _for_ever(catalogue: Catalogue) -> Iterator[Done]:
    while True:
        try:
            yield from run_due(catalogue, TASKS)
        except Exception as error:
            # A database that is away for a minute comes back; a fault of ours does not mend itself.
            refusal = refusal_of(error)
            if refusal is None:
                raise
            click.echo(refusal.message, err=True)
        time.sleep(BETWEEN)


def _say(one: Done, *, as_json: bool, once: bool) -> None:
    if as_json:
        if not once:
            click.echo(json.dumps(one.as_json(), ensure_ascii=False))
    elif one.sentence:
        click.echo(f"{one.task}: {one.sentence}", err=one.failed)


def _sum(done: list[Done]) -> str:
    if not done:
        return "Nothing was due."
    failed = sum(one.failed for one in done)
    seconds = sum(one.seconds for one in done)
    tasks = "1 task was" if len(done) == 1 else f"{len(done)} tasks were"
    return f"{tasks} due{f', {failed} failed' if failed else ''}: {seconds:.1f} seconds."
