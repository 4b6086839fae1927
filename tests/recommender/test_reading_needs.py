"""People of Harbourside say what matters to them; the right needs are heard, with the words that caused them."""

import hashlib
from collections.abc import Iterable

import pytest

from recommender.needs import vocabulary
from recommender.needs_model import Sentence, list_sentences
from recommender.reading_needs import hear, learn, read_needs, readings


def needs_in(words: str) -> set[str]:
    return {reading.need_id for reading in read_needs(words) if reading.sure}


def test_maureen_says_three_things_in_one_breath() -> None:
    heard = {
        reading.need_id: reading for reading in read_needs("Can’t pay the gas and I don't see anyone since mum died")
    }
    assert set(heard) == {"MON3", "CON1", "MIN3"}
    assert heard["MON3"].words == "pay the gas"
    assert heard["MIN3"].words == "mum died"
    assert all(0 < reading.confidence <= 1 for reading in heard.values())


@pytest.mark.parametrize(
    ("words", "needs"),
    [
        ("I don't need help with housing, I just want to make friends", {"CON1"}),
        ("not skint, but proper lonley", {"CON1"}),
        ("I don't drink but my son smokes weed", {"BOD5", "BOD4"}),
        ("housing's fine, it's the debts", {"MON1"}),
        ("I'm not in debt", set()),
        ("no cooker and no bed in the new flat", {"HOU5"}),
        ("hello how are you", set()),
        ("", set()),
        ("🙂", set()),
    ],
)
def test_what_is_denied_is_not_heard_and_what_is_lacking_is(words: str, needs: set[str]) -> None:
    assert needs_in(words) == needs


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("universel credit has stoped", "MON2"),
        ("the baliffs are coming", "MON1"),
        ("my husband has demensia", "FAM5"),
        ("me leccy's run out", "MON3"),
        ("brassic till the giro comes", "MON2"),
        ("knock the ciggies on the head", "BOD4"),
        ("gardens and gardening", "JOY3"),
    ],
)
def test_misspelling_scouse_and_other_forms_of_a_word_are_understood(words: str, need: str) -> None:
    assert need in needs_in(words)


def test_a_domain_is_only_read_where_none_of_its_needs_is() -> None:
    assert needs_in("I'm skint") <= {"MON", "MON4", "MON5"}
    assert needs_in("I'm skint and the bailiffs are here") == {"MON1"}


def test_a_very_long_text_is_read_without_waiting() -> None:
    assert "MON3" in needs_in("can't pay the gas " + "la " * 400_000)


def f1(found: Iterable[set[str]], true: Iterable[set[str]]) -> float:
    """Micro-averaged F1: every need of every sentence counts once."""
    pairs = list(zip(found, true, strict=True))
    both = sum(len(one & other) for one, other in pairs)
    return 2 * both / sum(len(one) + len(other) for one, other in pairs)


def measure(learnt_from: list[Sentence], asked: list[Sentence]) -> tuple[float, float]:
    """F1 by domain and by sub-need, of a model that has never seen what it is asked."""
    known, learnt = vocabulary(), learn(learnt_from)
    found = [
        {reading.need_id for reading in readings(hear(sentence.text), learnt) if reading.sure} for sentence in asked
    ]
    true = [set(sentence.needs) for sentence in asked]
    domains = [[{known.domain_of(need).id for need in one} for one in side] for side in (found, true)]
    subs = [[{need for need in one if known.get_need(need).parent} for one in side] for side in (found, true)]
    return f1(*domains), f1(*subs)


def is_held_out(sentence: Sentence) -> bool:
    """One in five, always the same ones, kept apart for measuring."""
    return int(hashlib.sha256(sentence.text.encode()).hexdigest()[:8], 16) % 5 == 0


def test_held_out_sentences_are_understood() -> None:
    every = list_sentences()
    taught = [*every, *list_sentences("messages.csv")]
    by_domain, by_need = measure(
        [one for one in taught if not is_held_out(one)], [one for one in every if is_held_out(one)]
    )
    print(f"held out: micro-F1 {by_domain:.3f} by domain, {by_need:.3f} by need")
    assert by_domain > 0.85
    assert by_need > 0.75


def test_there_are_sentences_enough_for_every_need() -> None:
    every = list_sentences()
    assert len(every) >= 600
    assert sum(not sentence.needs for sentence in every) >= 60
    for need in vocabulary().list_needs():
        assert sum(need.id in sentence.needs for sentence in every) >= 8, need.id
