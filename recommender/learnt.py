"""What outcomes have taught, as the recommender uses it: the weights that stand, and the evidence of each asset."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from directory.errors import Invalid
from recommender.evidence import LEAST, Evidence, Tally
from recommender.learning.keeping import learning_folder, standing_weights
from recommender.signals import list_signals

EVIDENCE = "evidence.json"


@dataclass(frozen=True)
class Learnt:
    """`weights` by signal; empty: those set by hand."""

    weights: Mapping[str, float] = field(default_factory=dict)
    evidence: Evidence = field(default_factory=Evidence)


NOTHING = Learnt()


def load_learnt(data_dir: Path, tell: Callable[[str], object]) -> Learnt:
    """What stands. A file that cannot be used is told in one sentence, and we go on without it."""
    weights: Mapping[str, float] = {}
    evidence = Evidence()
    try:
        standing = standing_weights(data_dir, weights_by_hand())
        weights = standing.values if standing else {}
    except Invalid as refusal:
        tell(refusal.message)
    try:
        evidence = load_evidence(data_dir)
    except Invalid as refusal:
        tell(refusal.message)
    return Learnt(weights, evidence)


def weights_by_hand() -> dict[str, float]:
    """Each signal's weight as the code has it."""
    return {one.name: one.weight for one in list_signals()}


def stamp(data_dir: Path) -> str:
    """A text that differs whenever what is learnt does: what a reader's cache is kept under."""
    files = sorted(learning_folder(data_dir).glob("*.json"))
    return " ".join(f"{file.name}@{file.stat().st_mtime_ns}" for file in files)


def save_evidence(data_dir: Path, evidence: Evidence) -> None:
    """Keep tallies of assets: numbers of people, each at least that below which nothing is said."""
    folder = learning_folder(data_dir)
    folder.mkdir(parents=True, exist_ok=True)
    said = [{"asset": asset, "need": need} | asdict(tally) for (asset, need), tally in evidence.tallies.items()]
    partial = folder / "evidence.part"
    partial.write_text(json.dumps(said), encoding="utf-8")
    partial.replace(folder / EVIDENCE)


def load_evidence(data_dir: Path) -> Evidence:
    """The evidence kept last. Invalid, in one sentence, where it cannot be used."""
    file = learning_folder(data_dir) / EVIDENCE
    if not file.exists():
        return Evidence()
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        found = {(str(one["asset"]), str(one["need"])): _tally(one) for one in said}
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise Invalid(
            f"{file} is damaged. Nothing is known of what helped until `waymark learn` is run again."
        ) from error
    return Evidence(found)


def _tally(said: Mapping[str, float]) -> Tally:
    tally = Tally(int(said["agreed"]), int(said["went"]), float(said["usual"]))
    if tally.agreed < LEAST or not 0 <= tally.went <= tally.agreed or not 0 <= tally.usual <= 1:
        raise ValueError
    return tally
