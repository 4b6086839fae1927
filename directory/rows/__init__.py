"""The one place that turns a listing into rows and rows into an asset."""

from directory.rows.adding import BoundRows, add_rows, bound_rows
from directory.rows.inserting import JsonText, insert_rows
from directory.rows.plain import need_term_id
from directory.rows.reading import read_asset
from directory.rows.removing import remove_rows
from directory.rows.writing import write_listing

__all__ = [
    "BoundRows",
    "JsonText",
    "add_rows",
    "bound_rows",
    "insert_rows",
    "need_term_id",
    "read_asset",
    "remove_rows",
    "write_listing",
]
