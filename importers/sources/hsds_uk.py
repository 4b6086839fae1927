"""HSDS-UK 3.0 JSON (and HSDS 3.x): pages, lists or lines of services, one service, a folder of them, an API's address."""

from collections.abc import Iterator

from importers.incoming import Found, Incoming, Rejected
from importers.json_files import files_in, records_in
from importers.json_shape import Shape
from importers.mapping import Mapping
from importers.origin import Origin
from importers.services import found_services, is_shallow, understand_service

FORMAT = "hsds-uk"
OURS = frozenset(
    "service_at_locations status schedules organization organization_id cost_options assured_date fees".split()
)
OTHERS = frozenset(
    "taxonomy_terms term_uri parent_id version "
    "organisation regular_schedules regular_schedule target_directories location locations website "
    "latitude longitude location_type addresses transportation legal_status year_incorporated".split()
)
"""Members of other shapes: legacy services, organizations, locations, terms."""


def recognises(origin: Origin) -> float:
    """JSON of services by their members; of a folder, its files."""
    return max((looks(file.json) for file in files_in(origin) if file.json), default=0.0)


def looks(shape: Shape) -> float:
    """How much the records of a document look like services, or hold them: services at locations, organizations."""
    keys = shape.record_keys
    if {"service", "location"} <= keys and not keys & {"services", "features"}:
        return 0.7
    if {"name", "services"} <= keys and "id" in keys:
        return 0.8
    if "name" not in keys or keys & OTHERS:
        return 0.0
    return 0.9 if keys & OURS else 0.3 if "id" in keys and "description" in keys and "taxonomy" not in keys else 0.0


def find(origin: Origin, mapping: Mapping | None) -> Iterator[Found | Rejected]:
    """Each service. A mapping has nothing to say here: the standard names the members."""
    yield from found_services(records_in(origin, looks, is_shallow))


def understand(found: Found) -> Incoming:
    """What the service says."""
    return understand_service(found)
