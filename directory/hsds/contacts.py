"""Whom to ring and whom to ask, as HSDS writes it: the nearest to the service that there is."""

from collections.abc import Sequence
from typing import Any

from directory.hsds.values import Object, inner, line, objects, text
from directory.listing import Contact, Phone
from directory.understanding.contacts import read_emails, read_phones, read_urls


def phones_of(service: Object, places: Sequence[Object]) -> tuple[Phone, ...]:
    """The numbers of the service, else of its places, its contacts, its organization. No fax."""
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


def contacts_of(service: Object, places: Sequence[Object]) -> tuple[Contact, ...]:
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
            email=email_of(contact.get("email")),
            public=contact.get("public", True) is not False,
        )
        if said.name or said.title or said.email:
            found.append(said)
    return tuple(dict.fromkeys(found))


def link_of(value: Any) -> str | None:
    """The first web address in a text."""
    return next(iter(read_urls(text(value) or "")), None)


def email_of(value: Any) -> str | None:
    """The first e-mail address in a text."""
    return next(iter(read_emails(text(value) or "")), None)
