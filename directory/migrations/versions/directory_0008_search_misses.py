"""What was looked for and not found, counted"""

import sqlalchemy as sa
from alembic import op

revision = "directory_0008"
down_revision = "directory_0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "search_miss",
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("week", "kind", "value", "area", name=op.f("pk_search_miss")),
    )


def downgrade() -> None:
    op.drop_table("search_miss")
