"""The tables of HSDS 1.x (Ohana too), 2.0 and 3.x: their files, and which rows belong to which.

Source: the data packages of those versions of the Human Services Data Specification, and Ohana's documented CSV files.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """`member` is where its rows hang on what they belong to; `owners` and `leads` are (column, kind of row)."""

    member: str
    files: tuple[str, ...]
    owners: tuple[tuple[str, str], ...] = ()
    leads: tuple[tuple[str, str], ...] = ()
    has_own: bool = False
    """Whether other rows refer to it."""


def _table(member: str, files: str, owners: str = "", leads: str = "", has_own: bool = False) -> Table:
    def pairs(kinds: str) -> tuple[tuple[str, str], ...]:
        return tuple((f"{kind}_id", kind) for kind in kinds.split())

    return Table(member, tuple(f"{name}.csv" for name in files.split()), pairs(owners), pairs(leads), has_own)


PLACES = "service_at_location service location"
TABLES = {
    "service": _table("services", "services service", leads="organization program location"),
    "organization": _table("organizations", "organizations organization", has_own=True),
    "program": _table("programs", "programs program", has_own=True),
    "location": _table("locations", "locations location", leads="organization", has_own=True),
    "taxonomy_term": _table("taxonomy_terms", "taxonomy_terms taxonomy_term taxonomy", has_own=True),
    "service_at_location": _table(
        "service_at_locations",
        "service_at_location service_at_locations services_at_location",
        "service",
        "location",
        True,
    ),
    "phone": _table("phones", "phones phone", f"{PLACES} organization contact"),
    "contact": _table("contacts", "contacts contact", f"{PLACES} organization", has_own=True),
    "address": _table("addresses", "addresses address", "location"),
    "physical_address": _table("physical_addresses", "physical_addresses physical_address", "location"),
    "schedule": _table("schedules", "schedules schedule", PLACES),
    "regular_schedule": _table("regular_schedules", "regular_schedules regular_schedule", PLACES),
    "holiday_schedule": _table("holiday_schedules", "holiday_schedules holiday_schedule", PLACES),
    "service_area": _table("service_areas", "service_areas service_area", "service"),
    "required_document": _table("required_documents", "required_documents required_document", "service"),
    "payment_accepted": _table("payments_accepted", "payments_accepted payment_accepted", "service"),
    "language": _table("languages", "languages language", "service location"),
    "eligibility": _table("eligibility_rules", "eligibility", "service"),
    "accessibility": _table(
        "accessibility", "accessibility accessibility_for_disabilities accessibilities", "location"
    ),
    "cost_option": _table("cost_options", "cost_options cost_option", "service"),
    "organization_identifier": _table(
        "organization_identifiers", "organization_identifiers organization_identifier", "organization"
    ),
    "attribute": _table("attributes", "attributes attribute other_attributes", leads="taxonomy_term"),
    "service_attribute": _table(
        "attributes",
        "service_attributes service_attribute services_taxonomy service_taxonomy",
        "service",
        "taxonomy_term",
    ),
}
"""By the kind of row. Tables of which a listing says nothing (metadata, funding, …) are not read."""

SPECIFIC_FIRST = frozenset(("schedule", "regular_schedule", "holiday_schedule"))
"""Times that name a service at a location belong to that alone, not to everywhere the service is."""


def key(kind: str, identity: str) -> str:
    """The key of a row: "location:3"."""
    return f"{kind}:{identity}"


def own_key(kind: str, said: dict[str, str]) -> str | None:
    """The key by which other rows refer to this one, if any do."""
    # Ohana's terms have no id but that of the taxonomy.
    identity = said.get("id") or (said.get("taxonomy_id") if kind == "taxonomy_term" else None)
    return key(kind, identity) if identity and TABLES[kind].has_own else None


def belongs_to(kind: str, said: dict[str, str]) -> list[str]:
    """The keys of what a row belongs to."""
    if kind == "attribute":
        link = (said.get("link_entity") or said.get("link_type") or "").lower()
        return [key(link if link in TABLES else "service", said["link_id"])] if "link_id" in said else []
    owners = [key(owner, said[column]) for column, owner in TABLES[kind].owners if column in said]
    return owners[:1] if kind in SPECIFIC_FIRST else owners


def leads_to(kind: str, said: dict[str, str]) -> list[tuple[str, str]]:
    """(kind, key) of what a row refers to."""
    leads = [(other, key(other, said[column])) for column, other in TABLES[kind].leads if column in said]
    if kind == "service_attribute" and not leads and "taxonomy_id" in said:
        leads = [("taxonomy_term", key("taxonomy_term", said["taxonomy_id"]))]
    if kind == "service" and "taxonomy_ids" in said:
        terms = (one.strip() for one in said["taxonomy_ids"].split(","))
        leads += [("taxonomy_term", key("taxonomy_term", term)) for term in terms if term]
    return leads
