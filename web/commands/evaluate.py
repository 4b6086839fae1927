"""`waymark evaluate`: how good the answers are, against judged cases and beside what one would use instead."""

import json
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from sqlmodel import Session

from directory.catalogue import Catalogue
from directory.errors import Invalid
from directory.geography import Place
from directory.search.evaluation import Answer, Plainly, Quality, measure, name_of, read_cases
from directory.search.find import find_assets
from directory.search.query import Query
from web.commands.opening import open_catalogue

JUDGED = Path(__file__).parents[2] / "tests" / "judged"
"""In a clone; an installed package has none."""
WANTED = 20


@click.command("evaluate")
@click.option("--judged", type=click.Path(path_type=Path, file_okay=False), default=JUDGED, help="A folder of cases.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def evaluate_command(judged: Path, as_json: bool) -> None:
    """Ask every question of search.jsonl in a folder of judged cases, and measure the answers."""
    with open_catalogue() as catalogue:
        found = measured(catalogue, judged)
    if as_json:
        click.echo(json.dumps({"search": {name: asdict(one) for name, one in found.items()}}))
    else:
        Console().print(_table(found))


def measured(catalogue: Catalogue, judged: Path) -> dict[str, Quality]:
    """How good the answers to the judged searches of a folder are, ours first. Invalid where there are none."""
    file = judged / "search.jsonl"
    if not file.is_file():
        raise Invalid(f"There are no judged searches: {file} is not there. Name a folder with --judged.")
    cases = read_cases(file)
    with catalogue.reading() as session:
        plainly = Plainly(session)
        if plainly.ids().isdisjoint(one for case in cases for one in case.relevant):
            raise Invalid(
                "The catalogue holds nothing that these cases judge. `waymark demo` loads what ours are about."
            )
        find_place = catalogue.gazetteer.find_place
        return {
            name: measure(answer, cases, find_place) for name, answer in _answers(catalogue, session, plainly).items()
        }


def _answers(catalogue: Catalogue, session: Session, plainly: Plainly) -> dict[str, Answer]:
    def waymark(words: str, near: Place | None) -> list[str]:
        query, find_place = Query(words, near=near, limit=WANTED, counting=False), catalogue.gazetteer.find_place
        found = find_assets(session, catalogue.index, query, find_place=find_place, relax=False, beyond=WANTED).found
        return [name_of(one.asset) for one in found]

    return {"Waymark": waymark, "Plain BM25": plainly.best, "Nearest first": plainly.nearest}


def _table(found: dict[str, Quality]) -> Table:
    count = next(iter(found.values())).cases
    table = Table("", "nDCG@10", "recall@20", "no answer", "p95 ms", title=f"{count} judged searches")
    for name, one in found.items():
        table.add_row(name, f"{one.ndcg:.3f}", f"{one.recall:.3f}", f"{one.nothing:.0%}", f"{one.p95:.1f}")
    return table
