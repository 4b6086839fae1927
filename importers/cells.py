"""Single cells of a row: dates, numbers, sectors, words for yes. What is not certain is None."""

import re
from datetime import date, datetime

from dateutil import parser

from directory.clock import today
from directory.kinds import Attending, Sector
from directory.listing import Part
from directory.understanding.attending import read_attending
from directory.understanding.remembering import remembered

_NOTHING = re.compile(r"\W*(?:n/?a|nil|none|null|nan|unknown|not known|tbc|tba|to follow|-1)?\W*", re.I)
_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ].*)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|[/.-]\d\d$")
_FIRST_KEPT = 1990
_OLDEST_PERSON = 120

SECTORS = {
    Sector.VOLUNTARY: "voluntary, charity, third, third sector, vcse, vcs, vcfse, voluntary sector, non profit, "
    "not for profit, registered charity, social enterprise, cic, faith, ngo, charitable, voluntary and community",
    Sector.PUBLIC: "public, nhs, council, local authority, statutory, government, public sector, state, health, "
    "education",
    Sector.PRIVATE: "private, business, commercial, company, for profit, private sector, independent",
    Sector.COMMUNITY: "community, community group, residents group, informal, grassroots, self help",
}
_SECTORS = {word.strip(): sector for sector, words in SECTORS.items() for word in words.split(",")}

YES = frozenset("yes y true t 1 yes please".split())
NO = frozenset("no n false f 0".split())
_BOTH = frozenset(("both", "hybrid", "either", "online and in person", "in person and online", "mixed", "blended"))
_ONLINE = YES | {"online", "online only", "only", "virtual", "zoom", "remote"}
_ONLINE_BY = re.compile(
    r"\b(?:zoom|teams|skype|video\w*|google meet|webinar|virtual(?:ly)?|remote(?:ly)?|online|live[- ]?stream\w*)\b",
    re.I,
)
"""What is named here, where the question is whether it is online, answers it."""
_AT_HOME = re.compile(r"(?:at |in (?:your|their) )?(?:own )?homes?\b(?! ?page)")
_DENIED = re.compile(r"\b(?:no|not|n|never|false|none|book\w*|regist\w*|refer\w*|forms?|apply|learn\w*|help|get)\b")
_IN_PERSON = NO | {"in person", "in person only", "face to face", "offline"}


class Online(Part):
    """What a cell says of taking part online; `known` false when it says nothing that we understand."""

    known: bool = False
    ways: tuple[Attending, ...] = ()


def says_nothing(text: str) -> bool:
    """Whether a cell is empty but for "n/a", "-", "tbc", "-1" and the like."""
    return _NOTHING.fullmatch(text) is not None


def plain_word(text: str) -> str:
    """In lower case, without marks."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text.lower()).split())


def read_date(text: str) -> date | None:
    """A day that has been: "2026-03-01", "11/09/2026", "1st March 2026", "March 2026" (then its first day)."""
    written = text.strip()
    if not _YEAR.search(written) or len(written) > 40:
        return None
    try:
        iso = _ISO.fullmatch(written)
        day = date(*map(int, iso.groups())) if iso else _parsed(written)
    except (ValueError, OverflowError):
        return None
    return day if day is not None and day.year >= _FIRST_KEPT and day <= today() else None


def _parsed(written: str) -> date | None:
    # Two defaults: a day or month that nobody wrote is the first, and a year that nobody wrote shows.
    first, other = (
        parser.parse(written, dayfirst=True, ignoretz=True, default=datetime(year, 1, 1))  # noqa: DTZ001
        for year in (1904, 1908)
    )
    return first.date() if first == other else None


def read_age(text: str) -> float | None:
    """Years, when the cell is a number that can be an age."""
    try:
        years = float(text.strip())
    except ValueError:
        return None
    return years if 0 <= years <= _OLDEST_PERSON else None


def read_degrees(text: str) -> float | None:
    """A number, or None; whether it can be a place is asked later."""
    try:
        return float(text.strip().rstrip("°"))
    except ValueError:
        return None


def read_sector(text: str) -> Sector | None:
    """The sector that a word means: "charity" is voluntary, "council" public."""
    return _SECTORS.get(plain_word(text))


@remembered
def read_online(text: str) -> Online:
    """yes, no, both, and what people write instead: "via Zoom", "phone appointments", "no, face to face"."""
    word = plain_word(text)
    if word in _BOTH or re.search(r"\b(?:mix(?:ture)? of )?both$", word):
        return Online(known=True, ways=(Attending.IN_PERSON, Attending.ONLINE))
    if word in _ONLINE:
        return Online(known=True, ways=(Attending.ONLINE,))
    ways = read_attending(text)
    if _ONLINE_BY.search(text) and not _DENIED.search(word):
        ways = tuple(way for way in Attending if way in {*ways, Attending.ONLINE})
    if _AT_HOME.match(word):
        ways = tuple(way for way in Attending if way in {*ways, Attending.HOME_VISIT})
    return Online(known=word in _IN_PERSON or bool(ways), ways=ways)
