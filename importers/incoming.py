"""What a source hands over: records that can be read, and rows that cannot, with the reason."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from directory.errors import Refusal
from directory.listing import Listing


@dataclass(frozen=True)
class Incoming:
    """One foreign record. `row` counts from 1 as a person counts in the file; `source_id` is the source's own.

    `raw` are the columns that we do not know, kept as they came.
    """

    row: int
    source_id: str
    listing: Listing
    raw: Mapping[str, str] = dataclasses.field(default_factory=dict)
    uuid: str | None = None
    """The record's id where the source has UUIDs that the world may know it by."""
    cells: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """The row as it came, to be corrected should it be refused later."""


@dataclass(frozen=True)
class Rejected:
    """A row that was not taken in: which field, why in one sentence, and the row as it came, to be corrected."""

    row: int
    field: str | None
    message: str
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def sentence(self) -> str:
        """row 12: Enter a name for this service"""
        return f"row {self.row}: {self.message}"


class RowRefused(Refusal):
    """This row cannot be read; `field` is the column."""


class SourceFailed(Refusal):
    """The file or feed cannot be read, or not to its end. What was read before stands."""
