"""The rows that were refused as a file that can be corrected and imported again."""

import csv
from collections.abc import Sequence
from pathlib import Path

from importers.incoming import Rejected, SourceFailed
from importers.tables import REPORTED, harmless


def write_rejects(path: Path, rejects: Sequence[Rejected]) -> None:
    """A CSV of the rows as they came, and beside each its number and what is wrong. Nothing in it is a formula.

    Written even when there are none, so that yesterday's are not taken for today's.
    """
    columns = list(dict.fromkeys(column for reject in rejects for column in reject.values))
    partial = path.with_name(path.name + ".part")
    try:
        # With a mark of order, or Excel takes it for Windows-1252.
        with partial.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([*map(harmless, columns), *REPORTED])
            for reject in rejects:
                cells = [harmless(reject.values.get(column, "")) for column in columns]
                writer.writerow([*cells, reject.row, reject.message])
        partial.replace(path)
    except OSError as error:
        raise SourceFailed(f"The rejects cannot be written to {path}: {error.strerror}.") from error
