"""A catalogue as large as one likes, for the benchmarks: varied, deterministic, and never in memory as a whole.

A record depends on the seed and its number alone: the first thousand of a million are the thousand of a thousand.
About three in a hundred are dirty copies of an earlier one. Places are real postcodes of Merseyside, phone numbers
those that are kept free for drama, everything else is invented.
"""

from bench.generated.records import Generated, pairs, record, records
from bench.generated.writing import COLUMNS, listing, listings, row, write_csv

__all__ = ["COLUMNS", "Generated", "listing", "listings", "pairs", "record", "records", "row", "write_csv"]
