"""What a source says of a file, in a test: its records by their ids, and what it refuses."""

from dataclasses import dataclass, field
from pathlib import Path

from importers.incoming import Gone, Incoming, Rejected, RowRefused
from importers.mapping import Mapping
from importers.origin import Origin
from importers.sources import get_format, guess_format


@dataclass
class Said:
    """`format` is the one that was recognised."""

    format: str
    records: dict[str, Incoming] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    rejects: list[Rejected] = field(default_factory=list)

    @property
    def sentences(self) -> list[str]:
        return [reject.sentence() for reject in self.rejects]


def said_by(path: Path, mapping: Mapping | None = None) -> Said:
    """Everything that is in the file. SourceFailed where it breaks off."""
    origin = Origin.at(path)
    said = Said(guess_format(origin))
    source = get_format(said.format)
    for found in source.find(origin, mapping):
        try:
            one = found if isinstance(found, Rejected) else source.understand(found)
        except RowRefused as refusal:
            one = Rejected(found.row, refusal.field, refusal.message)
        if isinstance(one, Rejected):
            said.rejects.append(one)
        elif isinstance(one, Gone):
            said.gone.append(one.source_id)
        else:
            said.records[one.source_id] = one
    return said
