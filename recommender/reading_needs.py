"""Free words to needs: what somebody says in her own way, as ids of the vocabulary with the words that caused each.

Two readers agree on the answer. The phrases of `needs.csv` are found by stems, through misspelling and small words in
between, and dropped where she denies them. A model learnt from `sentences.csv` hears what no phrase says, and doubts
a phrase that fits nothing else in the sentence.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from recommender.needs import vocabulary
from recommender.needs_model import Clue, NeedsModel, Sentence, list_sentences
from recommender.negation import is_denied
from recommender.phrases import Found, PhraseBook
from recommender.spelling import corrected
from recommender.wording import FILLERS, Token, plain, quote, tokens

ENOUGH_WITH_PHRASE = 0.2
"""The likelihood at which a need is read when one of its phrases was said."""
ENOUGH_ALONE = 0.35
"""The likelihood at which a need is read with no phrase of it said."""
ENOUGH_FOR_DOMAIN = 0.5
"""The likelihood at which a whole domain is read beside sub-needs of others; "kids" is often said in passing."""


@dataclass(frozen=True, slots=True)
class NeedReading:
    """A need that was heard, how sure we are (0 to 1), and her very words that caused it."""

    need_id: str
    confidence: float
    words: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said, as tokens, and the phrases found in it that were not denied."""

    text: str
    said: tuple[Token, ...]
    found: tuple[Found, ...]
    kept: tuple[int, ...]
    """Places of the tokens that were not part of something denied."""

    @property
    def clue(self) -> Clue:
        return Clue(
            tuple(self.said[place].stem for place in self.kept), frozenset(one.phrase.meaning for one in self.found)
        )


def read_needs(words: str) -> list[NeedReading]:
    """The needs in these words, the surest first; an empty list when there is none.

    A domain (MON) is read only where none of its sub-needs is. Urgent words are not handled: ask `read_urgent` first.
    """
    return readings(hear(words), model())


def hear(words: str) -> Heard:
    """The words as tokens with the phrases of the vocabulary in them."""
    text = plain(words)
    said = tuple(corrected(tokens(text), phrase_book().stems))
    every = phrase_book().find(said)
    denied = [one for one in every if is_denied(said, one.first, one.after, one.phrase.meaning)]
    gone = {place for one in denied for place in range(one.first, one.after)}
    kept = tuple(place for place in range(len(said)) if place not in gone)
    return Heard(text, said, tuple(one for one in every if one not in denied), kept)


def readings(heard: Heard, learnt: NeedsModel) -> list[NeedReading]:
    """The needs heard, by this model, the surest first."""
    likely = learnt.likelihoods(heard.clue)
    phrases: dict[str, Found] = {}
    for one in heard.found:
        phrases.setdefault(one.phrase.meaning, one)
    chosen = {need for need, score in likely.items() if score > _enough(need, need in phrases)}
    chosen = _domains_where_nothing_else(chosen, phrases)
    read = [_reading(heard, learnt, need, likely[need], phrases.get(need)) for need in chosen]
    return sorted(read, key=lambda reading: (-reading.confidence, reading.need_id))


def _enough(need_id: str, has_phrase: bool) -> float:
    if vocabulary().get_need(need_id).parent is None:
        return ENOUGH_FOR_DOMAIN
    return ENOUGH_WITH_PHRASE if has_phrase else ENOUGH_ALONE


def _domains_where_nothing_else(chosen: set[str], phrases: Iterable[str]) -> set[str]:
    """Without domains whose sub-need was heard; with the domains of phrases where no sub-need was heard at all."""
    known = vocabulary()
    domains = {known.get_need(need).parent for need in chosen} - {None}
    if not domains:
        return chosen | {need for need in phrases if known.get_need(need).parent is None}
    return {need for need in chosen if need not in domains}


def _reading(heard: Heard, learnt: NeedsModel, need_id: str, likelihood: float, phrase: Found | None) -> NeedReading:
    if phrase:
        words = quote(heard.text, heard.said[phrase.first : phrase.after])
        return NeedReading(need_id, round(0.5 + likelihood / 2, 3), words)
    return NeedReading(need_id, round(likelihood, 3), _telling(heard, learnt, need_id))


def _telling(heard: Heard, learnt: NeedsModel, need_id: str) -> str:
    """The stretch of words that speaks most for a need no phrase was found for; the whole when nothing stands out."""
    told = learnt.weights(heard.clue, need_id)
    best = [place for place, weight in zip(heard.kept, told, strict=True) if weight > 0 and weight >= told.max() / 2]
    best = [place for place in best if heard.said[place].word not in FILLERS] or best
    if not best:
        return quote(heard.text, heard.said)
    return quote(heard.text, heard.said[best[0] : best[-1] + 1])


@cache
def phrase_book() -> PhraseBook:
    """The phrases of the vocabulary, ready to be found."""
    return PhraseBook((need.id, need.words) for need in vocabulary())


@cache
def model() -> NeedsModel:
    """The model learnt from every sentence, once in this process; importing scikit-learn takes a second or more."""
    return learn(list_sentences())


def learn(sentences: Sequence[Sentence]) -> NeedsModel:
    """A model learnt from these sentences alone, for measuring on others."""
    clues = [hear(sentence.text).clue for sentence in sentences]
    return NeedsModel([need.id for need in vocabulary()]).fit(clues, [sentence.needs for sentence in sentences])


def warm_up() -> None:
    """Load what takes time (the vocabulary, scikit-learn, the model) before the first person waits for it."""
    read_needs("I'd like to meet people")
