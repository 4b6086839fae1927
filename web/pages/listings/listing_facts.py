"""What each field of the form shows of a listing, and what it writes."""

from collections.abc import Callable, Sequence
from typing import Any

from directory.geography import Gazetteer, find_local_authority
from directory.kinds import Access, Known
from directory.listing import Contact, Listing, NeedLink, Part, Phone, Slot, Venue
from directory.phrases import describe_cost
from directory.schedule_words import bring_back, describe_slot
from directory.understanding.eligibility import read_eligibility
from directory.understanding.prices import read_costs
from directory.understanding.times import read_times
from web.pages.listings.facts import Fact, Facts, Row, applied, applied_to_rows, shown

SAYING_WHO = ("name", "description", "eligibility_text")
"""What a listing asks of who comes stands only in these words: other words ask something else."""
Gone = Callable[[Row, bool], bool]
AccessFacts = tuple[tuple[Access, Known], ...]


def form_values(listing: Listing) -> dict[str, Any]:
    """The values with which the form of this listing opens."""
    return shown(LISTING, listing)


def written_listing(listing: Listing, values: Row, gazetteer: Gazetteer) -> Listing:
    """The listing as the form now says it; venues that were changed are found on the map."""
    written = applied(LISTING, listing, values)
    if any(getattr(written, name) != getattr(listing, name) for name in SAYING_WHO):
        written = written.model_copy(update={"eligibility": read_eligibility(written)})
    venues = tuple(venue if venue in listing.venues else located(venue, gazetteer) for venue in written.venues)
    return written.model_copy(update={"venues": venues}) if venues != written.venues else written


def located(venue: Venue, gazetteer: Gazetteer) -> Venue:
    """The venue with a point on the map, where it had none and says where it is."""
    where = venue.postcode or venue.town
    place = gazetteer.find_place(where) if where and venue.latitude is None else None
    if place is None:
        return venue
    return venue.model_copy(
        update={
            "latitude": place.latitude,
            "longitude": place.longitude,
            "precision": place.precision,
            "local_authority": place.local_authority,
        }
    )


def _text(name: str) -> Fact:
    return Fact(lambda part: getattr(part, name) or "", lambda _part, value: {name: value or None})


def _choice(name: str) -> Fact:
    return Fact(lambda part: str(getattr(part, name) or ""), lambda _part, value: {name: value or None})


def _where(name: str) -> Fact:
    """Where a venue is: another address is another point on the map."""
    nowhere = dict.fromkeys(("latitude", "longitude", "precision", "local_authority"))
    return Fact(lambda venue: getattr(venue, name) or "", lambda _venue, value: {name: value or None, **nowhere})


def _age(name: str) -> Fact:
    return Fact(
        lambda listing: "" if getattr(listing, name) is None else f"{getattr(listing, name):g}",
        lambda _listing, value: {name: float(value) if value else None},
    )


def _tick(name: str) -> Fact:
    return Fact(lambda part: getattr(part, name), lambda _part, value: {name: bool(value)})


def _needs(listing: Listing, ids: Sequence[str]) -> dict[str, Any]:
    kept = [need for need in listing.needs if need.id in ids]
    return {"needs": (*kept, *(NeedLink(id=new) for new in ids if new not in listing.need_ids))}


def _attending(listing: Listing, ways: Sequence[str]) -> dict[str, Any]:
    kept = [way for way in listing.attending if way in ways]
    return {"attending": (*kept, *(way for way in ways if way not in kept))}


def _when(listing: Listing) -> str:
    """The partner's own words where they say no less than what is kept; else what is kept."""
    words = listing.times_text
    if words and (not listing.times or read_times(words) == listing.times):
        return words
    return bring_back(listing.times) or "\n".join(map(describe_slot, listing.times))


def _cost(listing: Listing) -> str:
    return listing.cost_text or (describe_cost(listing) if listing.costs else "")


def _venue_times(words: str) -> tuple[Slot, ...]:
    """What cannot be read stays in the words of the partner."""
    return read_times(words) or ((Slot(description=words[:500]),) if words else ())


def _residents(words: str) -> tuple[str, ...]:
    names = [find_local_authority(name) or name.strip() for name in words.split(",") if name.strip()]
    return tuple(dict.fromkeys(names))


def _access() -> Fact:
    def show(part: Listing | Venue) -> dict[str, str]:
        known = dict(part.access)
        return {access.value: known.get(access, Known.NOT_KNOWN).value for access in Access}

    def write(part: Listing | Venue, values: Row) -> dict[str, AccessFacts]:
        order = [*dict(part.access), *(access for access in Access if access not in dict(part.access))]
        said = ((access, Known(values.get(access.value) or Known.NOT_KNOWN)) for access in order)
        return {"access": tuple((access, known) for access, known in said if known is not Known.NOT_KNOWN)}

    return Fact(show, write)


def _emptied(*names: str) -> Gone:
    """A row goes when nothing is left of what it is for."""
    return lambda row, _is_new: not any(row.get(name) for name in names)


def _left(row: Row, is_new: bool) -> bool:
    """A venue goes when somebody says so: one may be known by its point on the map alone."""
    return bool(row.get("gone")) or (is_new and _emptied("name", "address", "town", "postcode")(row, is_new))


def _rows(name: str, facts: Facts, new: Part, gone: Gone) -> Fact:
    return Fact(
        lambda listing: [shown(facts, part) for part in getattr(listing, name)],
        lambda listing, rows: {name: applied_to_rows(facts, new, getattr(listing, name), rows, gone)},
    )


VENUE: Facts = {
    "name": _text("name"),
    "address": _where("address"),
    "town": _where("town"),
    "postcode": _where("postcode"),
    "when": Fact(
        lambda venue: bring_back(venue.times) or "\n".join(map(describe_slot, venue.times)),
        lambda _venue, words: {"times": _venue_times(words)},
    ),
    "getting_there": _text("getting_there"),
    "confidential": _tick("confidential"),
    "access": _access(),
}
PHONE: Facts = {"number": _text("number"), "description": _text("description")}
CONTACT: Facts = {name: _text(name) for name in ("name", "title", "email", "phone")} | {"public": _tick("public")}
LISTING: Facts = {
    "name": _text("name"),
    "description": _text("description"),
    "needs": Fact(lambda listing: list(listing.need_ids), _needs),
    "when": Fact(_when, lambda _listing, words: {"times": read_times(words or ""), "times_text": words or None}),
    "venues": _rows("venues", VENUE, Venue(), _left),
    "cost": Fact(_cost, lambda _listing, words: {"costs": read_costs(words or ""), "cost_text": words or None}),
    "minimum_age": _age("minimum_age"),
    "maximum_age": _age("maximum_age"),
    "gender": _choice("gender"),
    "residents_of": Fact(
        lambda listing: ", ".join(listing.residents_of),
        lambda _listing, words: {"residents_of": _residents(words or "")},
    ),
    "eligibility_text": _text("eligibility_text"),
    "access": _access(),
    "access_text": _text("access_text"),
    "attending": Fact(lambda listing: [str(way) for way in listing.attending], _attending),
    "how_to_start": _choice("how_to_start"),
    "how_to_start_text": _text("how_to_start_text"),
    "phones": _rows("phones", PHONE, Phone.model_construct(number="", description=None), _emptied("number")),
    "email": _text("email"),
    "url": _text("url"),
    "contacts": _rows("contacts", CONTACT, Contact(), _emptied("name", "title", "email", "phone")),
}
