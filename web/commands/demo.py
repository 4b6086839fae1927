"""`waymark demo`: invented data over Merseyside, invented people, and accounts to try it with."""

from pathlib import Path

import click
from rich.console import Console

from web.app import create_app
from web.commands.opening import prepare, read_settings
from web.demonstration import ACCOUNTS, PASSWORD, build_demonstration, is_built
from web.server import default_workers, refuse_taken_port, serve
from web.settings import WebSettings


@click.command("demo")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", type=click.IntRange(1, 64), help="Processes; by default as many as fit the machine.")
@click.option("--fresh", is_flag=True, help="Throw away what was tried out before and begin again.")
def demo_command(host: str, port: int, workers: int | None, fresh: bool) -> None:
    """Serve a demonstration in a data folder of its own, made when it is not there yet."""
    settings = demonstration_settings()
    # Before anything is thrown away: it may well be the demonstration itself that is served there.
    refuse_taken_port(host, port)
    if fresh:
        _clear(settings.data_dir)
    app = create_app(settings)
    catalogue = app.extensions["waymark-catalogue"]
    prepare(catalogue)
    if not is_built(catalogue):
        with Console(stderr=True).status("Making the demonstration, once"), app.app_context():
            build_demonstration(catalogue)
    catalogue.follow()
    _say_hello(host, port)
    serve(app, host=host, port=port, workers=workers or default_workers())


def demonstration_settings() -> WebSettings:
    """The settings of the environment, with a data folder, database and index of the demonstration's own."""
    folder = read_settings().data_dir / "demonstration"
    return WebSettings(data_dir=folder, database_url="", search_url="", demonstration=True)


def _clear(folder: Path) -> None:
    """Take away the database and the index, and nothing else that may lie there."""
    import shutil

    for file in folder.glob("waymark.sqlite*"):
        file.unlink()
    shutil.rmtree(folder / "index", ignore_errors=True)


def _say_hello(host: str, port: int) -> None:
    click.echo(f"\nWaymark is at http://{host}:{port} (stop it with Ctrl-C)\n")
    click.echo(f"Demonstration accounts, all with the password {PASSWORD!r}:")
    for email, (_, _, what) in ACCOUNTS.items():
        click.echo(f"  {email:<24} {what}")
    click.echo("\nEverything in it is invented, but for the national crisis lines.")
