"""What a run did, in numbers that add up: read = added + changed + unchanged + duplicates_merged + rejected."""

from dataclasses import dataclass, field
from typing import Any

from importers.incoming import Rejected

REJECTS_SHOWN = 20


@dataclass(frozen=True)
class Outcome:
    """What became, or would become, of one record. `differences` are (what, was, now) in words."""

    row: int
    name: str
    did: str
    """added, changed"""
    differences: tuple[tuple[str, str, str], ...] = ()


@dataclass
class Report:
    """The sum of a run; `seconds` from the first row to the last commit."""

    run: str | None
    source: str
    format: str
    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    duplicates_merged: int = 0
    duplicates_to_review: int = 0
    offered: int = 0
    """Changes that wait for a curator because somebody here had edited the same field."""
    rejects: list[Rejected] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    seconds: float = 0.0
    dry_run: bool = False
    message: str | None = None
    """Why the source could not be read to its end."""

    @property
    def rejected(self) -> int:
        return len(self.rejects)

    def counts(self) -> dict[str, int]:
        """The numbers alone."""
        names = "read added changed unchanged withdrawn duplicates_merged duplicates_to_review rejected offered"
        return {name: getattr(self, name) for name in names.split()}

    def as_json(self) -> dict[str, Any]:
        """The document of `waymark import --json`."""
        rejects = [{"row": r.row, "field": r.field, "message": r.message} for r in self.rejects[:REJECTS_SHOWN]]
        document: dict[str, Any] = {"run": self.run, "source": self.source, "format": self.format, **self.counts()}
        document |= {"rejects": rejects, "seconds": round(self.seconds, 3)}
        if self.dry_run:
            document["dry_run"] = True
        if self.message:
            document["message"] = self.message
        return document

    def counted(self) -> str:
        """The numbers for a person, in one line."""
        would = "would be " if self.dry_run else ""
        offered = f" ({self.offered} {would}offered to a curator)" if self.offered else ""
        return (
            f"{self.read} read: {self.added} {would}added, {self.changed} {would}changed{offered}, "
            f"{self.unchanged} unchanged, {self.rejected} refused."
        )

    def sentence(self) -> str:
        """The numbers, and why they may not be all."""
        return f"{self.counted()} {self.message}" if self.message else self.counted()
