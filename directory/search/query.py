"""One question to the catalogue, and its answer."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from directory.asset import Asset
from directory.geography import Place
from directory.kinds import Access, Attending, Gender, Sector
from directory.listing import Venue
from directory.search.question.said import Understood

DISTANCES = (1, 3, 5, 10, 25)
"""Miles within which people look, as choices beside a list."""


class Sort(StrEnum):
    BEST = "best"
    NEAREST = "nearest"
    NEXT = "next"


@dataclass(frozen=True)
class Meaning:
    """Words of the person and the needs (ids) that people mean by them."""

    words: str
    needs: tuple[str, ...]
    alike: tuple[str, ...] = ()
    """Other wordings that are as good as the words."""


@dataclass(frozen=True)
class Query:
    """What is asked. Every limit narrows; an empty one does not. Distances in miles.

    Every one of the `words` counts, but none is required. They are a person's own: no engine reads signs in
    them.
    """

    words: str = ""
    begun: bool = False
    """The last word is still being typed: whatever begins so is meant."""
    meant: tuple[Meaning, ...] = ()
    """What the words mean besides what they say: serving such a need counts like one more word."""
    only: tuple[str, ...] = ()
    """Words, as a `Meaning` has them, that mean no need this time: they count as words alone."""
    phrases: tuple[str, ...] = ()
    """Words that stand together in this order, in one of the texts of every answer."""
    without: tuple[str, ...] = ()
    """Words that no answer has, not together in this order."""
    lifting: str = ""
    """Words that count where others are found, and bring nothing by themselves: the name of the place it is near."""
    near: Place | None = None
    within_miles: float | None = None
    """Its nearest venue is no farther. What has no place is not near; `Hits.anywhere` counts it."""
    needs: tuple[str, ...] = ()
    """Ids of needs or domains: MON1, HOU. Any one of them is enough."""
    free: bool = False
    max_cost: float | None = None
    """Pounds at most for which anybody can come once; what says no price is left out."""
    attending: tuple[Attending, ...] = ()
    days: tuple[str, ...] = ()
    """MO … SU: any one of them."""
    open_now: bool = False
    """Only what is on at this moment. An index leaves in what may be; the timetables decide (`find_assets`)."""
    times_of_day: tuple[str, ...] = ()
    """morning, afternoon, evening: any one of them, and on one of the days where days are asked for."""
    access: tuple[Access, ...] = ()
    """All of them must be known to be there. Where an asset has several sites, days, times, access and distance must
    all fit one of them.
    """
    languages: tuple[str, ...] = ()
    sectors: tuple[Sector, ...] = ()
    audiences: tuple[str, ...] = ()
    gender: Gender | None = None
    """Only groups that are for this gender."""
    age: float | None = None
    """Leaves out what is stated to be for other ages."""
    among: tuple[str, ...] | None = None
    """Ids: nothing else is an answer."""
    sort: Sort = Sort.BEST
    limit: int = 20
    offset: int = 0
    counting: bool = True
    """Whether it is to be counted what further choices lead to."""

    @property
    def any_of(self) -> dict[str, tuple[str, ...]]:
        """What was chosen of each facet of which any value is enough."""
        chosen: dict[str, tuple[str, ...]] = {
            "need": self.needs,
            "attending": self.attending,
            "day": self.days,
            "time": self.times_of_day,
            "language": tuple(code.lower() for code in self.languages),
            "sector": self.sectors,
            "audience": self.audiences,
        }
        return {facet: values for facet, values in chosen.items() if values}

    def but(self, **changes: object) -> "Query":
        """The same question with something changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # each is of its own type


@dataclass(frozen=True)
class Hit:
    """One answer of an engine: the asset by its id, best first. `matched` are the words that were found in
    it.
    """

    asset_id: str
    score: float
    distance_miles: float | None = None
    matched: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hits:
    """A page of answers, how many there are in all, and for each facet how many for each of its values.

    Facets: need (domains and needs), free ("yes"), cost ("free", "5", "10": pounds at most), attending, day, time,
    access, language, sector, audience; and distance ("1" to "25": miles at most), where a place is given. A count is what choosing that value alone gives while every other limit stays: limits of which
    any value is enough do not narrow their own facet.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    anywhere: int = 0
    """How many more fit all but the distance and ask for no journey: online, by telephone, at home."""
    corrected: str | None = None
    """The words as the engine understood them, when it had to mend the spelling."""
    at_least: bool = False
    """Not all were looked at: `total` and every count are what was found so far."""


@dataclass(frozen=True)
class Found:
    """One asset on a page of results: how far it is and, in words, why it is here; `matched` as a `Hit` has them."""

    asset: Asset
    score: float
    distance_miles: float | None
    why: tuple[str, ...]
    matched: tuple[str, ...] = ()
    venue: Venue | None = None
    """Of its venues the nearest that has what was asked."""


@dataclass(frozen=True)
class Results:
    """What a person gets: never a dead end. `relaxed` says in one sentence which limit was let go."""

    query: Query
    total: int
    found: tuple[Found, ...]
    facets: dict[str, dict[str, int]]
    anywhere: int = 0
    at_least: bool = False
    """Not all were looked at: `total` and every count are what was found so far."""
    beyond: int = 0
    """So many of `found`, the last ones, fit the words and what was chosen, but not all that the words say besides."""
    corrected: str | None = None
    relaxed: str | None = None
    let_go: tuple[str, ...] = ()
    """The names of the limits that were let go: "the day"."""
    meant: tuple[Meaning, ...] = ()
    """The needs that the words were taken to mean, and (`Query.only`) those that they would have been."""
    understood: Understood = field(default_factory=Understood)
    """What the words were read as, in the question as it was typed, or as it was mended."""
    near: Place | None = None
    """The place that distances are from: the one that was given, or that the words name."""

    @property
    def missed(self) -> bool:
        """Nothing was found that has all that was asked for."""
        return not self.total or self.relaxed is not None
