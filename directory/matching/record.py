"""A record to be matched: what a keeper wrote about one place or service."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MatchRecord:
    """Everything but the id may be missing; texts are as they were written, coordinates are WGS 84 degrees."""

    id: str
    name: str = ""
    organisation: str = ""
    address: str = ""
    city: str = ""
    postcode: str = ""
    phone: str = ""
    url: str = ""
    email: str = ""
    latitude: float | None = None
    longitude: float | None = None
    charity_number: str = ""
    company_number: str = ""
    category: str = ""
