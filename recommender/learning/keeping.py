"""Where weights are kept: numbered files in the data folder, of which the newest stands. Taking back returns to the one before."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from filelock import FileLock

from directory.errors import Invalid, NotFound
from recommender.learning.weights import Weights, read_weights

FOLDER = "learning"
AGAIN = "The weights set by hand stand until `waymark learn` is run again."


def learning_folder(data_dir: Path) -> Path:
    """The folder of everything learnt."""
    return data_dir / FOLDER


def standing_weights(data_dir: Path, by_hand: Mapping[str, float]) -> Weights | None:
    """The weights kept last; None where there are none. Invalid, in one sentence, where they cannot be used."""
    file = _newest(data_dir)
    if file is None:
        return None
    try:
        weights = read_weights(file.read_text(encoding="utf-8"))
    except Invalid as refusal:
        raise Invalid(f"{file} {refusal.message}. {AGAIN}") from refusal
    except (OSError, UnicodeDecodeError) as error:
        raise Invalid(f"{file} cannot be read. {AGAIN}") from error
    if weights.by_hand != by_hand:
        raise Invalid(f"{file} was measured against other signals than there are now. {AGAIN}")
    return weights


def keep_weights(data_dir: Path, weights: Weights) -> Weights:
    """Let these stand. Gives them with their version, one more than the last."""
    folder = learning_folder(data_dir)
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "keeping.lock"):
        numbered = replace(weights, version=1 + max((_number(file) for file in folder.glob("[0-9]*.json")), default=0))
        file = folder / f"{numbered.version:04}.json"
        partial = file.with_suffix(".part")
        partial.write_text(numbered.as_json(), encoding="utf-8")
        partial.replace(file)
    return numbered


def revert(data_dir: Path) -> int:
    """Take the newest weights back, readable or not; gives their version. NotFound where none are kept."""
    folder = learning_folder(data_dir)
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "keeping.lock"):
        file = _newest(data_dir)
        if file is None:
            raise NotFound("The weights set by hand stand already.")
        file.replace(file.with_suffix(".reverted.json"))
    return _number(file)


def _newest(data_dir: Path) -> Path | None:
    kept = [file for file in learning_folder(data_dir).glob("[0-9]*.json") if file.stem.isdecimal()]
    return max(kept, key=_number, default=None)


def _number(file: Path) -> int:
    return int(file.name.partition(".")[0])
