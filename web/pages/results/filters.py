"""The choices beside the list, each with how many it leads to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from directory.circumstances import PEOPLE
from directory.clock import local_now
from directory.kinds import Access, Attending, Sector
from directory.phrases import ACCESS, ATTENDING, SECTORS, describe_people
from directory.schedules.slot import WEEK
from directory.search.query import DISTANCES, Results
from directory.search.times import NAMES
from directory.understanding.languages import known_languages, language_name
from recommender.needs import Need, Vocabulary
from web.pages.results.asked import COSTS, PARTS_OF_DAY, Asked

ENGLISH = "en"
"""Nearly everywhere it is spoken and seldom said: as a choice it would leave most of them out."""
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Choice:
    """A box to tick, or a line to choose. `count` None: nobody has looked at all of them.

    `within`: it stands beneath the choice before it that it is a part of.
    """

    value: str
    words: str
    count: int | None
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
class Filters:
    """All that a list can be narrowed down by. What would leave nothing is not there, unless it was chosen."""

    distances: tuple[Choice, ...]
    costs: tuple[Choice, ...]
    open_now: bool
    groups: tuple[Group, ...]


def filters_of(asked: Asked, results: Results, needs: Vocabulary) -> Filters:
    """Every choice beside these results."""
    return _Filters(asked, results, needs).all()


def say_miles(miles: float) -> str:
    """ "5 miles"."""
    return f"{miles:g} mile{'' if miles == 1 else 's'}"


def say_cost(pounds: float) -> str:
    """ "Up to £5"."""
    return f"Up to £{pounds:g}"


def say_choice(name: str, value: str) -> str:
    """What a box of this name and value says."""
    return _capital(_SAID[name](value))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _days(day: str) -> str:
    return f"{NAMES[day]}s"


_SAID: dict[str, Callable[[str], str]] = {
    "how": lambda way: ATTENDING[Attending(way)],
    "day": _days,
    "time": lambda part: f"{part}s",
    "access": lambda feature: ACCESS[Access(feature)],
    "audience": describe_people,
    "language": language_name,
    "sector": lambda sector: SECTORS[Sector(sector)],
}
_GROUPS: tuple[tuple[str, str, str, Iterable[str]], ...] = (
    ("how", "How", "attending", Attending),
    ("day", "Days", "day", WEEK),
    ("time", "Time of day", "time", PARTS_OF_DAY),
    ("access", "Access", "access", Access),
    ("audience", "Just for", "audience", sorted(PEOPLE, key=lambda one: describe_people(one).lower())),
    ("language", "Languages spoken", "language", known_languages()),
    ("sector", "Run by", "sector", Sector),
)
"""The name in the address, the title, the facet, and all values in their order."""


class _Filters:
    def __init__(self, asked: Asked, results: Results, needs: Vocabulary) -> None:
        self._asked, self._facets, self._needs = asked, results.facets, needs
        self._at_least = results.at_least

    def all(self) -> Filters:
        groups = [
            Group(name, title, tuple(self._ticks(name, self._counts(facet), values)))
            for name, title, facet, values in _GROUPS
        ]
        groups.append(Group("need", "What about", tuple(self._need_ticks(self._counts("need")))))
        return Filters(
            distances=tuple(self._distances()),
            costs=tuple(self._costs(self._counts("cost"))),
            open_now=self._asked.open or self._may_be_open(self._counts("day")),
            groups=tuple(group for group in groups if group.choices),
        )

    def _counts(self, facet: str) -> Counts:
        return self._facets.get(facet, {})

    def _choice(
        self, value: str, words: str, counts: Counts, chosen: bool, *, within: bool = False
    ) -> Iterator[Choice]:
        """Where it leads somewhere, or was chosen."""
        count = counts.get(value, 0)
        if count or chosen:
            yield Choice(value, words, None if self._at_least else count, chosen, within)

    def _ticks(self, name: str, counts: Counts, values: Iterable[str]) -> Iterator[Choice]:
        chosen = getattr(self._asked, name)
        for value in map(str, values):
            if value != ENGLISH or value in chosen:
                yield from self._choice(value, say_choice(name, value), counts, value in chosen)

    def _need_ticks(self, counts: Counts) -> Iterator[Choice]:
        """Every domain, and within those that were chosen or narrowed down what they are made of."""
        opened = {self._needs.domain_of(one).id for one in self._asked.need}
        for need in self._needs:
            if need.ranked and (need.parent is None or need.parent in opened):
                yield from self._need_tick(need, counts)

    def _need_tick(self, need: Need, counts: Counts) -> Iterator[Choice]:
        chosen = need.id in self._asked.need
        return self._choice(need.id, need.name, counts, chosen, within=need.parent is not None)

    def _distances(self) -> Iterator[Choice]:
        """Counted where there is a place to be near; before that, for whoever is about to name one."""
        counts, within = self._facets.get("distance"), self._asked.within
        for miles in sorted({*map(float, DISTANCES), *((within,) if within else ())}):
            words, chosen = f"Within {say_miles(miles)}", miles == within
            if counts is None or miles not in DISTANCES:
                yield Choice(f"{miles:g}", words, None, chosen)
            else:
                yield from self._choice(f"{miles:g}", words, counts, chosen)

    def _costs(self, counts: Counts) -> Iterator[Choice]:
        yield from self._choice("free", "Free", counts, self._asked.free)
        for pounds in COSTS:
            yield from self._choice(f"{pounds:g}", say_cost(pounds), counts, pounds == self._asked.cost)

    def _may_be_open(self, counts: Counts) -> bool:
        """Something is on today, or went on past midnight; which of it is open is not counted beforehand."""
        day = local_now().weekday()
        return bool(counts.get(WEEK[day]) or counts.get(WEEK[day - 1]))
