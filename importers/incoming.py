"""What a source hands over: records as it wrote them, what they say, those that are no more, and rows refused."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from directory.errors import Refusal
from directory.listing import Listing


@dataclass(frozen=True)
class Found:
    """One foreign record as its source wrote it, before anybody tries to understand it.

    `said` is plain JSON; two records that say the same need not be understood twice. `row` counts from 1 as a person
    counts in the file. `cells` are shown beside the reason should it be refused; None: the plain values of `said`.
    """

    row: int
    said: Mapping[str, Any]
    cells: Mapping[str, str] | None = None

    def as_cells(self) -> Mapping[str, str]:
        """The record as a row that can be corrected."""
        if self.cells is not None:
            return self.cells
        return {str(key): str(value)[:1000] for key, value in self.said.items() if not isinstance(value, dict | list)}


@dataclass(frozen=True)
class Incoming:
    """What one foreign record says. `row` counts from 1 as a person counts in the file; `source_id` is the source's own.

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
    spare_id: str | None = None
    """Its id where `source_id` was made from what it says and another record of the same run has that already."""


@dataclass(frozen=True)
class Gone:
    """The source says of a record that it is no more: a tombstone, a charity that was removed."""

    row: int
    source_id: str


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
