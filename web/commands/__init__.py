"""The command line: `waymark`. It opens what a command needs and says refusals in one plain sentence."""

import sys
from importlib import import_module

import click
import structlog

COMMANDS = {
    "demo": "demo",
    "serve": "serve",
    "import": "importing",
    "match": "match",
    "feed": "feed",
    "postcodes": "postcodes",
    "search": "search",
    "recommend": "recommend",
    "explain": "recommend",
    "evaluate": "evaluate",
    "learn": "learn",
    "reindex": "reindex",
    "check": "check",
    "backup": "backup",
    "restore": "backup",
    "user": "user",
    "tasks": "tasks",
}
"""Each command and the module it lives in, imported only when the command (or the list of all) is asked for."""


class Commands(click.Group):
    """Imports a command when it is used, so that `waymark --help` is there at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"web.commands.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            # Imported here, for it knows the database: `waymark --help` need not wait for that.
            from web.commands.trouble import refusal_of

            refusal = refusal_of(error)
            if refusal is None:
                raise
            click.echo(refusal.message, err=True)
            ctx.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="waymark")
def main() -> None:
    """Waymark: a directory of community assets, and pathways through it."""
    # Windows and old terminals would fail on a pound sign.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    # What is logged must not stand in the JSON of an answer.
    structlog.configure(logger_factory=lambda *_: structlog.PrintLogger(sys.stderr))
