"""What was suggested in conversations"""

import sqlalchemy as sa
from alembic import op

revision = "casework_0002"
down_revision = "casework_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "suggestion_shown",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("shown_on", sa.Date(), nullable=False),
        sa.Column("asset_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("readings", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_suggestion_shown_conversation_id_conversation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion_shown")),
        sa.UniqueConstraint(
            "conversation_id", "shown_on", "asset_id", name=op.f("uq_suggestion_shown_conversation_id")
        ),
    )
    with op.batch_alter_table("suggestion_shown", schema=None) as batch_op:
        for column in ("asset_id", "conversation_id", "shown_on"):
            batch_op.create_index(batch_op.f(f"ix_suggestion_shown_{column}"), [column], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("suggestion_shown", schema=None) as batch_op:
        for column in ("shown_on", "conversation_id", "asset_id"):
            batch_op.drop_index(batch_op.f(f"ix_suggestion_shown_{column}"))

    op.drop_table("suggestion_shown")
