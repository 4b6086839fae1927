"""Sources with their precedence, records that are missing, dry runs that are kept, and duplicates"""

import sqlalchemy as sa
from alembic import op

revision = "directory_0003"
down_revision = "directory_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "record_source",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("licence", sa.String(), nullable=True),
        sa.Column("precedence", sa.Integer(), nullable=False),
        sa.Column("separable", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_record_source")),
    )
    op.execute(
        "INSERT INTO record_source (name, licence, precedence, separable) "
        "SELECT source, max(licence), 60, false FROM import_run GROUP BY source"
    )
    # Words of these licences must stay apart from the first day on.
    op.execute(
        "UPDATE record_source SET separable = true "
        "WHERE lower(licence) LIKE '%odbl%' OR lower(licence) LIKE '%open database%'"
    )
    with op.batch_alter_table("import_run", schema=None) as batch_op:
        batch_op.add_column(sa.Column("dry_run", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("outcomes", sa.JSON(), nullable=False, server_default="[]"))
    _widen_source_record()
    _create_duplicates()


def _widen_source_record() -> None:
    with op.batch_alter_table("source_record", schema=None) as batch_op:
        batch_op.add_column(sa.Column("own_id", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("added_run_id", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("before", sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(sa.Column("missing_since", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("withdrawn", sa.Boolean(), nullable=False, server_default=sa.false()))
    # Which run added a record stands in the history of its service.
    op.execute(
        "UPDATE source_record SET own_id = service_id, added_run_id = coalesce((SELECT revision.run_id FROM revision "
        "WHERE revision.service_id = source_record.service_id AND revision.before IS NULL "
        "AND revision.run_id IS NOT NULL ORDER BY revision.sequence DESC LIMIT 1), run_id)"
    )
    with op.batch_alter_table("source_record", schema=None) as batch_op:
        batch_op.alter_column("own_id", existing_type=sa.String(), nullable=False)
        batch_op.alter_column("added_run_id", existing_type=sa.String(), nullable=False)
        batch_op.create_foreign_key(
            op.f("fk_source_record_added_run_id_import_run"), "import_run", ["added_run_id"], ["id"]
        )
        batch_op.create_index(batch_op.f("ix_source_record_added_run_id"), ["added_run_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_source_record_missing_since"), ["missing_since"], unique=False)
        batch_op.create_index(batch_op.f("ix_source_record_fingerprint"), ["source", "fingerprint"], unique=False)


def _create_duplicates() -> None:
    op.create_table(
        "match_profile",
        sa.Column("service_id", sa.String(), nullable=False),
        sa.Column("records", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("service_id", name=op.f("pk_match_profile")),
    )
    op.create_table(
        "match_key",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("service_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", "service_id", name=op.f("pk_match_key")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "duplicate_pair",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("left_id", sa.String(), nullable=False),
        sa.Column("right_id", sa.String(), nullable=False),
        sa.Column("probability", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("model_version", sa.String(), nullable=False),
        sa.Column("run_id", sa.String(), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("kept_id", sa.String(), nullable=True),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("records", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["import_run.id"], name=op.f("fk_duplicate_pair_run_id_import_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duplicate_pair")),
    )
    with op.batch_alter_table("duplicate_pair", schema=None) as batch_op:
        for column in ("left_id", "right_id", "run_id", "status"):
            batch_op.create_index(batch_op.f(f"ix_duplicate_pair_{column}"), [column], unique=False)


def downgrade() -> None:
    op.drop_table("duplicate_pair")
    op.drop_table("match_key")
    op.drop_table("match_profile")
    with op.batch_alter_table("source_record", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_source_record_added_run_id_import_run"), type_="foreignkey")
        for column in ("added_run_id", "missing_since", "fingerprint"):
            batch_op.drop_index(batch_op.f(f"ix_source_record_{column}"))
        for column in ("own_id", "added_run_id", "before", "missing_since", "withdrawn"):
            batch_op.drop_column(column)
    with op.batch_alter_table("import_run", schema=None) as batch_op:
        batch_op.drop_column("outcomes")
        batch_op.drop_column("dry_run")
    op.drop_table("record_source")
