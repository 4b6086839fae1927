"""Services of HSDS 1.x, Ohana and 2.0 in the shape of HSDS 3, from rows in which lists may be words with commas."""

from collections.abc import Iterator
from typing import Any

from directory.hsds.values import inner, objects, text
from importers.legacy import weekly

CONSUMED = frozenset(
    "organization_id location_id taxonomy_ids keywords audience eligibility eligibility_rules website "
    "regular_schedules fees wait_time required_documents attributes contacts languages service_areas status".split()
)
"""Members of rows of services that become something; the rest is kept as it came."""
ACCESS = {
    "disabled_parking": "Accessible parking",
    "restroom": "Accessible toilet",
    "wheelchair": "Wheelchair access",
    "elevator": "Lift",
    "ramp": "Ramp",
    "deaf_interpreter": "Sign language interpreter",
    "tape_braille": "Information on tape or in braille",
    "cd": "Information on CD",
    "tv": "Information on video",
    "tty": "Textphone",
}
"""What Ohana's words for access mean here."""
Json = dict[str, Any]


def as_hsds(service: Json) -> Json:
    """The service as HSDS 3 would write it, whichever version it is of. Its keys have been tidied before."""
    places = [*_places(service)]
    moved = [one for one in objects(service.get("schedules")) if not _placed(one, places)]
    hsds = {
        **service,
        "service_at_locations": places,
        "schedules": [*moved, *weekly(service)],
        "organization": _organization(service, places),
        "url": service.get("url") or service.get("website"),
        "eligibility_description": "\n".join(_eligible(service)) or None,
        "attributes": [*objects(service.get("attributes")), *_named_terms(service.get("keywords"))],
        "languages": [*_languages(service.get("languages"))],
        "service_areas": [*_areas(service.get("service_areas"))],
        "accreditations": service.get("accreditations") or service.get("accrediations"),
    }
    return hsds | {"attributes": [_term(one) for one in hsds["attributes"]]}


def _places(service: Json) -> Iterator[Json]:
    for at_location in objects(service.get("service_at_locations")):
        yield _place(at_location)
    if isinstance(service.get("location"), dict) and not service.get("service_at_locations"):
        yield _place({"location": service["location"]})


def _place(at_location: Any) -> Json:
    location = dict(inner(at_location.get("location")))
    location["addresses"] = [*objects(location.get("addresses")), *objects(location.get("physical_addresses"))]
    if location.get("virtual") == "true":
        location["location_type"] = "virtual"
    if isinstance(location.get("accessibility"), str):
        words = (word.strip() for word in location["accessibility"].split(","))
        location["accessibility"] = [{"description": ACCESS.get(word, word.replace("_", " "))} for word in words]
    schedules = [*objects(at_location.get("schedules")), *weekly(at_location)]
    return {**at_location, "location": location, "schedules": schedules}


def _placed(schedule: Any, places: list[Json]) -> bool:
    """Hang a schedule on the place that it names, where the service has more than one."""
    at = next(
        (place for place in places if inner(place.get("location")).get("id") == schedule.get("location_id")), None
    )
    if at is None or len(places) < 2:
        return False
    at["schedules"].append(schedule)
    return True


def _organization(service: Json, places: list[Json]) -> Json | None:
    """Its own, or that of the place where it is, as Ohana has it."""
    own = service.get("organization")
    found = own or next((inner(place["location"]).get("organization") for place in places), None)
    return {**found, "website": found.get("website") or found.get("url")} if isinstance(found, dict) else None


def _eligible(service: Json) -> Iterator[str]:
    rules = (rule.get("eligibility") for rule in objects(service.get("eligibility_rules")))
    for said in (service.get("eligibility_description"), service.get("audience"), service.get("eligibility"), *rules):
        if found := text(said):
            yield found


def _term(attribute: Any) -> Json:
    term = inner(attribute.get("taxonomy_term"))
    return {**attribute, "taxonomy_term": {**term, "name": term.get("name") or term.get("term")}}


def _named_terms(keywords: Any) -> list[Json]:
    return [{"taxonomy_term": {"name": word}} for word in _words(keywords)]


def _languages(written: Any) -> Iterator[Json]:
    yield from ({"name": word} for word in _words(written))
    for language in objects(written):
        yield {**language, "name": language.get("name") or language.get("language")}


def _areas(written: Any) -> Iterator[Json]:
    yield from ({"name": word} for word in _words(written))
    for area in objects(written):
        yield {**area, "name": area.get("name") or area.get("service_area")}


def _words(written: Any) -> list[str]:
    return [word.strip() for word in written.split(",") if word.strip()] if isinstance(written, str) else []
