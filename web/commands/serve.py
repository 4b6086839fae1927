"""`waymark serve`: what is in the database, by a production server."""

import click

from web.app import create_app
from web.commands.opening import prepare, read_settings
from web.server import default_workers, refuse_taken_port, serve


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", type=click.IntRange(1, 64), help="Processes; by default as many as fit the machine.")
def serve_command(host: str, port: int, workers: int | None) -> None:
    """Serve the directory until stopped with Ctrl-C."""
    settings = read_settings()
    refuse_taken_port(host, port)
    app = create_app(settings)
    catalogue = app.extensions["waymark-catalogue"]
    prepare(catalogue)
    catalogue.follow()
    click.echo(f"{settings.service_name} is at http://{host}:{port}")
    serve(app, host=host, port=port, workers=workers or default_workers())
