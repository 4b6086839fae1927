"""Tasks on a clock: done when due, by one process at a time, and one that fails does not stop the others."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from directory.catalogue import Catalogue
from directory.database import Database
from directory.errors import Unavailable
from directory.periodic import Done, Task, list_tasks, run_due
from directory.turns import taking_turn

AN_HOUR = timedelta(hours=1)


@pytest.fixture
def both(database: Database, catalogue: Catalogue, tmp_path: Path) -> Catalogue:
    """An empty catalogue on SQLite, then on PostgreSQL."""
    catalogue.database.dispose()
    catalogue.database = database
    return catalogue


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime(2026, 12, 1, 9, 0, tzinfo=UTC), tick=False) as clock:
        yield clock


def remembering(done: list[str], name: str = "remind", sentence: str = "One was reminded.") -> Task:
    def run(_catalogue: Catalogue) -> str:
        done.append(name)
        return sentence

    return Task(name, AN_HOUR, run)


def failing(error: Exception) -> Task:
    def run(_catalogue: Catalogue) -> str:
        raise error

    return Task("fail", AN_HOUR, run)


def test_a_task_is_done_when_it_is_due(both: Catalogue, clock: time_machine.Traveller) -> None:
    done: list[str] = []
    (first,) = run_due(both, [remembering(done)])
    assert (first.task, first.sentence, first.failed) == ("remind", "One was reminded.", False)
    clock.shift(AN_HOUR / 2)
    assert list(run_due(both, [remembering(done)])) == []
    clock.shift(AN_HOUR / 2)
    assert len(list(run_due(both, [remembering(done)]))) == 1
    assert done == ["remind", "remind"]


def test_two_processes_do_not_do_it_twice(both: Catalogue) -> None:
    done: list[str] = []

    def meanwhile(catalogue: Catalogue) -> str:
        assert list(run_due(catalogue, [remembering(done)])) == [], "another process finds it taken"
        return "Done."

    assert [one.sentence for one in run_due(both, [Task("remind", AN_HOUR, meanwhile)])] == ["Done."]
    assert done == []
    with taking_turn(both, "a") as ours, taking_turn(both, "b") as another, taking_turn(both, "a") as again:
        assert (ours, another, again) == (True, True, False)
    with taking_turn(both, "a") as ours:
        assert ours


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (Unavailable("The post is closed."), "The post is closed."),
        (ZeroDivisionError(), "It failed by a fault of ours (ZeroDivisionError)."),
    ],
)
def test_one_that_fails_does_not_stop_the_next(catalogue: Catalogue, error: Exception, sentence: str) -> None:
    done: list[str] = []
    results: list[Done] = list(run_due(catalogue, [failing(error), remembering(done)]))
    assert [(one.failed, one.sentence) for one in results] == [(True, sentence), (False, "One was reminded.")]
    with catalogue.reading() as session:
        assert [(one.name, one.failures, one.message) for one in list_tasks(session)] == [
            ("fail", 1, sentence),
            ("remind", 0, "One was reminded."),
        ]


def test_one_that_was_killed_is_done_again(catalogue: Catalogue) -> None:
    def killed(_catalogue: Catalogue) -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(run_due(catalogue, [Task("remind", AN_HOUR, killed)]))
    done: list[str] = []
    assert len(list(run_due(catalogue, [remembering(done)]))) == 1
