"""Open Referral UK 1.x JSON, and what Outpost publishes: services with locations, regular schedules, taxonomies."""

from collections.abc import Iterator
from typing import Any

from importers.incoming import Found, Incoming, Rejected
from importers.json_files import files_in, records_in
from importers.json_shape import Shape
from importers.legacy import KNOWN, as_hsds
from importers.mapping import Mapping
from importers.origin import Origin
from importers.services import found_services, understand_service

FORMAT = "oruk1"
LEGACY = frozenset(
    "organisation regular_schedules regular_schedule service_taxonomys eligibilitys taxonomies local_offer".split()
)


def recognises(origin: Origin) -> float:
    """JSON of services by members that only the old shapes have; of a folder, its files."""
    return max((looks(file.json) for file in files_in(origin) if file.json), default=0.0)


def looks(shape: Shape) -> float:
    """How much the records of a document look like legacy services."""
    return 0.95 if "name" in shape.record_keys and shape.record_keys & LEGACY else 0.0


def find(origin: Origin, mapping: Mapping | None) -> Iterator[Found | Rejected]:
    """Each service."""
    yield from found_services(records_in(origin, looks, is_shallow))


def understand(found: Found) -> Incoming:
    """What the service says."""
    return understand_service(found, as_hsds, KNOWN)


def is_shallow(service: Any) -> bool:
    """A list of services without their places."""
    return not any(key in service for key in ("locations", "service_at_locations", "taxonomies", "service_taxonomys"))
