"""Free words to needs: what somebody says in her own way, as ids of the vocabulary with the words that caused each.

A message is read stretch by stretch (`recommender.stretches`) by a model learnt from sentences and messages of our own. The
phrases of `needs.csv`, found by stems, through misspelling and small words in between and dropped where she denies
them, are part of what it looks at. A need is as sure as the stretch that says it best.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from recommender.needs import vocabulary
from recommender.needs_model import Clue, NeedsModel, Sentence, list_sentences
from recommender.negation import is_denied
from recommender.phrases import Found, PhraseBook
from recommender.spelling import corrected
from recommender.stretches import Stretch, stretches
from recommender.wording import FILLERS, Token, plain, quote, tokens

PERHAPS = 0.28
"""The likelihood at which a need is read at all."""
SURELY = 0.35
"""The likelihood at which a need is surely read though no phrase of it was said."""
ENOUGH_FOR_DOMAIN = 0.5
"""The likelihood at which a whole domain is read beside sub-needs of others; "kids" is often said in passing."""


@dataclass(frozen=True, slots=True)
class NeedReading:
    """A need that was heard, how sure we are (0 to 1), and her very words that caused it."""

    need_id: str
    confidence: float
    words: str
    sure: bool = True
    """False: she may have meant it; shown as a question, and followed with less weight."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said, as tokens, and the phrases found in it that were not denied."""

    text: str
    said: tuple[Token, ...]
    found: tuple[Found, ...]
    kept: frozenset[int]
    """Places of the tokens that were not part of something denied."""

    def clue(self, stretch: Stretch | None = None) -> Clue:
        """What a model looks at in a stretch, or in all of it."""
        first, after = stretch or (0, len(self.said))
        stems = tuple(self.said[place].stem for place in range(first, after) if place in self.kept)
        needs = frozenset(one.phrase.meaning for one in self.found if first <= one.first and one.after <= after)
        return Clue(stems, needs)


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
    kept = frozenset(range(len(said))) - gone
    return Heard(text, said, tuple(one for one in every if one not in denied), kept)


def readings(heard: Heard, learnt: NeedsModel) -> list[NeedReading]:
    """The needs heard, by this model, the surest first."""
    parts = stretches(heard.said)
    if not parts:
        return []
    likely = learnt.likelihoods([heard.clue(part) for part in parts])
    best = likely.argmax(axis=0)
    phrases: dict[str, Found] = {}
    for one in heard.found:
        phrases.setdefault(one.phrase.meaning, one)
    sure = {need: float(likely[best[column], column]) for column, need in enumerate(learnt.need_ids)}
    where = {need: parts[best[column]] for column, need in enumerate(learnt.need_ids)}
    chosen = {need for need, score in sure.items() if score > _enough(need)}
    chosen = _domains_where_nothing_else(chosen, phrases)
    read = [_reading(heard, learnt, need, sure[need], where[need], phrases.get(need)) for need in chosen]
    return sorted(read, key=lambda reading: (-reading.confidence, reading.need_id))


def _enough(need_id: str) -> float:
    return PERHAPS if vocabulary().get_need(need_id).parent else ENOUGH_FOR_DOMAIN


def _domains_where_nothing_else(chosen: set[str], phrases: Iterable[str]) -> set[str]:
    """Without domains whose sub-need was heard; with the domains of phrases where no sub-need was heard at all."""
    known = vocabulary()
    domains = {known.get_need(need).parent for need in chosen} - {None}
    if not domains:
        return chosen | {need for need in phrases if known.get_need(need).parent is None}
    return {need for need in chosen if need not in domains}


def _reading(
    heard: Heard, learnt: NeedsModel, need_id: str, likelihood: float, where: Stretch, phrase: Found | None
) -> NeedReading:
    sure = phrase is not None or likelihood > SURELY
    if phrase and where[0] <= phrase.first and phrase.after <= where[1]:
        words = quote(heard.text, heard.said[phrase.first : phrase.after])
    else:
        words = _telling(heard, learnt, need_id, where)
    return NeedReading(need_id, round(likelihood, 3), words, sure)


def _telling(heard: Heard, learnt: NeedsModel, need_id: str, where: Stretch) -> str:
    """The words of a stretch that speak most for a need; the whole when nothing stands out."""
    places = [place for place in range(*where) if place in heard.kept]
    told = learnt.weights(heard.clue(where), need_id)
    best = [place for place, weight in zip(places, told, strict=True) if weight > 0 and weight >= told.max() / 2]
    best = [place for place in best if heard.said[place].word not in FILLERS] or best
    if not best:
        return quote(heard.text, heard.said[slice(*where)])
    return quote(heard.text, heard.said[best[0] : best[-1] + 1])


@cache
def phrase_book() -> PhraseBook:
    """The phrases of the vocabulary, ready to be found."""
    return PhraseBook((need.id, need.words) for need in vocabulary())


@cache
def model() -> NeedsModel:
    """The model learnt from every sentence, once in this process; importing scikit-learn takes a second or more."""
    return learn([*list_sentences(), *list_sentences("messages.csv")])


def learn(sentences: Sequence[Sentence]) -> NeedsModel:
    """A model learnt from these sentences alone, for measuring on others."""
    clues = [hear(sentence.text).clue() for sentence in sentences]
    return NeedsModel([need.id for need in vocabulary()]).fit(clues, [sentence.needs for sentence in sentences])


def warm_up() -> None:
    """Load what takes time (the vocabulary, scikit-learn, the model) before the first person waits for it."""
    read_needs("I'd like to meet people")
