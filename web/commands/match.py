"""`waymark match`: which records of two files, or of one, describe the same place."""

import csv
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from time import perf_counter
from typing import Any

import click

from directory.errors import Invalid
from directory.matching.judgement import Pair
from directory.matching.linking import match
from directory.matching.record import MatchRecord
from directory.matching.splink_engine import match_with_splink
from importers.incoming import Rejected, SourceFailed
from importers.tables import TableRow, csv_rows, rows_under
from importers.text_encoding import open_text, read_lines
from web.commands.json_lines import refuse_unwritable, written_whole
from web.commands.progress import progress_bar

COLUMNS = tuple(field.name for field in fields(MatchRecord))
PLACES = {"latitude", "longitude"}
WRITTEN = ("left_id", "right_id", "score", "decision", "reasons")
FILE = click.Path(path_type=Path)


@click.command("match")
@click.argument("left", type=FILE, metavar="LEFT.csv")
@click.argument("right", type=FILE, metavar="[RIGHT.csv]", required=False)
@click.option("--out", required=True, type=FILE, metavar="PAIRS.csv", help="Where the pairs are written.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1, min_open=True),
    metavar="P",
    help="The lowest probability that is “same”.",
)
@click.option("--engine", type=click.Choice(["own", "splink"]), default="own", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def match_command(
    left: Path, right: Path | None, out: Path, threshold: float | None, engine: str, as_json: bool
) -> None:
    """Match the records of LEFT.csv with those of RIGHT.csv, or with each other.

    The files have a column `id` and any of name, organisation, address, city, postcode, phone, url, email, latitude,
    longitude, charity_number, company_number, category; other columns are ignored.
    """
    started = perf_counter()
    refuse_unwritable(out)
    ours, theirs = read_records(left), read_records(right) if right else None
    with progress_bar("Comparing", quiet=as_json) as progress:
        if engine == "splink":
            pairs = match_with_splink(ours, theirs, threshold=threshold)
        else:
            pairs = match(ours, theirs, threshold=threshold, progress=progress)
    _write(out, pairs)
    told = _counted(ours, theirs, pairs, perf_counter() - started)
    click.echo(json.dumps(told) if as_json else _sentence(told, out))


def read_records(file: Path) -> list[MatchRecord]:
    """The records of a CSV file. Invalid when it is none, has no column `id`, or has an id twice.

    A row that cannot be read, or has no id, is left out and named on standard error.
    """
    try:
        with file.open("rb") as opened, open_text(opened) as text:
            records = list(_records(file, csv_rows(read_lines(text))))
    except OSError as error:
        raise Invalid(f"{file} cannot be read: {error.strerror}.") from error
    except SourceFailed as error:
        raise Invalid(f"{file} cannot be read. {error.message}") from error
    twice = [id for id, times in Counter(record.id for record in records).items() if times > 1]
    if twice:
        raise Invalid(f"{file} has the id “{twice[0][:100]}” more than once.")
    return records


def _records(file: Path, table: Iterator[tuple[int, Sequence[str]]]) -> Iterator[MatchRecord]:
    _, cells = next(table, (0, []))
    headings = [cell.strip() for cell in cells]
    columns = {heading.lower().replace(" ", "_"): heading for heading in reversed(headings)}
    if "id" not in columns:
        raise Invalid(f"{file} has no column called “id”.")
    for row in rows_under(headings, table):
        if isinstance(row, Rejected):
            click.echo(f"{file}, row {row.row} is left out: {row.message}", err=True)
        elif not row.cells[columns["id"]]:
            click.echo(f"{file}, row {row.row} is left out: It has no id.", err=True)
        else:
            yield _record(row, columns)


def _record(row: TableRow, columns: dict[str, str]) -> MatchRecord:
    said: dict[str, Any] = {name: row.cells[columns[name]] for name in COLUMNS if name in columns}
    said.update({name: _degrees(said[name]) for name in PLACES if name in said})
    return MatchRecord(**said)


def _degrees(text: str) -> float | None:
    """A coordinate; one that cannot be read is unknown."""
    try:
        degrees = float(text.replace(",", "."))
    except ValueError:
        return None
    return degrees if abs(degrees) <= 180 else None


def _write(out: Path, pairs: Sequence[Pair]) -> None:
    with written_whole(out) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(WRITTEN)
        for pair in pairs:
            reasons = "; ".join(pair.reasons)
            score = f"{pair.probability:.4f}"
            writer.writerow((pair.left_id, pair.right_id, score, pair.decision.value, reasons))


def _counted(
    left: Sequence[MatchRecord], right: Sequence[MatchRecord] | None, pairs: Sequence[Pair], seconds: float
) -> dict[str, Any]:
    decisions = Counter(pair.decision.value for pair in pairs)
    return {
        "left": len(left),
        "right": None if right is None else len(right),
        "same": decisions["same"],
        "perhaps": decisions["perhaps"],
        "seconds": round(seconds, 3),
    }


def _sentence(told: dict[str, Any], out: Path) -> str:
    read = f"{told['left']}" if told["right"] is None else f"{told['left']} and {told['right']}"
    return (
        f"{read} records: {told['same']} pairs the same, {told['perhaps']} perhaps, in {out} ({told['seconds']:.1f} s)"
    )
