"""Whom to ring now, for each kind of urgent words: a file that the deployer owns, dates and changes.

`crisis_contacts.csv` beside this module holds the national lines, with `kind, name, how, url_or_tel, hours,
checked_on, owner`. A file of the same name and columns in the data folder replaces it whole, so that a service can
put its own crisis team and safeguarding lead first. No method of harm and no blame may stand in it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from directory.errors import Invalid
from directory.settings import DirectorySettings
from recommender.shipped import read_rows, shipped_text

FILE_NAME = "crisis_contacts.csv"


@dataclass(frozen=True, slots=True)
class CrisisContact:
    """One line to ring or text. `how` is said to the person; `owner` answers for its being right on `checked_on`."""

    kind: str
    name: str
    how: str
    url_or_tel: str
    hours: str
    checked_on: date
    owner: str


def list_contacts(kinds: Iterable[str]) -> tuple[CrisisContact, ...]:
    """The contacts for these kinds in the order of the file, the first kind's before the next, each name once.

    Help must never be missing: a kind the deployer's file leaves out, or a file that cannot be read, is answered
    with the national lines. `read_contacts` says what is wrong with a file.
    """
    own = _own_or_none(DirectorySettings().data_dir / FILE_NAME)
    found: dict[str, CrisisContact] = {}
    for kind in kinds:
        for contact in [one for one in own if one.kind == kind] or [one for one in _national() if one.kind == kind]:
            found.setdefault(contact.name, contact)
    return tuple(found.values())


def read_contacts(text: str) -> tuple[CrisisContact, ...]:
    """The contacts of a file's text. Raises `Invalid` naming the line that is not complete."""
    return tuple(_contact(row) for row in read_rows(text))


@cache
def _national() -> tuple[CrisisContact, ...]:
    return read_contacts(shipped_text(FILE_NAME))


@cache
def _own_or_none(path: Path) -> tuple[CrisisContact, ...]:
    try:
        return read_contacts(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, Invalid):
        return ()


def _contact(row: dict[str, str]) -> CrisisContact:
    try:
        texts = {name: cell for name, cell in row.items() if name != "checked_on"}
        return CrisisContact(**texts, checked_on=date.fromisoformat(row["checked_on"]))
    except (KeyError, TypeError, ValueError) as error:
        raise Invalid(f"{FILE_NAME}: one of its lines is not complete: {row.get('name')}") from error
