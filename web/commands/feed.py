"""`waymark feed`: sources that are read again on a schedule."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from directory.catalogue import Catalogue
from directory.clock import now
from directory.errors import Unavailable
from importers.feed_health import FeedHealth, list_health
from importers.feed_reading import Outcome, Synced
from importers.feed_sync import probe_feed, sync_due, sync_feed
from importers.feeds import add_feed, list_feeds, pause_feed, remove_feed, resume_feed
from importers.intervals import read_interval, say_interval
from web.commands.opening import open_catalogue

ACTOR = "command line"
JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")


@click.group("feed")
def feed_command() -> None:
    """Sources that are read again on a schedule, by `waymark tasks run`."""


@feed_command.command("add")
@click.argument("url")
@click.option("--source", required=True, metavar="NAME", help="Whose records these are.")
@click.option("--every", default="1d", show_default=True, metavar="INTERVAL", help="30m, 6h, 1d, 2w; 15m at least.")
@click.option("--format", "format_", metavar="F", help="Guessed when absent.")
@click.option("--mapping", type=click.Path(path_type=Path, dir_okay=False), help="TOML: their columns to ours.")
@click.option("--licence", metavar="L", help="What the records are published under.")
@JSON
def _add(
    url: str,
    source: str,
    every: str,
    format_: str | None,
    mapping: Path | None,
    licence: str | None,
    as_json: bool,
) -> None:
    """Read URL from now on, under the name of a source; looks which filters it ignores."""
    with open_catalogue() as catalogue:
        with catalogue.writing() as session:
            feed = add_feed(
                session,
                source=source,
                url=url,
                every=read_interval(every),
                actor=ACTOR,
                format=format_,
                mapping=mapping,
                licence=licence,
            )
        ignores = probe_feed(catalogue, feed.id)
        health = _health_of(catalogue, feed.id)
    if as_json:
        click.echo(json.dumps(health.as_json(), ensure_ascii=False))
        return
    click.echo(
        f"{feed.source} is read {say_interval(feed.every_minutes)} by `waymark tasks run`, first when that runs."
    )
    if ignores:
        click.echo(f"It {health.ignores}.")


@feed_command.command("list")
@JSON
def _list(as_json: bool) -> None:
    """All feeds and how they are, those that fail first."""
    with open_catalogue() as catalogue, catalogue.reading() as session:
        feeds = list_health(session, now())
    if as_json:
        click.echo(json.dumps([one.as_json() for one in feeds], ensure_ascii=False))
        return
    for one in feeds:
        click.echo("\n".join(_told(one)))
    if not feeds:
        click.echo("There are no feeds. Add one with: waymark feed add URL --source NAME")


@feed_command.command("remove")
@click.argument("name")
@JSON
def _remove(name: str, as_json: bool) -> None:
    """Read the feed of source NAME no more. What it brought stays in the directory."""
    with open_catalogue() as catalogue, catalogue.writing() as session:
        source = remove_feed(session, name).source
    said = {"source": source, "removed": True}
    click.echo(json.dumps(said) if as_json else f"{source} is read no more. What it brought stays in the directory.")


@feed_command.command("pause")
@click.argument("name")
@JSON
def _pause(name: str, as_json: bool) -> None:
    """Do not read the feed of source NAME by itself until it is resumed."""
    with open_catalogue() as catalogue, catalogue.writing() as session:
        source = pause_feed(session, name).source
    click.echo(json.dumps({"source": source, "enabled": False}) if as_json else f"{source} is paused.")


@feed_command.command("resume")
@click.argument("name")
@JSON
def _resume(name: str, as_json: bool) -> None:
    """Read the feed of source NAME by itself again, and soon."""
    with open_catalogue() as catalogue, catalogue.writing() as session:
        source = resume_feed(session, name).source
    click.echo(json.dumps({"source": source, "enabled": True}) if as_json else f"{source} is next in turn.")


@feed_command.command("sync")
@click.argument("name", required=False)
@click.option("--all", "all_", is_flag=True, help="All that are not paused, due or not.")
@click.option("--afresh", is_flag=True, help="Even when the server says that nothing has changed.")
@JSON
@click.pass_context
def _sync(ctx: click.Context, name: str | None, all_: bool, afresh: bool, as_json: bool) -> None:
    """Read the feed of source NAME now; without a name those that are due. Exit status 1 when one failed."""
    if name and all_:
        raise click.UsageError("Name a feed or say --all, not both.")
    if afresh and not (name or all_):
        raise click.UsageError("--afresh needs the name of a feed, or --all.")
    with open_catalogue() as catalogue:
        synced = [_echoed(one, quiet=as_json) for one in _reading(catalogue, name, all_=all_, afresh=afresh)]
    if as_json:
        click.echo(json.dumps([one.as_json() for one in synced], ensure_ascii=False))
    elif not synced:
        click.echo("No feed is due.")
    if any(one.outcome in (Outcome.FAILED, Outcome.PUT_OFF) for one in synced):
        ctx.exit(1)


def _reading(catalogue: Catalogue, name: str | None, *, all_: bool, afresh: bool) -> Iterator[Synced]:
    if name:
        yield sync_feed(catalogue, name, actor=ACTOR, afresh=afresh)
    elif all_:
        yield from _all(catalogue, afresh)
    else:
        yield from sync_due(catalogue, actor=ACTOR)


def _all(catalogue: Catalogue, afresh: bool) -> Iterator[Synced]:
    with catalogue.reading() as session:
        feeds = [feed for feed in list_feeds(session) if feed.enabled]
    for feed in feeds:
        try:
            yield sync_feed(catalogue, feed.id, actor=ACTOR, afresh=afresh)
        except Unavailable as busy:
            yield Synced(feed.source, Outcome.PUT_OFF, busy.message)


def _echoed(one: Synced, *, quiet: bool) -> Synced:
    if not quiet:
        click.echo(f"{one.source}: {one.sentence}", err=one.outcome in (Outcome.FAILED, Outcome.PUT_OFF))
    return one


def _told(one: FeedHealth) -> Iterator[str]:
    yield f"{one.feed.source}: {one.sentence}{' ' + one.next + '.' if one.next else ''}"
    facts: list[Any] = [one.feed.url, one.every, one.feed.format, one.feed.licence, one.ignores]
    yield f"    {' · '.join(filter(None, facts))}"
    if one.feed.moved_to:
        yield f"    Its server says that it has moved for good to {one.feed.moved_to}"


def _health_of(catalogue: Catalogue, feed_id: str) -> FeedHealth:
    with catalogue.reading() as session:
        return next(one for one in list_health(session, now()) if one.feed.id == feed_id)
