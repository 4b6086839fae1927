"""The one place that turns a listing into rows and rows into an asset."""

from directory.rows.reading import read_asset
from directory.rows.writing import need_term_id, write_listing

__all__ = ["need_term_id", "read_asset", "write_listing"]
