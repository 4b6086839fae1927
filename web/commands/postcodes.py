"""`waymark postcodes load`: where the postcodes of the rest of the country are."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from directory.geography import load_postcodes
from web.commands.opening import read_settings
from web.commands.progress import progress_bar


@click.group("postcodes")
def postcodes_command() -> None:
    """Postcodes beyond Merseyside and around, which come with the software."""


@postcodes_command.command("load")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def load(file: Path, as_json: bool) -> None:
    """Load FILE: the ONS Postcode Directory, Code-Point Open, or a CSV of postcode, latitude, longitude."""
    with progress_bar("Reading postcodes", quiet=as_json) as progress:
        report = load_postcodes(file, read_settings().data_dir, progress)
    if as_json:
        click.echo(json.dumps(asdict(report)))
        return
    click.echo(
        f"{report.read:,} read: {report.added:,} added, {report.changed:,} changed, {report.unchanged:,} unchanged, "
        f"{report.repeated:,} repeated, {report.rejected:,} refused, in {report.seconds:.1f} s"
    )
    for sentence in report.rejects:
        click.echo(f"  {sentence}", err=True)
