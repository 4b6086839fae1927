"""The choices beside the list, each with how many it leads to, and the chips of what was chosen."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from directory.kinds import Access, Attending
from directory.phrases import ACCESS, ATTENDING
from directory.schedules.slot import WEEK
from directory.search.question.said import Understood
from directory.search.times import NAMES
from recommender.needs import Need, Vocabulary
from web.pages.results.asked import PARTS_OF_DAY, Asked

Facets = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A box to tick. `within`: it stands beneath the choice before it that it is a part of."""

    value: str
    words: str
    count: int
    chosen: bool
    within: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Boxes of one question, under the name that the address uses. Those in use stand open."""

    name: str
    title: str
    choices: tuple[Choice, ...]

    @property
    def chosen(self) -> int:
        return sum(choice.chosen for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Chip:
    """What narrows the list down, and the address of the list without it; `from_words` where it was read in a question."""

    words: str
    remove_url: str
    from_words: str | None = None


def groups(asked: Asked, facets: Facets, needs: Vocabulary) -> list[Group]:
    """Every question with the answers that lead somewhere; one without any is left out."""
    flat: tuple[tuple[str, str, str, Iterable[str], Callable[[str], str]], ...] = (
        ("how", "How", "attending", Attending, _way),
        ("day", "Days", "day", WEEK, lambda day: f"{NAMES[day]}s"),
        ("time", "Time of day", "time", PARTS_OF_DAY, lambda part: f"{part.capitalize()}s"),
        ("access", "Access", "access", Access, _access),
    )
    every = [
        Group(name, title, tuple(_choices(values, say, facets.get(facet, {}), getattr(asked, name))))
        for name, title, facet, values, say in flat
    ]
    every.append(Group("need", "What about", tuple(_needs(asked, facets.get("need", {}), needs))))
    return [group for group in every if group.choices]


def chips(asked: Asked, understood: Understood, needs: Vocabulary) -> list[Chip]:
    """What was asked for, in words, each removable. Words alone narrow nothing: the heading says them."""
    read = [
        Chip(one.words, asked.but(q=understood.without(one)).url, understood.question[one.start : one.stop].strip())
        for one in understood.said
        if one.changes
    ]
    words = understood.words if read else asked.q
    if words and (read or asked.limits):
        read.append(Chip(_shown(words), asked.but(q=understood.beside_words).url))
    return read + [Chip(words, wider.url) for words, wider in _limits(asked, needs)]


def say_miles(miles: float) -> str:
    """ "5 miles"."""
    return f"{miles:g} mile{'' if miles == 1 else 's'}"


def _limits(asked: Asked, needs: Vocabulary) -> Iterator[tuple[str, Asked]]:
    for one in asked.need:
        yield needs.get_need(one).name, asked.without("need", one)
    if asked.within:
        yield f"Within {say_miles(asked.within)}", asked.but(within=None)
    if asked.free:
        yield "Free", asked.but(free=False)
    words: dict[str, Callable[[str], str]] = {
        "how": _way,
        "day": lambda day: f"{NAMES[day]}s",
        "time": lambda part: f"{part.capitalize()}s",
        "access": _access,
    }
    for name, say in words.items():
        for value in getattr(asked, name):
            yield say(value), asked.without(name, value)


def _shown(words: str) -> str:
    return f"“{words if len(words) <= 40 else words[:39] + '…'}”"


def _choices(
    values: Iterable[str], say: Callable[[str], str], counts: Mapping[str, int], chosen: tuple[str, ...]
) -> Iterator[Choice]:
    for value in values:
        if counts.get(value) or value in chosen:
            yield Choice(str(value), say(value), counts.get(value, 0), value in chosen)


def _needs(asked: Asked, counts: Mapping[str, int], needs: Vocabulary) -> Iterator[Choice]:
    """Every domain, and within those that were chosen or narrowed down what they are made of."""
    opened = {needs.domain_of(one).id for one in asked.need}
    for need in needs:
        if need.ranked and (need.parent is None or need.parent in opened) and _leads(need, counts, asked):
            count, chosen = counts.get(need.id, 0), need.id in asked.need
            yield Choice(need.id, need.name, count, chosen, within=need.parent is not None)


def _leads(need: Need, counts: Mapping[str, int], asked: Asked) -> bool:
    return bool(counts.get(need.id)) or need.id in asked.need


def _way(way: str) -> str:
    return _capital(ATTENDING[Attending(way)])


def _access(feature: str) -> str:
    return _capital(ACCESS[Access(feature)])


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
