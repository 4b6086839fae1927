"""The texts of a listing as structure: each reader is asked only where the source said nothing of its own."""

import re
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import cache
from typing import Any

from directory.circumstances import widened
from directory.clock import today
from directory.kinds import Access, Attending, Gender, Known, Requires, Status
from directory.listing import Listing, Requirement
from directory.postcodes.authorities import authority_name
from directory.postcodes.storage import shipped_table
from directory.understanding.access import read_access
from directory.understanding.ages import Ages, read_ages
from directory.understanding.attending import read_attending
from directory.understanding.audiences import read_audiences
from directory.understanding.eligibility import read_eligibility
from directory.understanding.eligibility.places import is_council
from directory.understanding.gender import invites_women, named_gender, read_gender
from directory.understanding.languages import languages_in
from directory.understanding.prices import read_costs
from directory.understanding.reaching import read_reaching
from directory.understanding.remembering import speaks_of
from directory.understanding.residents import read_residents
from directory.understanding.running_text import (
    access_in,
    ages_in,
    costs_in,
    gender_in,
    parking_beside,
    phones_in,
    times_in,
)
from directory.understanding.starting import read_how_to_start, read_room
from directory.understanding.times import read_times
from importers.paused import read_pause

_LINE = re.compile(r"\b(?:help|hope|child|advice|phone|support|info)?line\d*\b", re.IGNORECASE)
"""What is called a line, has a number and no venue, is rung."""
_OR_WORKS = re.compile(r"\bor (?:work|stud)", re.IGNORECASE)
_ANY_AGE = re.compile(r"\d|\b(?:all|any|every\w*|anyone|anybody|famil\w+|parents?|children)\b", re.IGNORECASE)
"""An eligibility that speaks of ages or of everybody, even where it is not understood, is not overruled by a name."""
_OPEN_TO_OTHERS = re.compile(r"\b(?:all|every\w*|any\w*|famil\w+|parents|people|adults|mixed|both)\b", re.IGNORECASE)
ADULT = 18
ROOM_LASTS = timedelta(days=90)
SIGN_LANGUAGE = "bfi"
PRICED = frozenset((Access.PARKING, Access.CARER_WELCOME))
OF_THE_SESSION = frozenset((Access.BSL, Access.QUIET, Access.LARGE_PRINT, Access.CARER_WELCOME))


def read_words(listing: Listing) -> dict[str, Any]:
    """What the words of a listing surely say of what its structure leaves open, by the names of its fields."""
    found: dict[str, Any] = {
        **_for_whom(listing),
        **_whether_it_runs(listing),
        **_beginning(listing),
        **_access(listing),
        "attending": _attending(listing),
    }
    if not listing.times and not any(venue.times for venue in listing.venues):
        found["times"] = (
            read_times(listing.times_text) if listing.times_text else _in_passing(times_in, listing, listing.name) or ()
        )
    if not listing.costs:
        found["costs"] = read_costs(listing.cost_text) if listing.cost_text else _in_passing(costs_in, listing) or ()
    if not listing.languages and (languages := languages_in(listing.description or "")):
        found["languages"] = languages
    if not listing.phones and (phones := _in_passing(phones_in, listing)):
        found["phones"] = phones
    return found


def _in_passing(reader: Callable[[str], Any], listing: Listing, *others: str) -> Any:
    """What the first of the texts says that are about something else as well."""
    fields = (listing.times_text, listing.cost_text, listing.eligibility_text)
    return _first(reader, (*fields, listing.description, *others))


def _for_whom(listing: Listing) -> dict[str, Any]:
    said = listing.eligibility_text or ""
    found: dict[str, Any] = {}
    if listing.gender is None:
        found["gender"] = (
            read_gender(said) or gender_in(said) or _gender_of_name(listing, said) or _gender_in_passing(listing)
        )
    eligibility = listing.eligibility or read_eligibility(listing)
    found["eligibility"] = eligibility
    if not listing.audiences:
        found["audiences"] = read_audiences(said) or _groups_of(eligibility)
    ages = _ages(listing) if listing.minimum_age is None and listing.maximum_age is None else None
    if ages and not _of_children(ages, eligibility):
        found |= {"minimum_age": ages.minimum, "maximum_age": ages.maximum}
    if not listing.residents_of:
        found["residents_of"] = read_residents(said, authorities()) or _councils_alone(eligibility)
    return found


def _groups_of(eligibility: tuple[Requirement, ...]) -> tuple[str, ...]:
    """Whom it is for, where a name or a description says so and the field does not."""
    return tuple(sorted({name for one in eligibility if one.kind is Requires.BELONGS for name in one.any_of}))


def _of_children(ages: Ages, eligibility: tuple[Requirement, ...]) -> bool:
    """Whether they are the ages of the children with whom parents come, and nobody's of whom it is asked."""
    asked = {name for one in eligibility if one.kind is Requires.BELONGS for name in one.any_of}
    return ages.maximum is not None and ages.maximum < ADULT and "parent" in widened(asked)


def _councils_alone(eligibility: tuple[Requirement, ...]) -> tuple[str, ...]:
    """The councils of whose residents she must be one, where nothing smaller is meant."""
    asked = next((one for one in eligibility if one.kind is Requires.LIVES_IN), None)
    return asked.any_of if asked and all(map(is_council, asked.any_of)) and not _OR_WORKS.search(asked.words) else ()


