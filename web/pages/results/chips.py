"""The chips of what was asked for: read in the words, meant by them, or chosen; each can be taken back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from directory.search.query import Meaning, Results
from directory.search.question.said import Understood
from directory.search.reading import say_needs
from recommender.needs import Vocabulary
from web.pages.results.asked import SEVERAL, Asked
from web.pages.results.filters import say_choice, say_cost, say_miles

LONGEST = 40
NO_NEED = "Search for the words alone, without "


@dataclass(frozen=True, slots=True)
class Chip:
    """What was asked for, and the address of the list without it; `from_words` where it was read in a question.

    `said` are words that mean something, and `words` what they mean; with `back_url` they mean nothing now, and that
    is the address at which they do again.
    """

    words: str
    remove_url: str | None = None
    from_words: str | None = None
    said: str | None = None
    back_url: str | None = None
    removing: str = "Remove"


def chips_of(asked: Asked, results: Results, needs: Vocabulary) -> list[Chip]:
    """What was asked for, in words. Words alone narrow nothing: the heading says them."""
    understood = results.understood
    read = list(_read(asked, understood))
    words = understood.words if read else asked.q
    if words and (read or asked.limits):
        read.append(Chip(_shown(words), asked.but(q=understood.beside_words).url))
    meant = [chip for alike in _alike(results.meant) for chip in _meant(asked, alike, needs)]
    return [*read, *meant, *(Chip(words, wider.url) for words, wider in _chosen(asked, needs))]


def _read(asked: Asked, understood: Understood) -> Iterator[Chip]:
    for one in understood.said:
        if one.changes:
            words = understood.question[one.start : one.stop].strip()
            yield Chip(one.words, asked.but(q=understood.without(one)).url, words)


def _alike(meant: Iterable[Meaning]) -> Iterable[list[Meaning]]:
    """Words that mean the same, together."""
    by_needs: dict[tuple[str, ...], list[Meaning]] = {}
    for one in meant:
        by_needs.setdefault(one.needs or one.alike, []).append(one)
    return by_needs.values()


def _meant(asked: Asked, alike: Sequence[Meaning], needs: Vocabulary) -> Iterator[Chip]:
    """ "skint: Debt and letters I'm scared to open", or "lido: “swimming baths”" where no need is meant; nothing for
    what leads to help and to no list.
    """
    names = [need.name for one in alike[0].needs if (need := needs.get_need(one)).ranked]
    names = names if alike[0].needs else [_shown(wording) for wording in alike[0].alike]
    if not names:
        return
    words = tuple(one.words for one in alike)
    said, others = ", ".join(words), tuple(one for one in asked.only if one not in words)
    if set(words) & set(asked.only):
        yield Chip(say_needs(names), said=said, back_url=asked.but(only=others).url)
    else:
        yield Chip(say_needs(names), asked.but(only=(*others, *words)).url, said=said, removing=NO_NEED)


def _chosen(asked: Asked, needs: Vocabulary) -> Iterator[tuple[str, Asked]]:
    if asked.within:
        yield f"Within {say_miles(asked.within)}", asked.but(within=None)
    if asked.free:
        yield "Free", asked.but(free=False)
    if asked.cost:
        yield say_cost(asked.cost), asked.but(cost=None)
    if asked.open:
        yield "Open now", asked.but(open=False)
    for name in SEVERAL:
        for value in getattr(asked, name):
            words = needs.get_need(value).name if name == "need" else say_choice(name, value)
            yield words, asked.without(name, value)


def _shown(words: str) -> str:
    return f"“{words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}”"
