"""What the benchmark compares answers the same questions: as many, and counted alike, in every engine that says so."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from bench.rivals.catalogue import Generated, Stemmed
from bench.rivals.facts import counted
from bench.rivals.question import KINDS, MILES, Question, mixed
from bench.rivals.rival import Rival
from bench.rivals.these import EVERY, this
from bench.rivals.waymark import Waymark
from directory.geography import Place, distance_miles

INSTALLED = [name for _, name, package in EVERY if not package or find_spec(package)]
PHRASE, RADIUS = ("a phrase",), ("a radius", "several limits")
OTHERWISE = {"Tantivy": RADIUS, "PlainWhoosh": RADIUS, "Bm25s": PHRASE, "Textbook": PHRASE, "PostgreSQL": RADIUS}
"""The kinds of question to which an engine says that it gives another answer, or measures the earth otherwise."""


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> list[Stemmed]:
    """A small catalogue."""
    return Generated(tmp_path_factory.mktemp("generated"), 300).first(300)


@pytest.fixture(
    params=[pytest.param(name, marks=[pytest.mark.postgresql] * ("PostgreSQL" in name)) for name in INSTALLED]
)
def rival(request: pytest.FixtureRequest, tmp_path: Path, some: list[Stemmed]) -> Iterator[Rival]:
    """Each of them, filled with it."""
    rival = this(request.param)(tmp_path)
    rival.fill(some)
    yield rival
    rival.close()


def fits(one: Stemmed, question: Question) -> bool:
    """Whether this document is an answer, worked out in the plainest way."""
    texts = [f" {text} " for text in one.texts]
    if question.phrase:
        found = any(f" {' '.join(question.phrase_stems)} " in text for text in texts)
    else:
        found = any(f" {stem} " in text for stem in question.stems for text in texts)
    return found and set(question.flags) <= set(one.document.flags) and is_near(one, question.near)


def is_near(one: Stemmed, place: Place | None) -> bool:
    points = (Place(*point, "") for point in one.document.points)
    return place is None or any(distance_miles(place, point) <= MILES for point in points)


def plainly(some: Sequence[Stemmed], question: Question) -> tuple[int, dict[str, int]]:
    """How many fit, and how many of them have each flag."""
    fit = [one.document for one in some if fits(one, question)]
    return len(fit), dict(Counter(flag for document in fit for flag in counted(document)))


def asked(rival: Rival, some: Sequence[Stemmed]) -> list[Question]:
    """Ours leaves out what has too few of several words, and does not let a facet narrow itself."""
    questions = mixed(some, 120)
    if not isinstance(rival, Waymark):
        return [one for one in questions if one.kind not in OTHERWISE.get(type(rival).__name__, ())]
    return [
        one for one in questions if one.phrase or (len(one.stems) == 1 and not one.flags and one.words == one.meant)
    ]


def test_every_engine_finds_and_counts_the_same(rival: Rival, some: list[Stemmed]) -> None:
    questions = asked(rival, some)
    assert len(questions) >= 20
    for question in questions:
        answer = rival.ask(question)
        counts = {flag: count for flag, count in answer.counts.items() if not flag.startswith("distance:")}
        assert (answer.total, counts) == plainly(some, question), question


def test_what_changes_is_found_at_once(rival: Rival, some: list[Stemmed]) -> None:
    if rival.keeps:
        changed = Stemmed.of(replace(some[7].document, name="Zyzzyva"))
        rival.fill([changed])
        answer = rival.ask(Question("words", "zyzzyva", "zyzzyva"))
        assert (answer.total, answer.ids) == (1, (changed.document.id,))


def test_questions_are_of_six_kinds_in_equal_parts(some: list[Stemmed]) -> None:
    assert Counter(one.kind for one in mixed(some, 60)) == dict.fromkeys(KINDS, 10)