def _gender_of_name(listing: Listing, said: str) -> Gender | None:
    """As it is called: of a name that only ends with them, unless what is said of who may come speaks of others."""
    if found := read_gender(listing.name):
        return found
    return None if _OPEN_TO_OTHERS.search(said) else named_gender(listing.name, f"{said} {listing.description or ''}")


def _gender_in_passing(listing: Listing) -> Gender | None:
    found: Gender | None = _of_one_time(gender_in, listing)
    if found is None and invites_women(listing.name, listing.description or ""):
        return Gender.WOMEN
    return found or _first(gender_in, (listing.cost_text, listing.description))


def _ages(listing: Listing) -> Ages | None:
    """As the eligibility says; where it says none, as the name does, or the description in passing."""
    said = listing.eligibility_text or ""
    if (ages := read_ages(said)) or _ANY_AGE.search(said):
        return ages
    return (
        read_ages(listing.name)
        or _of_one_time(ages_in, listing)
        or _ages_beside_price(listing)
        or _first(ages_in, (listing.description,))
    )


def _ages_beside_price(listing: Listing) -> Ages | None:
    """ "£3, over 55s": unless several pay several prices, for then the ages are those of who pays."""
    said = listing.cost_text or ""
    return ages_in(said) if said and len(read_costs(said)) < 2 else None


def _of_one_time(reader: Callable[[str], Any], listing: Listing) -> Any:
    """What the text of the times says, unless it tells several: whom one of them is for is not said of the whole."""
    found = listing.times_text and reader(listing.times_text)
    return found if found and len(read_times(listing.times_text or "")) < 2 else None


def _whether_it_runs(listing: Listing) -> dict[str, Any]:
    if listing.status is not Status.ACTIVE:
        return {}
    for text in (listing.times_text, listing.name, listing.alert, listing.description):
        if text and (pause := read_pause(text, listing.assured_date, today())):
            return {"status": Status.PAUSED, "alert": listing.alert or pause[:1].upper() + pause[1:]}
    return {}


def _beginning(listing: Listing) -> dict[str, Any]:
    """How to start, and whether there is room: a claim of room ends by itself when nobody repeats it."""
    fields = (listing.how_to_start_text, listing.times_text, listing.eligibility_text, listing.cost_text)
    texts = (*fields, listing.description)
    found: dict[str, Any] = {}
    if listing.how_to_start is None:
        found["how_to_start"] = _first(read_how_to_start, texts)
    if listing.room is None and listing.assured_date and (room := _first(read_room, texts)):
        found |= {"room": room, "room_until": listing.assured_date + ROOM_LASTS}
    return found


def _access(listing: Listing) -> dict[str, Any]:
    """What is said of the building belongs to the venue, if there is one alone; the rest to the session."""
    elsewhere = (listing.times_text, listing.eligibility_text, listing.description)
    said = read_access(listing.access_text) if listing.access_text else _first(access_in, elsewhere)
    answers = dict(said or _access_beside_price(listing))
    if SIGN_LANGUAGE in listing.languages:
        answers.setdefault(Access.BSL, Known.YES)
    answers = {access: known for access, known in answers.items() if access not in dict(listing.access)}
    of_venue = {access: known for access, known in answers.items() if access not in OF_THE_SESSION}
    if len(listing.venues) != 1 or listing.venues[0].access:
        return {"access": (*listing.access, *answers.items())}
    of_session = ((access, known) for access, known in answers.items() if access in OF_THE_SESSION)
    venue = listing.venues[0].model_copy(update={"access": tuple(of_venue.items())})
    return {"access": (*listing.access, *of_session), "venues": (venue,)}


def _access_beside_price(listing: Listing) -> dict[Access, Known]:
    """Parking and companions are named there for what they cost, but not in "£5, step free, parking"."""
    said = listing.cost_text or ""
    if not speaks_of(said, "step", "wheel", "loop", "access", "lift", "ramp"):
        return {}
    priced = PRICED - {Access.PARKING} if parking_beside(said) else PRICED
    return {access: known for access, known in access_in(said) if access not in priced}


def _attending(listing: Listing) -> tuple[Attending, ...]:
    """As the source says; else in person where there is a venue. A telephone and home visits come from the words."""
    texts = (listing.name, *listing.categories, listing.times_text, listing.description)
    said = {way for text in texts if text for way in read_attending(text)}
    if not listing.venues:
        said |= _reaching_out(listing, said)
    ways = set(listing.attending)
    if ways:
        said -= {Attending.ONLINE, Attending.IN_PERSON}
    elif listing.venues:
        ways.add(Attending.IN_PERSON)
    return tuple(way for way in Attending if way in ways | said)


def _reaching_out(listing: Listing, said: set[Attending]) -> set[Attending]:
    """How it is taken part in without a place; what is online is not rung as well, unless it says so."""
    if _LINE.search(listing.name):
        return {Attending.PHONE}
    if Attending.ONLINE in said or Attending.IN_PERSON in listing.attending:
        return set()
    return {
        way
        for text in (listing.times_text, listing.eligibility_text, listing.description)
        if text
        for way in read_reaching(text)
    }


def _first(reader: Callable[[str], Any], texts: Iterable[str | None]) -> Any:
    """What the first text says of which the reader makes anything."""
    return next((found for text in texts if text and (found := reader(text))), None)


@cache
def authorities() -> tuple[str, ...]:
    """The local authorities around here. Not all of Britain's: "Reading", "Rugby" and "Bath" are words as well."""
    return tuple(sorted({name for code in shipped_table().authorities if (name := authority_name(code))}))
