"""A service as HSDS-UK 3.0 (and HSDS 3.x) JSON writes it, to a listing.

Source: the HSDS-UK 3.0 schema of Open Referral UK. Unknown members are ignored; members that are missing, null, empty
or -1 are not known. Structure is taken as given; what stands in words alone is left in words.
"""

from collections.abc import Iterable

from directory.clock import today
from directory.geography import find_local_authority
from directory.hsds.contacts import contacts_of, email_of, link_of, phones_of
from directory.hsds.schedules import attending_of, slots_of, text_of
from directory.hsds.values import Object, day, day_past, inner, line, objects, pounds, text, years
from directory.hsds.venues import access_words, venue_of
from directory.kinds import Attending, Status
from directory.listing import Cost, Listing, Organization
from directory.understanding.attending import read_attending
from directory.understanding.languages import read_languages

STATUS = {"inactive": Status.WITHDRAWN, "defunct": Status.WITHDRAWN, "temporarily closed": Status.PAUSED}
REGISTERS = {"GB-CHC": "charity_number", "GB-COH": "company_number"}
CLOSED_AGES = (0.0, 100.0)
"""From 0 to 100 is how forms write "everybody"."""


def listing_from_hsds(service: Object) -> Listing:
    """The listing of a service with all that hangs on it. ValidationError when it has no name, or one too long."""
    places = tuple(objects(service.get("service_at_locations")))
    contacts = contacts_of(service, places)
    minimum, maximum = _ages(service)
    return Listing(
        name=text(service.get("name")) or "",
        alternate_name=line(service.get("alternate_name")),
        organization=_organization(inner(service.get("organization"))),
        description=text(service.get("description")),
        url=link_of(service.get("url")),
        email=email_of(service.get("email")) or next((one.email for one in contacts if one.public and one.email), None),
        status=STATUS.get(str(service.get("status", "")).strip().lower(), Status.ACTIVE),
        alert=text(service.get("alert")),
        categories=_categories(service),
        attending=_attending(service, places),
        venues=tuple(venue for place in places if (venue := venue_of(place, is_one_of_many=len(places) > 1))),
        times=slots_of(service.get("schedules")),
        times_text=text_of(service.get("schedules")),
        costs=tuple(cost for option in objects(service.get("cost_options")) if (cost := _cost(option))),
        cost_text=text(service.get("fees_description")) or text(service.get("fees")) or _cost_words(service),
        minimum_age=minimum,
        maximum_age=maximum,
        residents_of=_residents(service),
        eligibility_text=text(service.get("eligibility_description")),
        access_text=access_words(places[0]) if len(places) == 1 else None,
        languages=_languages(service),
        how_to_start_text=_beginning(service),
        phones=phones_of(service, places),
        contacts=contacts,
        accreditations=text(service.get("accreditations")),
        assured_date=day_past(service.get("assured_date")),
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
    website = link_of(organization.get("website")) or link_of(organization.get("url"))
    return Organization(
        name=name,
        description=text(organization.get("description")),
        email=email_of(organization.get("email")),
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


def _beginning(service: Object) -> str | None:
    """How to start, how long one waits, and what to bring."""
    wait = text(service.get("wait_time"))
    said = [text(service.get("application_process")), f"Waiting time: {wait}" if wait else None]
    documents = service.get("required_documents")
    written = [documents] if isinstance(documents, str) else [one.get("document") for one in objects(documents)]
    said += [f"Bring: {document}" for one in written if (document := text(one))]
    return "\n".join(dict.fromkeys(one for one in said if one)) or None
