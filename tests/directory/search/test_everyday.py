"""The curators' list of words, and how questions are read with it beside the vocabulary."""

from collections.abc import Sequence

import pytest
from sqlmodel import Session

from directory.database import Database
from directory.errors import Duplicate, Invalid, NotFound, Refusal
from directory.search.everyday import (
    LONGEST,
    MOST_ALIKE,
    add_everyday_word,
    change_everyday_word,
    everyday_version,
    list_everyday_words,
    remove_everyday_word,
)
from directory.search.query import Meaning
from directory.search.reading import meanings


def add(session: Session, phrase: str, *, needs: Sequence[str] = (), same_as: Sequence[str] = ()) -> str:
    return add_everyday_word(session, phrase, needs=needs, same_as=same_as, by="grace@example.org").id


def read(session: Session, words: str) -> tuple[Meaning, ...]:
    return meanings(session).read(words)


def test_who_added_what_is_kept(session: Session) -> None:
    add(session, "  Heads  a mess ", needs=["MIN2", "MIN1", "MIN2"])
    add(session, "baby stuff", same_as=["nappies", " Nappy", "cot  bed", "baby stuffs"])
    mess, baby = reversed(list_everyday_words(session))
    assert (mess.phrase, mess.needs, mess.added_by) == ("Heads a mess", ["MIN1", "MIN2"], "grace@example.org")
    assert (mess.changed_by, mess.changed_at) == (None, None)
    assert baby.same_as == ["nappies", "cot bed"], "each once, and not the phrase itself"


@pytest.mark.parametrize(
    ("phrase", "said", "refusal", "field"),
    [
        ("", {"needs": ["BOD1"]}, Invalid, "phrase"),
        ("…?", {"needs": ["BOD1"]}, Invalid, "phrase"),
        ("what is there", {"needs": ["BOD1"]}, Invalid, "phrase"),
        ("help", {"needs": ["BOD1"]}, Invalid, "phrase"),
        ("x" * (LONGEST + 1), {"needs": ["BOD1"]}, Invalid, "phrase"),
        ("lido’s", {"needs": ["BOD1"]}, Duplicate, "phrase"),
        ("gala", {"needs": ["XYZ1"]}, Invalid, "needs"),
        ("gala", {}, Invalid, "needs"),
        ("gala", {"same_as": ["galas"]}, Invalid, "needs"),
        ("gala", {"same_as": ["fair", ""]}, Invalid, "same_as"),
        ("gala", {"same_as": ["the"]}, Invalid, "same_as"),
        ("gala", {"same_as": [f"fair{'a' * count}" for count in range(MOST_ALIKE + 1)]}, Invalid, "same_as"),
    ],
)
def test_what_says_nothing_or_leads_nowhere_is_refused_at_its_field(
    session: Session, phrase: str, said: dict[str, list[str]], refusal: type[Refusal], field: str
) -> None:
    add(session, "lidos", needs=["BOD1"])
    version = everyday_version(session)
    with pytest.raises(refusal) as refused:
        add(session, phrase, **said)
    assert refused.value.field == field
    assert [word.phrase for word in list_everyday_words(session)] == ["lidos"]
    assert everyday_version(session) == version


def test_a_word_may_be_changed_to_what_it_is_but_not_to_what_another_is(session: Session) -> None:
    lido, gala = add(session, "lido", needs=["BOD1"]), add(session, "gala", needs=["JOY5"])
    word = change_everyday_word(session, lido, "Lidos", needs=["JOY5"], by="ann@example.org")
    assert (word.phrase, word.needs, word.changed_by) == ("Lidos", ["JOY5"], "ann@example.org")
    with pytest.raises(Duplicate):
        change_everyday_word(session, gala, "lido", needs=["JOY5"], by="ann@example.org")
    remove_everyday_word(session, lido)
    with pytest.raises(NotFound):
        change_everyday_word(session, lido, "lido", needs=["JOY5"], by="ann@example.org")


def test_they_are_read_beside_the_vocabulary(session: Session) -> None:
    add(session, "noggin’s away", needs=["MIN2"])
    assert read(session, "my noggins away and I'm in debt") == (
        Meaning("noggins away", ("MIN2",)),
        Meaning("in debt", ("MON1",)),
    )
    add(session, "debt", needs=["MON5"])
    assert read(session, "debts") == (Meaning("debts", ("MON1", "MON5")),), "what the vocabulary says stays"


def test_the_longest_phrase_is_read_whoever_wrote_it(session: Session) -> None:
    add(session, "debt free", needs=["MON5"])
    assert read(session, "debt free") == (Meaning("debt free", ("MON5",)),)
    add(session, "bed", needs=["MIN5"])
    assert read(session, "no bed") == (Meaning("no bed", ("HOU5",)),)


def test_words_as_good_as_others_mean_what_those_mean(session: Session) -> None:
    add(session, "lido", same_as=["swimming pool"])
    add(session, "tarn", same_as=["lido"])
    add(session, "zorb", same_as=["big ball"])
    assert read(session, "a lido") == (Meaning("lido", ("BOD1",), ("swimming pool",)),)
    assert read(session, "tarn") == (Meaning("tarn", (), ("lido",)),), "no word leads on to a third"
    assert read(session, "zorbing") == (Meaning("zorbing", (), ("big ball",)),)


def test_other_wordings_count_beside_a_need_that_is_more_exact(session: Session) -> None:
    add(session, "zorb", same_as=["big ball"])
    said = [meaning.words for meaning in read(session, "zorbing for money and debt")]
    assert said == ["zorbing", "debt"], "the word for a whole domain gives way, and only that"


def test_a_change_is_seen_by_every_process_once_it_is_committed(database: Database) -> None:
    def understood() -> list[str]:
        # Each session is a request of some process: nothing but the version in the database tells it.
        with database.reading() as session:
            return [need for meaning in read(session, "lido") for need in meaning.needs]

    assert understood() == []
    with database.writing() as session:
        lido = add(session, "lido", needs=["BOD1"])
        if database.engine.dialect.name == "postgresql":
            assert understood() == []
    assert understood() == ["BOD1"]
    with database.writing() as session:
        change_everyday_word(session, lido, "lido", needs=["JOY5"], by="ann@example.org")
    assert understood() == ["JOY5"]
    with database.writing() as session:
        remove_everyday_word(session, lido)
        add(session, "tarn", needs=["BOD1"])
    assert understood() == []


def test_what_was_rolled_back_is_not_read(database: Database) -> None:
    with database.new_session(writing=True) as session:
        add(session, "lido", needs=["BOD1"])
        assert read(session, "lido")
    with database.writing() as session:
        add(session, "tarn", needs=["BOD1"])
    with database.reading() as session:
        assert read(session, "lido") == ()
