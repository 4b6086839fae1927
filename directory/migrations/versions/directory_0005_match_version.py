"""By which rules the keys of the matcher were made"""

import sqlalchemy as sa
from alembic import op

revision = "directory_0005"
down_revision = "directory_0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "match_version",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_match_version")),
    )


def downgrade() -> None:
    op.drop_table("match_version")
