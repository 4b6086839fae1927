"""What runs on a clock: each task is one function with a name and an interval; when it last ran is in the database."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlmodel import Session, select

from directory.catalogue import Catalogue
from directory.clock import now
from directory.errors import Refusal
from directory.models import PeriodicTask
from directory.turns import taking_turn

log = structlog.get_logger()


@dataclass(frozen=True)
class Task:
    """`run` does what there is to do and says what it did in a sentence; "" when there was nothing."""

    name: str
    every: timedelta
    run: Callable[[Catalogue], str]


@dataclass(frozen=True)
class Done:
    """One turn of a task, as it ended."""

    task: str
    sentence: str
    failed: bool
    seconds: float

    def as_json(self) -> dict[str, Any]:
        return {"task": self.task, "said": self.sentence, "failed": self.failed, "seconds": round(self.seconds, 3)}


def run_due(catalogue: Catalogue, tasks: Iterable[Task]) -> Iterator[Done]:
    """Do those that are due and that nobody else is doing, one after another. One that fails does not stop the next."""
    for task in tasks:
        with taking_turn(catalogue, f"task {task.name}") as ours:
            if ours and _is_due(catalogue, task):
                yield _do(catalogue, task)


def list_tasks(session: Session) -> list[PeriodicTask]:
    """What ran so far, by name."""
    return list(session.exec(select(PeriodicTask).order_by(PeriodicTask.name)))


def _is_due(catalogue: Catalogue, task: Task) -> bool:
    with catalogue.reading() as session:
        last = session.get(PeriodicTask, task.name)
        # One that never ended was killed, for nobody else is at it now: it is done again.
        return last is None or last.last_ended is None or last.last_begun + task.every <= now()


def _do(catalogue: Catalogue, task: Task) -> Done:
    begun, started = now(), time.perf_counter()
    _note(catalogue, task, begun, ended=None, sentence=None, failed=False)
    failed = False
    try:
        sentence = task.run(catalogue)
    except Refusal as refusal:
        sentence, failed = refusal.message, True
    except Exception as error:
        # The clock goes on for the other tasks; what went wrong is ours to mend.
        log.exception("task failed", task=task.name)
        sentence, failed = f"It failed by a fault of ours ({type(error).__name__}).", True
    _note(catalogue, task, begun, ended=now(), sentence=sentence or None, failed=failed)
    return Done(task.name, sentence, failed, time.perf_counter() - started)


def _note(
    catalogue: Catalogue, task: Task, begun: datetime, *, ended: datetime | None, sentence: str | None, failed: bool
) -> None:
    with catalogue.database.writing() as session:
        last = session.get(PeriodicTask, task.name) or PeriodicTask(name=task.name, last_begun=begun)
        last.last_begun, last.last_ended = begun, ended
        if ended is not None:
            last.message, last.failures = sentence, last.failures + 1 if failed else 0
        session.add(last)
