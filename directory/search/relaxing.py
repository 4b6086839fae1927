"""What is let go when nothing is found: one limit at a time, in this order, and always said.

The distance first, for a farther place is still a place; then that it is open now, the time of day, the day, the price, the way
of attending, who runs it, the language, whom it is for; then the need (its whole domain before none at
all); then the words; and access last, never without saying plainly that it is not there. Age is never let
go: what is for other ages is no answer.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from directory.phrases import ACCESS, ATTENDING
from directory.schedule_words.moments import list_words
from directory.search.query import DISTANCES, Query
from directory.search.reading import Meanings
from directory.search.times import say_days, say_times

YOUR_WORDS = "your words"
"""The name of the limit after which whatever is shown has nothing to do with what was typed."""


@dataclass(frozen=True)
class Relaxed:
    """The wider question, the sentence that says so, and the names of the limit that was let go and of those before it."""

    query: Query
    sentence: str
    limit: str
    before: tuple[str, ...] = ()

    @property
    def limits(self) -> tuple[str, ...]:
        """The names of all that were let go, each once."""
        return tuple(dict.fromkeys((*self.before, self.limit)))


def singly(query: Query, meanings: Meanings) -> Iterator[Relaxed]:
    """Each limit let go alone, in order; some a little before wholly."""
    for relax in ORDER:
        yield from relax(query, meanings)


def together(query: Query, meanings: Meanings) -> Iterator[Relaxed]:
    """Limits let go one after the other, each on top of those before."""
    gone: list[Relaxed] = []
    for relax in ORDER:
        for wholly in list(relax(query, meanings))[-1:]:
            query = wholly.query
            gone.append(wholly)
            yield Relaxed(query, _all_said(gone), wholly.limit, tuple(one.limit for one in gone[:-1]))


def _all_said(gone: list[Relaxed]) -> str:
    if len(gone) == 1:
        return gone[0].sentence
    limits = [relaxed.limit for relaxed in gone if relaxed.limit != "access"]
    said = f"Nothing fits everything you asked for, so we left out {list_words(limits)}."
    plainly = [relaxed.sentence for relaxed in gone if relaxed.limit == "access"]
    return " ".join([said, *plainly])


def _distance(query: Query, _: Meanings) -> Iterator[Relaxed]:
    if query.near is None or query.within_miles is None:
        return
    said = _miles(query.within_miles)
    for farther in DISTANCES:
        if farther > query.within_miles:
            sentence = f"Nothing within {said}, so we looked within {_miles(farther)}."
            yield Relaxed(query.but(within_miles=float(farther)), sentence, "the distance")
    anywhere = f"Nothing within {said}, so we looked at any distance."
    yield Relaxed(query.but(within_miles=None), anywhere, "the distance")


def _open(query: Query, _: Meanings) -> Iterator[Relaxed]:
    if query.open_now:
        sentence = "Nothing that we know of is open now, so we looked at other times."
        yield Relaxed(query.but(open_now=False), sentence, "that it is open now")


def _time_of_day(query: Query, _: Meanings) -> Iterator[Relaxed]:
    if query.times_of_day:
        sentence = f"Nothing {say_times(query.times_of_day)}, so we looked at other times of day."
        yield Relaxed(query.but(times_of_day=()), sentence, "the time of day")


def _day(query: Query, _: Meanings) -> Iterator[Relaxed]:
    if query.days:
        sentence = f"Nothing {say_days(query.days)}, so we looked at other days."
        yield Relaxed(query.but(days=()), sentence, "the day")


def _price(query: Query, _: Meanings) -> Iterator[Relaxed]:
    if query.free:
        sentence = "Nothing says that it is free, so these cost something or do not say."
        yield Relaxed(query.but(free=False, max_cost=None), sentence, "the price")
    elif query.max_cost is not None:
        sentence = f"Nothing says that it costs £{query.max_cost:g} or less, so these cost more or do not say."
        yield Relaxed(query.but(max_cost=None), sentence, "the price")


def _attending(query: Query, _: Meanings) -> Iterator[Relaxed]:
    if query.attending:
        ways = list_words([ATTENDING[way] for way in query.attending], "or")
        yield Relaxed(query.but(attending=()), f"Nothing {ways}, so we looked at other ways.", "the way of attending")


def _sector(query: Query, _: Meanings) -> Iterator[Relaxed]:
    if query.sectors:
        sentence = "Nothing is run by those you chose, so we looked at what others run."
        yield Relaxed(query.but(sectors=()), sentence, "who runs it")


def _language(query: Query, _: Meanings) -> Iterator[Relaxed]:
    if query.languages:
        sentence = "Nothing says that it is in that language, so these may be in English only."
        yield Relaxed(query.but(languages=()), sentence, "the language")


def _audience(query: Query, _: Meanings) -> Iterator[Relaxed]:
    if query.audiences or query.gender:
        sentence = "Nothing is just for the people you chose, so we looked at what is for others too."
        yield Relaxed(query.but(audiences=(), gender=None), sentence, "whom it is for")


def _need(query: Query, meanings: Meanings) -> Iterator[Relaxed]:
    if not query.needs:
        return
    terms = [meanings.terms[code] for code in query.needs if code in meanings.terms]
    said = list_words([f"“{term.name}”" for term in terms], "or") or "that need"
    domains = tuple(dict.fromkeys(term.parent_code or term.code for term in terms))
    if domains and domains != query.needs:
        wider = list_words([f"“{meanings.terms[code].name}”" for code in domains if code in meanings.terms])
        yield Relaxed(query.but(needs=domains), f"Nothing for {said}, so we looked at all of {wider}.", "the need")
    yield Relaxed(query.but(needs=()), f"Nothing for {said}, so we looked at everything else.", "the need")


def _phrases(query: Query, _: Meanings) -> Iterator[Relaxed]:
    if query.phrases:
        said = list_words([f"“{phrase}”" for phrase in query.phrases])
        sentence = f"Nothing has {said} word for word, so we looked for the words."
        yield Relaxed(query.but(phrases=()), sentence, "the exact words")


def _gender(query: Query, _: Meanings) -> Iterator[Relaxed]:
    if query.gender:
        sentence = f"Nothing says that it is for {query.gender} only, so these are for others as well."
        yield Relaxed(query.but(gender=None), sentence, "whom it is for")


def _words(query: Query, _: Meanings) -> Iterator[Relaxed]:
    if query.words.strip():
        asked = query.words.strip()
        shown = f"“{asked}”" if len(asked) <= 60 else "your words"
        sentence = f"Nothing matches {shown}, so here is what fits the rest of what you chose."
        if query.but(words="", meant=(), limit=0, offset=0, sort=Query().sort) == Query(limit=0):
            sentence = f"Nothing matches {shown}. Here is everything we have; try another word, or choose a need."
        yield Relaxed(query.but(words="", meant=()), sentence, YOUR_WORDS)


def _access(query: Query, _: Meanings) -> Iterator[Relaxed]:
    if query.access:
        wanted = list_words([ACCESS[feature] for feature in query.access])
        sentence = f"Nothing that we know of has {wanted}. These may not have it: ask before you go."
        yield Relaxed(query.but(access=()), sentence, "access")


ORDER: tuple[Callable[[Query, Meanings], Iterator[Relaxed]], ...] = (
    _distance,
    _open,
    _time_of_day,
    _day,
    _price,
    _attending,
    _sector,
    _language,
    _audience,
    _gender,
    _phrases,
    _need,
    _words,
    _access,
)


def _miles(miles: float) -> str:
    return f"{miles:g} mile{'' if miles == 1 else 's'}"
