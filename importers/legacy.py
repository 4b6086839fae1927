"""Services of Open Referral UK 1.x and of Outpost in the shape of HSDS-UK 3.0.

Sources: the Open Referral UK 1.0 schema (`eligibilitys`, `service_taxonomys`, `physical_addresses`,
`regular_schedule`) and the API of Outpost, which writes `organisation`, `locations` and `regular_schedules`.
"""

from typing import Any

from directory.hsds.values import inner, objects
from directory.understanding.contacts import find_postcode
from importers.addresses import names_no_place, read_venue

KNOWN = frozenset(
    "id name description url email status organisation organization locations service_at_locations contacts phones "
    "regular_schedules regular_schedule taxonomies service_taxonomys cost_options free min_age max_age eligibilitys "
    "fees needs_referral languages assured_date service_areas temporarily_closed suitabilities send_needs".split()
)
DAYS = {name: name[:2].upper() for name in "monday tuesday wednesday thursday friday saturday sunday".split()}
DAYS |= {str(at): day for at, day in enumerate(DAYS.values(), start=1)} | {day.lower(): day for day in DAYS.values()}

Json = dict[str, Any]


def as_hsds(service: Json) -> Json:
    """The service as HSDS-UK 3.0 would write it. Its keys have been tidied before."""
    same = "id name description url email fees assured_date languages service_areas phones contacts".split()
    hsds = {key: service[key] for key in same if key in service}
    hsds["status"] = "temporarily closed" if service.get("temporarily_closed") is True else service.get("status")
    hsds["organization"] = service.get("organisation") or service.get("organization")
    hsds["minimum_age"], hsds["maximum_age"] = _ages(service)
    hsds["schedules"] = weekly(service)
    hsds["service_at_locations"] = [*_places(service)]
    hsds["attributes"] = [{"taxonomy_term": {"name": name}} for name in _terms(service)]
    hsds["cost_options"] = _costs(service)
    hsds["eligibility_description"] = "\n".join(_eligible(service))
    if service.get("needs_referral") is True:
        hsds["application_process"] = "Referral needed"
    return hsds


def _ages(service: Json) -> tuple[Any, Any]:
    known = next(objects(service.get("eligibilitys")), {})
    return (
        service.get("min_age", known.get("minimum_age")),
        service.get("max_age", known.get("maximum_age")),
    )


def _eligible(service: Json) -> list[str]:
    said = [str(known.get("eligibility") or "") for known in objects(service.get("eligibilitys"))]
    return [words for words in said if words]


def weekly(holder: Any) -> list[Json]:
    """The regular schedules of a service or a place, as schedules."""
    written = [*objects(holder.get("regular_schedules")), *objects(holder.get("regular_schedule"))]
    return [_schedule(one) for one in written]


def _schedule(one: Any) -> Json:
    days = one.get("byday") or DAYS.get(str(one.get("weekday", "")).strip().lower())
    same = "opens_at closes_at valid_from valid_to dtstart freq interval description bymonthday".split()
    return {"byday": days, **{key: one[key] for key in same if key in one}}


def _places(service: Json) -> list[Json]:
    places = [_place(location) for location in objects(service.get("locations")) if not _is_nowhere(location)]
    for at_location in objects(service.get("service_at_locations")):
        place = _place(inner(at_location.get("location")))
        places.append({**place, "schedules": weekly(at_location)})
    return places


def _is_nowhere(location: Any) -> bool:
    """Whether it is only said to be nationwide, or online: what such a location is called is no place."""
    written = [location.get(key) for key in ("address_1", "postal_code")]
    elsewhere = names_no_place(str(location.get("city") or "-")) and not str(location.get("city")).lower().startswith(
        "online"
    )
    return elsewhere and not any(written) and find_postcode(str(location.get("name") or "")) is None


def _place(location: Any) -> Json:
    point = inner(location.get("geometry")).get("coordinates")
    longitude, latitude = point if isinstance(point, list) and len(point) == 2 else (None, None)
    address = {**next(objects(location.get("physical_addresses")), location)}
    name = location.get("name")
    if isinstance(name, str) and find_postcode(name) and not address.get("address_1"):
        # The whole address was written where the name belongs.
        name = _take_apart(name, address)
    elsewhere = [key for key in ("city", "address_1") if names_no_place(str(address.get(key) or "-"))]
    hidden = location.get("mask_exact_address") is True or location.get("visible") is False
    same = [key for key in "address_1 address_2 city state_province postal_code".split() if key not in elsewhere]
    return {
        "location": {
            "location_type": "virtual" if str(name or address.get("city")).lower().startswith("online") else None,
            "name": None if names_no_place(str(name or "-")) else name,
            "latitude": location.get("latitude", latitude),
            "longitude": location.get("longitude", longitude),
            "confidential": hidden,
            "addresses": [{key: address[key] for key in same if key in address}],
            "accessibility": [{"description": name} for name in _names(_access(location))],
        }
    }


def _take_apart(written: str, address: Json) -> str | None:
    """Put the parts of a written address where they belong; gives the name that it begins with, if it does."""
    venue = read_venue(written, "", None, None)
    if venue is None:
        return written
    address |= {"address_1": venue.address, "city": venue.town, "postal_code": venue.postcode}
    return venue.name


def _access(location: Any) -> list[Any]:
    written = (location.get(name) for name in ("accessibilities", "accessibility_for_disabilities"))
    return [fact for facts in written if isinstance(facts, list) for fact in facts]


def _terms(service: Json) -> list[str]:
    legacy = (inner(link.get("taxonomy")) for link in objects(service.get("service_taxonomys")))
    return [*_names(service.get("taxonomies")), *_names(list(legacy))]


def _names(things: Any) -> list[str]:
    """The names of terms, which some write as objects and some as words."""
    written = things if isinstance(things, list) else []
    names = (one.get("name") or one.get("accessibility") if isinstance(one, dict) else one for one in written)
    return [name for name in names if isinstance(name, str)]


def _costs(service: Json) -> list[Json]:
    if service.get("free") is True:
        return [{"amount": 0}]
    return [
        {**one, "amount_description": one.get("amount_description") or one.get("cost_type")}
        for one in objects(service.get("cost_options"))
    ]
