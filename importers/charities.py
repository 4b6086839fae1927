"""What the register of charities says of one charity, as a listing.

The address is where letters go, often to the home of a trustee: nothing of it is kept. The register's own names for
its columns are those of the Charity Commission's public extract.
"""

from collections.abc import Mapping

from directory.kinds import Sector, Status
from directory.listing import Listing, Organization
from directory.understanding.contacts import read_emails, read_phones, read_urls
from directory.understanding.plain_text import plain_text
from importers.shouting import as_name, as_sentences

WHAT, WHO, HOW = "what", "who", "how"
EVERYBODY = frozenset(("the general public/mankind", "other defined groups", "other charities or voluntary bodies"))
"""Whom a charity helps when that says nothing."""
NOTHING_SAID = frozenset(("general charitable purposes", "other charitable purposes"))
MOST_AREAS = 8
"""Areas that are named one by one; with more it works nearly everywhere."""
ADDRESS = frozenset(f"charity_contact_address{line}" for line in range(1, 6)) | {"charity_contact_postcode"}
CONSUMED = ADDRESS | frozenset(
    "date_of_extract organisation_number registered_charity_number linked_charity_number charity_registration_status "
    "charity_contact_phone charity_contact_email charity_contact_web charity_activities "
    "charity_company_registration_number".split()
)
NOT_TOLD = frozenset(("false", "0"))


def is_removed(cells: Mapping[str, str]) -> bool:
    """Whether the register says that there is no such charity any more."""
    status = cells.get("charity_registration_status", "").strip().lower()
    dissolved = cells.get("cio_is_dissolved", "").strip().lower()
    return status == "removed" or bool(cells.get("date_of_removal")) or dissolved in ("true", "1")


def number_of(cells: Mapping[str, str]) -> str:
    """The registered number, with that of the branch where it is one: "1234567-2"."""
    registered, linked = cells.get("registered_charity_number", ""), cells.get("linked_charity_number", "")
    return f"{registered}-{linked}" if linked.strip() not in ("", "0") else registered


def listing_of(
    cells: Mapping[str, str], classes: Mapping[str, list[str]], areas: list[str], main: str | None
) -> Listing:
    """The listing of one charity. ValidationError when it has no name. `main` is the charity that a branch belongs to."""
    name = as_name(" ".join(plain_text(cells.get("charity_name", "")).split()))
    return Listing(
        name=name,
        organization=Organization(
            name=as_name(main) if main else name,
            sector=Sector.VOLUNTARY,
            website=_first(read_urls(cells.get("charity_contact_web", ""))) if not main else None,
            email=_first(read_emails(cells.get("charity_contact_email", ""))) if not main else None,
            charity_number=cells.get("registered_charity_number") or None,
            company_number=cells.get("charity_company_registration_number", "").strip() or None,
        )
        if name
        else None,
        description=_description(cells.get("charity_activities", ""), areas, [name, *areas]),
        url=_first(read_urls(cells.get("charity_contact_web", ""))),
        email=_first(read_emails(cells.get("charity_contact_email", ""))),
        status=Status.ACTIVE,
        categories=tuple(_categories(classes)),
        phones=read_phones(cells.get("charity_contact_phone", "")),
    )


def kept(cells: Mapping[str, str], classes: Mapping[str, list[str]], areas: list[str]) -> dict[str, str]:
    """What the register says besides, but for the address."""
    said = {
        column: cell
        for column, cell in cells.items()
        if column not in CONSUMED and cell and cell.strip().lower() not in NOT_TOLD
    }
    if (phone := cells.get("charity_contact_phone")) and not read_phones(phone):
        said["charity_contact_phone"] = phone
    if classes.get(HOW):
        said["how_it_helps"] = "; ".join(classes[HOW])
    if len(areas) > MOST_AREAS:
        said["areas_of_operation"] = "; ".join(areas)[:2_000]
    return said


def _description(activities: str, areas: list[str], names: list[str]) -> str | None:
    said = as_sentences(plain_text(activities), names)
    where = f"Works in {_listed(areas)}." if 0 < len(areas) <= MOST_AREAS else None
    return "\n\n".join(part for part in (said, where) if part) or None


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _categories(classes: Mapping[str, list[str]]) -> list[str]:
    said = [word for word in classes.get(WHAT, ()) if word.lower() not in NOTHING_SAID]
    return said + [word for word in classes.get(WHO, ()) if word.lower() not in EVERYBODY]


def _first(found: tuple[str, ...]) -> str | None:
    return found[0] if found else None
