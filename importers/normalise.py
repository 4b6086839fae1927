"""The loose cells of one row to a listing. What is not certain stays text, as it was written.

A row is refused only when it cannot be a record: it has no name, a cell that is too long to keep, or more cells
than headings. Anything else that nobody can make sense of ("age: abc", a web address that is none) is kept
with what we do not know, and the fact left unknown: a wrong fact is worse than none.

A formula in a cell is text here and on every page; nothing evaluates it. As a name it is refused: it names nothing.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from directory.kinds import Gender, Status
from directory.listing import Contact, Cost, Listing, Organization, Venue
from directory.understanding.contacts import read_emails, read_phones, read_urls
from directory.understanding.languages import read_languages
from directory.understanding.plain_text import plain_text
from importers.addresses import read_venue
from importers.cells import (
    NO,
    YES,
    plain_word,
    read_age,
    read_date,
    read_degrees,
    read_online,
    read_sector,
    says_nothing,
)
from importers.incoming import RowRefused

LONGEST = 20_000
LONGEST_LINE = 500
LINES = frozenset("name alternate_name organisation postcode phone email url venue town".split())
"""Columns that hold one short line."""
_FORMULA = re.compile(r"\s*=|[+\-@]\s*[A-Za-z.]+\(|[+\-@]\s*cmd\|", re.I)

SAYS = frozenset((("cost", "nil"), ("cost", "none")))
"""Words that are an answer in one column and none in all others."""
NO_NAME = "Enter a name for this service"


@dataclass(frozen=True)
class Normalised:
    """The listing, and the cells that nobody could make sense of."""

    listing: Listing
    left: Mapping[str, str]


class _Cells:
    """The cells of one row, each read once; what could not be read is noted."""

    def __init__(self, columns: Mapping[str, str]) -> None:
        self.columns = {
            name: text for name, text in columns.items() if not says_nothing(text) or (name, plain_word(text)) in SAYS
        }
        self.left: dict[str, str] = {}

    def text(self, name: str) -> str | None:
        """As written, without HTML."""
        return plain_text(self.columns.get(name, "")) or None

    def read(self, name: str, reader: Callable[[str], Any]) -> Any:
        """What the reader makes of it; a cell of which it makes nothing stays with what is left."""
        written = self.columns.get(name)
        if written is None:
            return None
        found = reader(written)
        if found is None or found == ():
            self.left[name] = written
        return found

    def first(self, name: str, reader: Callable[[str], tuple[str, ...]]) -> str | None:
        """The first of what the reader finds."""
        found: tuple[str, ...] | None = self.read(name, reader)
        return found[0] if found else None

    def words(self, name: str) -> tuple[str, ...]:
        """A list separated by semicolons or commas, each once."""
        parts = re.split(r"[;,\n|]", self.text(name) or "")
        return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def normalise(columns: Mapping[str, str]) -> Normalised:
    """The listing of a row whose columns bear our names. RowRefused when it cannot be a record."""
    for column, text in columns.items():
        check_length(column, text)
    cells = _Cells(columns)
    name = cells.text("name")
    if name is None:
        raise RowRefused(NO_NAME, field="name")
    if _FORMULA.match(name):
        raise RowRefused("The name is a spreadsheet formula. Enter the name itself", field="name")
    try:
        return Normalised(_listing(" ".join(name.split()), cells), cells.left)
    except ValidationError as error:
        raise refused(error) from error


def check_length(name: str, text: str) -> None:
    """RowRefused when a cell is longer than we keep."""
    most = LONGEST_LINE if name in LINES else LONGEST
    if len(text) > most:
        raise RowRefused(f"The {name.replace('_', ' ')} is longer than {most:,} characters", field=name)


def refused(error: ValidationError) -> RowRefused:
    """The first thing that is wrong with a listing, in one sentence."""
    first = error.errors()[0]
    field = str(first["loc"][0]) if first["loc"] else None
    if first["type"] == "string_too_long":
        return RowRefused(f"The {field} is longer than {first['ctx']['max_length']:,} characters", field=field)
    return RowRefused(f"The {field} cannot be read: {first['msg'][:1].lower()}{first['msg'][1:]}", field=field)


def _listing(name: str, cells: _Cells) -> Listing:
    minimum, maximum = _ages(cells)
    online = cells.read("online", lambda text: read_online(text) if read_online(text).known else None)
    venue = _venue(cells)
    checked = cells.read("last_verified", read_date)
    return Listing(
        name=name,
        alternate_name=cells.text("alternate_name"),
        organization=_organization(cells),
        description=cells.text("description"),
        url=cells.first("url", read_urls),
        email=cells.first("email", read_emails),
        status=cells.read("status", _status) or Status.ACTIVE,
        alert=cells.text("alert"),
        categories=cells.words("categories"),
        attending=online.ways if online else (),
        venues=(venue,) if venue else (),
        times_text=_times(cells),
        costs=_costs(cells),
        cost_text=cells.text("cost"),
        minimum_age=minimum,
        maximum_age=maximum,
        gender=cells.read("gender", lambda text: GENDERS.get(plain_word(text))),
        eligibility_text=cells.text("eligibility"),
        access_text=cells.text("accessibility"),
        languages=cells.read("languages", read_languages) or (),
        how_to_start_text="\n".join(filter(None, (cells.text("how_to_start"), cells.text("waiting")))) or None,
        phones=cells.read("phone", read_phones) or (),
        contacts=_contacts(cells),
        accreditations=cells.text("accreditations"),
        assured_date=checked,
    )


GENDERS = {"women": Gender.WOMEN, "female": Gender.WOMEN, "men": Gender.MEN, "male": Gender.MEN}
STATUSES = {
    "active": Status.ACTIVE,
    "live": Status.ACTIVE,
    "published": Status.ACTIVE,
    "inactive": Status.WITHDRAWN,
    "closed": Status.WITHDRAWN,
    "withdrawn": Status.WITHDRAWN,
    "defunct": Status.WITHDRAWN,
    "paused": Status.PAUSED,
    "temporarily closed": Status.PAUSED,
    "draft": Status.DRAFT,
}


def _status(text: str) -> Status | None:
    return STATUSES.get(plain_word(text))


def _organization(cells: _Cells) -> Organization | None:
    name = cells.text("organisation")
    sector = cells.read("sector", read_sector)
    if name is None:
        # There is nobody to whom the sector could belong.
        if sector:
            cells.left["sector"] = cells.columns["sector"]
        return None
    return Organization(
        name=" ".join(name.split()),
        sector=sector,
        website=cells.first("organisation_url", read_urls),
        charity_number=cells.text("charity_number"),
    )


def _venue(cells: _Cells) -> Venue | None:
    point = [cells.read(name, read_degrees) for name in ("latitude", "longitude")]
    written = [cells.text(name) for name in ("venue", "address", "town")]
    address = ", ".join(part for part in written if part)
    venue = read_venue(address, cells.columns.get("postcode", ""), point[0], point[1])
    if "postcode" in cells.columns and (venue is None or venue.postcode is None):
        cells.left["postcode"] = cells.columns["postcode"]
    getting_there = cells.text("getting_there")
    return venue.model_copy(update={"getting_there": getting_there}) if venue and getting_there else venue


def _times(cells: _Cells) -> str | None:
    """One text of the timetable, however many columns it came in."""
    return cells.text("days_times") or ", ".join(filter(None, (cells.text("days"), cells.text("times")))) or None


def _costs(cells: _Cells) -> tuple[Cost, ...]:
    word = plain_word(cells.columns.get("free", ""))
    if word in YES:
        return (Cost(amount=0),)
    if word and word not in NO:
        cells.left["free"] = cells.columns["free"]
    return ()


def _ages(cells: _Cells) -> tuple[float | None, float | None]:
    minimum, maximum = cells.read("min_age", read_age), cells.read("max_age", read_age)
    if maximum == 0 or (minimum is not None and maximum is not None and minimum > maximum):
        cells.left |= {name: cells.columns[name] for name in ("min_age", "max_age") if name in cells.columns}
        return None, None
    return minimum, maximum


def _contacts(cells: _Cells) -> tuple[Contact, ...]:
    name, title = cells.text("contact_name"), cells.text("contact_title")
    return (Contact(name=name, title=title),) if name or title else ()
