"""`waymark recommend` and `waymark explain`: seekers from a file, one JSON object a line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from directory.assets import find_id
from directory.errors import Invalid
from recommender.recommend import LIMIT, Recommender
from recommender.recommendation import Explanation
from recommender.seeker import Seeker, read_seeker
from web.commands.answers import as_answer
from web.commands.json_lines import read_lines, refuse_unwritable, written_whole
from web.commands.opening import open_catalogue
from web.commands.progress import progress_bar
from web.suggestions import make_recommender

MEMBERS = click.option(
    "--members",
    "file",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Seekers, one a line.",
)


@click.command("recommend")
@MEMBERS
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="Answers, one a line.")
@click.option("--limit", default=LIMIT, show_default=True, type=click.IntRange(1, 100))
@click.option("--json", "as_json", is_flag=True, help="How many were answered, as one JSON document.")
def recommend_command(file: Path, out: Path, limit: int, as_json: bool) -> None:
    """Ranked assets and a proposed pathway for each seeker of a file."""
    refuse_unwritable(out)
    seekers = list(read_seekers(file))
    with open_catalogue() as catalogue:
        recommender = make_recommender(catalogue, tell=_tell)
        for seeker in seekers:
            _understand(recommender, seeker)
        with written_whole(out) as answers, progress_bar("Looking", quiet=as_json) as progress:
            for done, seeker in enumerate(seekers, start=1):
                answers.write(json.dumps(as_answer(recommender.recommend(seeker, limit)), ensure_ascii=False) + "\n")
                if progress:
                    progress(done, len(seekers))
    if as_json:
        click.echo(json.dumps({"answered": len(seekers), "out": str(out)}, ensure_ascii=False))
    else:
        click.echo(f"{len(seekers)} answered in {out}", err=True)


def _tell(sentence: str) -> None:
    click.echo(sentence, err=True)


def _understand(recommender: Recommender, seeker: Seeker) -> None:
    """Refuse a need that there is not, before anybody is answered; say of an unknown place that it is left out."""
    try:
        sought = recommender.understand(seeker)
    except Invalid as refusal:
        raise Invalid(f"{seeker.id}: {refusal.message}", refusal.field) from refusal
    if seeker.postcode and sought.home is None:
        click.echo(f"{seeker.id}: we do not know where “{seeker.postcode}” is, so distance is left out.", err=True)


@click.command("explain")
@MEMBERS
@click.option("--asset", "asset_id", required=True, help="The id of the asset, ours or the source's.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def explain_command(file: Path, asset_id: str, as_json: bool) -> None:
    """Why this asset for each seeker of a file, or why not."""
    seekers = list(read_seekers(file))
    with open_catalogue() as catalogue:
        recommender = make_recommender(catalogue, tell=_tell)
        for seeker in seekers:
            _understand(recommender, seeker)
        with catalogue.reading() as session:
            ours = find_id(session, asset_id) or asset_id
        explained = [(seeker, recommender.explain(seeker, ours)) for seeker in seekers]
    if as_json:
        click.echo(json.dumps([_as_json(seeker, one) for seeker, one in explained], ensure_ascii=False))
        return
    for seeker, one in explained:
        click.echo("\n".join(_in_words(seeker, one)))


def read_seekers(file: Path) -> Iterator[Seeker]:
    """The seekers of a file in order. Invalid names the line that cannot be read; empty lines are passed over."""
    for number, line in read_lines(file):
        try:
            yield read_seeker(line)
        except Invalid as refusal:
            raise Invalid(f"{file.name}, line {number}: {refusal.message}", refusal.field) from refusal


def _as_json(seeker: Seeker, one: Explanation) -> dict[str, Any]:
    return {
        "id": seeker.id,
        "asset_id": one.asset.id,
        "name": one.asset.name,
        "suggested": one.suggested,
        "kept_out_by": one.kept_out_by,
        "readings": [{"signal": name, "share": part, "reason": reason} for name, part, reason in one.readings],
        "would_lift": one.would_lift,
    }


def _in_words(seeker: Seeker, one: Explanation) -> Iterator[str]:
    yield f"{seeker.id}: {one.asset.name} is {'suggested' if one.suggested else 'not suggested'}"
    if one.kept_out_by:
        yield f"  kept out by: {one.kept_out_by}"
    for name, part, reason in one.readings:
        yield f"  {part:.3f}  {name.replace('_', ' ')}: {reason}"
    if one.would_lift:
        yield f"  would lift it: {one.would_lift}"
