"""Which column of which table says what part of a listing."""

from typing import cast

from sqlalchemy import Table
from sqlmodel import SQLModel

from directory.listing import Part, Requirement

REGISTERS = {"charity_number": ("GB-CHC", "Charity number"), "company_number": ("GB-COH", "Company number")}

# Fields that a service row and a listing call by different names.
RENAMED = {
    "application_process": "how_to_start_text",
    "fees_description": "cost_text",
    "eligibility_description": "eligibility_text",
}
SAME = (
    "name alternate_name description url email status alert minimum_age maximum_age accreditations assured_date "
    "assured_by times_text access_text gender how_to_start room room_until"
).split()
LISTS = ("categories", "attending", "audiences")
PARTS: dict[str, type[Part]] = {"eligibility": Requirement}
"""Columns of JSON that hold parts of a listing whole."""


def core_table(model: type[SQLModel]) -> Table:
    """The table of a model, for statements that make no entities."""
    return cast(Table, model.__table__)  # type: ignore[attr-defined]  # every table has one
