"""What the lists of NHS organisations say of one of them, as a listing: by the columns of any of their layouts."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from directory.kinds import Sector, Status
from directory.listing import Listing, Organization, Venue
from directory.understanding.contacts import read_emails, read_phones, read_urls
from importers.addresses import read_venue
from importers.cells import read_degrees
from importers.columns import plain
from importers.shouting import as_name

WITHOUT_HEADINGS = (
    "code name grouping geography address_1 address_2 address_3 address_4 address_5 postcode opened closed status "
    "subtype commissioner joined left phone - - - amended - - - setting -"
).split()
"""The columns of the files of the Organisation Data Service, which have no headings."""
BY_HEADING = {
    "code": "organisation code, ods code, organisationcode, org code, practice code, odscode",
    "name": "name, organisation name, organisationname, practice name, org name",
    "address_1": "address line 1, address 1, address1",
    "address_2": "address line 2, address 2, address2",
    "address_3": "address line 3, address 3, address3, locality",
    "address_4": "address line 4, address 4, town, city",
    "address_5": "address line 5, address 5, county",
    "postcode": "postcode, post code, postal code",
    "latitude": "latitude",
    "longitude": "longitude",
    "opened": "open date, operational start date",
    "closed": "close date, operational end date, legal end date",
    "status": "status, status code, organisation status, organisationstatus",
    "phone": "contact telephone number, telephone, phone, telephone number, phone number",
    "email": "email, email address",
    "website": "website, web site, url",
    "setting": "prescribing setting",
    "type": "organisation type, organisationtype, primary role, primary role name, role, role name",
    "subtype": "subtype, sub type, organisation subtype",
    "sector": "sector",
    "parent": "parent name, parentname, provider, provider name",
}
HEADINGS = {heading.strip(): column for column, names in BY_HEADING.items() for heading in names.split(",")}
CODE = re.compile(r"[A-Z0-9]{3,10}")
CLOSED = frozenset(("c", "closed", "inactive", "d", "dormant", "hidden"))
SETTINGS = {
    "1": "Walk-in centre",
    "2": "Out of hours doctor",
    "3": "Walk-in centre",
    "4": "GP practice",
    "8": "Public health service",
    "9": "Community health service",
    "10": "Hospital service",
    "11": "Optometry service",
    "12": "Urgent and emergency care",
    "13": "Hospice",
    "14": "Care home",
}
"""What the figure for a prescribing setting means; places where nobody goes of her own will have none."""
FILES = {
    "epraccur": ("GP practice", Sector.PUBLIC),
    "etr": ("NHS trust", Sector.PUBLIC),
    "ets": ("NHS trust site", Sector.PUBLIC),
    "edispensary": ("Pharmacy", Sector.PRIVATE),
    "egdpprac": ("Dental practice", Sector.PRIVATE),
    "ecarehomesite": ("Care home", None),
    "eother": (None, None),
}
"""What the files are called, what is in them, and who runs it."""
COUNTIES = frozenset(
    "merseyside lancashire cheshire cumbria derbyshire shropshire staffordshire norfolk suffolk essex kent surrey "
    "hampshire dorset devon cornwall somerset wiltshire gloucestershire oxfordshire berkshire buckinghamshire "
    "bedfordshire hertfordshire cambridgeshire lincolnshire nottinghamshire leicestershire northamptonshire "
    "warwickshire worcestershire herefordshire durham northumberland middlesex".split()
) | {"greater manchester", "west yorkshire", "south yorkshire", "north yorkshire", "west midlands", "tyne and wear"}
"""Lines of an address that are not its town."""
CONSUMED = frozenset(BY_HEADING) - {"opened", "closed", "subtype", "sector", "setting"}


def column_of(heading: str) -> str | None:
    """Our name for a column of theirs."""
    return HEADINGS.get(plain(heading))


def is_row(cells: Sequence[str]) -> bool:
    """Whether a row without headings is one of theirs: a code, a name, a postcode and a day where they should be."""
    return (
        len(cells) in (26, 27, 28)
        and CODE.fullmatch(cells[0].strip()) is not None
        and bool(cells[1].strip())
        and (not cells[10].strip() or _day(cells[10]) is not None)
        and (_day(cells[10]) is not None or cells[12].strip() in ("A", "C", "D", "P"))
    )


def is_closed(cells: Mapping[str, str], today: date) -> bool:
    """Whether it is open no more, by its status or the day on which it closed."""
    closed = _day(cells.get("closed", ""))
    return cells.get("status", "").strip().lower() in CLOSED or (closed is not None and closed <= today)


def listing_of(cells: Mapping[str, str], file: str | None) -> Listing:
    """The listing of one organisation. ValidationError when it has no name."""
    kind, sector = FILES.get(file or "", (None, None))
    name = as_name(" ".join(cells.get("name", "").split()))
    category = SETTINGS.get(cells["setting"]) if "setting" in cells else kind
    categories = [category, *(cells.get(column) for column in ("type", "subtype") if not _is_code(cells, column))]
    venue = _venue(cells)
    return Listing(
        name=name,
        organization=_organization(cells, name, sector),
        url=_first(read_urls(cells.get("website", ""))),
        email=_first(read_emails(cells.get("email", ""))),
        status=Status.DRAFT if cells.get("status", "").strip().upper() in ("P", "PROPOSED") else Status.ACTIVE,
        categories=tuple(dict.fromkeys(one for one in categories if one)),
        venues=(venue,) if venue else (),
        phones=read_phones(cells.get("phone", "")),
    )


def _organization(cells: Mapping[str, str], name: str, sector: Sector | None) -> Organization | None:
    said = plain(cells.get("sector", ""))
    if said:
        sector = Sector.PUBLIC if "nhs" in said else Sector.PRIVATE if "independent" in said else sector
    parent = as_name(" ".join(cells.get("parent", "").split())) or name
    return Organization(name=parent, sector=sector) if parent else None


def _venue(cells: Mapping[str, str]) -> Venue | None:
    written = (cells.get(f"address_{line}", "").strip() for line in range(1, 6))
    lines = [as_name(line) for line in written if line.lower() not in COUNTIES]
    latitude, longitude = (read_degrees(cells.get(name, "")) for name in ("latitude", "longitude"))
    return read_venue(
        ", ".join(dict.fromkeys(line for line in lines if line)), cells.get("postcode", ""), latitude, longitude
    )


def _is_code(cells: Mapping[str, str], column: str) -> bool:
    """RO177 and B are for machines."""
    return re.fullmatch(r"(?:RO)?\d+|.", cells.get(column, "")) is not None


def _day(text: str) -> date | None:
    for form in ("%Y%m%d", "%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"):
        try:
            return datetime.strptime(text.strip()[:10], form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def _first(found: tuple[str, ...]) -> str | None:
    return found[0] if found else None
