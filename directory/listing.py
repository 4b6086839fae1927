"""A listing: everything that can be said of one asset, whoever says it.

Importers make one from a foreign record, a partner's form changes one, a curator compares two, a revision keeps
one as it was, and undo puts it back. `directory.rows` writes it to rows and reads it from them. Frozen and
comparable: two equal listings say the same thing.

Empty tuples and None mean *not known*; an empty string is never stored.
"""

from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints

from directory.kinds import Access, Attending, Gender, HowToStart, Known, Precision, Requires, Room, Sector, Status

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class Part(BaseModel):
    """What the parts of a listing share: they cannot be changed, only replaced, and know no extra field."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Organization(Part):
    """Who runs it, as the listing says. Two listings with one organization name share one row."""

    name: Line
    sector: Sector | None = None
    description: Text | None = None
    email: Line | None = None
    website: Line | None = None
    charity_number: Line | None = None
    company_number: Line | None = None


class Slot(Part):
    """One line of a timetable: the days of a week or month, and from when to when (Europe/London wall time).

    `days` holds RFC 5545 names: "MO", or with an ordinal for monthly ones: "1TU", "-1FR".
    `interval` counts weeks (or months where a day has an ordinal): 2 is every other week, which only says
    *which* weeks when `valid_from` gives the first. `term_time` is true when school holidays are left out.
    A slot on one day only has `valid_from` == `valid_to` and no `days`.
    """

    days: tuple[str, ...] = ()
    opens_at: time | None = None
    closes_at: time | None = None
    interval: int = 1
    valid_from: date | None = None
    valid_to: date | None = None
    term_time: bool = False
    description: Line | None = None


class Cost(Part):
    """One price. `amount` in pounds; 0 is free; None with a text is a price nobody has put in figures."""

    amount: Decimal | None = None
    option: Line | None = None
    """Who pays it, as written: "concessions", "members", "first session"."""
    per: Line | None = None
    """For what: "session", "week", "course", "month", "year"."""


class Phone(Part):
    """A number as it should be rung, written nationally ("0151 496 0123"), and what or whom it is for."""

    number: Line
    description: Line | None = None


class Contact(Part):
    """A person or a post to ask for. `public` false is for staff alone."""

    name: Line | None = None
    title: Line | None = None
    email: Line | None = None
    phone: Line | None = None
    public: bool = True


class Venue(Part):
    """A place where it happens.

    `confidential` (a refuge): street, postcode and point are for staff alone; everyone else reads the
    local authority. `access` holds only what is known, yes or no; what is missing is not known.
    """

    name: Line | None = None
    address: Line | None = None
    """Street and number, lines joined by commas, without town and postcode."""
    town: Line | None = None
    postcode: Line | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: Precision | None = None
    local_authority: Line | None = None
    confidential: bool = False
    access: tuple[tuple[Access, Known], ...] = ()
    getting_there: Text | None = None
    times: tuple[Slot, ...] = ()
    """Times at this venue, where it differs from venue to venue."""


class NeedLink(Part):
    """A need (id of the vocabulary, such as MON1) that it serves, and how sure we are: 1.0 is said by a person."""

    id: str
    confidence: float = 1.0


class Requirement(Part):
    """One thing that is asked of who comes. Any of `any_of` will do; of all the requirements of a listing each must hold.

    Circumstances are named as in `directory.circumstances` (of EXCLUDES also in plain words: "in crisis"), places as
    councils ("Sefton"), towns or postcode districts ("L8"), bodies by their names, and who refers as "gp" or
    "professional". `words` are the listing's own, a sentence at most.
    """

    kind: Requires
    any_of: tuple[Line, ...]
    words: Line


class Listing(Part):
    """One asset in plain values. Only `name` must be there."""

    name: Line
    alternate_name: Line | None = None
    organization: Organization | None = None
    description: Text | None = None
    url: Line | None = None
    email: Line | None = None
    status: Status = Status.ACTIVE
    alert: Text | None = None

    needs: tuple[NeedLink, ...] = ()
    categories: tuple[Line, ...] = ()
    """The source's own words for what it is."""

    attending: tuple[Attending, ...] = ()
    venues: tuple[Venue, ...] = ()
    times: tuple[Slot, ...] = ()
    times_text: Text | None = None
    """As it was written, shown beside what was understood."""

    costs: tuple[Cost, ...] = ()
    cost_text: Text | None = None

    minimum_age: float | None = None
    maximum_age: float | None = None
    gender: Gender | None = None
    audiences: tuple[Line, ...] = ()
    """Whom it is for, as circumstances of CONTRACT.md name them: veteran, carer, parent, refugee, lgbt, …"""
    residents_of: tuple[Line, ...] = ()
    """Local authorities whose residents alone may come; empty: nothing says so."""
    eligibility_text: Text | None = None
    eligibility: tuple[Requirement, ...] = ()
    """What its words ask of who may come, beyond age and gender."""

    access: tuple[tuple[Access, Known], ...] = ()
    """What holds of the session itself, wherever it is: an interpreter, a quiet hour."""
    access_text: Text | None = None
    languages: tuple[str, ...] = ()
    """BCP 47, as the source names them: English too where it is named, and nothing where nothing is said."""

    how_to_start: HowToStart | None = None
    how_to_start_text: Text | None = None
    room: Room | None = None
    room_until: date | None = None
    """When a claim of room ends by itself."""

    phones: tuple[Phone, ...] = ()
    contacts: tuple[Contact, ...] = ()
    accreditations: Text | None = None
    assured_date: date | None = None
    """When somebody last said that this is right."""
    assured_by: Line | None = None
    """Who said so: "organiser", "curator" or the name of a source."""

    @property
    def is_free(self) -> bool | None:
        """True when anybody may come for nothing, False when it has a price, None when nobody says."""
        known = [cost for cost in self.costs if cost.amount is not None]
        if not known:
            return None
        everyone = [cost for cost in known if cost.option is None] or known
        return all(cost.amount == 0 for cost in everyone)

    @property
    def need_ids(self) -> tuple[str, ...]:
        return tuple(need.id for need in self.needs)


def kept(listing: Listing | None) -> dict[str, Any] | None:
    """A listing as it is kept in the database: what it says, and no more."""
    return listing.model_dump(mode="json", exclude_defaults=True) if listing else None


def kept_text(listing: Listing) -> str:
    """As `kept`, written as JSON already."""
    return listing.model_dump_json(exclude_defaults=True)
