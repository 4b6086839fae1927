"""A record as it is compared: each field read once."""

from dataclasses import dataclass

from directory.matching.addresses import Address, read_address, read_postcode
from directory.matching.contacts import digits_of, own_domain, read_email, read_phones, read_url
from directory.matching.record import MatchRecord
from directory.matching.words import compared_words, folded


@dataclass(frozen=True, slots=True)
class Prepared:
    """The fields of a record in the forms in which they are compared; "" and () where nothing is known."""

    name: tuple[str, ...]
    organisation: tuple[str, ...]
    address: Address
    city: str
    postcode: str
    phones: tuple[str, ...]
    host: str
    path: str
    email: str
    domain: str
    point: tuple[float, float] | None
    charity: str
    company: str
    category: tuple[str, ...]
    own_name: tuple[str, ...]
    """The words of the name that are not of the organisation; () where no organisation is known."""
    where: frozenset[str]
    """The words that say where it is: of the address and the city."""


def prepare(record: MatchRecord) -> Prepared:
    """Read every field of a record."""
    address = read_address(record.address)
    host, path = read_url(record.url)
    email = read_email(record.email)
    name, organisation = compared_words(record.name), compared_words(record.organisation)
    return Prepared(
        name=name,
        organisation=organisation,
        address=address,
        city=folded(record.city),
        postcode=read_postcode(record.postcode) or record.postcode.strip().upper() or address.postcode,
        phones=read_phones(record.phone),
        host=host,
        path=path,
        email=email,
        domain=own_domain(host, email),
        point=_point(record),
        charity=digits_of(record.charity_number),
        company=digits_of(record.company_number),
        category=compared_words(record.category),
        own_name=tuple(word for word in name if word not in organisation) or name if organisation else (),
        where=frozenset(compared_words(record.city)) | frozenset(address.words.split()),
    )


def _point(record: MatchRecord) -> tuple[float, float] | None:
    """Where it is; nought, nought is nowhere, and so is what lies outside the globe."""
    if record.latitude is None or record.longitude is None:
        return None
    latitude, longitude = record.latitude, record.longitude
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180) or (latitude == 0 and longitude == 0):
        return None
    return latitude, longitude
