"""The words that people use: a curator's list of phrases, each with the needs meant by it and the words as good as it.

It stands beside the vocabulary's own words, and every search after the commit reads it: no index is made anew.
"""

from collections.abc import Iterable, Sequence

from sqlmodel import Session, col, select, update

from directory.clock import now
from directory.errors import Duplicate, Invalid, NotFound
from directory.models import EverydayVersion, EverydayWord
from directory.models.base import new_id
from directory.search.words import VAGUE, plain, stems_of, words_of
from directory.taxonomies import list_terms

LONGEST = 60
"""Letters of a phrase."""
MOST_ALIKE = 8
"""Other wordings of one phrase: each is looked for."""


def list_everyday_words(session: Session) -> list[EverydayWord]:
    """All of them, in the order of the alphabet."""
    every = session.exec(select(EverydayWord).order_by(EverydayWord.id))
    return sorted(every, key=lambda word: plain(word.phrase))


def get_everyday_word(session: Session, word_id: str) -> EverydayWord:
    """The one with this id; NotFound when somebody removed it."""
    word = session.get(EverydayWord, word_id)
    if word is None:
        raise NotFound("These words are not on the list any more.", field="phrase")
    return word


def add_everyday_word(
    session: Session, phrase: str, *, needs: Iterable[str] = (), same_as: Iterable[str] = (), by: str
) -> EverydayWord:
    """The new one. Duplicate when it is on the list; Invalid, with its field, for what says nothing or leads nowhere."""
    word = EverydayWord(phrase="", stems="", added_by=by, added_at=now())
    _write(session, word, phrase, needs, same_as)
    return word


def change_everyday_word(
    session: Session, word_id: str, phrase: str, *, needs: Iterable[str] = (), same_as: Iterable[str] = (), by: str
) -> EverydayWord:
    """Let it say this from now on; refused as `add_everyday_word` refuses."""
    word = get_everyday_word(session, word_id)
    _write(session, word, phrase, needs, same_as)
    word.changed_by, word.changed_at = by, now()
    session.flush()
    return word


def remove_everyday_word(session: Session, word_id: str) -> EverydayWord:
    """Read it in no question any more; gives what it was."""
    word = get_everyday_word(session, word_id)
    session.delete(word)
    _renew_version(session)
    return word


_VERSION = select(EverydayVersion.version)
"""Made once: every search asks it."""


def everyday_version(session: Session) -> str:
    """What every change of the list makes new."""
    return session.exec(_VERSION).one()


def listed_everyday(session: Session, phrases: Iterable[str]) -> dict[str, str]:
    """Those of these phrases that are on the list, each with its id there."""
    keys = {phrase: _key(phrase) for phrase in phrases}
    found = select(EverydayWord.stems, EverydayWord.id).where(col(EverydayWord.stems).in_(keys.values()))
    ids = dict(session.exec(found).all())
    return {phrase: ids[key] for phrase, key in keys.items() if key in ids}


def _write(session: Session, word: EverydayWord, phrase: str, needs: Iterable[str], same_as: Iterable[str]) -> None:
    phrase = _sound(phrase, "phrase", "Enter the words that people use")
    known = session.exec(select(EverydayWord).where(EverydayWord.stems == _key(phrase))).first()
    if known and known.id != word.id:
        raise Duplicate(f"“{known.phrase}” is on the list already. Change it there", field="phrase")
    needs, same_as = _known(session, needs), _alike(phrase, same_as)
    if not needs and not same_as:
        raise Invalid("Tick what people mean by it, or say which words are as good", field="needs")
    word.phrase, word.stems, word.needs, word.same_as = phrase, _key(phrase), needs, same_as
    session.add(word)
    _renew_version(session)


def _sound(phrase: str, field: str, when_empty: str) -> str:
    """The phrase with single spaces; Invalid when it cannot be found in a question, or in every one."""
    phrase = " ".join(phrase.split())
    if not stems_of(phrase):
        raise Invalid(when_empty, field=field)
    if len(phrase) > LONGEST:
        raise Invalid(f"Use {LONGEST} letters or fewer", field=field)
    if not words_of(phrase) or stems_of(phrase) in VAGUE:
        raise Invalid(f"“{phrase}” stands in questions of every kind. Add a word that says more", field=field)
    return phrase


def _alike(phrase: str, same_as: Iterable[str]) -> list[str]:
    found = [_sound(wording, "same_as", "Enter words, with commas between them") for wording in same_as]
    # Of two that are one the first is kept, and the phrase itself is no other wording.
    alike = {_key(wording): wording for wording in reversed(found) if _key(wording) != _key(phrase)}
    if len(alike) > MOST_ALIKE:
        raise Invalid(f"Give {MOST_ALIKE} wordings or fewer", field="same_as")
    return list(reversed(alike.values()))


def _known(session: Session, needs: Iterable[str]) -> list[str]:
    """These in the order of the vocabulary; Invalid names one that it does not have."""
    wanted: Sequence[str] = list(dict.fromkeys(needs))
    codes = [term.code for term in list_terms(session)]
    for need in wanted:
        if need not in codes:
            raise Invalid(f"There is no need called “{need}”", field="needs")
    return [code for code in codes if code in wanted]


def _key(phrase: str) -> str:
    return " ".join(stems_of(phrase))


def _renew_version(session: Session) -> None:
    """Committed with the list that goes with it. No counter: what is rolled back must never come again."""
    session.exec(update(EverydayVersion).values(version=new_id()))
    session.flush()
