"""What a listing says, in the words that pages, paper and text messages share.

None or nothing means that the listing does not say; only cost, which people must know, says so itself.
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from directory.circumstances import PEOPLE
from directory.kinds import Access, Attending, Gender, HowToStart, Known, Requires, Room, Sector
from directory.listing import Cost, Listing, Requirement, Venue
from directory.schedule_words.moments import list_words

ATTENDING = {
    Attending.IN_PERSON: "in person",
    Attending.ONLINE: "online",
    Attending.PHONE: "by phone",
    Attending.HOME_VISIT: "at your home",
    Attending.PERIPATETIC: "at different places in turn",
}
SECTORS = {
    Sector.VOLUNTARY: "charities and voluntary organisations",
    Sector.PUBLIC: "public services",
    Sector.PRIVATE: "businesses",
    Sector.COMMUNITY: "community groups",
}
ACCESS = {
    Access.STEP_FREE: "step-free access",
    Access.WHEELCHAIR: "room for wheelchairs",
    Access.TOILET: "accessible toilet",
    Access.LIFT: "lift",
    Access.PARKING: "parking nearby",
    Access.HEARING_LOOP: "hearing loop",
    Access.BSL: "British Sign Language",
    Access.QUIET: "quiet space or time",
    Access.CHANGING_PLACES: "Changing Places toilet",
    Access.LARGE_PRINT: "large print",
    Access.ASSISTANCE_DOGS: "assistance dogs welcome",
    Access.CARER_WELCOME: "you can bring someone with you",
}
KNOWN = {Known.YES: "yes", Known.NO: "no", Known.NOT_KNOWN: "not known"}
START = {
    HowToStart.DROP_IN: "Just turn up",
    HowToStart.CONTACT_FIRST: "Get in touch first",
    HowToStart.BOOK: "Book first",
    HowToStart.REFERRAL: "You need a referral",
}
ROOM = {
    Room.TAKING_PEOPLE: "Taking new people",
    Room.WAITING_LIST: "Has a waiting list",
    Room.FULL: "Full at the moment",
}
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9“\"'(])")
NO_END = re.compile(r"(?:^|[\s(])(?:St|Mr|Mrs|Ms|Dr|Rd|No|approx|e\.g|i\.e|tel|[A-Z])\.$")
"""A full stop that ends a word, not a sentence: "St. Helens", "Dr. Patel"."""
GREETING = 30
"""A first sentence shorter than this ("Welcome!") takes the next one with it."""


def describe_cost(listing: Listing) -> str:
    """ "Free", "£3.50 (concessions £2)", the price as written, or "Cost not stated"."""
    priced = [cost for cost in listing.costs if cost.amount is not None]
    everyone = [_price(cost) for cost in priced if not cost.option]
    some = [f"{cost.option} {_price(cost)}" for cost in priced if cost.option]
    if everyone:
        said = " or ".join(dict.fromkeys(everyone))
        return _capital(f"{said} ({', '.join(some)})" if some else said)
    unpriced = [cost.option for cost in listing.costs if cost.amount is None and cost.option]
    return _capital(", ".join(some) or listing.cost_text or ", ".join(unpriced) or "Cost not stated")


def describe_attending(listing: Listing) -> str | None:
    """ "In person, online or by phone"."""
    ways = [ATTENDING[way] for way in dict.fromkeys(listing.attending)]
    return _capital(list_words(ways, "or")) or None


def describe_audience(listing: Listing) -> list[str]:
    """Whom it is for, a short line each: "Women only", "Ages 16 to 25", "Sefton residents only"."""
    gender = {Gender.WOMEN: "Women only", Gender.MEN: "Men only", None: None}[listing.gender]
    people = [describe_people(audience) for audience in listing.audiences]
    areas = list_words(listing.residents_of, "or")
    lines = (
        gender,
        _ages(listing.minimum_age, listing.maximum_age),
        f"For {list_words(people)}" if people else None,
        f"{areas} residents only" if areas else None,
    )
    return [line for line in lines if line]


def describe_eligibility(listing: Listing) -> list[str]:
    """What is asked of who may come, each once, in the listing's own words."""
    return list(dict.fromkeys(requirement.words for requirement in listing.eligibility))


