"""Two listings compared in words, part by part, as a curator or a dry run shows them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from directory.clock import today
from directory.freshness import say_checker
from directory.listing import Contact, Listing, Phone, Venue
from directory.phrases import (
    describe_access,
    describe_attending,
    describe_audience,
    describe_cost,
    describe_eligibility,
    describe_place,
    describe_room,
    describe_start,
)
from directory.schedule_words import describe_times, say_date

NOTHING = "nothing"


@dataclass(frozen=True)
class Difference:
    """One part of a listing that differs: what it is called on the page, what it said, what it says now."""

    part: str
    was: str
    now: str


def differences(before: Listing, after: Listing) -> tuple[Difference, ...]:
    """What differs, in the order of the page. What differs only in ways no page shows is left out.

    Words that were not understood stand for themselves: then "Cost" and "Cost, as written" are one difference.
    """
    found: list[Difference] = []
    for part, say in PARTS.items():
        was, now = (say(listing) or NOTHING for listing in (before, after))
        if was != now and not any(_same_words(earlier, part, was, now) for earlier in found):
            found.append(Difference(part, was, now))
    return tuple(found)


def _same_words(earlier: Difference, part: str, was: str, now: str) -> bool:
    told = earlier.was.casefold(), earlier.now.casefold()
    return part == f"{earlier.part}, as written" and told == (was.casefold(), now.casefold())


def _where(listing: Listing) -> str:
    return _lines(_venue(venue) for venue in listing.venues)


def _venue(venue: Venue) -> str:
    said = ", ".join(filter(None, (venue.name, venue.address, venue.town, venue.postcode)))
    return f"{said} (address not public)" if venue.confidential else said or describe_place(venue)


def _access(listing: Listing) -> str:
    known = [*listing.access, *(fact for venue in listing.venues for fact in venue.access)]
    return _lines([*(describe_access(access, answer) for access, answer in known), listing.access_text])


def _organization(listing: Listing) -> str:
    known = listing.organization
    return _lines([known.name, known.sector, known.website, known.email]) if known else ""


def _phone(phone: Phone) -> str:
    return f"{phone.number} ({phone.description})" if phone.description else phone.number


def _contact(contact: Contact) -> str:
    said = ", ".join(filter(None, (contact.name, contact.title, contact.email, contact.phone)))
    return said if contact.public else f"{said} (not public)"


def _room(listing: Listing) -> str | None:
    said = describe_room(listing, today())
    return f"{said}, until {say_date(listing.room_until)}" if said and listing.room_until else said


def _checked(listing: Listing) -> str:
    return f"{say_date(listing.assured_date)}{say_checker(listing.assured_by)}" if listing.assured_date else ""


def _lines(words: Iterable[str | None]) -> str:
    return "\n".join(word for word in words if word)


PARTS: dict[str, Callable[[Listing], str | None]] = {
    "Name": lambda listing: listing.name,
    "Other name": lambda listing: listing.alternate_name,
    "Organisation": _organization,
    "Listed": lambda listing: listing.status.value,
    "Notice": lambda listing: listing.alert,
    "What it is": lambda listing: listing.description,
    "Needs it helps with": lambda listing: ", ".join(listing.need_ids),
    "Categories": lambda listing: ", ".join(listing.categories),
    "When": lambda listing: _lines(describe_times(listing)),
    "When, as written": lambda listing: listing.times_text,
    "How to take part": describe_attending,
    "Where": _where,
    "Getting there": lambda listing: _lines(venue.getting_there for venue in listing.venues),
    "Cost": describe_cost,
    "Cost, as written": lambda listing: listing.cost_text,
    "Who it is for": lambda listing: _lines(describe_audience(listing)),
    "Who it is for, as written": lambda listing: listing.eligibility_text,
    "Asked of who comes": lambda listing: _lines(describe_eligibility(listing)),
    "Access": _access,
    "Languages": lambda listing: ", ".join(listing.languages),
    "How to start": lambda listing: _lines([describe_start(listing), listing.how_to_start_text]),
    "Room for new people": _room,
    "Phone": lambda listing: _lines(map(_phone, listing.phones)),
    "Email": lambda listing: listing.email,
    "Website": lambda listing: listing.url,
    "Whom to ask for": lambda listing: _lines(map(_contact, listing.contacts)),
    "Accreditation": lambda listing: listing.accreditations,
    "Checked": _checked,
}
