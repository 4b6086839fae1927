"""HSDS services from JSON to what a run takes in, whichever source they come from."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from directory.hsds import listing_from_hsds
from importers.incoming import Found, Incoming, Rejected, RowRefused
from importers.json_shape import Damaged, snake, tidy
from importers.normalise import LONGEST, NO_NAME, refused
from importers.rows import as_uuid

KNOWN = frozenset(
    "id name alternate_name description url email status alert organization schedules service_at_locations "
    "cost_options fees fees_description minimum_age maximum_age service_areas eligibility_description languages "
    "application_process wait_time required_documents phones contacts accreditations assured_date attributes "
    "organization_id".split()
)
"""Members that the listing takes in; the others are kept as they came."""
LONGEST_KEPT = 2_000


AsHsds = Callable[[dict[str, Any]], dict[str, Any]]


def found_services(services: Iterable[Any]) -> Iterator[Found | Rejected]:
    """Each service as it was written, counted from 1, also out of what it is written in."""
    for row, service in enumerate((one for written in services for one in _within(written)), start=1):
        if isinstance(service, dict):
            yield Found(row, service)
        elif isinstance(service, Damaged):
            yield Rejected(row, None, "This line is damaged: it is not JSON")
        else:
            yield Rejected(row, None, "This is not a record: an object with a name was expected here")


def _within(written: Any) -> Iterator[Any]:
    """The services of an organization, each with it; the service of a service at a location, with its place."""
    if not isinstance(written, dict):
        yield written
        return
    named = {snake(str(key)): value for key, value in written.items()}
    service, services = named.get("service"), named.get("services")
    if isinstance(service, dict) and isinstance(named.get("location"), dict):
        place = {key: value for key, value in named.items() if key != "service"}
        yield {**service, "service_at_locations": [place]}
    elif isinstance(services, list) and "name" in named:
        yield from (run_by(one, named) for one in services)
    else:
        yield written


def run_by(service: Any, organization: Mapping[str, Any]) -> Any:
    """The service with the organization in which it was written, unless it names one."""
    if not isinstance(service, dict) or isinstance(service.get("organization"), dict):
        return service
    # Its services and places are of other services too.
    return {**service, "organization": {key: organization[key] for key in organization if key not in NOT_ITS_OWN}}


NOT_ITS_OWN = frozenset(("services", "locations", "programs", "service_at_locations"))


def understand_service(found: Found, as_hsds: AsHsds = dict, known: frozenset[str] = KNOWN) -> Incoming:
    """What one service says. `as_hsds` turns a foreign shape into that of HSDS; its keys have been tidied before."""
    tidied = _readable(found.said)
    hsds = as_hsds(tidied)
    name, identity = hsds.get("name"), hsds.get("id")
    if not isinstance(name, str):
        raise RowRefused(NO_NAME, field="name")
    if not isinstance(identity, str | int):
        raise RowRefused("This service has no id, so nobody could find it again", field="id")
    try:
        listing = listing_from_hsds(hsds)
    except ValidationError as error:
        raise refused(error) from error
    # A number that nobody here can ring is kept as it came.
    unread = {"phones"} if not listing.phones else set()
    raw = {key: _kept(value) for key, value in tidied.items() if key not in known - unread and value not in ([], {})}
    return Incoming(found.row, str(identity), listing, raw=raw, uuid=as_uuid(str(identity)), cells=found.as_cells())


def _readable(service: Mapping[str, Any]) -> dict[str, Any]:
    for key, value in service.items():
        if isinstance(value, str) and len(value) > LONGEST:
            raise RowRefused(f"The {key} is longer than {LONGEST:,} characters", field=key)
    try:
        tidied: dict[str, Any] = tidy(service)
    except RecursionError as error:
        raise RowRefused("This record is nested too deeply to be read") from error
    return tidied


def _kept(value: Any) -> str:
    written = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return written[:LONGEST_KEPT]


def is_shallow(service: Mapping[str, Any]) -> bool:
    """Whether a list shows only the beginning of a service: nothing hangs on it but perhaps its organization."""
    return not any(
        key in service
        for key in ("service_at_locations", "schedules", "contacts", "attributes", "locations", "service", "services")
    )
