"""A new process that opens an engine and asks it everything: how soon it answers, and what memory that takes.

    python -m bench.compared.process CLASS FOLDER QUESTIONS

Prints what it measured and stays until its input ends, so that several can be there at once.
"""

import json
import pickle
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.rivals.question import Question
from bench.rivals.these import this

ROOT = Path(__file__).parents[2]
TOGETHER = 8
"""Workers of one server."""
PATIENCE = 20.0
"""Seconds for which a process goes on asking, if there are so many questions."""
MEMORY = Path("/proc/self/smaps_rollup")
"""Linux alone says what is shared."""


def opened(name: str, folder: Path, questions: Sequence[Question]) -> dict[str, float]:
    """Milliseconds until a new process has its first answer; its memory after all questions (or 20 s of them), and that of eight together.

    `own_mb` is its alone (private), `shared_mb` what lies in files that it has read and others may share; both are of
    all of Python too, and `before_mb` is what it had before it opened the engine. `eight_mb` counts what eight share once.
    """
    file = folder.parent / "questions.pickle"
    file.write_bytes(pickle.dumps(list(questions)))
    (alone,) = _together(1, name, folder, file)
    every = _together(TOGETHER, name, folder, file)
    return {**alone, "eight_mb": sum(one["weight_mb"] for one in every)}


def _together(count: int, name: str, folder: Path, questions: Path) -> list[dict[str, float]]:
    command = [sys.executable, "-m", "bench.compared.process", name, str(folder), str(questions)]
    started = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(count)
    ]
    told = [json.loads(_line(one)) for one in started]
    # Weighed when all of them are there, for only then is anything shared.
    for one in started:
        one.stdin.write("weigh\n")  # type: ignore[union-attr]
        one.stdin.flush()  # type: ignore[union-attr]
    weighed = [json.loads(_line(one)) for one in started]
    for one in started:
        one.communicate()
    return [{**first, **second} for first, second in zip(told, weighed, strict=True)]


def _line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return process.stdout.readline()


def _weigh() -> dict[str, float]:
    """Megabytes: private and changed, in files, and by part where several share."""
    if not MEMORY.exists():
        return dict.fromkeys(("own_mb", "shared_mb", "weight_mb"), 0.0)
    lines = (line.split() for line in MEMORY.read_text().splitlines()[1:])
    size = {words[0].rstrip(":"): int(words[1]) / 1024 for words in lines}
    clean = size["Private_Clean"] + size["Shared_Clean"]
    return {"own_mb": size["Private_Dirty"], "shared_mb": clean, "weight_mb": size["Pss"]}


def main() -> None:
    name, folder, file = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    questions: list[Question] = pickle.loads(file.read_bytes())  # noqa: S301  # written by whoever started us
    kind, before = this(name), _weigh()
    began = time.perf_counter()
    rival = kind(folder)
    rival.ask(questions[0])
    first = (time.perf_counter() - began) * 1000
    for question in questions:
        rival.ask(question)
        if time.perf_counter() - began > PATIENCE:
            break
    print(json.dumps({"first_answer_ms": first, "before_mb": before["own_mb"]}), flush=True)
    sys.stdin.readline()
    print(json.dumps(_weigh()), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
