"""A listing as the public reads it, part by part, for the page on which its own people look after it."""

from typing import NamedTuple

from directory.asset import Asset
from directory.clock import today
from directory.listing import Contact, Listing
from directory.phrases import (
    describe_access,
    describe_attending,
    describe_audience,
    describe_cost,
    describe_place,
    describe_start,
    quote_eligibility,
)
from directory.schedule_words import describe_times
from directory.visibility import public_listing


class PartShown(NamedTuple):
    """A part by the name of its section, with its lines; `missing` when it says nothing."""

    key: str
    title: str
    lines: list[str]

    @property
    def missing(self) -> bool:
        return not self.lines


def parts_shown(asset: Asset, need_names: dict[str, str]) -> list[PartShown]:
    """Every part in the order of the public page."""
    listing = public_listing(asset.listing)
    return [
        PartShown("what", "What it is", _lines(listing.description)),
        PartShown("needs", "What it helps with", [need_names.get(code, code) for code in listing.need_ids]),
        PartShown("when", "When", describe_times(listing, today()) or _lines(listing.times_text)),
        PartShown("where", "Where", [describe_place(venue) for venue in listing.venues]),
        PartShown("cost", "Cost", [describe_cost(listing)] if listing.costs or listing.cost_text else []),
        PartShown("who", "Who it is for", _for_whom(listing)),
        PartShown("access", "Access", _access(listing)),
        PartShown("joining", "How to take part", _joining(listing)),
        PartShown("contact", "How to get in touch", _contact(listing)),
    ]


def _for_whom(listing: Listing) -> list[str]:
    return [*describe_audience(listing), *quote_eligibility(listing), *_written(listing.eligibility_text)]


def _access(listing: Listing) -> list[str]:
    known = dict.fromkeys([*(fact for venue in listing.venues for fact in venue.access), *listing.access])
    return [*(describe_access(access, answer) for access, answer in known), *_written(listing.access_text)]


def _joining(listing: Listing) -> list[str]:
    return [line for line in (describe_attending(listing), describe_start(listing), listing.how_to_start_text) if line]


def _contact(listing: Listing) -> list[str]:
    phones = [f"{phone.number}, {phone.description}" if phone.description else phone.number for phone in listing.phones]
    reached = [*phones, listing.email, listing.url]
    return [*(line for line in reached if line), *(f"Ask for {name}" for name in map(_named, listing.contacts) if name)]


def _named(contact: Contact) -> str:
    return ", ".join(filter(None, (contact.name, contact.title)))


def _written(text: str | None) -> list[str]:
    """What was written in free words, marked as such beside what was understood."""
    return [f"“{line}”" for line in _lines(text)]


def _lines(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
