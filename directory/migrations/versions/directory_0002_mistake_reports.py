"""Reports of mistakes"""

import sqlalchemy as sa
from alembic import op

revision = "directory_0002"
down_revision = "directory_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mistake_report",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("service_id", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mistake_report")),
    )
    with op.batch_alter_table("mistake_report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mistake_report_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_mistake_report_service_id"), ["service_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("mistake_report", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mistake_report_service_id"))
        batch_op.drop_index(batch_op.f("ix_mistake_report_at"))

    op.drop_table("mistake_report")
