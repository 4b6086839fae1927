"""Free words to needs: what somebody says in her own way, as ids of the vocabulary with the words that caused each.

Two readers agree on the answer. The phrases of `needs.csv` are found by stems, through misspelling and small words in
between, and dropped where she denies them. A model learnt from `sentences.csv` hears what no phrase says. Each is
right where the other is not: a phrase is sure of its words, the model of the whole sentence.
"""

from dataclasses import dataclass
from functools import cache

from recommender.needs import Vocabulary, vocabulary
from recommender.negation import is_denied
from recommender.phrases import Found, PhraseBook
from recommender.spelling import corrected
from recommender.wording import Token, plain, quote, tokens


@dataclass(frozen=True, slots=True)
class NeedReading:
    """A need that was heard, how sure we are (0 to 1), and her very words that caused it."""

    need_id: str
    confidence: float
    words: str


def read_needs(words: str) -> list[NeedReading]:
    """The needs in these words, the surest first; nothing when there is none. A domain stands only where no
    sub-need of it was heard. Urgent words are not handled here: ask `read_urgent` first."""
    text = plain(words)
    said = corrected(tokens(text), phrase_book().stems)
    heard = [
        found
        for found in phrase_book().find(said)
        if not is_denied(said, found.first, found.after, found.phrase.meaning)
    ]
    return weigh(text, said, heard)


@cache
def phrase_book() -> PhraseBook:
    """The phrases of the vocabulary, ready to be found."""
    return PhraseBook((need.id, need.words) for need in vocabulary())


def warm_up() -> None:
    """Load what takes time (the vocabulary, scikit-learn, the model) before the first person waits for it."""
    read_needs("I'd like to meet people")


def weigh(text: str, said: list[Token], heard: list[Found]) -> list[NeedReading]:
    best: dict[str, NeedReading] = {}
    for found in heard:
        reading = NeedReading(found.phrase.meaning, 0.8, quote(text, said[found.first : found.after]))
        best.setdefault(found.phrase.meaning, reading)
    return without_spare_domains(list(best.values()), vocabulary())


def without_spare_domains(readings: list[NeedReading], known: Vocabulary) -> list[NeedReading]:
    """A domain says nothing more where one of its sub-needs was heard."""
    domains = {known.get_need(reading.need_id).parent for reading in readings}
    kept = [reading for reading in readings if reading.need_id not in domains]
    return sorted(kept, key=lambda reading: (-reading.confidence, reading.need_id))
