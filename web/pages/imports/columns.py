"""What the headings of a foreign spreadsheet mean: guessed, approved by a person, and remembered for the source."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from importers.columns import OURS, plain
from importers.guessing import COLUMNS, Guess, guess_mapping
from importers.incoming import SourceFailed
from importers.mapping import Mapping as ColumnMapping
from importers.mapping import mapping_for, read_mapping, write_mapping
from importers.origin import Origin
from importers.sources import guess_format
from importers.tables import REPORTED

SHEETS = ("csv", "xlsx")
"""The formats whose headings may be anybody's."""
SURE = 0.9
NOT_FOREIGN = {plain(name) for name in (*OURS, *REPORTED)}
WORDS = {
    "id": "Its number or reference in their records",
    "name": "Name of the group or service",
    "organisation": "Who runs it",
    "description": "What it is",
    "categories": "Categories",
    "address": "Address",
    "postcode": "Postcode",
    "latitude": "Latitude",
    "longitude": "Longitude",
    "phone": "Phone",
    "email": "Email",
    "url": "Website",
    "cost": "Cost",
    "eligibility": "Who it is for",
    "min_age": "Youngest age",
    "max_age": "Oldest age",
    "days": "Days",
    "times": "Times",
    "days_times": "Days and times together",
    "accessibility": "Access",
    "languages": "Languages",
    "online": "Online or in person",
    "sector": "Kind of organisation",
    "last_verified": "When it was last checked",
    "alternate_name": "Another name",
    "venue": "Name of the venue",
    "town": "Town",
    "getting_there": "How to get there",
    "alert": "Notice",
    "status": "Whether it is running",
    "how_to_start": "How to start",
    "waiting": "Waiting list",
    "contact_name": "Whom to ask for",
    "contact_title": "Their post",
    "gender": "For women or men only",
    "free": "Whether it is free",
    "accreditations": "Accreditation",
    "organisation_url": "Website of who runs it",
    "charity_number": "Charity number",
}
"""Our columns as a person would say them."""


@dataclass(frozen=True)
class Heading:
    """A heading with some of its cells, what it probably means, and whether that is doubtful."""

    heading: str
    examples: tuple[str, ...]
    column: str
    is_unsure: bool


def choices() -> list[tuple[str, str]]:
    """(column, words) of all that a heading may mean; the first leaves it as it is."""
    return [("", "Leave it as it is"), *((name, WORDS.get(name, name)) for name in COLUMNS)]


def foreign_headings(location: str | Path, data_dir: Path, source: str) -> list[Heading]:
    """The headings of a spreadsheet in which any is not ours; none where nobody need be asked.

    What was said of the source before is offered again. A file that cannot be read has none: reading it says why.
    """
    if not isinstance(location, Path):
        return []
    try:
        origin = Origin.at(location)
        guesses = guess_mapping(origin) if guess_format(origin) in SHEETS else []
    except SourceFailed:
        return []
    if all(plain(guess.heading) in NOT_FOREIGN for guess in guesses) or _is_known(guesses):
        return []
    said = remembered(data_dir, source)
    return [_heading(guess, said) for guess in guesses if guess.heading.strip()]


def are_remembered(headings: Iterable[Heading], data_dir: Path, source: str) -> bool:
    """Whether somebody has said before what each of these means in this source."""
    said = remembered(data_dir, source)
    return bool(said) and all(plain(one.heading) in said for one in headings)


def remembered(data_dir: Path, source: str) -> dict[str, str]:
    """What was said of the headings of this source, as `plain` reads them."""
    path = _kept(data_dir, source)
    try:
        return read_mapping(path).columns if path.is_file() else {}
    except SourceFailed:
        return {}


def remember(data_dir: Path, source: str, columns: Mapping[str, str]) -> None:
    """Keep what was said for the next file of this source."""
    path = _kept(data_dir, source)
    path.parent.mkdir(parents=True, exist_ok=True)
    said = mapping_of({**remembered(data_dir, source), **columns}, name=source)
    path.write_text(write_mapping(said), encoding="utf-8")


def mapping_of(columns: Mapping[str, str], name: str = "as approved") -> ColumnMapping:
    """The mapping from their headings; words that mean something in such tables are known as ever."""
    return ColumnMapping(
        name=name,
        columns={plain(heading): column for heading, column in columns.items()},
        values=mapping_for(columns).values,
    )


def _is_known(guesses: Sequence[Guess]) -> bool:
    """Whether it is one of the tables that many people have, of which a mapping comes with us."""
    return bool(mapping_for(guess.heading for guess in guesses).headings)


def _heading(guess: Guess, said: Mapping[str, str]) -> Heading:
    known = said.get(plain(guess.heading))
    if known is not None:
        return Heading(guess.heading, guess.examples, known, False)
    return Heading(guess.heading, guess.examples, guess.column or "", guess.confidence < SURE and bool(guess.column))


def _kept(data_dir: Path, source: str) -> Path:
    return data_dir / "mappings" / f"{source.lower().encode().hex()[:120]}.toml"
