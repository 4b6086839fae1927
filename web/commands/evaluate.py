"""`waymark evaluate`: how good the answers are, against judged cases and beside what one would use instead."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

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
from recommender.evaluation.collection import read_collection
from recommender.evaluation.measures import Figures
from web.commands.evaluating import evaluated
from web.commands.opening import open_catalogue

JUDGED = Path(__file__).parents[2] / "tests" / "judged"
"""In a clone; an installed package has none."""
SEARCHES, RECOMMENDATIONS = "search.jsonl", "recommending"
WANTED = 20


@click.command("evaluate")
@click.option("--judged", type=click.Path(path_type=Path, file_okay=False), default=JUDGED, help="A folder of cases.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def evaluate_command(judged: Path, as_json: bool) -> None:
    """Ask what a folder of judged cases asks, and measure the answers.

    The questions of search.jsonl go to the catalogue as it is. The people of recommending/ are answered over the
    listings beside them, in a catalogue of their own.
    """
    searches, people = judged / SEARCHES, judged / RECOMMENDATIONS
    if not searches.is_file() and not people.is_dir():
        raise Invalid(f"There are no judged cases in {judged}. Name a folder with --judged.")
    said: dict[str, Any] = {}
    tables = []
    if people.is_dir():
        found = evaluated(read_collection(people))
        said["recommendation"] = {name: asdict(one) for name, one in found.items()}
        tables.append(_people_table(found))
    if searches.is_file():
        try:
            with open_catalogue() as catalogue:
                answered = measured(catalogue, searches)
            said["search"] = {name: asdict(one) for name, one in answered.items()}
            tables.append(_table(answered))
        except Invalid as refusal:
            if not tables:
                raise
            # What was measured of people is told all the same.
            click.echo(f"Searches were left out. {refusal.message}", err=True)
    if as_json:
        click.echo(json.dumps(said))
        return
    for table in tables:
        Console().print(table)


def measured(catalogue: Catalogue, file: Path) -> dict[str, Quality]:
    """How good the answers to the judged searches of a file are, ours first. Invalid where the catalogue has none."""
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


def _people_table(found: dict[str, Figures]) -> Table:
    """One row a figure: there are more of those than ways of answering."""
    first = next(iter(found.values()))
    table = Table("", *found, title=f"{first.people} judged people")
    rows: dict[str, Callable[[Figures], str]] = {
        "nDCG@10": lambda one: f"{one.ndcg:.3f}",
        "useful among the first three": lambda one: f"{one.precision:.3f}",
        "shown in the first ten though kept out": lambda one: f"{one.violations:.1%}",
        "… by age, gender, group, closing, access, danger": lambda one: f"{one.grave:.1%}",
        "weighted needs met by the first eight": lambda one: f"{one.needs_met:.3f}",
        "weighted needs met by the pathway": lambda one: f"{one.needs_met_by_pathway:.3f}",
        "pathways with one such": lambda one: f"{one.bad_pathways:.1%}",
        "the same thing again, a list": lambda one: f"{one.repeats:.3f}",
        "needs that nothing serves, said so": lambda one: f"{one.honest:.1%}",
        "stated prices and distances that are true": lambda one: f"{one.true_reasons:.1%}",
        "people in danger heard": lambda one: f"{one.urgent_heard:.1%}",
        "false alarms": lambda one: f"{one.false_alarms}",
        "Gini of exposure": lambda one: f"{one.exposure_gini:.3f}",
        "p95 ms": lambda one: f"{one.p95_ms:.1f}",
    }
    for name, said in rows.items():
        table.add_row(name, *(said(one) for one in found.values()))
    return table
