"""The words that people use, as curators hear them"""

import sqlalchemy as sa
from alembic import op

revision = "directory_0007"
down_revision = "directory_0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "everyday_word",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("phrase", sa.String(), nullable=False),
        sa.Column("stems", sa.String(), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("same_as", sa.JSON(), nullable=False),
        sa.Column("added_by", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_everyday_word")),
        sa.UniqueConstraint("stems", name=op.f("uq_everyday_word_stems")),
    )
    op.create_table(
        "everyday_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_everyday_version")),
    )
    op.execute("INSERT INTO everyday_version (id, version) VALUES (1, 'empty')")


def downgrade() -> None:
    op.drop_table("everyday_version")
    op.drop_table("everyday_word")
