"""What an address asks for: values that make sense, the rest left out without a word of blame."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from math import isfinite

from flask import request, url_for

from directory.circumstances import PEOPLE
from directory.geography import Place
from directory.kinds import Access, Attending, Sector
from directory.schedules.slot import WEEK
from directory.search.query import Query, Sort
from directory.understanding.languages import known_languages
from recommender.needs import Vocabulary
from web.near import printable

PARTS_OF_DAY = ("morning", "afternoon", "evening")
AFAR = (Attending.ONLINE, Attending.PHONE)
A_PAGE = 20
LONGEST = 500
"""Characters of a question that are searched for."""
MOST_WORDS = 20
"""Words that may be asked to mean nothing but themselves."""
COSTS = (5.0, 10.0)
"""Pounds a session."""
FARTHEST = 100.0
"""Miles. Whoever asks for more asks for any distance."""
MOST_PAGES = 10_000
SEVERAL = ("need", "how", "day", "time", "access", "language", "audience", "sector")
"""Limits of which there may be several values."""
YES = ("yes", "y", "1", "true", "on", "only")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as its address says it. `needs` are ids that the vocabulary has; `only` is as in `Query`."""

    q: str = ""
    only: tuple[str, ...] = ()
    near: str = ""
    within: float | None = None
    need: tuple[str, ...] = ()
    free: bool = False
    cost: float | None = None
    open: bool = False
    how: tuple[str, ...] = ()
    day: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    sort: Sort = Sort.BEST
    page: int = 1

    def but(self, **changes: object) -> "Asked":
        """The same with something changed, from its first page."""
        return replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]

    def without(self, name: str, value: str) -> "Asked":
        """The same without one of several values."""
        return self.but(**{name: tuple(one for one in getattr(self, name) if one != value)})

    @property
    def url(self) -> str:
        """Its address, saying only what differs from asking for everything."""
        plain = Asked()
        said = {one.name: getattr(self, one.name) for one in fields(self)}
        said = {name: value for name, value in said.items() if value != getattr(plain, name)}
        said |= {"within": f"{self.within:g}"} if self.within else {}
        said |= {"free": "yes"} if self.free else {}
        said |= {"cost": f"{self.cost:g}"} if self.cost else {}
        said |= {"open": "now"} if self.open else {}
        return url_for("results.show", **said)

    @property
    def limits(self) -> int:
        """How many limits narrow it down, as the button of the filters says."""
        several = sum(len(getattr(self, name)) for name in SEVERAL)
        return several + self.free + self.open + (self.cost is not None) + (self.within is not None)

    @property
    def unlimited(self) -> "Asked":
        """The same words from the same place, without any limit that was chosen."""
        return self.but(within=None, free=False, cost=None, open=False, **dict.fromkeys(SEVERAL, ()))

    def query(self, place: Place | None) -> Query:
        """What the directory is asked, from this place unless the words name one."""
        return Query(
            words=self.q,
            only=self.only,
            near=place,
            within_miles=self.within,
            needs=self.need,
            free=self.free,
            max_cost=self.cost,
            open_now=self.open,
            attending=tuple(Attending(way) for way in self.how),
            days=self.day,
            times_of_day=self.time,
            access=tuple(Access(feature) for feature in self.access),
            languages=self.language,
            audiences=self.audience,
            sectors=tuple(Sector(one) for one in self.sector),
            sort=self.sort,
            limit=A_PAGE,
            offset=(self.page - 1) * A_PAGE,
        )


def read_asked(needs: Vocabulary) -> Asked:
    """What this request asks for."""
    args = request.args
    afar = AFAR if args.get("online", "").lower() in YES else ()
    free = args.get("free", "").lower() in YES or args.get("cost", "").lower() == "free"
    return Asked(
        only=tuple(dict.fromkeys(printable(one)[:LONGEST] for one in args.getlist("only")))[:MOST_WORDS],
        q=printable(args.get("q", ""))[:LONGEST],
        near=printable(args.get("near", ""))[:LONGEST],
        within=_miles(args.get("within", "")),
        need=_needs((one.upper() for one in args.getlist("need")), needs),
        free=free,
        cost=None if free else _cost(args.get("cost", "")),
        open=args.get("open", "").lower() in ("now", *YES),
        how=_known([*args.getlist("how"), *afar], tuple(Attending)),
        day=_known((one.upper() for one in args.getlist("day")), WEEK),
        time=_known(args.getlist("time"), PARTS_OF_DAY),
        access=_known(args.getlist("access"), tuple(Access)),
        language=_known((one.lower() for one in args.getlist("language")), known_languages()),
        audience=_known(args.getlist("audience"), tuple(PEOPLE)),
        sector=_known(args.getlist("sector"), tuple(Sector)),
        sort=Sort(args["sort"]) if args.get("sort") in tuple(Sort) else Sort.BEST,
        page=_page(args.get("page", "")),
    )


def _needs(asked: Iterable[str], needs: Vocabulary) -> tuple[str, ...]:
    """The needs that there are; a domain gives way to those within it, for they narrow it down."""
    known = _known(asked, [need.id for need in needs])
    narrowed = {needs.get_need(one).parent for one in known}
    return tuple(one for one in known if one not in narrowed)


def _known(values: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    """Those that mean something, each once and as plain words, in the order in which we list them."""
    asked = set(values)
    return tuple(str(one) for one in known if one in asked)


def _miles(text: str) -> float | None:
    try:
        miles = float(text)
    except ValueError:
        return None
    return miles if isfinite(miles) and 0 < miles <= FARTHEST else None


def _cost(text: str) -> float | None:
    return next((pounds for pounds in COSTS if text == f"{pounds:g}"), None)


def _page(text: str) -> int:
    return min(max(int(text), 1), MOST_PAGES) if text.isascii() and text.isdigit() and len(text) < 9 else 1
