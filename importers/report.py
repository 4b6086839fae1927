"""What a run did, in numbers that add up: read = added + changed + unchanged + duplicates_merged + rejected."""

from dataclasses import dataclass, field
from typing import Any

from importers.incoming import Rejected

REJECTS_SHOWN = 20
REJECTS_KEPT = 10_000
"""More than these no curator corrects by hand; the numbers count them all."""
COUNTED = (
    "read added changed unchanged withdrawn missing duplicates_merged duplicates_to_review rejected offered"
).split()


@dataclass(frozen=True)
class Outcome:
    """What became, or would become, of one record. `differences` are (what, was, now) in words."""

    row: int
    name: str
    did: str
    """added, changed, merged"""
    differences: tuple[tuple[str, str, str], ...] = ()
    held: bool = False
    """It waits for a curator with a likeness."""
    source_id: str = ""
    other: str = ""
    """The name of what it was merged with, or waits with."""
    why: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As it is kept with the run."""
        told: dict[str, Any] = {"row": self.row, "name": self.name, "did": self.did, "id": self.source_id}
        told |= {"differences": [list(one) for one in self.differences], "held": self.held}
        return told | {"other": self.other, "why": list(self.why)}

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> "Outcome":
        """What was kept."""
        differences = tuple((str(what), str(was), str(now)) for what, was, now in told["differences"])
        other, why = told.get("other", ""), tuple(told.get("why", ()))
        return cls(told["row"], told["name"], told["did"], differences, told["held"], told["id"], other, why)


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
    missing: int = 0
    """Records that the source has no more: they are withdrawn unless they come again in time."""
    duplicates_merged: int = 0
    duplicates_to_review: int = 0
    rejected: int = 0
    offered: int = 0
    """Changes that wait for a curator because somebody here had edited the same field."""
    rejects: list[Rejected] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    seconds: float = 0.0
    steps: dict[str, float] = field(default_factory=dict)
    """Seconds of each step, for whoever measures."""
    dry_run: bool = False
    tried: str | None = None
    """The run under which a dry run is kept to be looked at."""
    message: str | None = None
    """Why the source could not be read to its end."""
    notes: list[str] = field(default_factory=list)
    """What else a curator should know, a sentence each."""

    def reject(self, rejected: Rejected) -> None:
        """Count a row that was refused, and keep it to be corrected."""
        self.rejected += 1
        if len(self.rejects) < REJECTS_KEPT:
            self.rejects.append(rejected)

    def counts(self) -> dict[str, int]:
        """The numbers alone."""
        return {name: getattr(self, name) for name in COUNTED}

    def as_json(self) -> dict[str, Any]:
        """The document of `waymark import --json`."""
        rejects = [{"row": r.row, "field": r.field, "message": r.message} for r in self.rejects[:REJECTS_SHOWN]]
        document: dict[str, Any] = {"run": self.run, "source": self.source, "format": self.format, **self.counts()}
        document |= {"rejects": rejects, "seconds": round(self.seconds, 3)}
        if self.dry_run:
            document["dry_run"] = True
        if self.message:
            document["message"] = self.message
        if self.notes:
            document["notes"] = self.notes
        return document

    def counted(self) -> str:
        """The numbers for a person, in one line."""
        would = "would be " if self.dry_run else ""
        offered = f" ({self.offered} {would}offered to a curator)" if self.offered else ""
        merged = f"{self.duplicates_merged} {would}merged with others, " if self.duplicates_merged else ""
        held = (
            f" {self.duplicates_to_review} may be duplicates and wait for review." if self.duplicates_to_review else ""
        )
        gone = f" {self.withdrawn} {would}withdrawn." if self.withdrawn else ""
        missing = f" {self.missing} are not in the source any more." if self.missing else ""
        return (
            f"{self.read} read: {self.added} {would}added, {self.changed} {would}changed{offered}, {merged}"
            f"{self.unchanged} unchanged, {self.rejected} refused.{held}{gone}{missing}"
        )

    def sentence(self) -> str:
        """The numbers, and why they may not be all."""
        return f"{self.counted()} {self.message}" if self.message else self.counted()
