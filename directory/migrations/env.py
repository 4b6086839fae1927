"""Alembic's way in: runs on the connection it is given by `Database.migrate`."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Enum
from sqlmodel import AutoString, SQLModel

import directory.models  # noqa: F401  (fills the metadata for --autogenerate)
from directory.models.base import Moment


def _plain(kind: str, item: Any, _autogenerating: AutogenContext) -> str | Literal[False]:
    """Write our own column types as what they are in the database: a migration imports nothing of ours."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, AutoString | Enum):
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    # SQLite cannot alter a column in place: Alembic copies the table instead.
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    render_item=_plain,
)
with context.begin_transaction():
    context.run_migrations()
