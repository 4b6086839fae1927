"""`waymark learn`: what became of suggestions, and whether the weights of the recommender should follow it."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click
from sqlmodel import Session

from casework.outcomes import collect_outcomes
from directory.assets import list_assets
from directory.catalogue import Catalogue
from directory.clock import now, today
from directory.errors import Invalid
from recommender.evidence import Evidence, evidence_of
from recommender.learning.choosing import Choice, choose_weights, settled
from recommender.learning.keeping import keep_weights, revert, standing_weights
from recommender.learning.weights import Weights
from recommender.learnt import save_evidence, weights_by_hand
from recommender.misleading import MisleadingReport, list_misleading
from recommender.needs import vocabulary
from recommender.outcomes import Became, Outcome
from web.commands.opening import open_catalogue
from web.formatting import counted

REVERTED = "The weights of version {} were taken back."


@dataclass(frozen=True)
class Learnt:
    """What was decided: `kept` are the weights that stand from now on, None where nothing changed."""

    choice: Choice
    standing: Weights | None
    kept: Weights | None
    trouble: str | None
    evidence: Evidence
    misleading: MisleadingReport
    outcomes: dict[str, int]


@click.command("learn")
@click.option("--revert", "taking_back", is_flag=True, help="Take the newest weights back; those before stand again.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def learn_command(taking_back: bool, as_json: bool) -> None:
    """Learn from what became of suggestions, and say what was decided and why.

    The weights set by hand stand unless others are surely better on later outcomes than they were learnt from.
    """
    with open_catalogue() as catalogue:
        if taking_back:
            version = revert(catalogue.settings.data_dir)
            click.echo(json.dumps({"reverted": version}) if as_json else REVERTED.format(version))
            return
        found = learn(catalogue, today())
    click.echo(json.dumps(_as_json(found), ensure_ascii=False) if as_json else "\n".join(_in_words(found)))


def learn(catalogue: Catalogue, on: date) -> Learnt:
    """Collect, choose, and keep what was chosen where it is another than stands."""
    folder, by_hand = catalogue.settings.data_dir, weights_by_hand()
    with catalogue.reading() as session:
        outcomes = collect_outcomes(session, today=on)
        misleading = _misleading(session, outcomes)
    choice = choose_weights(outcomes, by_hand, today=on)
    standing, trouble = _standing(folder, by_hand)
    stands = standing.values if standing else {}
    kept = None
    if trouble or dict(choice.weights) != dict(stands):
        kept = keep_weights(folder, _weights(choice, by_hand))
    evidence = evidence_of(settled(outcomes, on), vocabulary())
    save_evidence(folder, evidence)
    counts = {one.value: sum(outcome.became is one for outcome in outcomes) for one in Became}
    return Learnt(choice, standing, kept, trouble, evidence, misleading, counts)


def _standing(folder: Path, by_hand: dict[str, float]) -> tuple[Weights | None, str | None]:
    try:
        return standing_weights(folder, by_hand), None
    except Invalid as refusal:
        return None, refusal.message


def _weights(choice: Choice, by_hand: dict[str, float]) -> Weights:
    from sklearn import __version__ as scikit_learn  # loaded by then, where something was fitted

    figures = {"lists": float(choice.lists), "taken": float(choice.taken)}
    if choice.compared and choice.steepness is not None:
        compared = {name: float(value) for name, value in asdict(choice.compared).items()}
        figures |= {f"later_{name}": value for name, value in compared.items()} | {"steepness": choice.steepness}
    return Weights(0, now(), dict(choice.weights), by_hand, choice.why, figures, scikit_learn)


def _misleading(session: Session, outcomes: list[Outcome]) -> MisleadingReport:
    ids = sorted({one.asset_id for one in outcomes})
    listings = {asset.id: asset.listing for asset in list_assets(session, ids)}
    return list_misleading(outcomes, listings, vocabulary())


def _in_words(found: Learnt) -> Iterator[str]:
    became = ", ".join(f"{count:,} {name}" for name, count in found.outcomes.items() if count)
    yield f"What became of suggestions: {became}." if became else "No suggestion was noted yet."
    if found.trouble:
        yield found.trouble
    yield found.choice.why
    if found.choice.weights:
        yield from _weights_in_words(found.choice.weights)
    yield _what_stands(found)
    if not any(found.outcomes[name] for name in (Became.ATTENDED, Became.GOING, Became.HELPED)):
        yield "Nobody has written down who went: what is learnt from is what people agreed to."
    yield from _misleading_in_words(found.misleading)


def _what_stands(found: Learnt) -> str:
    if found.kept:
        stands = "what was learnt" if found.kept.values else "the weights set by hand"
        return f"From now on {stands} stands as version {found.kept.version}; `waymark learn --revert` takes it back."
    version = f"version {found.standing.version} stands" if found.standing else "the weights set by hand stand"
    return f"Nothing changes: {version} as before."


def _weights_in_words(weights: Any) -> Iterator[str]:
    by_hand = weights_by_hand()
    for name, weight in sorted(weights.items(), key=lambda pair: -pair[1]):
        yield f"  {weight:.3f} (by hand {by_hand[name]:.3f})  {name.replace('_', ' ')}"


def _misleading_in_words(report: MisleadingReport) -> Iterator[str]:
    if not report.listings and not report.terms:
        yield "No listing and no word stands out among what was set aside."
        return
    yield "Listings most often set aside as wrong, or for the wrong people:"
    for one in report.listings:
        yield f"  {one.set_aside} of {counted(one.shown, 'time')}  {one.what} ({one.reason})"
    yield "Words of the vocabulary that stand in what was set aside:"
    for one in report.terms:
        yield f"  {one.set_aside} of {counted(one.shown, 'time')}  “{one.what}”, taken for {one.need} ({one.reason})"


def _as_json(found: Learnt) -> dict[str, Any]:
    choice = found.choice
    return {
        "outcomes": found.outcomes,
        "decided": "learnt" if choice.weights else "by hand",
        "why": choice.why,
        "trouble": found.trouble,
        "lists": choice.lists,
        "taken": choice.taken,
        "steepness": choice.steepness,
        "compared": asdict(choice.compared) if choice.compared else None,
        "proposed": dict(choice.proposed) if choice.proposed else None,
        "by_hand": weights_by_hand(),
        "kept_version": found.kept.version if found.kept else None,
        "assets_with_evidence": len({asset for asset, _ in found.evidence.tallies}),
        "misleading": asdict(found.misleading),
    }
