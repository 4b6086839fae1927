"""Reading a file in a test: its listings by their ids, and what was refused."""

from pathlib import Path

from directory.catalogue import Catalogue
from directory.listing import Listing
from importers.incoming import Incoming, Rejected
from importers.read import read

SAMPLES = Path(__file__).parent / "samples"


def listings_of(catalogue: Catalogue, path: Path) -> dict[str, Listing]:
    """What each record of the file says, by its id in the file."""
    found: dict[str, Listing] = {}
    for row in read(catalogue, path, source="s")[1]:
        if isinstance(row, Incoming):
            found.setdefault(row.source_id, row.listing)
    return found


def rejects_of(catalogue: Catalogue, path: Path) -> list[Rejected]:
    """What was refused, in order."""
    return [row for row in read(catalogue, path, source="s")[1] if isinstance(row, Rejected)]


def one_row(catalogue: Catalogue, tmp_path: Path, **cells: str) -> Incoming:
    """A file with one row of these cells (its name is Walton Hub unless given), as it comes out."""
    row = {"id": "1", "name": "Walton Hub"} | cells
    lines = (",".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in (row.keys(), row.values()))
    (tmp_path / "one.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = next(read(catalogue, tmp_path / "one.csv", source="the hub")[1])
    assert isinstance(found, Incoming), found
    return found
