"""How long documents take to be found, all at once or one that changed, and what an engine holds on the disk."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from statistics import median

from bench.rivals.catalogue import Generated, Stemmed
from bench.rivals.question import Question
from bench.rivals.rival import Rival

CHANGED = 5


def filled(rival: Rival, generated: Generated) -> dict[str, float | None]:
    """Seconds by the clock and of CPU without those of reading the documents, and megabytes on the disk."""
    generated.seconds = 0.0
    began, at_work = time.perf_counter(), time.process_time()
    rival.fill(generated)
    cpu, wall = time.process_time() - at_work, time.perf_counter() - began
    return {
        "seconds": wall - generated.seconds,
        "cpu_seconds": cpu - generated.seconds if rival.here else None,
        "disk_mb": rival.size() / 1e6 if rival.keeps else None,
    }


def changed(rival: Rival, generated: Generated) -> float | None:
    """Milliseconds from one changed document to an answer that has it; the median of a few."""
    if not rival.keeps:
        return None
    return median(_changes(rival, generated.first(CHANGED)))


def _changes(rival: Rival, some: Iterable[Stemmed]) -> Iterator[float]:
    for number, one in enumerate(some):
        name = f"zyzzyva{number}"
        document = replace(one.document, name=name)
        other = Stemmed.of(document)
        question = Question("words", name, name)
        began = time.perf_counter()
        rival.fill([other])
        found = rival.ask(question)
        yield (time.perf_counter() - began) * 1000
        if found.ids != (document.id,):
            raise AssertionError(f"{rival.name} does not find what was just changed")
        rival.fill([one])
