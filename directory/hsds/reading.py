"""A service as HSDS-UK 3.0 (and HSDS 3.x) JSON writes it, to a listing.

Source: the HSDS-UK 3.0 schema of Open Referral UK. Unknown members are ignored; members that are missing, null, empty
or -1 are not known. Structure is taken as given; what stands in words alone is left in words.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from directory.clock import today
from directory.geography import find_local_authority
from directory.hsds.schedules import attending_of, slots_of, text_of
from directory.hsds.values import Object, day, inner, line, number, objects, pounds, text, years
from directory.kinds import Attending, Status
from directory.listing import Contact, Cost, Listing, Organization, Phone, Venue
from directory.understanding.access import read_access
from directory.understanding.attending import read_attending
from directory.understanding.contacts import read_emails, read_phones, read_urls
from directory.understanding.languages import read_languages

STATUS = {"inactive": Status.WITHDRAWN, "defunct": Status.WITHDRAWN, "temporarily closed": Status.PAUSED}
REGISTERS = {"GB-CHC": "charity_number", "GB-COH": "company_number"}
_HOUSE = re.compile(r"\d+[a-z]?(?:\s*[-–/&,]\s*\d+[a-z]?)?", re.IGNORECASE)
CLOSED_AGES = (0.0, 100.0)
"""From 0 to 100 is how forms write "everybody"."""


def listing_from_hsds(service: Object) -> Listing:
    """The listing of a service with all that hangs on it. ValidationError when it has no name, or one too long."""
    places = tuple(objects(service.get("service_at_locations")))
    contacts = _contacts(service, places)
    minimum, maximum = _ages(service)
    return Listing(
        name=text(service.get("name")) or "",
        alternate_name=line(service.get("alternate_name")),
        organization=_organization(inner(service.get("organization"))),
        description=text(service.get("description")),
        url=_link(service.get("url")),
        email=_email(service.get("email")) or next((one.email for one in contacts if one.public and one.email), None),
        status=STATUS.get(str(service.get("status", "")).strip().lower(), Status.ACTIVE),
        alert=text(service.get("alert")),
        categories=_categories(service),
        attending=_attending(service, places),
        venues=tuple(venue for place in places if (venue := _venue(place, is_one_of_many=len(places) > 1))),
        times=slots_of(service.get("schedules")),
        times_text=text_of(service.get("schedules")),
        costs=tuple(cost for option in objects(service.get("cost_options")) if (cost := _cost(option))),
        cost_text=text(service.get("fees_description")) or text(service.get("fees")) or _cost_words(service),
        minimum_age=minimum,
        maximum_age=maximum,
        residents_of=_residents(service),
        eligibility_text=text(service.get("eligibility_description")),
        access_text=_access_words(places[0]) if len(places) == 1 else None,
        languages=_languages(service),
        how_to_start_text=_beginning(service),
        phones=_phones(service, places),
        contacts=contacts,
        accreditations=text(service.get("accreditations")),
        assured_date=day(service.get("assured_date")),
    )


def _organization(organization: Object) -> Organization | None:
    name = line(organization.get("name"))
    if name is None:
        return None
    numbers = {
        REGISTERS[scheme]: line(known.get("identifier"))
        for known in objects(organization.get("organization_identifiers"))
        if (scheme := str(known.get("identifier_scheme", "")).upper()) in REGISTERS
    }
    website = _link(organization.get("website")) or _link(organization.get("url"))
    return Organization(
        name=name,
        description=text(organization.get("description")),
        email=_email(organization.get("email")),
        website=website,
        **numbers,
    )


def _ages(service: Object) -> tuple[float | None, float | None]:
    ages = years(service.get("minimum_age")), years(service.get("maximum_age"))
    if ages[0] is not None and ages[1] is not None and ages[0] > ages[1]:
        return None, None
    low, high = ages
    return (
        None if low == CLOSED_AGES[0] else low,
        None if high is None or high >= CLOSED_AGES[1] or high == 0 else high,
    )


def _categories(service: Object) -> tuple[str, ...]:
    terms = (inner(link.get("taxonomy_term")) for link in objects(service.get("attributes")))
    said = (line(term.get("name")) or line(term.get("code")) for term in terms)
    return tuple(dict.fromkeys(name for name in said if name))


def _attending(service: Object, places: Iterable[Object]) -> tuple[Attending, ...]:
    said = [*attending_of(service.get("schedules"))]
    for place in places:
        said += attending_of(place.get("schedules"))
        if str(inner(place.get("location")).get("location_type", "")).lower() == "virtual":
            said.append("online")
    ways = {way for words in said for way in read_attending(words)}
    return tuple(way for way in Attending if way in ways)


def _venue(place: Object, *, is_one_of_many: bool) -> Venue | None:
    location = inner(place.get("location"))
    if str(location.get("location_type", "")).lower() == "virtual":
        return None
    address = _address(location)
    # Of many places each has its own access; of one, whoever reads the words finds the place by itself.
    access = _access_words(place) if is_one_of_many else None
    name, street = _name_and_street(line(location.get("name")), address)
    latitude, longitude = _point(location)
    venue = Venue(
        name=name,
        address=street,
        town=line(address.get("city")),
        postcode=line(address.get("postal_code")),
        latitude=latitude,
        longitude=longitude,
        confidential=location.get("confidential") is True,
        access=read_access(access) if access else (),
        getting_there="\n".join(filter(None, (text(location.get("transportation")), access))) or None,
        times=slots_of(place.get("schedules")),
    )
    return venue if venue != Venue(confidential=venue.confidential) else None


def _name_and_street(name: str | None, address: Object) -> tuple[str | None, str | None]:
    """A name that is a house's number belongs to the street."""
    street = _joined(address.get("address_1"), address.get("address_2"))
    if name and street and _HOUSE.fullmatch(name):
        return None, f"{name} {street}"
    return name, street