def quote_eligibility(listing: Listing) -> list[str]:
    """As `describe_eligibility`, in quotation marks, where a name or a field of its own does not say it already."""
    told = f"{listing.name}\n{listing.eligibility_text or ''}".casefold()
    more = [one.words for one in listing.eligibility if not _is_told(one, listing)]
    return [f"“{words}”" for words in dict.fromkeys(more) if words.casefold() not in told]


def _is_told(one: Requirement, listing: Listing) -> bool:
    """Whether the short lines of `describe_audience` say it."""
    told = {Requires.BELONGS: listing.audiences, Requires.LIVES_IN: listing.residents_of}.get(one.kind, ())
    return set(one.any_of) <= set(told)


def describe_people(audience: str) -> str:
    """ "unpaid carers", "care leavers"."""
    return PEOPLE.get(audience, f"{audience.replace('_', ' ')}s")


def describe_access(access: Access, known: Known) -> str:
    """ "Step-free access: yes"."""
    return f"{_capital(ACCESS[access])}: {KNOWN[known]}"


def describe_start(listing: Listing) -> str | None:
    """What to do to come the first time: "Just turn up"."""
    return START[listing.how_to_start] if listing.how_to_start else None


def describe_room(listing: Listing, today: date) -> str | None:
    """Whether there is room; a claim that has run out says nothing any more."""
    if listing.room is None or (listing.room_until and listing.room_until < today):
        return None
    return ROOM[listing.room]


def describe_place(venue: Venue) -> str:
    """ "Harbourside Library, Bootle"; of a confidential one the local authority alone."""
    if venue.confidential:
        area = f" ({venue.local_authority})" if venue.local_authority else ""
        return f"Address is not public{area}"
    known = venue.name or venue.address
    town = venue.town or venue.local_authority or venue.postcode
    if known and town:
        return known if re.search(rf"\b{re.escape(town)}\b", known, re.IGNORECASE) else f"{known}, {town}"
    return known or town or "Place not stated"


def one_line(description: str | None, limit: int = 140) -> str:
    """The first sentence, at most `limit` characters, cut after a word with "…"; "" when there is nothing."""
    text = " ".join((description or "")[: limit * 20].split())
    said = _first_sentence(text)
    if len(said) <= limit:
        return said
    whole_words = said[:limit].rpartition(" ")[0] or said[: limit - 1]
    return whole_words.rstrip(" ,;:–-(.") + "…"


def say_pounds(amount: Decimal) -> str:
    """ "£3.50", "£2", "50p"."""
    if 0 < amount < 1:
        return f"{int(amount * 100)}p"
    return f"£{amount:,.0f}" if amount == amount.to_integral_value() else f"£{amount:,.2f}"


def _price(cost: Cost) -> str:
    if not cost.amount:
        return "free"
    return f"{say_pounds(cost.amount)} a {cost.per}" if cost.per else say_pounds(cost.amount)


def _ages(youngest: float | None, oldest: float | None) -> str | None:
    if youngest and oldest is not None:
        return f"Ages {_years(youngest)} to {_years(oldest)}" if youngest != oldest else f"Age {_years(oldest)}"
    if oldest is not None:
        return f"{_years(oldest)} and under"
    return f"{_years(youngest)} and over" if youngest else None


def _years(age: float) -> str:
    """Parts of a year, which babies have, are said in months."""
    return f"{age:.0f}" if age == int(age) else f"{round(age * 12)} months"


def _first_sentence(text: str) -> str:
    said = ""
    for part in _sentences(text):
        said = f"{said} {part}".strip()
        if len(said) >= GREETING and not NO_END.search(said):
            break
    return said


def _sentences(text: str) -> Iterable[str]:
    return SENTENCE_END.split(text)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
