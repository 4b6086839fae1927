"""The texts of a listing as structure: each reader is asked only where the source said nothing of its own."""

from functools import cache
from typing import Any

from directory.clock import today
from directory.kinds import Status
from directory.listing import Listing
from directory.postcodes.authorities import authority_name
from directory.postcodes.storage import shipped_table
from directory.understanding.ages import read_ages
from directory.understanding.audiences import read_audiences
from directory.understanding.gender import read_gender
from directory.understanding.prices import read_costs
from directory.understanding.residents import read_residents
from directory.understanding.times import read_times
from importers.paused import read_pause


def read_words(listing: Listing) -> dict[str, Any]:
    """What the words of a listing surely say of what its structure leaves open, by the names of its fields."""
    found: dict[str, Any] = {**_for_whom(listing), **_whether_it_runs(listing)}
    if listing.times_text and not listing.times and not any(venue.times for venue in listing.venues):
        found["times"] = read_times(listing.times_text)
    if listing.cost_text and not listing.costs:
        found["costs"] = read_costs(listing.cost_text)
    return found


def _for_whom(listing: Listing) -> dict[str, Any]:
    said = listing.eligibility_text or ""
    found: dict[str, Any] = {}
    if listing.minimum_age is None and listing.maximum_age is None and (ages := read_ages(said)):
        found |= {"minimum_age": ages.minimum, "maximum_age": ages.maximum}
    if listing.gender is None:
        found["gender"] = read_gender(said) or read_gender(listing.name)
    if not listing.audiences:
        found["audiences"] = read_audiences(said)
    if not listing.residents_of:
        found["residents_of"] = read_residents(said, authorities())
    return found


def _whether_it_runs(listing: Listing) -> dict[str, Any]:
    if listing.status is not Status.ACTIVE:
        return {}
    for text in (listing.times_text, listing.name, listing.alert, listing.description):
        if text and (pause := read_pause(text, listing.assured_date, today())):
            return {"status": Status.PAUSED, "alert": listing.alert or pause[:1].upper() + pause[1:]}
    return {}


@cache
def authorities() -> tuple[str, ...]:
    """The local authorities around here. Not all of Britain's: "Reading", "Rugby" and "Bath" are words as well."""
    return tuple(sorted({name for code in shipped_table().authorities if (name := authority_name(code))}))