def _point(location: Object) -> tuple[float | None, float | None]:
    """Latitude and longitude. Off the coast of Africa, at 0 and 0, is where forms put what nobody placed."""
    point = number(location.get("latitude")), number(location.get("longitude"))
    return (None, None) if None in point or point == (0, 0) else point


def _address(location: Object) -> Object:
    """Where it stands, rather than where letters go."""
    every = sorted(objects(location.get("addresses")), key=lambda one: one.get("address_type") == "postal")
    return every[0] if every else {}


def _access_words(place: Object) -> str | None:
    """What is said of the access to a place, in words."""
    said = []
    for fact in objects(inner(place.get("location")).get("accessibility")):
        said += [text(fact.get(name)) for name in ("description", "accessibility", "details")]
    return "\n".join(dict.fromkeys(one for one in said if one)) or None


def _cost(option: Object) -> Cost | None:
    amount, who = pounds(option.get("amount")), line(option.get("option"))
    per = line(option.get("amount_description"))
    ended = day(option.get("valid_to"))
    if (amount is None and who is None) or (ended and ended < today()):
        return None
    return Cost(amount=amount, option=who, per=per.removeprefix("per ") if per else None)


def _cost_words(service: Object) -> str | None:
    said = (line(option.get("cost_description")) for option in objects(service.get("cost_options")))
    return "\n".join(one for one in said if one) or None


def _residents(service: Object) -> tuple[str, ...]:
    """Where a service area is a local authority by its name. Sentences are left to nobody's guess."""
    areas = (line(area.get("name")) for area in objects(service.get("service_areas")))
    names = (find_local_authority(area) for area in areas if area)
    return tuple(dict.fromkeys(name for name in names if name))


def _languages(service: Object) -> tuple[str, ...]:
    codes: dict[str, None] = {}
    for language in objects(service.get("languages")):
        code = str(language.get("code") or "").strip()
        found = read_languages(str(language.get("name") or "")) or (
            (code,) if code.isalpha() and len(code) in (2, 3) else ()
        )
        codes |= dict.fromkeys(one.lower() for one in found)
    return tuple(codes)


def _phones(service: Object, places: Sequence[Object]) -> tuple[Phone, ...]:
    owners = [service, *places, *(inner(place.get("location")) for place in places)]
    owners += objects(service.get("contacts"))
    owners += [inner(service.get("organization"))]
    found: dict[str, Phone] = {}
    for owner in owners:
        for phone in objects(owner.get("phones")):
            if "fax" in str(phone.get("type") or phone.get("number_type") or "").lower():
                continue
            for read in read_phones(str(phone.get("number") or "")):
                found.setdefault(read.number, read.model_copy(update={"description": line(phone.get("description"))}))
        if found:
            # The nearest to the service is the one to ring; the organization's own only where there is none.
            break
    return tuple(found.values())


def _beginning(service: Object) -> str | None:
    """How to start, how long one waits, and what to bring."""
    wait = text(service.get("wait_time"))
    said = [text(service.get("application_process")), f"Waiting time: {wait}" if wait else None]
    documents = service.get("required_documents")
    written = [documents] if isinstance(documents, str) else [one.get("document") for one in objects(documents)]
    said += [f"Bring: {document}" for one in written if (document := text(one))]
    return "\n".join(dict.fromkeys(one for one in said if one)) or None


def _contacts(service: Object, places: Sequence[Object]) -> tuple[Contact, ...]:
    """Those of the service; only where it has none, those of the places where it is."""
    at_places = (owner for place in places for owner in (place, inner(place.get("location"))))
    written = [*objects(service.get("contacts"))] or [
        contact for owner in at_places for contact in objects(owner.get("contacts"))
    ]
    found = []
    for contact in written:
        said = Contact(
            name=line(contact.get("name")),
            title=line(contact.get("title")),
            email=_email(contact.get("email")),
            public=contact.get("public", True) is not False,
        )
        if said.name or said.title or said.email:
            found.append(said)
    return tuple(dict.fromkeys(found))


def _joined(*parts: Any) -> str | None:
    return ", ".join(part for one in parts if (part := line(one))) or None


def _link(value: Any) -> str | None:
    return next(iter(read_urls(text(value) or "")), None)


def _email(value: Any) -> str | None:
    return next(iter(read_emails(text(value) or "")), None)
