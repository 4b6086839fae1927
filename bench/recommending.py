"""How long a recommendation takes on the seed, beside the least that anybody could do: one TF-IDF look-up, sorted.

python -m bench.recommending
"""

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from importers.read import import_from
from recommender.recommend import Recommender
from recommender.seeker import Seeker, read_seeker
from web.catalogue import create_catalogue
from web.commands.opening import prepare
from web.demonstration import seed_file
from web.settings import WebSettings
from web.suggestions import make_recommender

SEEKERS = Path(__file__).parent.parent / "tests" / "judged" / "seekers.jsonl"
OUT = Path(__file__).parent / "out"
ROUNDS = 15
TARGET_MS = 150


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        catalogue = create_catalogue(WebSettings(data_dir=Path(folder)))
        prepare(catalogue)
        import_from(catalogue, str(seed_file()), source="seed", actor="bench")
        recommender = make_recommender(catalogue)
        catalogue.close()
    started = time.perf_counter()
    recommender.warm_up()
    report(recommender, time.perf_counter() - started)


def report(recommender: Recommender, warming: float) -> None:
    """Print the table and write it as JSON."""
    seekers = [read_seeker(line) for line in SEEKERS.read_text(encoding="utf-8").splitlines()]
    ours: list[float] = []
    plain: list[float] = []
    for _ in range(ROUNDS):
        for seeker in seekers:
            ours.append(_milliseconds(lambda seeker=seeker: recommender.recommend(seeker)))
            plain.append(_milliseconds(lambda seeker=seeker: _look_up(recommender, seeker)))
    figures = {
        "assets": len(recommender.candidates),
        "seekers": len(seekers),
        "warm_up_s": round(warming, 2),
        "recommend_ms": _spread(ours),
        "plain_tfidf_ms": _spread(plain),
        "ratio_of_means": round(float(np.mean(ours) / np.mean(plain)), 1),
        "target_p95_ms": TARGET_MS,
    }
    print(f"{'':24}{'mean':>8}{'p50':>8}{'p95':>8}")
    for name in ("recommend_ms", "plain_tfidf_ms"):
        spread = figures[name]
        assert isinstance(spread, dict)
        print(f"{name:24}{spread['mean']:8.1f}{spread['p50']:8.1f}{spread['p95']:8.1f}")
    print(f"{figures['assets']} assets; warming up took {warming:.1f} s; target p95 {TARGET_MS} ms")
    OUT.mkdir(exist_ok=True)
    (OUT / "recommending.json").write_text(json.dumps(figures, indent=1))


def _look_up(recommender: Recommender, seeker: Seeker) -> list[int]:
    return [int(index) for index in np.argsort(-recommender.candidates.likeness(seeker.words or " "))[:10]]


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _spread(times: list[float]) -> dict[str, float]:
    return {
        "mean": round(float(np.mean(times)), 2),
        "p50": round(float(np.percentile(times, 50)), 2),
        "p95": round(float(np.percentile(times, 95)), 2),
    }


if __name__ == "__main__":
    main()
