"""Keys of the matcher that name services by numbers: made anew from the listings, as no version of them is noted"""

import sqlalchemy as sa
from alembic import op

revision = "directory_0006"
down_revision = "directory_0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _make(sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False))
    op.execute("DELETE FROM match_version")
    op.execute("DELETE FROM match_profile")
    with op.batch_alter_table("match_profile") as table:
        table.add_column(sa.Column("number", sa.BigInteger(), nullable=False))
        table.create_index(op.f("ix_match_profile_number"), ["number"])


def downgrade() -> None:
    _make(sa.Column("service_id", sa.String(), nullable=False))
    op.execute("DELETE FROM match_version")
    op.execute("DELETE FROM match_profile")
    with op.batch_alter_table("match_profile") as table:
        table.drop_index(op.f("ix_match_profile_number"))
        table.drop_column("number")


def _make(service: "sa.Column[int] | sa.Column[str]") -> None:
    op.drop_table("match_key")
    op.create_table(
        "match_key",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        service,
        sa.PrimaryKeyConstraint("key", service.name, name=op.f("pk_match_key")),
        sqlite_with_rowid=False,
    )
