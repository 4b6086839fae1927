"""The care directory of the Care Quality Commission: a CSV with lines of its own above the headings."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from pydantic import ValidationError

from directory.clock import today
from directory.geography import find_local_authority
from directory.kinds import Attending, Sector
from directory.listing import Listing, Organization, Venue
from directory.understanding.contacts import read_phones, read_urls
from directory.understanding.plain_text import plain_text
from importers.addresses import read_venue
from importers.areas import Area
from importers.incoming import Found, Incoming, Rejected, RowRefused
from importers.mapping import Mapping
from importers.normalise import NO_NAME, check_length, refused
from importers.origin import Origin
from importers.sectors import sector_of
from importers.tables import csv_rows, find_headings, rows_under
from importers.text_encoding import open_text, read_lines

FORMAT = "cqc"
LICENCE = "Open Government Licence v3.0"
PRECEDENCE = 40
ID, PROVIDER = "CQC Location ID", "CQC Provider ID"
WEBSITE = "Service's website (if available)"
OFFICE_ONLY = re.compile(r"\s*\(for office use only\)", re.IGNORECASE)
CONSUMED = frozenset(
    ("Name", "Also known as", "Address", "Postcode", "Phone number", WEBSITE, "Service types", "Date of latest check")
) | {"Specialisms/services", "Provider name", "Local authority", ID}
AT_HOME = frozenset(("homecare agencies", "shared lives", "supported living", "mobile doctors"))
"""Services that come to the person: their address is an office."""
EVERYONE = "Services for everyone"
OLD, ADULT, CHILDREN = "caring for adults over 65 yrs", "caring for adults under 65 yrs", "caring for children"
AGES: dict[frozenset[str], tuple[float | None, float | None]] = {
    frozenset((OLD,)): (65, None),
    frozenset((ADULT,)): (18, 64),
    frozenset((OLD, ADULT)): (18, None),
    frozenset((CHILDREN,)): (None, 17),
}
BANDS = (OLD, ADULT, CHILDREN, EVERYONE.lower())
"""The bands of ages that a place is registered for; everyone, or bands with a gap between them, have none."""


def recognises(origin: Origin) -> float:
    """By the heading that nobody else has, a few lines down."""
    if origin.is_folder or origin.is_spreadsheet or origin.is_zip or origin.json:
        return 0.0
    return 0.95 if b"cqc location" in (head := origin.head[:5_000].lower()) and b"provider name" in head else 0.0


def find(origin: Origin, mapping: Mapping | None) -> Iterator[Found | Rejected]:
    """Each place that is registered, in the areas that are wanted."""
    area = Area(mapping)
    with origin.open() as file, open_text(file) as text:
        table = csv_rows(read_lines(text))
        headings = [OFFICE_ONLY.sub("", heading) for heading in find_headings(table, _is_heading)]
        for row in rows_under(headings, table):
            if isinstance(row, Rejected):
                yield row
            elif area.holds([row.cells.get("Local authority", "")], row.cells.get("Postcode", "")):
                yield Found(row.row, {heading: cell for heading, cell in row.cells.items() if cell}, row.cells)


def understand(found: Found) -> Incoming:
    """What the directory says of it."""
    cells = found.said
    for heading, cell in cells.items():
        check_length(heading, cell)
    if ID not in cells:
        raise RowRefused("This place has no CQC Location ID, so nobody could find it again", field=ID)
    if "Name" not in cells:
        raise RowRefused(NO_NAME, field="Name")
    try:
        listing = _listing(dict(cells))
    except ValidationError as error:
        raise refused(error) from error
    raw = {heading: cell for heading, cell in cells.items() if heading not in CONSUMED}
    if not listing.phones and "Phone number" in cells:
        raw["Phone number"] = cells["Phone number"]
    if not any(venue.local_authority for venue in listing.venues) and "Local authority" in cells:
        raw["Local authority"] = cells["Local authority"]
    return Incoming(found.row, cells[ID], listing, raw=raw, cells=found.as_cells())


def _is_heading(cells: Sequence[str]) -> bool:
    return "Name" in cells and any(cell.startswith(ID[:12]) for cell in cells)


def _listing(cells: dict[str, str]) -> Listing:
    types, specialisms = _list(cells, "Service types"), _list(cells, "Specialisms/services")
    minimum, maximum = AGES.get(frozenset(filter(None, map(_band, specialisms))), (None, None))
    at_home = bool(types) and all(one.lower() in AT_HOME for one in types)
    provider = plain_text(cells.get("Provider name", ""))
    checked = _day(cells.get("Date of latest check", ""))
    return Listing(
        name=" ".join(plain_text(cells["Name"]).split()),
        alternate_name=plain_text(cells.get("Also known as", "")) or None,
        organization=Organization(name=provider, sector=_sector(provider, types)) if provider else None,
        # A place without a page of its own has one at the commission, with what its inspectors saw.
        url=next(iter(read_urls(cells.get(WEBSITE, "")) or read_urls(cells.get("Location URL", ""))), None),
        categories=tuple(dict.fromkeys([*types, *(one for one in specialisms if not _is_band(one))])),
        attending=(Attending.HOME_VISIT,) if at_home else (),
        venues=_venues(cells),
        minimum_age=minimum,
        maximum_age=maximum,
        eligibility_text="; ".join(one for one in specialisms if one != EVERYONE) or None,
        phones=read_phones(_with_its_nought(cells.get("Phone number", ""))),
        accreditations="Registered with the Care Quality Commission",
        assured_date=checked,
        assured_by="Care Quality Commission" if checked else None,
    )


def _list(cells: dict[str, str], heading: str) -> list[str]:
    return [plain_text(one) for one in cells.get(heading, "").split("|") if one.strip()]


def _band(specialism: str) -> str | None:
    """The band of ages that a speciality is, however it goes on: "Caring for children (0 - 18yrs)"."""
    return next((band for band in BANDS if specialism.lower().startswith(band)), None)


def _is_band(specialism: str) -> bool:
    return _band(specialism) is not None


def _sector(provider: str, types: list[str]) -> Sector | None:
    """A company that runs a hospice is nearly always a charity, and does not say so in its name."""
    sector = sector_of(provider)
    return None if sector is Sector.PRIVATE and "Hospice" in types else sector


def _venues(cells: dict[str, str]) -> tuple[Venue, ...]:
    venue = read_venue(plain_text(cells.get("Address", "")), cells.get("Postcode", ""), None, None)
    if venue is None:
        return ()
    # The first line may be a room, and the place has a name already.
    street = ", ".join(part for part in (venue.name, venue.address) if part) or None
    named = find_local_authority(cells.get("Local authority", ""))
    return (venue.model_copy(update={"name": None, "address": street, "local_authority": named}),)


def _with_its_nought(number: str) -> str:
    """A spreadsheet takes the nought away from the front of a number."""
    digits = re.sub(r"\D", "", number)
    return f"0{digits}" if len(digits) in (9, 10) and digits[0] in "123789" else number


def _day(text: str) -> date | None:
    """The day of "22/Jan/2025 - 00:00", or of a date in figures."""
    for form in ("%d/%b/%Y", "%d/%m/%Y", "%Y-%m-%d"):
        try:
            day = datetime.strptime(text.split(" ")[0], form).date()  # noqa: DTZ007
        except ValueError:
            continue
        return day if day <= today() else None
    return None
