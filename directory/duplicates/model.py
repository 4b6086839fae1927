"""The matcher's model of this catalogue: the shipped one until curators' decisions have improved it."""

from pathlib import Path

from directory.errors import Invalid
from directory.matching.model import MatchModel

MODEL_FILE = Path("matching") / "model.json"


def matching_model(data_dir: Path) -> MatchModel:
    """The model that this deployment has learnt; the shipped one where there is none, or it is of another version."""
    path = data_dir / MODEL_FILE
    if not path.exists():
        return MatchModel.shipped()
    try:
        return MatchModel.load(path)
    except Invalid:
        return MatchModel.shipped()
