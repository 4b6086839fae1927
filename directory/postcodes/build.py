"""Makes the shipped table anew: `python -m directory.postcodes.build POSTCODES.csv`.

The CSV has the columns postcode, latitude, longitude and la_code; any file that `load_postcodes` reads will
do.
"""

import sys
from pathlib import Path

from directory.postcodes.loading import LoadReport, read_table
from directory.postcodes.storage import SHIPPED, pack


def build(source: Path, target: Path = SHIPPED) -> LoadReport:
    """Pack the postcodes of a file into the table that is shipped."""
    report = LoadReport()
    pack(read_table(source, report), target)
    return report


if __name__ == "__main__":
    done = build(Path(sys.argv[1]))
    print(f"{done.read} read, {done.rejected} rejected, {done.repeated} repeated")
    print(f"{SHIPPED}: {SHIPPED.stat().st_size} bytes")
